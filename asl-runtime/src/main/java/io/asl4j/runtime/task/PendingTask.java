package io.asl4j.runtime.task;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * A task that was handed out, and waits for somebody to hand its token back. Immutable.
 *
 * @param token completes the task at {@link TaskTokens}; whoever sees it may do so
 * @param executionArn the execution that waits
 * @param machineName its state machine
 * @param stateName the Task state
 * @param attempt 0 for the first, one more for each retry
 * @param resource what was called
 * @param since when the attempt began, by the clock of the host
 * @param businessKey what the application knows the execution by; empty when it gave no key
 */
public record PendingTask(
    String token,
    String executionArn,
    String machineName,
    String stateName,
    int attempt,
    String resource,
    Instant since,
    Optional<String> businessKey) {

  /**
   * The task of a request.
   *
   * @throws NullPointerException if the request has no token
   */
  public static PendingTask of(TaskRequest request, Instant since) {
    return new PendingTask(
        Objects.requireNonNull(request.taskToken()),
        request.executionArn(),
        request.machineName(),
        request.stateName(),
        request.attempt(),
        request.resource().uri(),
        since,
        Optional.ofNullable(request.businessKey()));
  }
}
