package io.asl4j.testing.trace;

import com.fasterxml.jackson.databind.JsonNode;
import io.asl4j.core.json.Json;
import java.math.BigDecimal;
import java.time.Duration;

/** Values as messages show them: on one line and not too long. */
public final class Shown {

  private static final int LONGEST = 200;
  private static final int LONGEST_CAUSE = 600;

  private Shown() {}

  /** A value as compact JSON, cut after 200 characters. */
  public static String json(JsonNode value) {
    return value.isMissingNode() ? "nothing" : text(Json.write(value));
  }

  /** A text, cut after 200 characters. */
  public static String text(String text) {
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "...";
  }

  /** The cause of a failure, cut after 600 characters: its end says what happened. */
  public static String cause(String text) {
    return text.length() <= LONGEST_CAUSE ? text : text.substring(0, LONGEST_CAUSE) + "...";
  }

  /** A text for XML and HTML, also inside quotes; what XML cannot hold is replaced. */
  public static String markup(String text) {
    StringBuilder escaped = new StringBuilder(text.length() + 16);
    text.codePoints()
        .forEach(
            c -> {
              switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\'' -> escaped.append("&#39;");
                case '\n' -> escaped.append("&#10;");
                default -> escaped.appendCodePoint(c < 0x20 && c != '\t' ? '?' : c);
              }
            });
    return escaped.toString();
  }

  /** {@code 1 day 2 h 3 min 4.5 s}; {@code 0 s} for none. */
  public static String duration(Duration duration) {
    if (duration.isNegative()) {
      return "-" + duration(duration.negated());
    }
    StringBuilder text = new StringBuilder();
    part(text, duration.toDays(), duration.toDays() == 1 ? " day" : " days");
    part(text, duration.toHoursPart(), " h");
    part(text, duration.toMinutesPart(), " min");
    BigDecimal seconds =
        BigDecimal.valueOf(duration.toSecondsPart())
            .add(BigDecimal.valueOf(duration.toNanosPart(), 9));
    if (seconds.signum() > 0 || text.isEmpty()) {
      String plain = seconds.stripTrailingZeros().toPlainString();
      text.append(text.isEmpty() ? "" : " ").append(plain).append(" s");
    }
    return text.toString();
  }

  private static void part(StringBuilder text, long count, String unit) {
    if (count > 0) {
      text.append(text.isEmpty() ? "" : " ").append(count).append(unit);
    }
  }
}
