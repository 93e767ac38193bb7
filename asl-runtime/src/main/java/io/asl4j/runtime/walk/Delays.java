package io.asl4j.runtime.walk;

import com.fasterxml.jackson.databind.JsonNode;
import io.asl4j.core.model.Delay;
import io.asl4j.core.model.Quantity;
import io.asl4j.core.query.Evaluation;
import io.asl4j.core.query.QueryFailed;
import io.asl4j.core.query.Rfc3339;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Pattern;

/** When a Wait state ends. Pure. */
final class Delays {

  /** The longest wait that AWS accepts, about 24,855 days. */
  private static final Duration LONGEST = Duration.ofSeconds(Integer.MAX_VALUE);

  /** What fits a long whatever its digits are. */
  private static final Pattern INTEGER = Pattern.compile("[+-]?\\d{1,18}");

  private Delays() {}

  /**
   * The instant until which a Wait state waits.
   *
   * @param evaluation of the effective input
   * @param now when the state was entered
   */
  static Instant wakeAt(Delay delay, Evaluation evaluation, Instant now) {
    return switch (delay) {
      case Delay.Seconds seconds ->
          bounded(later(now, seconds(seconds.seconds(), evaluation)), now);
      case Delay.Until until -> bounded(until.instant(), now);
      case Delay.UntilAtPath at -> bounded(atPath(at, evaluation), now);
      case Delay.UntilComputed computed ->
          wakeAt(computed, computed.expression().evaluate(evaluation), now);
    };
  }

  /** The instant that a computed timestamp names. */
  static Instant wakeAt(Delay.UntilComputed computed, JsonNode timestamp, Instant now) {
    if (!timestamp.isTextual()) {
      throw QueryFailed.unexpectedType(computed.expression(), "string", timestamp);
    }
    Instant wakeAt =
        Rfc3339.parse(timestamp.textValue())
            .orElseThrow(
                () ->
                    QueryFailed.evaluation(
                        computed.expression().location(),
                        "The Timestamp field cannot be parsed as an ISO-8601 extended offset"
                            + " date-time format string: "
                            + timestamp.textValue()));
    return bounded(wakeAt, now);
  }

  private static Instant bounded(Instant wakeAt, Instant now) {
    if (wakeAt.isAfter(now.plus(LONGEST))) {
      throw QueryFailed.runtime("Wait", "Wait state delay is too long.");
    }
    return wakeAt;
  }

  private static Instant later(Instant now, long seconds) {
    return now.plusSeconds(Math.min(seconds, LONGEST.toSeconds() + 1));
  }

  private static long seconds(Quantity seconds, Evaluation evaluation) {
    return switch (seconds) {
      case Quantity.AtPath at -> secondsAtPath(at, evaluation);
      case Quantity.Computed computed -> {
        long value = Quantities.integer(computed, evaluation);
        if (value < 0) {
          throw QueryFailed.evaluation(
              computed.expression().location(), "Seconds cannot be negative: " + value);
        }
        yield value;
      }
      case Quantity.Fixed fixed -> fixed.value().longValue();
      case Quantity.Absent absent ->
          throw new IllegalStateException("A Wait state without Seconds was not refused.");
    };
  }

  private static long secondsAtPath(Quantity.AtPath at, Evaluation evaluation) {
    JsonNode value = at.path().find(evaluation);
    String source = at.path().source();
    if (value == null) {
      throw failed("The SecondsPath parameter does not reference an input value: " + source);
    }
    if (value.isInt() && value.intValue() >= 0) {
      return value.intValue();
    }
    String shown = value.isTextual() ? value.textValue() : value.toString();
    if (!INTEGER.matcher(shown).matches()) {
      throw failed(
          "The SecondsPath parameter cannot be parsed as a long value: %s == %s"
              .formatted(source, shown));
    }
    long seconds = Long.parseLong(shown);
    if (seconds < 0) {
      throw failed(
          "The SecondsPath parameter references a negative value: %s == %s"
              .formatted(source, shown));
    }
    return seconds;
  }

  private static QueryFailed failed(String text) {
    return QueryFailed.runtime("SecondsPath", text);
  }

  private static Instant atPath(Delay.UntilAtPath at, Evaluation evaluation) {
    JsonNode value = at.path().find(evaluation);
    String source = at.path().source();
    if (value == null) {
      throw QueryFailed.runtime(
          "TimestampPath",
          "The TimestampPath parameter does not reference an input value: " + source);
    }
    String shown = value.isTextual() ? value.textValue() : value.toString();
    return Rfc3339.parse(shown)
        .orElseThrow(
            () ->
                QueryFailed.runtime(
                    "TimestampPath",
                    "The TimestampPath parameter does not reference a valid ISO-8601 extended offset date-time format string: %s == %s"
                        .formatted(source, shown)));
  }
}
