package io.asl4j.core.query;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Timestamps of the Amazon States Language: RFC 3339 with an upper-case {@code T}, and an
 * upper-case {@code Z} or a numeric offset.
 *
 * @see <a href="https://states-language.net/#timestamps">Amazon States Language, Timestamps</a>
 */
public final class Rfc3339 {

  private static final Pattern PROFILE =
      Pattern.compile(
          "\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(\\.\\d{1,9})?(Z|[+-]\\d{2}:\\d{2})");

  private Rfc3339() {}

  /** The instant that a text names; empty when it is no timestamp of the language. */
  public static Optional<Instant> parse(String text) {
    if (!PROFILE.matcher(text).matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(OffsetDateTime.parse(text).toInstant());
    } catch (DateTimeException noSuchTime) {
      return Optional.empty();
    }
  }
}
