package io.asl4j.core.parse;

import io.asl4j.core.diagnostic.DiagnosticCode;
import java.util.List;

/**
 * Every kind of finding about a definition, with its stable code.
 *
 * <p>A code once released never changes its meaning. The first digit tells the subject: 1
 * structure, 2 transitions, 3 paths and templates, 4 JSONata and variables, 5 choice rules, 6 retry
 * and catch, 7 Map and Parallel, 8 resources, 9 limits.
 */
public final class Codes {

  /** The text is not JSON or YAML. */
  public static final DiagnosticCode NOT_JSON =
      DiagnosticCode.of("ASL1001", "The text is not JSON or YAML")
          .explained(
              "A definition is one JSON object, or the same in YAML. Nothing else can be checked"
                  + " before the text can be read.")
          .wrong("{\"StartAt\": \"A\",}")
          .right("{\"StartAt\": \"A\"}")
          .source("https://www.rfc-editor.org/rfc/rfc8259")
          .aws("INVALID_JSON_DESCRIPTION");

  /** The definition is not an object. */
  public static final DiagnosticCode NOT_AN_OBJECT =
      DiagnosticCode.of("ASL1002", "The definition is not an object")
          .explained("A definition is one JSON object with the fields `StartAt` and `States`.")
          .wrong("[]")
          .right("{\"StartAt\": \"A\", \"States\": {\"A\": {\"Type\": \"Succeed\"}}}")
          .source("https://states-language.net/#toplevelfields")
          .aws("SCHEMA_VALIDATION_FAILED");

  /** The same key twice in one object. */
  public static final DiagnosticCode DUPLICATE_KEY =
      DiagnosticCode.of("ASL1003", "The same key twice in one object")
          .explained(
              "Only the last of two fields with the same key counts, which is seldom what the"
                  + " author meant. Keep one of them.")
          .wrong("{\"ResultPath\": \"$.a\", \"ResultPath\": \"$.b\"}")
          .right("{\"ResultPath\": \"$.b\"}")
          .source("https://www.rfc-editor.org/rfc/rfc8259#section-4");

  /** A field is missing. */
  public static final DiagnosticCode REQUIRED_FIELD =
      DiagnosticCode.of("ASL1004", "A field is missing")
          .explained("The object cannot be understood without this field.")
          .wrong("{\"Type\": \"Task\", \"End\": true}")
          .right(
              "{\"Type\": \"Task\", \"Resource\": \"arn:aws:states:::sns:publish\", \"End\": true}")
          .source("https://states-language.net/#state-type-table")
          .aws("SCHEMA_VALIDATION_FAILED");

  /** A field that this object does not have. */
  public static final DiagnosticCode UNKNOWN_FIELD =
      DiagnosticCode.of("ASL1005", "A field that this object does not have")
          .explained(
              "AWS refuses fields that it does not know, so that a misspelt one is not overlooked."
                  + " Remarks go into `Comment`.")
          .wrong("{\"Type\": \"Pass\", \"TimeoutSeconds\": 5, \"End\": true}")
          .right("{\"Type\": \"Pass\", \"End\": true}")
          .source("https://states-language.net/#state-type-table")
          .aws("SCHEMA_VALIDATION_FAILED");

  /** A value of the wrong type. */
  public static final DiagnosticCode WRONG_TYPE =
      DiagnosticCode.of("ASL1006", "A value of the wrong type")
          .explained("The field takes another type of JSON value. Numbers stand without quotes.")
          .wrong("{\"TimeoutSeconds\": \"60\"}")
          .right("{\"TimeoutSeconds\": 60}")
          .source("https://states-language.net/#state-type-table")
          .aws("SCHEMA_VALIDATION_FAILED");

