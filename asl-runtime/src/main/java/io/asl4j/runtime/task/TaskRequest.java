package io.asl4j.runtime.task;

import com.fasterxml.jackson.databind.JsonNode;
import io.asl4j.core.model.Resource;
import org.jspecify.annotations.Nullable;

/**
 * One attempt of one Task state, as the walk asks for it. Plain data.
 *
 * @param id the same for the same attempt of the same state of the same execution, also after a
 *     crash
 * @param machineName the state machine
 * @param itemIndex the innermost Map iteration that the state is in; -1 outside of Maps
 * @param enteredEvent the id of the history event that began this visit of the state
 * @param businessKey what the application knows the execution by; null when it gave no key
 * @param resource what is called
 * @param arguments the effective input; never to be changed
 * @param timeoutSeconds 0 when there is none
 * @param heartbeatSeconds 0 when there is none
 * @param taskToken handed out for jobs, callback tasks and activities; null for others
 * @param roleArn the role of {@code Credentials}; null when there are none
 */
public record TaskRequest(
    TaskId id,
    String machineName,
    int itemIndex,
    long enteredEvent,
    @Nullable String businessKey,
    Resource resource,
    JsonNode arguments,
    long timeoutSeconds,
    long heartbeatSeconds,
    @Nullable String taskToken,
    @Nullable String roleArn) {

  /** The execution that asks. */
  public String executionArn() {
    return id.execution().arn();
  }

  /** The execution, among those of its machine. */
  public String executionName() {
    return id.execution().name();
  }

  /** The Task state. */
  public String stateName() {
    return id.stateName();
  }

  /** 0 for the first, one more for each retry. */
  public int attempt() {
    return id.attempt();
  }

  /** Whether the attempt has a deadline of its own. */
  public boolean hasDeadline() {
    return timeoutSeconds > 0 || heartbeatSeconds > 0;
  }

  /** Whether the attempt ends when somebody hands its token back, not when the handler returns. */
  public boolean waitsForToken() {
    return resource.pattern() == Resource.Pattern.WAIT_FOR_TASK_TOKEN;
  }
}
