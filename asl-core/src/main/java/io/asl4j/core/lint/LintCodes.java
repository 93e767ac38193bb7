package io.asl4j.core.lint;

import io.asl4j.core.diagnostic.DiagnosticCode;
import java.util.List;

/**
 * The codes of what AWS accepts. Their examples are whole definitions, or the states of one that
 * starts at the first.
 */
public final class LintCodes {

  /** A loop that nothing leads out of. */
  public static final DiagnosticCode LOOP_WITHOUT_EXIT =
      DiagnosticCode.of("ASL2101", "A loop that nothing leads out of")
          .explained(
              "A run that comes into these states never comes to an end of the scope; "
                  + "it stops only by a timeout or an error.")
          .wrong(
              "{\"A\": {\"Type\": \"Choice\", \"Choices\": [{\"Variable\": \"$.go\", \"IsPresent\":"
                  + " true, \"Next\": \"W\"}], \"Default\": \"D\"}, \"W\": {\"Type\": \"Wait\","
                  + " \"Seconds\": 60, \"Next\": \"V\"}, \"V\": {\"Type\": \"Pass\", \"Next\":"
                  + " \"W\"}, \"D\": {\"Type\": \"Succeed\"}}")
          .right(
              "{\"A\": {\"Type\": \"Choice\", \"Choices\": [{\"Variable\": \"$.go\", \"IsPresent\":"
                  + " true, \"Next\": \"W\"}], \"Default\": \"D\"}, \"W\": {\"Type\": \"Wait\","
                  + " \"Seconds\": 60, \"Next\": \"A\"}, \"D\": {\"Type\": \"Succeed\"}}")
          .source("https://states-language.net/#transition");

  /** States that no run comes to. */
  public static final DiagnosticCode ISLAND =
      DiagnosticCode.of("ASL2102", "States that no run comes to")
          .explained(
              "The states name each other, so AWS accepts them, but nothing leads to "
                  + "them from `StartAt`.")
          .wrong(
              "{\"A\": {\"Type\": \"Succeed\"}, \"B\": {\"Type\": \"Pass\", \"Next\": \"C\"},"
                  + " \"C\": {\"Type\": \"Choice\", \"Choices\": [{\"Variable\": \"$.a\","
                  + " \"IsPresent\": true, \"Next\": \"A\"}], \"Default\": \"B\"}}")
          .right(
              "{\"A\": {\"Type\": \"Pass\", \"Next\": \"B\"}, \"B\": {\"Type\": \"Pass\", \"Next\":"
                  + " \"C\"}, \"C\": {\"Type\": \"Succeed\"}}")
          .source("https://states-language.net/#transition");

  /** A loop that asks again without waiting. */
  public static final DiagnosticCode BUSY_POLLING =
      DiagnosticCode.of("ASL2103", "A loop that asks again without waiting")
          .explained(
              "The loop asks a service for a status and asks again at once. Each turn "
                  + "costs state transitions and history events, and services throttle "
                  + "callers that ask so often. A Wait state in the loop, a `.sync` "
                  + "integration or a callback does the same in peace.")
          .wrong(
              "{\"A\": {\"Type\": \"Task\", \"Resource\":"
                  + " \"arn:aws:states:::aws-sdk:glue:getJobRun\", \"Parameters\": {\"JobName\":"
                  + " \"j\", \"RunId.$\": \"$.id\"}, \"TimeoutSeconds\": 9, \"ResultPath\":"
                  + " \"$.run\", \"Next\": \"B\"}, \"B\": {\"Type\": \"Choice\", \"Choices\":"
                  + " [{\"Variable\": \"$.run.JobRun.JobRunState\", \"StringEquals\":"
                  + " \"SUCCEEDED\", \"Next\": \"C\"}], \"Default\": \"A\"}, \"C\": {\"Type\":"
                  + " \"Succeed\"}}")
          .right(
              "{\"W\": {\"Type\": \"Wait\", \"Seconds\": 30, \"Next\": \"A\"}, \"A\": {\"Type\":"
                  + " \"Task\", \"Resource\": \"arn:aws:states:::aws-sdk:glue:getJobRun\","
                  + " \"Parameters\": {\"JobName\": \"j\", \"RunId.$\": \"$.id\"},"
                  + " \"TimeoutSeconds\": 9, \"ResultPath\": \"$.run\", \"Next\": \"B\"}, \"B\":"
                  + " {\"Type\": \"Choice\", \"Choices\": [{\"Variable\":"
                  + " \"$.run.JobRun.JobRunState\", \"StringEquals\": \"SUCCEEDED\", \"Next\":"
                  + " \"C\"}], \"Default\": \"W\"}, \"C\": {\"Type\": \"Succeed\"}}")
          .source("https://docs.aws.amazon.com/step-functions/latest/dg/sfn-best-practices.html");

