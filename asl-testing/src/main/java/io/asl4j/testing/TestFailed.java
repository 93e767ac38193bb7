package io.asl4j.testing;

/**
 * A test of a state machine went wrong in a way that no assertion looks for: a call without a mock,
 * a mock that was never reached, an execution that waits for ever. The message says what to do.
 */
public final class TestFailed extends AssertionError {

  private static final long serialVersionUID = 1L;

  /** Says what went wrong; more lines may follow the first. */
  public TestFailed(String message) {
    super(message);
  }

  /** The same with what caused it. */
  public TestFailed(String message, Throwable cause) {
    super(message, cause);
  }
}
