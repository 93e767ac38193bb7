package io.asl4j.core.lint;

import io.asl4j.core.diagnostic.Diagnostic;
import io.asl4j.core.diagnostic.Severity;
import io.asl4j.core.parse.Findings;
import io.asl4j.core.validate.Outline;
import io.asl4j.core.validate.Rule;
import java.time.Duration;
import java.util.Locale;

/** All delays of a retrier together stay below a day. */
final class RetriersGiveUpInTime implements Rule {

  private static final double DAY = Duration.ofDays(1).toSeconds();
  private static final double HOUR = Duration.ofHours(1).toSeconds();
  private static final double LONGEST_DELAY = Duration.ofDays(366).toSeconds();

  /** More attempts than this are not added up one by one. */
  private static final int MAX_STEPS = 100_000;

  @Override
  public void check(Outline outline, Findings findings) {
    outline
        .states()
        .flatMap(state -> Recovery.retriers(state).stream())
        .forEach(retrier -> check(retrier, findings));
  }

  private static void check(Recovery retrier, Findings findings) {
    double seconds = totalDelay(retrier);
    if (seconds < HOUR) {
      return;
    }
    findings.add(
        retrier.spot(),
        Diagnostic.of(
                LintCodes.LONG_RETRY,
                seconds < DAY ? Severity.INFO : Severity.WARNING,
                "The %,d retries of this retrier take %s together."
                    .formatted((long) retrier.number("MaxAttempts", 3), words(seconds)))
            .hint("bound them with `MaxDelaySeconds` or fewer `MaxAttempts`"));
  }

  /** The sum of all delays in seconds, without jitter. */
  static double totalDelay(Recovery retrier) {
    double delay = retrier.number("IntervalSeconds", 1);
    double rate = retrier.number("BackoffRate", 2);
    double longest = retrier.number("MaxDelaySeconds", LONGEST_DELAY);
    double attempts = retrier.number("MaxAttempts", 3);
    double total = 0;
    int steps = (int) Math.min(attempts, MAX_STEPS);
    for (int i = 0; i < steps; i++) {
      total += Math.min(delay, longest);
      delay = Math.min(delay * rate, LONGEST_DELAY);
    }
    return total + (attempts - steps) * Math.min(delay, longest);
  }

  private static String words(double seconds) {
    double days = seconds / DAY;
    return days < 3
        ? String.format(Locale.ROOT, "%.0f hours", seconds / HOUR)
        : String.format(Locale.ROOT, "%,.0f days", days);
  }
}
