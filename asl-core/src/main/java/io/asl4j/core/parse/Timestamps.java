package io.asl4j.core.parse;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads timestamps of the Amazon States Language: RFC 3339 with an upper-case {@code T} and {@code
 * Z} (or a numeric offset).
 *
 * <p>The date and the time must exist; up to nine fraction digits are kept.
 *
 * @see <a href="https://states-language.net/#timestamps">Amazon States Language, Timestamps</a>
 */
public final class Timestamps {

  private static final Pattern RFC_3339 =
      Pattern.compile(
          "\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(\\.\\d{1,9})?(Z|[+-]\\d{2}:\\d{2})");

  private Timestamps() {}

  /** Gives the instant that the text names; empty if the text is no such timestamp. */
  public static Optional<Instant> parse(String text) {
    if (!RFC_3339.matcher(text).matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(OffsetDateTime.parse(text).toInstant());
    } catch (DateTimeException e) {
      // The digits stand in the right places but name no date, such as the 31st of April.
      return Optional.empty();
    }
  }
}
