package io.asl4j.testing.trace;

import org.jspecify.annotations.Nullable;

/**
 * Why something failed.
 *
 * @param error the error name; null if none was given
 * @param cause the text for people; null if none was given
 * @param timeout whether a deadline or heartbeat was missed
 */
public record Failure(@Nullable String error, @Nullable String cause, boolean timeout) {

  /** {@code Error: cause}, for messages. */
  @Override
  public String toString() {
    String name = error == null ? "(no error name)" : error;
    return cause == null || cause.isEmpty() ? name : name + ": " + Shown.cause(cause);
  }
}
