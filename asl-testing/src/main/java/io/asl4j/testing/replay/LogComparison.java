package io.asl4j.testing.replay;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.asl4j.core.json.Json;
import io.asl4j.core.json.JsonSyntaxFailed;
import io.asl4j.runtime.history.ExecutionLog;
import io.asl4j.runtime.history.HistoryEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Compares log records with recorded ones. */
final class LogComparison {

  private final List<ExecutionLog> possible = new ArrayList<>();
  private final Matching matching;

  /**
   * @param logging how the recorded machine logged; a level that was not recorded may be any
   */
  LogComparison(JsonNode logging, Matching matching) {
    this.matching = matching;
    for (ExecutionLog.Level level : ExecutionLog.Level.values()) {
      for (boolean data : new boolean[] {true, false}) {
        boolean fits =
            !logging.path("level").isTextual()
                || (logging.path("level").textValue().equals(level.name())
                    && logging.path("includeExecutionData").asBoolean() == data);
        if (fits) {
          possible.add(new ExecutionLog(level, data));
        }
      }
    }
  }

  /** Empty if the records are those of one of the possible ways of logging. */
  Optional<String> difference(JsonNode expected, String arn, List<HistoryEvent> events) {
    Optional<String> first = Optional.of("logs: the recorded way of logging is not known");
    boolean any = false;
    for (ExecutionLog log : possible) {
      Optional<String> difference = difference(expected, log.records(arn, events));
      if (difference.isEmpty()) {
        return difference;
      }
      first = any ? first : difference;
      any = true;
    }
    return first;
  }

  private Optional<String> difference(JsonNode expected, List<ObjectNode> actual) {
    if (expected.size() != actual.size()) {
      return Optional.of(
          "logs: expected %d records, got %d".formatted(expected.size(), actual.size()));
    }
    for (int i = 0; i < actual.size(); i++) {
      String place = "logs/" + i;
      Optional<String> difference =
          matching
              .compare(expected.get(i), parsed(actual.get(i)))
              .map(found -> place + found.at() + ": " + found.what());
      if (difference.isPresent()) {
        return difference;
      }
    }
    return Optional.empty();
  }

  /** The recorder has parsed the JSON texts in the details. */
  private static ObjectNode parsed(ObjectNode log) {
    ObjectNode details = (ObjectNode) log.path("details");
    for (String name : List.of("input", "output", "parameters", "cause")) {
      String text = details.path(name).asText();
      if (text.startsWith("{")) {
        try {
          details.set(name, Json.parse(text));
        } catch (JsonSyntaxFailed notJson) {
          // A text that only begins like JSON stays a text.
        }
      }
    }
    return log;
  }

  /** The last record, of which only some members were recorded. */
  static Optional<String> lastRecord(
      Matching matching, JsonNode expected, String arn, HistoryEvent last) {
    ObjectNode actual = new ExecutionLog(ExecutionLog.Level.ALL, true).record(arn, last);
    List<String> told = new ArrayList<>();
    expected.fieldNames().forEachRemaining(told::add);
    return matching
        .compare(expected, parsed(actual).retain(told))
        .map(found -> "endEvent" + found.at() + ": " + found.what());
  }
}
