package io.asl4j.core.model;

import java.math.BigDecimal;
import java.util.List;

/**
 * Which errors are retried, how often and after what delay.
 *
 * @param errorEquals error names; never empty
 * @param intervalSeconds the first delay; 1 when left out
 * @param maxAttempts how many times it retries; 3 when left out, 0 for never
 * @param backoffRate factor from one delay to the next; 2.0 when left out
 * @param maxDelaySeconds upper bound of a delay; {@link #NO_MAX_DELAY} when left out
 * @param jitter whether a delay is drawn at random below the computed one
 * @see <a href="https://states-language.net/#retrying-after-error">Amazon States Language, Retrying
 *     after error</a>
 */
public record Retrier(
    List<String> errorEquals,
    long intervalSeconds,
    long maxAttempts,
    BigDecimal backoffRate,
    long maxDelaySeconds,
    Jitter jitter) {

  /** {@code IntervalSeconds} when left out. */
  public static final long DEFAULT_INTERVAL_SECONDS = 1;

  /** {@code MaxAttempts} when left out. */
  public static final long DEFAULT_MAX_ATTEMPTS = 3;

  /** {@code BackoffRate} when left out. */
  public static final BigDecimal DEFAULT_BACKOFF_RATE = BigDecimal.valueOf(2);

  /** {@code MaxDelaySeconds} when left out. */
  public static final long NO_MAX_DELAY = Long.MAX_VALUE;

  /** The {@code JitterStrategy}. */
  public enum Jitter {
    /** The computed delay as it is. */
    NONE,
    /** A uniform part of the computed delay. */
    FULL
  }

  public Retrier {
    errorEquals = List.copyOf(errorEquals);
  }
}
