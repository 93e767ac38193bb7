package io.asl4j.runtime.task;

import org.jspecify.annotations.Nullable;

/**
 * Answers Task states with Java objects in and out.
 *
 * @param <T> what the effective input is read as
 * @param <R> what is written as the result; null becomes JSON null
 */
@FunctionalInterface
public interface TypedTask<T, R> {

  /**
   * Does the work.
   *
   * @param call the context: execution, attempt, deadline, heartbeat, cancellation
   * @throws Exception a failure of the state; see {@link io.asl4j.runtime.failure.ErrorNaming}
   */
  @Nullable R handle(T input, TaskCall call) throws Exception;

  /**
   * The same for code that needs no context.
   *
   * @param <T> what the effective input is read as
   * @param <R> what is written as the result
   */
  @FunctionalInterface
  interface Plain<T, R> {
    /**
     * Does the work.
     *
     * @throws Exception a failure of the state
     */
    @Nullable R handle(T input) throws Exception;
  }
}
