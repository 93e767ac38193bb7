package io.asl4j.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.asl4j.core.Asl;
import io.asl4j.core.model.StateMachine;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * The kinds of executions of a soak. What becomes of one is its fate: drawn before it starts, told
 * to its handlers in its input, and compared with how it ended.
 */
enum SoakKind {
  RETRY(
      task(
          "",
          "'Retry': [{'ErrorEquals': ['Flaky'], 'IntervalSeconds': 1, 'MaxAttempts': 2,"
              + " 'JitterStrategy': 'FULL'}], 'Catch': [{'ErrorEquals': ['States.ALL'],"
              + " 'ResultPath': '$.caught', 'Next': 'C'}], "),
      fate("good", "SUCCEEDED"),
      fate("flaky", "SUCCEEDED"),
      fate("bad", "SUCCEEDED")),
  PARALLEL(
      "{'StartAt': 'P', 'States': {'P': {'Type': 'Parallel', 'End': true, 'Branches': [{'StartAt':"
          + " 'A', 'States': {'A': {'Type': 'Wait', 'Seconds': 1, 'End': true}}}, {'StartAt': 'S',"
          + " 'States': {'S': {'Type': 'Task', 'Resource': 'arn:aws:states:::sqs:sendMessage',"
          + " 'End': true}}}]}}}",
      fate("good", "SUCCEEDED"),
      fate("bad", "FAILED Bad")),
  MAP(map("", "INLINE"), fate("good", "SUCCEEDED"), fate("bad", "FAILED Bad")),
  DISTRIBUTED(
      map("'ToleratedFailureCount': 1, ", "DISTRIBUTED"),
      fate("good", "SUCCEEDED"),
      fate("one", "SUCCEEDED"),
      fate("bad", "FAILED States.ExceedToleratedFailureThreshold")),
  CALLBACK(
      token("'TimeoutSecondsPath': '$.seconds', "),
      fate("succeed", "SUCCEEDED"),
      fate("fail", "FAILED No"),
      fate("never", "FAILED States.Timeout")),
  HEARTBEAT(
      token("'HeartbeatSecondsPath': '$.seconds', "),
      fate("beat", "SUCCEEDED"),
      fate("never", "FAILED States.Timeout")),
  ACTIVITY(
      task("'TimeoutSecondsPath': '$.seconds', ", "")
          .replace("arn:aws:states:::sqs:sendMessage", SoakWorld.ACTIVITY),
      fate("succeed", "SUCCEEDED"),
      fate("fail", "FAILED No"),
      fate("never", "FAILED States.Timeout")),
  NESTED(
      "{'StartAt': 'N', 'States': {'N': {'Type': 'Task', 'End': true, 'Resource':"
          + " 'arn:aws:states:::states:startExecution.sync:2', 'Parameters': {'StateMachineArn':"
          + " 'arn:aws:states:us-east-1:123456789012:stateMachine:child', 'Input.$': '$'}}}}",
      fate("good", "SUCCEEDED"),
      fate("bad", "FAILED States.TaskFailed")),
  SLOW(
      task("'TimeoutSeconds': 1, ", ""),
      fate("hang", "FAILED States.Timeout"),
      fate("ignore", "FAILED States.Timeout")),
  MACHINE_TIMEOUT(
      "{'TimeoutSeconds': 1, 'StartAt': 'W', 'States': {'W': {'Type': 'Wait', 'Seconds': 3600,"
          + " 'End': true}}}",
      fate("wait", "TIMED_OUT")),
  STOP(
      "{'StartAt': 'F', 'States': {'F': {'Type': 'Choice', 'Choices': [{'Variable': '$.fate',"
          + " 'StringEquals': 'hang', 'Next': 'S'}, {'Variable': '$.fate', 'StringEquals': 'fan',"
          + " 'Next': 'P'}], 'Default': 'W'}, 'W': {'Type': 'Wait', 'Seconds': 3600, 'End': true},"
          + " 'S': {'Type': 'Task', 'Resource': 'arn:aws:states:::sqs:sendMessage', 'End': true},"
          + " 'P': {'Type': 'Parallel', 'End': true, 'Branches': [{'StartAt': 'A', 'States': {'A':"
          + " {'Type': 'Wait', 'Seconds': 3600, 'End': true}}}, {'StartAt': 'T', 'States': {'T':"
          + " {'Type': 'Task', 'End': true, 'Parameters': {'fate': 'never', 'token.$':"
          + " '$$.Task.Token'}, 'Resource':"
          + " 'arn:aws:states:::sqs:sendMessage.waitForTaskToken'}}}]}}}",
      fate("wait", "ABORTED Enough"),
      fate("hang", "ABORTED Enough"),
      fate("fan", "ABORTED Enough")),
  REDRIVE(
      "{'StartAt': 'S', 'States': {'S': {'Type': 'Task', 'Parameters': {'fate': 'redrive',"
          + " 'redrives.$': '$$.Execution.RedriveCount'}, 'Resource':"
          + " 'arn:aws:states:::sqs:sendMessage', 'End': true}}}",
      fate("redrive", "SUCCEEDED")),
  DELAYED(
      "{'StartAt': 'P', 'States': {'P': {'Type': 'Pass', 'End': true}}}",
      fate("good", "SUCCEEDED"));