  /** An empty array or object. */
  public static final DiagnosticCode EMPTY_VALUE =
      DiagnosticCode.of("ASL1007", "An empty array or object")
          .explained("The field must hold at least one element.")
          .wrong("{\"ErrorEquals\": []}")
          .right("{\"ErrorEquals\": [\"States.ALL\"]}")
          .source("https://states-language.net/")
          .aws("SCHEMA_VALIDATION_FAILED");

  /** A word that the field does not take. */
  public static final DiagnosticCode NOT_ALLOWED =
      DiagnosticCode.of("ASL1008", "A word that the field does not take")
          .explained("The field takes a few words only, in exactly this spelling.")
          .wrong("{\"Type\": \"pass\"}")
          .right("{\"Type\": \"Pass\"}")
          .source("https://states-language.net/")
          .aws("SCHEMA_VALIDATION_FAILED");

  /** A number that is too small or too big. */
  public static final DiagnosticCode OUT_OF_RANGE =
      DiagnosticCode.of("ASL1009", "A number that is too small or too big")
          .explained("The field takes numbers of a certain range only.")
          .wrong("{\"TimeoutSeconds\": 0}")
          .right("{\"TimeoutSeconds\": 60}")
          .source("https://states-language.net/")
          .aws("SCHEMA_VALIDATION_FAILED");

  /** Fields that shut each other out. */
  public static final DiagnosticCode EXCLUSIVE_FIELDS =
      DiagnosticCode.of("ASL1010", "Fields that shut each other out")
          .explained(
              "Only one of these fields can be there; which of them should count could not be"
                  + " told.")
          .wrong("{\"Seconds\": 5, \"SecondsPath\": \"$.s\"}")
          .right("{\"Seconds\": 5}")
          .source("https://states-language.net/")
          .aws("SCHEMA_VALIDATION_FAILED");

  /** A field of the other query language. */
  public static final DiagnosticCode OTHER_LANGUAGE_FIELD =
      DiagnosticCode.of("ASL1011", "A field of the other query language")
          .explained(
              "A state has the fields of its query language only. Its query language is its own"
                  + " `QueryLanguage`, else that of the machine; never that of a Map or Parallel"
                  + " state around it.")
          .wrong("{\"Type\": \"Pass\", \"Output\": 1, \"End\": true}")
          .right(
              "{\"Type\": \"Pass\", \"QueryLanguage\": \"JSONata\", \"Output\": 1, \"End\": true}")
          .source("https://states-language.net/#jsonata")
          .aws("SCHEMA_VALIDATION_FAILED");

  /** A JSONPath state in a JSONata machine. */
  public static final DiagnosticCode LANGUAGE_DOWNGRADE =
      DiagnosticCode.of("ASL1012", "A JSONPath state in a JSONata machine")
          .explained(
              "In a JSONPath machine single states may use JSONata, but not the other way round.")
          .wrong(
              "{\"QueryLanguage\": \"JSONata\", \"States\":"
                  + " {\"A\": {\"Type\": \"Succeed\", \"QueryLanguage\": \"JSONPath\"}}}")
          .right(
              "{\"QueryLanguage\": \"JSONPath\", \"States\": {\"A\": {\"Type\":"
                  + " \"Succeed\"}}}")
          .source("https://docs.aws.amazon.com/step-functions/latest/dg/transforming-data.html")
          .aws("SCHEMA_VALIDATION_FAILED");

  /** Not an RFC 3339 timestamp. */
  public static final DiagnosticCode TIMESTAMP =
      DiagnosticCode.of("ASL1013", "Not an RFC 3339 timestamp")
          .explained(
              "A timestamp has a date that exists, an upper-case T, a time, and an upper-case Z or"
                  + " a numeric offset.")
          .wrong("{\"Timestamp\": \"2030-01-31 08:00\"}")
          .right("{\"Timestamp\": \"2030-01-31T08:00:00Z\"}")
          .source("https://states-language.net/#timestamps")
          .aws("SCHEMA_VALIDATION_FAILED");