  /** A Choice that can fall through. */
  public static final DiagnosticCode NO_DEFAULT =
      DiagnosticCode.of("ASL2104", "A Choice that can fall through")
          .explained(
              "If no rule holds and there is no `Default`, the execution fails with "
                  + "States.NoChoiceMatched.")
          .wrong(
              "{\"A\": {\"Type\": \"Choice\", \"Choices\": [{\"Variable\": \"$.n\", "
                  + "\"NumericEquals\": 1, \"Next\": \"B\"}]}, \"B\": {\"Type\": \"Succeed\"}}")
          .right(
              "{\"A\": {\"Type\": \"Choice\", \"Choices\": [{\"Variable\": \"$.n\","
                  + " \"NumericEquals\": 1, \"Next\": \"B\"}], \"Default\": \"B\"}, \"B\":"
                  + " {\"Type\": \"Succeed\"}}")
          .source("https://states-language.net/#choice-state");

  /** A Wait until a time in the past. */
  public static final DiagnosticCode WAIT_IN_THE_PAST =
      DiagnosticCode.of("ASL2105", "A Wait until a time in the past")
          .explained("The timestamp is over, so the state waits for nothing.")
          .wrong(
              "{\"A\": {\"Type\": \"Wait\", \"Timestamp\": \"2016-03-14T01:59:00Z\", \"End\": "
                  + "true}}")
          .right("{\"A\": {\"Type\": \"Wait\", \"TimestampPath\": \"$.due\", \"End\": true}}")
          .source("https://states-language.net/#wait-state");

  /** Data that grows with each turn of a loop. */
  public static final DiagnosticCode GROWING_PAYLOAD =
      DiagnosticCode.of("ASL2106", "Data that grows with each turn of a loop")
          .explained(
              "Each turn adds to the value that the next turn carries. What passes "
                  + "between states has at most 256 KiB, and a variable too; beyond that the "
                  + "execution fails with States.DataLimitExceeded.")
          .wrong(
              "{\"QueryLanguage\": \"JSONata\", \"StartAt\": \"S\", \"States\": {\"S\": {\"Type\":"
                  + " \"Pass\", \"Assign\": {\"all\": [], \"n\": 0}, \"Next\": \"A\"}, \"A\":"
                  + " {\"Type\": \"Pass\", \"Assign\": {\"all\": \"{% $append($all, $n) %}\","
                  + " \"n\": \"{% $n + 1 %}\"}, \"Next\": \"B\"}, \"B\": {\"Type\": \"Choice\","
                  + " \"Choices\": [{\"Condition\": \"{% $n < $states.input.max %}\", \"Next\":"
                  + " \"A\"}], \"Default\": \"C\"}, \"C\": {\"Type\": \"Succeed\", \"Output\": \"{%"
                  + " $all %}\"}}}")
          .right(
              "{\"QueryLanguage\": \"JSONata\", \"StartAt\": \"A\", \"States\": {\"A\": {\"Type\":"
                  + " \"Map\", \"Items\": \"{% [0..$states.input.max] %}\", \"ItemProcessor\":"
                  + " {\"StartAt\": \"B\", \"States\": {\"B\": {\"Type\": \"Pass\", \"End\":"
                  + " true}}}, \"End\": true}}}")
          .source("https://docs.aws.amazon.com/step-functions/latest/dg/service-quotas.html");

  /** A variable that may not be assigned yet. */
  public static final DiagnosticCode UNASSIGNED_VARIABLE =
      DiagnosticCode.of("ASL4101", "A variable that may not be assigned yet")
          .explained(
              "A variable can be read once a state before has assigned it, on every way "
                  + "to the reader. In a JSONPath state reading it too early fails the "
                  + "execution; in JSONata it gives nothing. States inside a distributed Map "
                  + "see no variables from outside, and nothing outside sees those assigned "
                  + "inside a Map or Parallel state.")
          .wrong(
              "{\"A\": {\"Type\": \"Pass\", \"Parameters\": {\"id.$\": \"$order\"}, \"End\":"
                  + " true}}")
          .right(
              "{\"A\": {\"Type\": \"Pass\", \"Assign\": {\"order.$\": \"$.order\"}, \"Next\":"
                  + " \"B\"}, \"B\": {\"Type\": \"Pass\", \"Parameters\": {\"id.$\": \"$order\"},"
                  + " \"End\": true}}")
          .source("https://docs.aws.amazon.com/step-functions/latest/dg/workflow-variables.html");