  /**
   * What becomes of an execution.
   *
   * @param name what its handlers do
   * @param end status and error name that it must end with
   */
  record Fate(String name, String end) {}

  private static final int ITEMS = 20;

  private final StateMachine machine;
  private final List<Fate> fates;

  SoakKind(String definition, Fate... fates) {
    this.machine = Asl.parse(definition.replace('\'', '"')).orThrow();
    this.fates = List.of(fates);
  }

  StateMachine machine() {
    return machine;
  }

  Fate draw(RandomGenerator random) {
    return fates.get(random.nextInt(fates.size()));
  }

  /** The input that tells a fate; what never comes is waited for shortly, what comes for long. */
  static JsonNode input(Fate fate) {
    ObjectNode input = JsonNodeFactory.instance.objectNode();
    input.put("fate", fate.name()).put("seconds", fate.name().equals("never") ? 1 : 60);
    for (int i = 0; i < ITEMS; i++) {
      input.withArray("items").add(i);
    }
    return input;
  }

  private static Fate fate(String name, String end) {
    return new Fate(name, end);
  }

  private static String task(String timers, String recovery) {
    String after = recovery.isEmpty() ? "" : ", 'C': {'Type': 'Succeed'}";
    return "{'StartAt': 'S', 'States': {'S': {'Type': 'Task', 'Resource':"
        + " 'arn:aws:states:::sqs:sendMessage', "
        + timers
        + recovery
        + "'End': true}"
        + after
        + "}}";
  }

  private static String token(String timers) {
    return "{'StartAt': 'T', 'States': {'T': {'Type': 'Task', 'Parameters': {'fate.$': '$.fate',"
        + " 'token.$': '$$.Task.Token'}, 'Resource':"
        + " 'arn:aws:states:::sqs:sendMessage.waitForTaskToken', "
        + timers
        + "'End': true}}}";
  }

  private static String map(String tolerated, String mode) {
    String type = mode.equals("DISTRIBUTED") ? ", 'ExecutionType': 'STANDARD'" : "";
    return "{'StartAt': 'M', 'States': {'M': {'Type': 'Map', 'ItemsPath': '$.items',"
        + " 'MaxConcurrency': 5, 'ItemSelector': {'fate.$': '$.fate', 'item.$':"
        + " '$$.Map.Item.Value'}, "
        + tolerated
        + "'ItemProcessor': {'ProcessorConfig': {'Mode': '"
        + mode
        + "'"
        + type
        + "}, 'StartAt': 'S', 'States': {'S': {'Type': 'Task', 'Resource':"
        + " 'arn:aws:states:::sqs:sendMessage', 'End': true}}}, 'End': true}}}";
  }
}
