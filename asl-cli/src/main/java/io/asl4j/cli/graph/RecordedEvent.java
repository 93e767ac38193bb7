package io.asl4j.cli.graph;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * An event as {@code get-execution-history} answers it.
 *
 * @param details the object that is named after the type, or else the event itself
 */
record RecordedEvent(long id, long previous, String type, JsonNode details) {

  /**
   * Reads a history.
   *
   * @param answer an object with a list {@code events}, or the list alone, in either order
   * @throws IOException if it is neither, or not the whole; the message says what is missing
   */
  static List<RecordedEvent> all(JsonNode answer) throws IOException {
    JsonNode list = answer.isArray() ? answer : answer.path("events");
    if (!list.isArray() || list.isEmpty()) {
      throw new IOException(
          "it is no history: an object with a list `events` is expected, as `aws stepfunctions"
              + " get-execution-history` prints it");
    }
    List<RecordedEvent> events = new ArrayList<>();
    for (JsonNode event : list) {
      events.add(of(event));
    }
    events.sort(Comparator.comparingLong(RecordedEvent::id));
    for (int i = 0; i < events.size(); i++) {
      if (events.get(i).id() != i + 1) {
        throw new IOException(
            "event %d is missing or comes twice; all pages of the history are needed (leave out --max-items)"
                .formatted(i + 1));
      }
    }
    return events;
  }

  private static RecordedEvent of(JsonNode event) throws IOException {
    long id = event.path("id").asLong();
    String type = event.path("type").asText();
    if (id < 1 || type.isEmpty()) {
      throw new IOException("an entry has no `id` and `type`, which every event has");
    }
    return new RecordedEvent(id, event.path("previousEventId").asLong(), type, details(event));
  }

  private static JsonNode details(JsonNode event) {
    for (Map.Entry<String, JsonNode> field : event.properties()) {
      if (field.getKey().endsWith("EventDetails") && field.getValue().isObject()) {
        return field.getValue();
      }
    }
    return MissingNode.getInstance();
  }

  /** The name of the state that is meant; empty if the event names none. */
  String name() {
    return details.path("name").asText();
  }

  /** The text that explains a failure. */
  String cause() {
    return details.path("cause").asText();
  }

  boolean isEntered() {
    return type.endsWith("StateEntered");
  }

  boolean isExited() {
    return type.endsWith("StateExited");
  }

  /** Whether it says that something went wrong there; what was stopped from outside did not. */
  boolean isFailure() {
    return type.endsWith("Failed") || type.endsWith("TimedOut");
  }

  /** Whether the execution is over with it. */
  boolean endsExecution() {
    return type.matches("Execution(Succeeded|Failed|TimedOut|Aborted)");
  }

  /** Whether it begins work: the call of a task, the branches of a Parallel, the items of a Map. */
  boolean isCall() {
    return type.matches("(Task|LambdaFunction|Activity)Scheduled|(Map|Parallel)StateStarted");
  }

  /** Whether it tells of a whole Map or Parallel state and not of something inside of it. */
  boolean isOfContainer() {
    return type.matches("(Map|Parallel)State(Started|Succeeded|Failed|Aborted)");
  }

  boolean isOfIteration() {
    return type.startsWith("MapIteration");
  }

  boolean isOfMapRun() {
    return type.startsWith("MapRun");
  }
}