  /** A variable that nothing reads. */
  public static final DiagnosticCode UNREAD_VARIABLE =
      DiagnosticCode.of("ASL4102", "A variable that nothing reads")
          .explained(
              "The variable is assigned, but no state of its scope or inside it reads " + "it.")
          .wrong(
              "{\"A\": {\"Type\": \"Pass\", \"Assign\": {\"order.$\": \"$.order\"}, \"End\":"
                  + " true}}")
          .right(
              "{\"A\": {\"Type\": \"Pass\", \"Assign\": {\"order.$\": \"$.order\"}, \"Next\":"
                  + " \"B\"}, \"B\": {\"Type\": \"Pass\", \"Parameters\": {\"id.$\": \"$order\"},"
                  + " \"End\": true}}")
          .source("https://docs.aws.amazon.com/step-functions/latest/dg/workflow-variables.html");

  /** A function that JSONata does not have. */
  public static final DiagnosticCode UNKNOWN_FUNCTION =
      DiagnosticCode.of("ASL4103", "A function that JSONata does not have")
          .explained(
              "Neither JSONata nor Step Functions has a function of this name, and the "
                  + "expression does not bind one, so the call fails each time. `$eval` is "
                  + "not there on AWS.")
          .wrong(
              "{\"QueryLanguage\": \"JSONata\", \"StartAt\": \"A\", \"States\": {\"A\": {\"Type\": "
                  + "\"Pass\", \"Output\": \"{% $upper($states.input.name) %}\", \"End\": true}}}")
          .right(
              "{\"QueryLanguage\": \"JSONata\", \"StartAt\": \"A\", \"States\": {\"A\": {\"Type\":"
                  + " \"Pass\", \"Output\": \"{% $uppercase($states.input.name) %}\", \"End\":"
                  + " true}}}")
          .source("https://docs.aws.amazon.com/step-functions/latest/dg/transforming-data.html");

  /** A JSONata function with a wrong number of arguments. */
  public static final DiagnosticCode WRONG_ARGUMENT_COUNT =
      DiagnosticCode.of("ASL4104", "A JSONata function with a wrong number of arguments")
          .explained(
              "AWS accepts the definition, but the call fails each time it is " + "evaluated.")
          .wrong(
              "{\"QueryLanguage\": \"JSONata\", \"StartAt\": \"A\", \"States\": {\"A\": {\"Type\": "
                  + "\"Pass\", \"Output\": \"{% $substring($states.input.name, 1, 2, 3) %}\", "
                  + "\"End\": true}}}")
          .right(
              "{\"QueryLanguage\": \"JSONata\", \"StartAt\": \"A\", \"States\": {\"A\": {\"Type\":"
                  + " \"Pass\", \"Output\": \"{% $substring($states.input.name, 1, 2) %}\","
                  + " \"End\": true}}}")
          .source("https://docs.jsonata.org");

  /** A part that $states does not have. */
  public static final DiagnosticCode UNKNOWN_STATES_MEMBER =
      DiagnosticCode.of("ASL4105", "A part that $states does not have")
          .explained(
              "`$states` has `input`, `context`, `result` and `errorOutput`; anything "
                  + "else is nothing, and a field of nothing is nothing too.")
          .wrong(
              "{\"QueryLanguage\": \"JSONata\", \"StartAt\": \"A\", \"States\": {\"A\": {\"Type\": "
                  + "\"Pass\", \"Output\": \"{% $states.inputs.name %}\", \"End\": true}}}")
          .right(
              "{\"QueryLanguage\": \"JSONata\", \"StartAt\": \"A\", \"States\": {\"A\": {\"Type\": "
                  + "\"Pass\", \"Output\": \"{% $states.input.name %}\", \"End\": true}}}")
          .source("https://docs.aws.amazon.com/step-functions/latest/dg/transforming-data.html");

