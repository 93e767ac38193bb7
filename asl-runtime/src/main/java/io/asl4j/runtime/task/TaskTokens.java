package io.asl4j.runtime.task;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where callback tasks are completed: whoever was handed a task token hands it back here.
 *
 * <p>Safe for use by any number of threads. Exactly one of several attempts to complete a token
 * wins.
 */
public interface TaskTokens {

  /** What became of an attempt to use a token. */
  enum Answer {
    /** The token was known and open, and the call took effect. */
    ACCEPTED,
    /** The task was completed before, has timed out, or its execution has ended. */
    TASK_TIMED_OUT,
    /** No task ever had this token. */
    TASK_DOES_NOT_EXIST
  }

  /**
   * Completes the task; {@code output} becomes its result and must not be changed any more.
   *
   * @throws IllegalArgumentException if the output takes more bytes than the limits of the engine
   *     allow, as the {@code InvalidOutput} of AWS, or is no JSON value; the task goes on waiting
   */
  Answer succeed(String token, JsonNode output);

  /**
   * Fails the task; null stands for an error name or cause that is not given.
   *
   * @throws IllegalArgumentException if one of them is longer than the limits of the engine allow;
   *     the task goes on waiting
   */
  Answer fail(String token, @Nullable String error, @Nullable String cause);

  /** Starts the clock of {@code HeartbeatSeconds} again. */
  Answer heartbeat(String token);

  /**
   * The callback and activity tasks that wait for their tokens now, the one that has waited longest
   * first.
   */
  List<PendingTask> pending();

  /** Those of the executions that the application knows by a key, such as an order number. */
  default List<PendingTask> pending(String businessKey) {
    return pending().stream()
        .filter(task -> task.businessKey().filter(businessKey::equals).isPresent())
        .toList();
  }
}
