package io.asl4j.runtime.walk;

import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import io.asl4j.runtime.failure.StateFailed;

/** Data that nest too deeply for what a state does with them: a failure, and no defect. Pure. */
final class Depth {

  private Depth() {}

  /** What was thrown, unless it says that data nest too deeply. */
  static RuntimeException failureOr(Throwable thrown, String state) {
    if (thrown instanceof StackOverflowError
        || thrown.getCause() instanceof StreamConstraintsException) {
      return StateFailed.runtime(
          "The data of the state '%s' nest too deeply for what it does with them."
              .formatted(state));
    }
    return (RuntimeException) thrown;
  }
}