  /** A JSONPath in a JSONata state. */
  public static final DiagnosticCode PATH_IN_JSONATA =
      DiagnosticCode.of("ASL4106", "A JSONPath in a JSONata state")
          .explained(
              "In a JSONata state only texts in {% %} are evaluated; a path stands for "
                  + "itself, and a key that ends with `.$` keeps its ending.")
          .wrong(
              "{\"QueryLanguage\": \"JSONata\", \"StartAt\": \"A\", \"States\": {\"A\": {\"Type\": "
                  + "\"Pass\", \"Output\": {\"id.$\": \"$.order.id\"}, \"End\": true}}}")
          .right(
              "{\"QueryLanguage\": \"JSONata\", \"StartAt\": \"A\", \"States\": {\"A\": {\"Type\":"
                  + " \"Pass\", \"Output\": {\"id\": \"{% $states.input.order.id %}\"}, \"End\":"
                  + " true}}}")
          .source("https://docs.aws.amazon.com/step-functions/latest/dg/transforming-data.html");

  /** A JSONata expression in a JSONPath state. */
  public static final DiagnosticCode EXPRESSION_IN_JSONPATH =
      DiagnosticCode.of("ASL4107", "A JSONata expression in a JSONPath state")
          .explained(
              "In a JSONPath state nothing in {% %} is evaluated; the text stands for "
                  + "itself. The field `QueryLanguage` of the state or the machine changes "
                  + "that.")
          .wrong(
              "{\"A\": {\"Type\": \"Pass\", \"Parameters\": {\"id\": \"{% $states.input.order.id "
                  + "%}\"}, \"End\": true}}")
          .right(
              "{\"A\": {\"Type\": \"Pass\", \"QueryLanguage\": \"JSONata\", \"Output\": {\"id\":"
                  + " \"{% $states.input.order.id %}\"}, \"End\": true}}")
          .source("https://docs.aws.amazon.com/step-functions/latest/dg/transforming-data.html");

  /** A field that the context object does not have. */
  public static final DiagnosticCode UNKNOWN_CONTEXT_FIELD =
      DiagnosticCode.of("ASL4108", "A field that the context object does not have")
          .explained(
              "The context object has `Execution`, `State`, `StateMachine`, in places `Task` and "
                  + "`Map`, each with a few fields. In a JSONPath state reading another one fails "
                  + "the execution; in JSONata it gives nothing.")
          .wrong(
              "{\"A\": {\"Type\": \"Pass\", \"Parameters\": {\"id.$\": \"$$.Execution.Arn\"},"
                  + " \"End\": true}}")
          .right(
              "{\"A\": {\"Type\": \"Pass\", \"Parameters\": {\"id.$\": \"$$.Execution.Id\"},"
                  + " \"End\": true}}")
          .source(
              "https://docs.aws.amazon.com/step-functions/latest/dg/input-output-contextobject.html");

  /** A choice rule that an earlier one takes. */
  public static final DiagnosticCode REPEATED_RULE =
      DiagnosticCode.of("ASL5101", "A choice rule that an earlier one takes")
          .explained(
              "The first rule that holds is taken, and an earlier rule has the same "
                  + "condition, so this one never is.")
          .wrong(
              "{\"A\": {\"Type\": \"Choice\", \"Choices\": [{\"Variable\": \"$.a\", \"IsPresent\":"
                  + " true, \"Next\": \"B\"}, {\"Variable\": \"$.a\", \"IsPresent\": true,"
                  + " \"Next\": \"C\"}], \"Default\": \"B\"}, \"B\": {\"Type\": \"Succeed\"},"
                  + " \"C\": {\"Type\": \"Succeed\"}}")
          .right(
              "{\"A\": {\"Type\": \"Choice\", \"Choices\": [{\"Variable\": \"$.a\", \"IsPresent\":"
                  + " true, \"Next\": \"B\"}, {\"Variable\": \"$.b\", \"IsPresent\": true,"
                  + " \"Next\": \"C\"}], \"Default\": \"B\"}, \"B\": {\"Type\": \"Succeed\"},"
                  + " \"C\": {\"Type\": \"Succeed\"}}")
          .source("https://states-language.net/#choice-state");

  /** A retrier that can go on for hours. */
  public static final DiagnosticCode LONG_RETRY =
      DiagnosticCode.of("ASL6101", "A retrier that can go on for hours")
          .explained(
              "The delays of all attempts together come to an hour or more; from a day on this is "
                  + "a warning. Until then the execution neither fails nor tells anybody; "
                  + "`MaxDelaySeconds` or fewer `MaxAttempts` end it sooner.")
          .wrong(
              "{\"A\": {\"Type\": \"Task\", \"Resource\":"
                  + " \"arn:aws:states:::aws-sdk:s3:headObject\", \"TimeoutSeconds\": 9, \"Retry\":"
                  + " [{\"ErrorEquals\": [\"States.ALL\"], \"IntervalSeconds\": 60,"
                  + " \"MaxAttempts\": 12, \"BackoffRate\": 2}], \"End\": true}}")
          .right(
              "{\"A\": {\"Type\": \"Task\", \"Resource\":"
                  + " \"arn:aws:states:::aws-sdk:s3:headObject\", \"TimeoutSeconds\": 9, \"Retry\":"
                  + " [{\"ErrorEquals\": [\"States.ALL\"], \"IntervalSeconds\": 60,"
                  + " \"MaxAttempts\": 12, \"BackoffRate\": 2, \"MaxDelaySeconds\": 300}], \"End\":"
                  + " true}}")
          .source("https://states-language.net/#retrying-after-error");

