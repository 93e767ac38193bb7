package io.asl4j.testing.tasks;

import java.time.DateTimeException;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Durations as people write them: {@code 3s}, {@code 1h 30m}, {@code 2 days}, {@code PT0.5S}. */
public final class Durations {

  private static final Pattern PART = Pattern.compile("\\s*(\\d{1,12})(\\.\\d{1,9})?\\s*([a-z]+)");

  /** No execution lasts longer, and no clock overflows: 100 years. */
  private static final Duration LONGEST = Duration.ofDays(36_525);

  private Durations() {}

  /** Reads a duration; empty if the text is none, or one of less than nothing or too much. */
  public static Optional<Duration> parse(String text) {
    String lower = text.strip().toLowerCase(Locale.ROOT);
    try {
      Optional<Duration> read =
          lower.startsWith("p") ? Optional.of(Duration.parse(lower)) : parts(lower);
      return read.filter(span -> !span.isNegative() && span.compareTo(LONGEST) <= 0);
    } catch (DateTimeException | ArithmeticException noDuration) {
      return Optional.empty();
    }
  }

  private static Optional<Duration> parts(String text) {
    Matcher part = PART.matcher(text);
    Duration sum = Duration.ZERO;
    int end = 0;
    while (end < text.length()) {
      part.region(end, text.length());
      if (!part.lookingAt()) {
        return Optional.empty();
      }
      Optional<Duration> unit = unit(part.group(3));
      if (unit.isEmpty()) {
        return Optional.empty();
      }
      sum = sum.plus(unit.get().multipliedBy(Long.parseLong(part.group(1))));
      if (part.group(2) != null) {
        sum = sum.plusNanos(Math.round(unit.get().toNanos() * Double.parseDouble(part.group(2))));
      }
      end = part.end();
    }
    return end == 0 ? Optional.empty() : Optional.of(sum);
  }

  private static Optional<Duration> unit(String name) {
    return switch (name) {
      case "ms", "millis", "millisecond", "milliseconds" -> Optional.of(Duration.ofMillis(1));
      case "s", "sec", "secs", "second", "seconds" -> Optional.of(Duration.ofSeconds(1));
      case "m", "min", "mins", "minute", "minutes" -> Optional.of(Duration.ofMinutes(1));
      case "h", "hour", "hours" -> Optional.of(Duration.ofHours(1));
      case "d", "day", "days" -> Optional.of(Duration.ofDays(1));
      case "w", "week", "weeks" -> Optional.of(Duration.ofDays(7));
      default -> Optional.empty();
    };
  }
}