  /** A state name that is too long or empty. */
  public static final DiagnosticCode STATE_NAME =
      DiagnosticCode.of("ASL1014", "A state name that is too long or empty")
          .explained("The name of a state has 1 to 80 characters.")
          .wrong("{\"States\": {\"\": {\"Type\": \"Succeed\"}}}")
          .right("{\"States\": {\"Done\": {\"Type\": \"Succeed\"}}}")
          .source("https://states-language.net/#states-fields")
          .aws("INVALID_STATE_NAME");

  /** Two states of the same name. */
  public static final DiagnosticCode DUPLICATE_STATE_NAME =
      DiagnosticCode.of("ASL1015", "Two states of the same name")
          .explained(
              "State names are unique in the whole machine, also across branches and item"
                  + " processors, because histories and tools name states by them.")
          .wrong("{\"A\": {\"Type\": \"Pass\"}, \"A\": {\"Type\": \"Pass\"}}")
          .right("{\"A\": {\"Type\": \"Pass\"}, \"B\": {\"Type\": \"Pass\"}}")
          .source("https://states-language.net/#states-fields")
          .aws("DUPLICATE_STATE_NAME");

  /** Neither or both of Next and End. */
  public static final DiagnosticCode NEXT_OR_END =
      DiagnosticCode.of("ASL2001", "Neither or both of Next and End")
          .explained(
              "Task, Pass, Wait, Parallel and Map states go on to another state or end their scope:"
                  + " they have exactly one of `Next` and \"End\": true.")
          .wrong("{\"Type\": \"Pass\"}")
          .right("{\"Type\": \"Pass\", \"End\": true}")
          .source("https://states-language.net/#transition")
          .aws("SCHEMA_VALIDATION_FAILED");

  /** A state that is never reached. */
  public static final DiagnosticCode UNREACHABLE_STATE =
      DiagnosticCode.of("ASL2002", "A state that is never reached")
          .explained("No transition and no `StartAt` names the state, so it can never run.")
          .wrong(
              "{\"StartAt\": \"A\", \"States\": {\"A\": {\"Type\": \"Succeed\"}, \"B\": {\"Type\":"
                  + " \"Succeed\"}}}")
          .right(
              "{\"StartAt\": \"A\", \"States\": {\"A\": {\"Type\": \"Pass\", \"Next\": \"B\"},"
                  + " \"B\": {\"Type\": \"Succeed\"}}}")
          .source("https://states-language.net/#transition")
          .aws("MISSING_TRANSITION_TARGET");

  /** A scope that cannot end. */
  public static final DiagnosticCode NO_TERMINAL_STATE =
      DiagnosticCode.of("ASL2003", "A scope that cannot end")
          .explained(
              "A machine, a branch or an item processor needs a state with \"End\": true, or a"
                  + " Succeed or Fail state.")
          .wrong("{\"A\": {\"Type\": \"Pass\", \"Next\": \"A\"}}")
          .right("{\"A\": {\"Type\": \"Pass\", \"End\": true}}")
          .source("https://states-language.net/#terminal-state")
          .aws("MISSING_END_STATE");

  /** A transition goes to a state that does not exist. */
  public static final DiagnosticCode MISSING_TARGET =
      DiagnosticCode.of("ASL2004", "A transition goes to a state that does not exist")
          .explained(
              "`StartAt`, `Next` and `Default` name a state of the same `States` object, in exactly"
                  + " its spelling; nothing leads into or out of a branch or an item processor.")
          .wrong("{\"Next\": \"Shipp\"}")
          .right("{\"Next\": \"Ship\"}")
          .source("https://states-language.net/#transition")
          .aws("MISSING_TRANSITION_TARGET");

  /** Not a JSONPath. */
  public static final DiagnosticCode PATH =
      DiagnosticCode.of("ASL3001", "Not a JSONPath")
          .explained(
              "A path begins with `$` (the input), `$$` (the context object) or `$name` (a"
                  + " variable).")
          .wrong("{\"InputPath\": \"order\"}")
          .right("{\"InputPath\": \"$.order\"}")
          .source("https://states-language.net/#path")
          .aws("SCHEMA_VALIDATION_FAILED");