  /** An error name that cannot match here. */
  public static final DiagnosticCode IMPOSSIBLE_ERROR =
      DiagnosticCode.of("ASL6102", "An error name that cannot match here")
          .explained(
              "Names that begin with `States.` are reserved, and no state of this kind "
                  + "fails with this one; the entry never matches.")
          .wrong(
              "{\"A\": {\"Type\": \"Task\", \"Resource\": "
                  + "\"arn:aws:states:::aws-sdk:s3:headObject\", \"TimeoutSeconds\": 9, \"Retry\": "
                  + "[{\"ErrorEquals\": [\"States.TimedOut\"]}], \"End\": true}}")
          .right(
              "{\"A\": {\"Type\": \"Task\", \"Resource\": "
                  + "\"arn:aws:states:::aws-sdk:s3:headObject\", \"TimeoutSeconds\": 9, \"Retry\": "
                  + "[{\"ErrorEquals\": [\"States.Timeout\"]}], \"End\": true}}")
          .source(
              "https://docs.aws.amazon.com/step-functions/latest/dg/concepts-error-handling.html");

  /** An error name that an earlier entry takes. */
  public static final DiagnosticCode SHADOWED_ERROR =
      DiagnosticCode.of("ASL6103", "An error name that an earlier entry takes")
          .explained(
              "The first retrier or catcher that matches is used, and an earlier one "
                  + "takes this error already.")
          .wrong(
              "{\"A\": {\"Type\": \"Task\", \"Resource\":"
                  + " \"arn:aws:states:::aws-sdk:s3:headObject\", \"TimeoutSeconds\": 9, \"Catch\":"
                  + " [{\"ErrorEquals\": [\"Busy\"], \"Next\": \"B\"}, {\"ErrorEquals\": [\"Busy\","
                  + " \"Gone\"], \"Next\": \"C\"}], \"End\": true}, \"B\": {\"Type\": \"Fail\"},"
                  + " \"C\": {\"Type\": \"Fail\"}}")
          .right(
              "{\"A\": {\"Type\": \"Task\", \"Resource\":"
                  + " \"arn:aws:states:::aws-sdk:s3:headObject\", \"TimeoutSeconds\": 9, \"Catch\":"
                  + " [{\"ErrorEquals\": [\"Busy\"], \"Next\": \"B\"}, {\"ErrorEquals\":"
                  + " [\"Gone\"], \"Next\": \"C\"}], \"End\": true}, \"B\": {\"Type\": \"Fail\"},"
                  + " \"C\": {\"Type\": \"Fail\"}}")
          .source("https://states-language.net/#retrying-after-error");

  /** An error that is retried before its own catcher sees it. */
  public static final DiagnosticCode RETRIED_BEFORE_CAUGHT =
      DiagnosticCode.of("ASL6104", "An error that is retried before its own catcher sees it")
          .explained(
              "A retrier of `States.ALL` or `States.TaskFailed` also repeats the errors "
                  + "that a catcher names. Where they are final, such as a refused payment, a "
                  + "retrier of their own with no attempts before it hands them on at once.")
          .wrong(
              "{\"A\": {\"Type\": \"Task\", \"Resource\":"
                  + " \"arn:aws:states:::aws-sdk:s3:headObject\", \"TimeoutSeconds\": 9, \"Retry\":"
                  + " [{\"ErrorEquals\": [\"States.ALL\"]}], \"Catch\": [{\"ErrorEquals\":"
                  + " [\"CardRefused\"], \"Next\": \"B\"}], \"End\": true}, \"B\": {\"Type\":"
                  + " \"Fail\"}}")
          .right(
              "{\"A\": {\"Type\": \"Task\", \"Resource\":"
                  + " \"arn:aws:states:::aws-sdk:s3:headObject\", \"TimeoutSeconds\": 9, \"Retry\":"
                  + " [{\"ErrorEquals\": [\"CardRefused\"], \"MaxAttempts\": 0}, {\"ErrorEquals\":"
                  + " [\"States.ALL\"]}], \"Catch\": [{\"ErrorEquals\": [\"CardRefused\"],"
                  + " \"Next\": \"B\"}], \"End\": true}, \"B\": {\"Type\": \"Fail\"}}")
          .source("https://states-language.net/#retrying-after-error");

