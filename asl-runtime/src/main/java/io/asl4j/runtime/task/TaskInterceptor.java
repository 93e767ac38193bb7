package io.asl4j.runtime.task;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Stands around every call of a task handler, such as to make a tracing context current or to check
 * a permission.
 *
 * <p>Runs on the thread of the handler. Called by any number of executions at once.
 *
 * @see TaskHandlers#around(TaskInterceptor)
 */
@FunctionalInterface
public interface TaskInterceptor {

  /**
   * Does something before and after the handler works, or instead of it.
   *
   * @param handler to be called once, with the call
   * @return what the handler gave, or something else
   * @throws Exception what the handler threw, or something else; it fails the task as if the
   *     handler had thrown it
   */
  JsonNode around(TaskCall call, TaskHandler handler) throws Exception;
}