  /** Not a reference path. */
  public static final DiagnosticCode REFERENCE_PATH =
      DiagnosticCode.of("ASL3002", "Not a reference path")
          .explained(
              "The field needs a path that leads to exactly one place: no wildcard, filter, slice"
                  + " or deep scan. `ResultPath` goes into the input only.")
          .wrong("{\"ResultPath\": \"$.a[*]\"}")
          .right("{\"ResultPath\": \"$.a\"}")
          .source("https://states-language.net/#ref-paths")
          .aws("SCHEMA_VALIDATION_FAILED");

  /** Not a call of an intrinsic function. */
  public static final DiagnosticCode INTRINSIC =
      DiagnosticCode.of("ASL3003", "Not a call of an intrinsic function")
          .explained(
              "A call names one of the functions `States.*` and gives it the right number of paths,"
                  + " single-quoted strings, numbers or further calls.")
          .wrong("{\"a.$\": \"States.Formatt('{}', $.b)\"}")
          .right("{\"a.$\": \"States.Format('{}', $.b)\"}")
          .source("https://states-language.net/#appendix-b")
          .aws("SCHEMA_VALIDATION_FAILED");

  /** Two keys that become one. */
  public static final DiagnosticCode DUPLICATE_PAYLOAD_KEY =
      DiagnosticCode.of("ASL3004", "Two keys that become one")
          .explained(
              "When `.$` is taken away from a key, another field of the same object has the same"
                  + " name already.")
          .wrong("{\"a\": 1, \"a.$\": \"$.b\"}")
          .right("{\"a.$\": \"$.b\"}")
          .source("https://states-language.net/#payload-template")
          .aws("SCHEMA_VALIDATION_FAILED");

  /** A query under a key that is not evaluated. */
  public static final DiagnosticCode NO_DOLLAR =
      DiagnosticCode.of("ASL3005", "A query under a key that is not evaluated")
          .explained(
              "In a payload template only keys that end with `.$` are evaluated; others are passed"
                  + " on as they stand.")
          .wrong("{\"id\": \"$.order.id\"}")
          .right("{\"id.$\": \"$.order.id\"}")
          .source(
              "https://docs.aws.amazon.com/step-functions/latest/apireference/API_ValidateStateMachineDefinitionDiagnostic.html")
          .aws("NO_DOLLAR");

  /** A path in a field that takes a plain value. */
  public static final DiagnosticCode NO_PATH =
      DiagnosticCode.of("ASL3006", "A path in a field that takes a plain value")
          .explained(
              "The value looks like a path, but only the field of the same name with `Path` at its"
                  + " end reads one.")
          .wrong("{\"StringEquals\": \"$.other\"}")
          .right("{\"StringEqualsPath\": \"$.other\"}")
          .source(
              "https://docs.aws.amazon.com/step-functions/latest/apireference/API_ValidateStateMachineDefinitionDiagnostic.html")
          .aws("NO_PATH");

  /** A path in the result of a Pass state. */
  public static final DiagnosticCode RESULT_IS_STATIC =
      DiagnosticCode.of("ASL3007", "A path in the result of a Pass state")
          .explained(
              "`Result` is a constant, nothing in it is evaluated; `Parameters` makes a result from"
                  + " the input.")
          .wrong("{\"Result\": {\"id.$\": \"$.order.id\"}}")
          .right("{\"Parameters\": {\"id.$\": \"$.order.id\"}}")
          .source(
              "https://docs.aws.amazon.com/step-functions/latest/apireference/API_ValidateStateMachineDefinitionDiagnostic.html")
          .aws("PASS_RESULT_IS_STATIC");