  /** A longest delay below the first. */
  public static final DiagnosticCode SMALL_MAX_DELAY =
      DiagnosticCode.of("ASL6105", "A longest delay below the first")
          .explained(
              "`MaxDelaySeconds` is below `IntervalSeconds`, so it cuts already the "
                  + "first delay, and `BackoffRate` has no effect.")
          .wrong(
              "{\"A\": {\"Type\": \"Task\", \"Resource\": "
                  + "\"arn:aws:states:::aws-sdk:s3:headObject\", \"TimeoutSeconds\": 9, \"Retry\": "
                  + "[{\"ErrorEquals\": [\"States.ALL\"], \"IntervalSeconds\": 30, "
                  + "\"MaxDelaySeconds\": 10}], \"End\": true}}")
          .right(
              "{\"A\": {\"Type\": \"Task\", \"Resource\": "
                  + "\"arn:aws:states:::aws-sdk:s3:headObject\", \"TimeoutSeconds\": 9, \"Retry\": "
                  + "[{\"ErrorEquals\": [\"States.ALL\"], \"IntervalSeconds\": 10, "
                  + "\"MaxDelaySeconds\": 30}], \"End\": true}}")
          .source("https://states-language.net/#retrying-after-error");

  /** A Lambda call without a retry of passing errors. */
  public static final DiagnosticCode UNRETRIED_LAMBDA =
      DiagnosticCode.of("ASL6106", "A Lambda call without a retry of passing errors")
          .explained(
              "Lambda now and then fails for reasons of its own and works a second "
                  + "later. AWS advises to retry `Lambda.ServiceException`, "
                  + "`Lambda.AWSLambdaException`, `Lambda.SdkClientException` and "
                  + "`Lambda.TooManyRequestsException`.")
          .wrong(
              "{\"A\": {\"Type\": \"Task\", \"Resource\": \"arn:aws:states:::lambda:invoke\","
                  + " \"Parameters\": {\"FunctionName\": \"f\"}, \"TimeoutSeconds\": 9, \"End\":"
                  + " true}}")
          .right(
              "{\"A\": {\"Type\": \"Task\", \"Resource\": \"arn:aws:states:::lambda:invoke\","
                  + " \"Parameters\": {\"FunctionName\": \"f\"}, \"TimeoutSeconds\": 9, \"Retry\":"
                  + " [{\"ErrorEquals\": [\"Lambda.ServiceException\","
                  + " \"Lambda.AWSLambdaException\", \"Lambda.SdkClientException\","
                  + " \"Lambda.TooManyRequestsException\"], \"JitterStrategy\": \"FULL\"}],"
                  + " \"End\": true}}")
          .source("https://docs.aws.amazon.com/step-functions/latest/dg/sfn-best-practices.html");

  /** A field that only a distributed Map heeds. */
  public static final DiagnosticCode INLINE_MAP_FIELD =
      DiagnosticCode.of("ASL7101", "A field that only a distributed Map heeds")
          .explained("The field belongs to a Map in distributed mode; this one is inline.")
          .wrong(
              "{\"A\": {\"Type\": \"Map\", \"ToleratedFailureCount\": 3, \"ItemProcessor\":"
                  + " {\"StartAt\": \"B\", \"States\": {\"B\": {\"Type\": \"Pass\", \"End\":"
                  + " true}}}, \"End\": true}}")
          .right(
              "{\"A\": {\"Type\": \"Map\", \"ToleratedFailureCount\": 3, \"ResultPath\": null,"
                  + " \"ItemProcessor\": {\"ProcessorConfig\": {\"Mode\": \"DISTRIBUTED\","
                  + " \"ExecutionType\": \"STANDARD\"}, \"StartAt\": \"B\", \"States\": {\"B\":"
                  + " {\"Type\": \"Pass\", \"End\": true}}}, \"End\": true}}")
          .source(
              "https://docs.aws.amazon.com/step-functions/latest/dg/state-map-distributed.html");

