package io.asl4j.runtime.history;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Is told by {@link Steps} what begins and ends.
 *
 * <p>What is inside of something begins after it and ends before it. Called under a lock of the
 * execution, for different executions at once: must be quick, must not block and must not call back
 * into the engine.
 *
 * @param <T> what the observer keeps for each step while it lasts, such as a span
 */
public interface StepObserver<T> {

  /**
   * A step begins.
   *
   * @param within what was kept for what it is inside of; null for an execution
   * @return what to keep until it ends
   */
  T begins(Step step, @Nullable T within, Instant at);

  /** A step ends; called once for each that has begun. */
  void ends(Step step, T kept, StepEnd end);

  /** The walk decided something; by default nobody wants to know. */
  default void decides(Step.Execution execution, Decision decision) {}
}
