package io.asl4j.runtime.history;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/**
 * What a history event tells besides its type and place. The JSON values are those of the execution
 * itself and must never be changed; null stands for a member that AWS leaves out.
 */
public sealed interface EventDetails {

  /** Nothing more to tell. */
  enum None implements EventDetails {
    /** The only one. */
    NONE
  }

  /** The input of an execution. */
  record Started(JsonNode input, String roleArn) implements EventDetails {}

  /** The output of an execution, or the answer of a function or activity. */
  record Output(JsonNode output) implements EventDetails {}

  /** Why something failed, timed out or was aborted. */
  record Failure(@Nullable String error, @Nullable String cause) implements EventDetails {}

  /** How often an execution was redriven. */
  record Redriven(int redriveCount) implements EventDetails {}

  /** A state begins. */
  record StateEntered(String name, JsonNode input) implements EventDetails {}

  /** A state ends; {@code assignedVariables} is an object, or null if the state assigns none. */
  record StateExited(String name, JsonNode output, @Nullable JsonNode assignedVariables)
      implements EventDetails {}

  /** How many items a Map state has; 0 when they come from an item reader. */
  record MapStarted(int length) implements EventDetails {}

  /** One iteration of the Map state of that name. */
  record Iteration(String name, int index) implements EventDetails {}

  /** A Map Run begins. */
  record MapRun(String mapRunArn) implements EventDetails {}

  /** A service integration is about to be called. */
  record TaskScheduled(
      String resourceType,
      String resource,
      String region,
      JsonNode parameters,
      @Nullable Long timeoutInSeconds,
      @Nullable Long heartbeatInSeconds,
      @Nullable String roleArn)
      implements EventDetails {}

  /** A service integration is called. */
  record TaskStarted(String resourceType, String resource) implements EventDetails {}

  /** A service integration has answered. */
  record TaskOutput(String resourceType, String resource, JsonNode output)
      implements EventDetails {}

  /** A service integration has failed or timed out. */
  record TaskFailure(
      String resourceType, String resource, @Nullable String error, @Nullable String cause)
      implements EventDetails {}

  /** A function or activity is about to be called. */
  record CallScheduled(
      String resource,
      JsonNode input,
      @Nullable Long timeoutInSeconds,
      @Nullable Long heartbeatInSeconds,
      @Nullable String roleArn)
      implements EventDetails {}

  /** A worker has taken an activity task. */
  record WorkerStarted(@Nullable String workerName) implements EventDetails {}

  /** A JSONata expression has failed. */
  record EvaluationFailure(String error, String cause, String location, String state)
      implements EventDetails {}

  /** Details of events that have none. */
  static EventDetails none() {
    return None.NONE;
  }
}
