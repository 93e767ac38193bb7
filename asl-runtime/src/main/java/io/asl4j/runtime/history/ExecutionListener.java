package io.asl4j.runtime.history;

/**
 * Is told every event of every execution, in order of ids within one execution.
 *
 * <p>Called on the thread that runs the execution, under a lock of that execution: it must be
 * quick, must not block and must not call back into the execution. An exception from a listener is
 * logged and dropped.
 */
@FunctionalInterface
public interface ExecutionListener {

  /**
   * An event was added to the history of an execution.
   *
   * @param executionArn names the execution; children of a Distributed Map have their own
   */
  void onEvent(String executionArn, HistoryEvent event);

  /**
   * An execution is about to start or to go on: told once before its first event, on the thread of
   * whoever starts it; by default nobody wants to know. Children of a Distributed Map are not told
   * here.
   */
  default void onStart(String executionArn) {}

  /**
   * The walk decided something that no event tells; by default nobody wants to know.
   *
   * @param eventId the last event of the scope that decided, which is in the history already
   */
  default void onDecision(String executionArn, long eventId, Decision decision) {}
}
