package io.asl4j.runtime.walk;

import io.asl4j.core.model.Retrier;
import java.time.Duration;

/** How long a retrier waits before an attempt. Pure. */
final class Backoff {

  private static final double LONGEST_SECONDS = Duration.ofDays(366).toSeconds();
  private static final double NANOS = 1e9;

  private Backoff() {}

  /**
   * The delay before a retry: {@code intervalSeconds * backoffRate^used} seconds, at most {@code
   * maxDelaySeconds}; with jitter FULL a uniform part of that.
   *
   * @param used how often this retrier was used before
   * @param unit a number in [0, 1); ignored without jitter
   * @return zero or more, never above a leap year
   * @see <a href="https://states-language.net/#retrying-after-error">Amazon States Language,
   *     Retrying after error</a>
   */
  static Duration delay(Retrier retrier, long used, double unit) {
    double seconds =
        (double) retrier.intervalSeconds()
            * Math.pow(retrier.backoffRate().doubleValue(), (double) used);
    double capped =
        Math.min(Math.min(seconds, (double) retrier.maxDelaySeconds()), LONGEST_SECONDS);
    double jittered =
        switch (retrier.jitter()) {
          case NONE -> capped;
          case FULL -> capped * unit;
        };
    return Duration.ofNanos((long) (jittered * NANOS));
  }
}
