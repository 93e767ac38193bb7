package io.asl4j.runtime.failure;

/**
 * Unwinds the walk of an execution, or of a branch, that is to stop: aborted, timed out, or because
 * a sibling failed.
 *
 * <p>Thrown out of a host call only; never caught by the walk but to leave. Carries no stack trace.
 */
public final class ExecutionCancelled extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Why the walk stops, for logs. */
  public ExecutionCancelled(String reason) {
    super(reason, null, false, false);
  }
}
