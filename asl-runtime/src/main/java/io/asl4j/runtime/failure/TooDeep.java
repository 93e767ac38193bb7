package io.asl4j.runtime.failure;

import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import org.jspecify.annotations.Nullable;

/** Data that nest too deeply for what a state does with them: a failure, and no defect. Pure. */
public final class TooDeep {

  private TooDeep() {}

  /**
   * What the state fails with.
   *
   * @return null when something else was thrown
   */
  public static @Nullable StateFailed failure(Throwable thrown, String state) {
    boolean tooDeep =
        thrown instanceof StackOverflowError
            || thrown.getCause() instanceof StreamConstraintsException;
    return tooDeep
        ? StateFailed.runtime(
            "The data of the state '%s' nest too deeply for what it does with them."
                .formatted(state))
        : null;
  }
}
