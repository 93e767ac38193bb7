package io.asl4j.runtime.failure;

/**
 * An execution can never go on: every branch of it waits for something that nobody will bring, such
 * as a task token. Only modelled time can tell; in real time such an execution waits.
 */
public final class ExecutionStuck extends IllegalStateException {

  private static final long serialVersionUID = 1L;

  /** A failure that tells the caller what to look for. */
  public ExecutionStuck() {
    super(
        "Every branch waits for something that will never come, such as a task token that nobody"
            + " hands back.");
  }
}
