package io.asl4j.runtime.task;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * Answers Task states: blocking code on a virtual thread.
 *
 * <p>Called by any number of executions at once. For {@code .waitForTaskToken} resources it hands
 * the work over and returns what the service answered; the result comes with the token. For {@code
 * .sync} resources it returns when the job has ended.
 */
@FunctionalInterface
public interface TaskHandler {

  /**
   * Does the work.
   *
   * @return the result of the task; not to be changed after it was returned
   * @throws io.asl4j.runtime.failure.StateFailed to choose error name and cause
   * @throws InterruptedException when the thread was interrupted because the call is cancelled or
   *     has timed out
   * @throws Exception any other failure: the simple name of its class becomes the error name, its
   *     message the cause
   */
  JsonNode handle(TaskCall call) throws Exception;

  /**
   * Work on Java objects.
   *
   * @param <I> what the effective input is read as
   * @param <O> what the result is written from
   */
  @FunctionalInterface
  interface Work<I, O> {
    /** Does the work, and may fail as {@link TaskHandler#handle} may. */
    O of(I input) throws Exception;
  }

  /**
   * A handler that takes and gives Java objects.
   *
   * @param input the type of the effective input; one that does not fit is {@code States.Runtime}
   * @param mapper the application's own; thread-safe once it is configured
   */
  static <I, O> TaskHandler typed(Class<I> input, ObjectMapper mapper, Work<I, O> work) {
    return call -> mapper.valueToTree(work.of(call.arguments(input, mapper)));
  }

  /**
   * Whether the handler only hands the work over, so that the task ends when its token is handed
   * back.
   *
   * @return true for {@code .waitForTaskToken} resources, unless a handler knows better
   */
  default boolean handsOver(TaskRequest request) {
    return request.waitsForToken();
  }
}