  /** Arguments that an intrinsic function cannot take. */
  public static final DiagnosticCode INTRINSIC_ARGUMENTS =
      DiagnosticCode.of("ASL3008", "Arguments that an intrinsic function cannot take")
          .explained(
              "The number of arguments, their types or their values are not those that the function"
                  + " is documented with, so the call fails each time it is evaluated.")
          .wrong("{\"a.$\": \"States.ArrayLength()\"}")
          .right("{\"a.$\": \"States.ArrayLength($.items)\"}")
          .source("https://docs.aws.amazon.com/step-functions/latest/dg/intrinsic-functions.html")
          .aws("SCHEMA_VALIDATION_FAILED");

  /** Not a JSONata expression. */
  public static final DiagnosticCode JSONATA_SYNTAX =
      DiagnosticCode.of("ASL4001", "Not a JSONata expression")
          .explained("The text between {% and %} cannot be read as JSONata.")
          .wrong("{\"Output\": \"{% 1 + %}\"}")
          .right("{\"Output\": \"{% 1 + 1 %}\"}")
          .source("https://docs.jsonata.org")
          .aws("INVALID_JSONATA_EXPRESSION");

  /** A reference that JSONata cannot resolve here. */
  public static final DiagnosticCode JSONATA_REFERENCE =
      DiagnosticCode.of("ASL4002", "A reference that JSONata cannot resolve here")
          .explained(
              "A state's expressions have no context value: what they read begins with `$states` or"
                  + " a variable. `$states.result` and `$states.errorOutput` exist only in `Output`"
                  + " and `Assign`, of the state and of its catchers.")
          .wrong("{\"Output\": \"{% order.id %}\"}")
          .right("{\"Output\": \"{% $states.input.order.id %}\"}")
          .source("https://docs.aws.amazon.com/step-functions/latest/dg/transforming-data.html")
          .aws("UNSUPPORTED_JSONATA_EXPRESSION");

  /** An expression that is not opened or not closed. */
  public static final DiagnosticCode HALF_OPEN_EXPRESSION =
      DiagnosticCode.of("ASL4003", "An expression that is not opened or not closed")
          .explained(
              "A string is an expression if it begins with {% and ends with %}, with no blank"
                  + " outside.")
          .wrong("{\"Output\": \"{% $states.input \"}")
          .right("{\"Output\": \"{% $states.input %}\"}")
          .source("https://docs.aws.amazon.com/step-functions/latest/dg/transforming-data.html")
          .aws("SCHEMA_VALIDATION_FAILED");

  /** Not a name for a variable. */
  public static final DiagnosticCode VARIABLE_NAME =
      DiagnosticCode.of("ASL4004", "Not a name for a variable")
          .explained(
              "A variable's name begins with a letter, goes on with letters, digits and"
                  + " underscores, and has at most 80 characters; `states` is reserved.")
          .wrong("{\"Assign\": {\"my-var\": 1}}")
          .right("{\"Assign\": {\"myVar\": 1}}")
          .source("https://docs.aws.amazon.com/step-functions/latest/dg/workflow-variables.html")
          .aws("SCHEMA_VALIDATION_FAILED");

