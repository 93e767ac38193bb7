package io.asl4j.testing.mock;

import org.jspecify.annotations.Nullable;

/** A condition of a mock that cannot be decided for an input; the message is a whole sentence. */
public final class ConditionFailed extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * A condition that failed.
   *
   * @param cause null when the condition gave something of the wrong type
   */
  ConditionFailed(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
