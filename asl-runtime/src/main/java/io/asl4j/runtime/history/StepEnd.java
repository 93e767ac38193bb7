package io.asl4j.runtime.history;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a {@link Step} ended. Immutable.
 *
 * @param error the error name of what failed or was caught; null if there is none, or none is known
 * @param cause the cause; null if there is none
 * @param at when, by the clock of the host
 */
public record StepEnd(Outcome outcome, @Nullable String error, @Nullable String cause, Instant at) {

  /** The kinds of ends. */
  public enum Outcome {
    /** It went well. */
    SUCCEEDED,
    /** A state: it failed, and goes on at a catcher. */
    CAUGHT,
    /** It failed. */
    FAILED,
    /** It took too long. */
    TIMED_OUT,
    /** It was stopped, or will never end because something else failed. */
    ABORTED
  }
}