  /** A variable that a distributed Map hides. */
  public static final DiagnosticCode HIDDEN_VARIABLE =
      DiagnosticCode.of("ASL4005", "A variable that a distributed Map hides")
          .explained(
              "The items of a distributed Map run as executions of their own, which see no variable"
                  + " from outside. `ItemSelector` and `ItemBatcher` can read them, and hand their"
                  + " values in.")
          .wrong(
              "{\"A\": {\"Type\": \"Pass\", \"Assign\": {\"rate\": 2}, \"Next\": \"B\"}, \"B\":"
                  + " {\"Type\": \"Map\", \"ItemProcessor\": {\"ProcessorConfig\": {\"Mode\":"
                  + " \"DISTRIBUTED\", \"ExecutionType\": \"STANDARD\"}, \"StartAt\": \"C\","
                  + " \"States\": {\"C\": {\"Type\": \"Pass\", \"Parameters\": {\"rate.$\":"
                  + " \"$rate\"}, \"End\": true}}}, \"End\": true}}")
          .right(
              "{\"A\": {\"Type\": \"Pass\", \"Assign\": {\"rate\": 2}, \"Next\": \"B\"}, \"B\":"
                  + " {\"Type\": \"Map\", \"ItemSelector\": {\"rate.$\": \"$rate\"},"
                  + " \"ItemProcessor\": {\"ProcessorConfig\": {\"Mode\": \"DISTRIBUTED\","
                  + " \"ExecutionType\": \"STANDARD\"}, \"StartAt\": \"C\", \"States\": {\"C\":"
                  + " {\"Type\": \"Pass\", \"Parameters\": {\"rate.$\": \"$.rate\"}, \"End\":"
                  + " true}}}, \"End\": true}}")
          .source("https://docs.aws.amazon.com/step-functions/latest/dg/workflow-variables.html")
          .aws("SCHEMA_VALIDATION_FAILED");

  /** The name of a variable that an outer scope has. */
  public static final DiagnosticCode OUTER_VARIABLE_NAME =
      DiagnosticCode.of("ASL4006", "The name of a variable that an outer scope has")
          .explained(
              "States inside a Map or Parallel state read the variables of the scopes around them,"
                  + " but cannot assign them, so the name is taken. What is assigned inside ends"
                  + " with the scope; the Map or Parallel state itself can assign what comes out.")
          .wrong(
              "{\"A\": {\"Type\": \"Pass\", \"Assign\": {\"n\": 0}, \"Next\": \"B\"}, \"B\":"
                  + " {\"Type\": \"Map\", \"ItemProcessor\": {\"StartAt\": \"C\", \"States\":"
                  + " {\"C\": {\"Type\": \"Pass\", \"Assign\": {\"n\": 1}, \"End\": true}}},"
                  + " \"End\": true}}")
          .right(
              "{\"A\": {\"Type\": \"Pass\", \"Assign\": {\"n\": 0}, \"Next\": \"B\"}, \"B\":"
                  + " {\"Type\": \"Map\", \"ItemProcessor\": {\"StartAt\": \"C\", \"States\":"
                  + " {\"C\": {\"Type\": \"Pass\", \"Assign\": {\"inner\": 1}, \"End\": true}}},"
                  + " \"End\": true}}")
          .source("https://docs.aws.amazon.com/step-functions/latest/dg/workflow-variables.html")
          .aws("SCHEMA_VALIDATION_FAILED");

  /** Not exactly one operator in a choice rule. */
  public static final DiagnosticCode ONE_OPERATOR =
      DiagnosticCode.of("ASL5001", "Not exactly one operator in a choice rule")
          .explained(
              "A choice rule of JSONPath has one comparison operator with a `Variable`, or one of"
                  + " `And`, `Or` and `Not` without.")
          .wrong("{\"Variable\": \"$.a\", \"Next\": \"B\"}")
          .right("{\"Variable\": \"$.a\", \"IsPresent\": true, \"Next\": \"B\"}")
          .source("https://states-language.net/#choice-state")
          .aws("SCHEMA_VALIDATION_FAILED");

  /** States.ALL not alone or not last. */
  public static final DiagnosticCode STATES_ALL =
      DiagnosticCode.of("ASL6001", "States.ALL not alone or not last")
          .explained(
              "`States.ALL` takes every error that is left, so it stands alone in its"
                  + " `ErrorEquals`, and in the last retrier or catcher.")
          .wrong("[{\"ErrorEquals\": [\"States.ALL\"]}, {\"ErrorEquals\": [\"Busy\"]}]")
          .right("[{\"ErrorEquals\": [\"Busy\"]}, {\"ErrorEquals\": [\"States.ALL\"]}]")
          .source("https://states-language.net/#retrying-after-error")
          .aws("SCHEMA_VALIDATION_FAILED");

