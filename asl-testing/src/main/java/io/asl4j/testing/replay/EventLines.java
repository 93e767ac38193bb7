package io.asl4j.testing.replay;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.StringJoiner;

/** Events written for people: one a line. */
final class EventLines {

  private static final int BEFORE = 2;
  private static final int AFTER = 2;

  private EventLines() {}

  /** {@code 4 <- 3 TaskScheduled {"parameters":...}}, where 3 is the event that 4 follows from. */
  static String line(JsonNode event) {
    ObjectNode details = event.deepCopy();
    details.remove(List.of("id", "previousEventId", "type", "inputText", "outputText"));
    String place =
        event.path("id").isIntegralNumber()
            ? event.path("id").asText() + " <- " + event.path("previousEventId").asText() + " "
            : "";
    return place
        + event.path("type").asText()
        + (details.isEmpty() ? "" : " " + Named.value(details));
  }

  /** Two events that should be alike. */
  static String of(JsonNode expected, JsonNode actual, Matching.Difference difference) {
    return "event %s: %s\n  - %s\n  + %s"
        .formatted(actual.path("id").asText(), difference, line(expected), line(actual));
  }

  /** The events at an index with some around them: {@code -} recorded, {@code +} ours. */
  static String around(
      List<? extends JsonNode> expected,
      List<? extends JsonNode> actual,
      int index,
      Matching.Difference difference) {
    StringJoiner lines = new StringJoiner("\n");
    lines.add("event %d: %s".formatted(index + 1, difference));
    for (int i = Math.max(0, index - BEFORE); i < index && i < actual.size(); i++) {
      lines.add("    " + line(actual.get(i)));
    }
    for (int i = index; i < expected.size() && i <= index + AFTER; i++) {
      lines.add("  - " + line(expected.get(i)));
    }
    for (int i = index; i < actual.size() && i <= index + AFTER; i++) {
      lines.add("  + " + line(actual.get(i)));
    }
    return lines.toString();
  }
}
