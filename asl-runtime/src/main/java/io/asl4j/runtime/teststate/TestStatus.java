package io.asl4j.runtime.teststate;

/** How a tested state ended. */
public enum TestStatus {
  /** With an output. */
  SUCCEEDED,
  /** With an error that nothing handles. */
  FAILED,
  /** With an error that a retrier handles: the state would be tried again. */
  RETRIABLE,
  /** With an error that a catcher handles. */
  CAUGHT_ERROR
}