  /** Not a label for a Map state. */
  public static final DiagnosticCode LABEL =
      DiagnosticCode.of("ASL7001", "Not a label for a Map state")
          .explained(
              "A label has 1 to 40 characters, none of them white space, a wildcard, a bracket or"
                  + " one of the signs \" # % \\ ^ | ~ ` $ & , ; and :.")
          .wrong("{\"Label\": \"my label\"}")
          .right("{\"Label\": \"my-label\"}")
          .source("https://docs.aws.amazon.com/step-functions/latest/dg/state-map-distributed.html")
          .aws("INVALID_LABEL_NAME");

  /** Two Map states of the same label. */
  public static final DiagnosticCode DUPLICATE_LABEL =
      DiagnosticCode.of("ASL7002", "Two Map states of the same label")
          .explained(
              "Labels become part of the names of child executions, so they are unique in the"
                  + " machine.")
          .wrong("{\"Label\": \"L\"}")
          .right("{\"Label\": \"M\"}")
          .source("https://docs.aws.amazon.com/step-functions/latest/dg/state-map-distributed.html")
          .aws("DUPLICATE_LABEL_NAME");

  /** An incomplete result writer. */
  public static final DiagnosticCode RESULT_WRITER =
      DiagnosticCode.of("ASL7003", "An incomplete result writer")
          .explained(
              "A result writer has `WriterConfig`, or `Resource` with its arguments, or all three.")
          .wrong("{\"ResultWriter\": {}}")
          .right(
              "{\"ResultWriter\": {\"WriterConfig\": {\"Transformation\": \"COMPACT\","
                  + " \"OutputType\": \"JSON\"}}}")
          .source(
              "https://docs.aws.amazon.com/step-functions/latest/dg/input-output-resultwriter.html")
          .aws("SCHEMA_VALIDATION_FAILED");

  /** Not the name of a resource. */
  public static final DiagnosticCode RESOURCE =
      DiagnosticCode.of("ASL8001", "Not the name of a resource")
          .explained(
              "`Resource` is a URI. AWS serves ARNs of functions, activities and service"
                  + " integrations; an embedding application can serve others.")
          .wrong("{\"Resource\": \"Charge\"}")
          .right("{\"Resource\": \"arn:aws:states:::lambda:invoke\"}")
          .source("https://states-language.net/#task-state")
          .aws("SCHEMA_VALIDATION_FAILED");

  /** An unknown service integration. */
  public static final DiagnosticCode INTEGRATION =
      DiagnosticCode.of("ASL8002", "An unknown service integration")
          .explained("The service has no such action, or not with this integration pattern.")
          .wrong("{\"Resource\": \"arn:aws:states:::dynamodb:query\"}")
          .right("{\"Resource\": \"arn:aws:states:::aws-sdk:dynamodb:query\"}")
          .source("https://docs.aws.amazon.com/step-functions/latest/dg/integrate-optimized.html")
          .aws("SCHEMA_VALIDATION_FAILED");

  /** Something that Express machines do not support. */
  public static final DiagnosticCode EXPRESS =
      DiagnosticCode.of("ASL8003", "Something that Express machines do not support")
          .explained(
              "Express state machines have neither jobs (.sync) nor callbacks (.waitForTaskToken),"
                  + " activities or distributed Maps.")
          .wrong("{\"Resource\": \"arn:aws:states:::glue:startJobRun.sync\"}")
          .right("{\"Resource\": \"arn:aws:states:::glue:startJobRun\"}")
          .source(
              "https://docs.aws.amazon.com/step-functions/latest/dg/choosing-workflow-type.html")
          .aws("SCHEMA_VALIDATION_FAILED");