  /** A distributed Map whose results all go into the output. */
  public static final DiagnosticCode UNBOUNDED_RESULT =
      DiagnosticCode.of("ASL7102", "A distributed Map whose results all go into the output")
          .explained(
              "The results of all child executions together become the result of the "
                  + "state. Beyond 256 KiB it fails with States.DataLimitExceeded after all "
                  + "the work is done; a `ResultWriter` puts them into a bucket.")
          .wrong(
              "{\"A\": {\"Type\": \"Map\", \"ItemProcessor\": {\"ProcessorConfig\": {\"Mode\":"
                  + " \"DISTRIBUTED\", \"ExecutionType\": \"STANDARD\"}, \"StartAt\": \"B\","
                  + " \"States\": {\"B\": {\"Type\": \"Pass\", \"End\": true}}}, \"End\": true}}")
          .right(
              "{\"A\": {\"Type\": \"Map\", \"ItemProcessor\": {\"ProcessorConfig\": {\"Mode\":"
                  + " \"DISTRIBUTED\", \"ExecutionType\": \"STANDARD\"}, \"StartAt\": \"B\","
                  + " \"States\": {\"B\": {\"Type\": \"Pass\", \"End\": true}}}, \"ResultWriter\":"
                  + " {\"Resource\": \"arn:aws:states:::s3:putObject\", \"Parameters\":"
                  + " {\"Bucket\": \"results\", \"Prefix\": \"run\"}}, \"End\": true}}")
          .source(
              "https://docs.aws.amazon.com/step-functions/latest/dg/input-output-resultwriter.html");

  /** A Task without a timeout. */
  public static final DiagnosticCode NO_TIMEOUT =
      DiagnosticCode.of("ASL8101", "A Task without a timeout")
          .explained(
              "Without `TimeoutSeconds` a task may take 99,999,999 seconds, more than "
                  + "three years, if its service never answers.")
          .wrong(
              "{\"A\": {\"Type\": \"Task\", \"Resource\": "
                  + "\"arn:aws:states:::aws-sdk:s3:headObject\", \"End\": true}}")
          .right(
              "{\"A\": {\"Type\": \"Task\", \"Resource\": "
                  + "\"arn:aws:states:::aws-sdk:s3:headObject\", \"TimeoutSeconds\": 30, \"End\": "
                  + "true}}")
          .source("https://docs.aws.amazon.com/step-functions/latest/dg/sfn-stuck-execution.html");

  /** A callback or activity that is waited for without limit. */
  public static final DiagnosticCode ENDLESS_CALLBACK =
      DiagnosticCode.of("ASL8102", "A callback or activity that is waited for without limit")
          .explained(
              "If nobody sends the task token back, or no worker polls, the execution "
                  + "stands still for a year. `TimeoutSeconds` or `HeartbeatSeconds` ends "
                  + "that.")
          .wrong(
              "{\"A\": {\"Type\": \"Task\", \"Resource\":"
                  + " \"arn:aws:states:::sqs:sendMessage.waitForTaskToken\", \"Parameters\":"
                  + " {\"QueueUrl\": \"https://q\", \"MessageBody\": {\"token.$\":"
                  + " \"$$.Task.Token\"}}, \"End\": true}}")
          .right(
              "{\"A\": {\"Type\": \"Task\", \"Resource\":"
                  + " \"arn:aws:states:::sqs:sendMessage.waitForTaskToken\", \"Parameters\":"
                  + " {\"QueueUrl\": \"https://q\", \"MessageBody\": {\"token.$\":"
                  + " \"$$.Task.Token\"}}, \"TimeoutSeconds\": 3600, \"End\": true}}")
          .source("https://docs.aws.amazon.com/step-functions/latest/dg/sfn-stuck-execution.html");

  /** A callback without its task token. */
  public static final DiagnosticCode NO_TASK_TOKEN =
      DiagnosticCode.of("ASL8103", "A callback without its task token")
          .explained(
              "The state waits for a task token that it never hands out: nothing in its "
                  + "arguments reads `$$.Task.Token`, in JSONata "
                  + "`$states.context.Task.Token`.")
          .wrong(
              "{\"A\": {\"Type\": \"Task\", \"Resource\":"
                  + " \"arn:aws:states:::sqs:sendMessage.waitForTaskToken\", \"Parameters\":"
                  + " {\"QueueUrl\": \"https://q\", \"MessageBody\": \"hello\"},"
                  + " \"TimeoutSeconds\": 3600, \"End\": true}}")
          .right(
              "{\"A\": {\"Type\": \"Task\", \"Resource\":"
                  + " \"arn:aws:states:::sqs:sendMessage.waitForTaskToken\", \"Parameters\":"
                  + " {\"QueueUrl\": \"https://q\", \"MessageBody\": {\"token.$\":"
                  + " \"$$.Task.Token\"}}, \"TimeoutSeconds\": 3600, \"End\": true}}")
          .source("https://docs.aws.amazon.com/step-functions/latest/dg/connect-to-resource.html");

