package io.asl4j.runtime.task;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * Answers Task states: blocking code on a virtual thread, or on an executor of the application.
 *
 * <p>Called by any number of executions at once. For {@code .waitForTaskToken} resources it hands
 * the work over and returns what the service answered; the result comes with the token. For {@code
 * .sync} resources it returns when the job has ended.
 *
 * <p>Of a failing handler and a token that comes back, the first one counts, and the other one is
 * dropped. A token that is back before the handler has returned waits for the handler, until the
 * task's deadline at the latest.
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
   * Whether the handler only hands the work over, so that the task ends when its token is handed
   * back.
   *
   * @return true for {@code .waitForTaskToken} resources, unless a handler knows better
   */
  default boolean handsOver(TaskRequest request) {
    return request.waitsForToken();
  }

  /**
   * Whether the handler does little itself but waits for others, such as for a worker or for
   * another execution. Such a handler stays on the threads of the engine although it was given an
   * executor: it would keep that executor's threads from those it waits for.
   *
   * @return false, unless a handler knows better
   */
  default boolean onlyWaits() {
    return false;
  }

  /**
   * A handler that takes and gives Java objects.
   *
   * @param input the type of the effective input; one that does not fit is {@code States.Runtime}
   * @param mapper the application's own; thread-safe once it is configured
   */
  static <T, R> TaskHandler typed(Class<T> input, ObjectMapper mapper, TypedTask.Plain<T, R> work) {
    return new JavaObjects(mapper).handler(input, (given, call) -> work.handle(given));
  }
}