  /** A resource that AWS does not have. */
  public static final DiagnosticCode CUSTOM_RESOURCE =
      DiagnosticCode.of("ASL8004", "A resource that AWS does not have")
          .explained(
              "Only a task handler of the embedding application can serve this resource; AWS"
                  + " refuses the definition.")
          .wrong("{\"Resource\": \"orders:charge\"}")
          .right("{\"Resource\": \"arn:aws:states:::lambda:invoke\"}")
          .source("https://states-language.net/#task-state")
          .aws("SCHEMA_VALIDATION_FAILED");

  /** Parameters that a service integration does not have, or lacks. */
  public static final DiagnosticCode INTEGRATION_PARAMETER =
      DiagnosticCode.of("ASL8005", "Parameters that do not fit the service integration")
          .explained(
              "An integration knows the parameters of its API only, in PascalCase, and cannot do"
                  + " without some of them. AWS compares the names when it takes the definition.")
          .wrong(
              "{\"Resource\": \"arn:aws:states:::sns:publish\", \"Parameters\": {\"TopicArn\":"
                  + " \"arn:aws:sns:us-east-1:123456789012:orders\", \"message\": \"hello\"}}")
          .right(
              "{\"Resource\": \"arn:aws:states:::sns:publish\", \"Parameters\": {\"TopicArn\":"
                  + " \"arn:aws:sns:us-east-1:123456789012:orders\", \"Message\": \"hello\"}}")
          .source("https://docs.aws.amazon.com/step-functions/latest/dg/integrate-services.html")
          .aws("SCHEMA_VALIDATION_FAILED");

  /** A definition that is too large. */
  public static final DiagnosticCode TOO_LARGE =
      DiagnosticCode.of("ASL9001", "A definition that is too large")
          .explained("A definition has at most 1,048,576 characters.")
          .source(
              "https://docs.aws.amazon.com/step-functions/latest/apireference/API_CreateStateMachine.html")
          .aws("SCHEMA_VALIDATION_FAILED");

  /** Nested too deeply. */
  public static final DiagnosticCode TOO_DEEP =
      DiagnosticCode.of("ASL9002", "Nested too deeply")
          .explained("Objects and arrays of a definition nest at most 1,000 deep.")
          .source(
              "https://docs.aws.amazon.com/step-functions/latest/apireference/API_ValidateStateMachineDefinitionDiagnostic.html")
          .aws("TOO_DEEPLY_NESTED");

  private static final List<DiagnosticCode> ALL =
      List.of(
          NOT_JSON,
          NOT_AN_OBJECT,
          DUPLICATE_KEY,
          REQUIRED_FIELD,
          UNKNOWN_FIELD,
          WRONG_TYPE,
          EMPTY_VALUE,
          NOT_ALLOWED,
          OUT_OF_RANGE,
          EXCLUSIVE_FIELDS,
          OTHER_LANGUAGE_FIELD,
          LANGUAGE_DOWNGRADE,
          TIMESTAMP,
          STATE_NAME,
          DUPLICATE_STATE_NAME,
          NEXT_OR_END,
          UNREACHABLE_STATE,
          NO_TERMINAL_STATE,
          MISSING_TARGET,
          PATH,
          REFERENCE_PATH,
          INTRINSIC,
          DUPLICATE_PAYLOAD_KEY,
          NO_DOLLAR,
          NO_PATH,
          RESULT_IS_STATIC,
          INTRINSIC_ARGUMENTS,
          JSONATA_SYNTAX,
          JSONATA_REFERENCE,
          HALF_OPEN_EXPRESSION,
          VARIABLE_NAME,
          HIDDEN_VARIABLE,
          OUTER_VARIABLE_NAME,
          ONE_OPERATOR,
          STATES_ALL,
          LABEL,
          DUPLICATE_LABEL,
          RESULT_WRITER,
          RESOURCE,
          INTEGRATION,
          EXPRESS,
          CUSTOM_RESOURCE,
          INTEGRATION_PARAMETER,
          TOO_LARGE,
          TOO_DEEP);

  private Codes() {}

  /** All of them in the order of their ids. */
  public static List<DiagnosticCode> all() {
    return ALL;
  }
}