  /** An SDK call that AWS is not known to have. */
  public static final DiagnosticCode UNKNOWN_SDK_CALL =
      DiagnosticCode.of("ASL8104", "An SDK call that AWS is not known to have")
          .explained(
              "AWS refuses calls of services and actions that it does not have. New ones appear "
                  + "every week, so what is not listed here may still be right.")
          .wrong(
              "{\"A\": {\"Type\": \"Task\", \"Resource\":"
                  + " \"arn:aws:states:::aws-sdk:sqs:purgeQueues\", \"TimeoutSeconds\": 9,"
                  + " \"End\": true}}")
          .right(
              "{\"A\": {\"Type\": \"Task\", \"Resource\":"
                  + " \"arn:aws:states:::aws-sdk:sqs:purgeQueue\", \"TimeoutSeconds\": 9,"
                  + " \"End\": true}}")
          .source(
              "https://docs.aws.amazon.com/step-functions/latest/dg/supported-services-awssdk.html");

  /** A history above 25,000 events. */
  public static final DiagnosticCode LONG_HISTORY =
      DiagnosticCode.of("ASL9101", "A history above 25,000 events")
          .explained(
              "A Standard execution fails when its history reaches 25,000 events. The "
                  + "estimate counts the longest way through, every retry, Maps of known size "
                  + "and loops whose turns a timeout bounds. A distributed Map, or a nested "
                  + "execution, has a history of its own for each part.")
          .wrong(
              "{\"QueryLanguage\": \"JSONata\", \"StartAt\": \"A\", \"States\": {\"A\": {\"Type\":"
                  + " \"Map\", \"Items\": \"{% [1..20000] %}\", \"ItemProcessor\": {\"StartAt\":"
                  + " \"B\", \"States\": {\"B\": {\"Type\": \"Pass\", \"End\": true}}}, \"End\":"
                  + " true}}}")
          .right(
              "{\"QueryLanguage\": \"JSONata\", \"StartAt\": \"A\", \"States\": {\"A\": {\"Type\":"
                  + " \"Map\", \"Items\": \"{% [1..2000] %}\", \"ItemProcessor\": {\"StartAt\":"
                  + " \"B\", \"States\": {\"B\": {\"Type\": \"Pass\", \"End\": true}}}, \"End\":"
                  + " true}}}")
          .source("https://docs.aws.amazon.com/step-functions/latest/dg/service-quotas.html");

  /** What one run costs. */
  public static final DiagnosticCode COST =
      DiagnosticCode.of("ASL9102", "What one run costs")
          .explained(
              "State transitions of one run as a Standard machine and their price, from "
                  + "the shortest to the longest way through without errors, and what the "
                  + "same run is charged as an Express machine. Loops count as one turn and "
                  + "Maps of unknown size as one item; the message says so where it matters. "
                  + "Only told on request.")
          .source("https://aws.amazon.com/step-functions/pricing/");

  private static final List<DiagnosticCode> ALL =
      List.of(
          LOOP_WITHOUT_EXIT,
          ISLAND,
          BUSY_POLLING,
          NO_DEFAULT,
          WAIT_IN_THE_PAST,
          GROWING_PAYLOAD,
          UNASSIGNED_VARIABLE,
          UNREAD_VARIABLE,
          UNKNOWN_FUNCTION,
          WRONG_ARGUMENT_COUNT,
          UNKNOWN_STATES_MEMBER,
          PATH_IN_JSONATA,
          EXPRESSION_IN_JSONPATH,
          UNKNOWN_CONTEXT_FIELD,
          REPEATED_RULE,
          LONG_RETRY,
          IMPOSSIBLE_ERROR,
          SHADOWED_ERROR,
          RETRIED_BEFORE_CAUGHT,
          SMALL_MAX_DELAY,
          UNRETRIED_LAMBDA,
          INLINE_MAP_FIELD,
          UNBOUNDED_RESULT,
          NO_TIMEOUT,
          ENDLESS_CALLBACK,
          NO_TASK_TOKEN,
          UNKNOWN_SDK_CALL,
          LONG_HISTORY,
          COST);

  private LintCodes() {}

  /** All of them in the order of their ids. */
  public static List<DiagnosticCode> all() {
    return ALL;
  }
}
