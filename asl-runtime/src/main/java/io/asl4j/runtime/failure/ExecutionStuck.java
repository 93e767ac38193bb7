package io.asl4j.runtime.failure;

/**
 * Every branch of an execution in modelled time waits for something that will never come, such as a
 * task token that nobody hands back: in real time it would wait until its deadline, or for ever.
 */
public final class ExecutionStuck extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Says what the branches wait for. */
  public ExecutionStuck(String message) {
    super(message, null, false, false);
  }
}
