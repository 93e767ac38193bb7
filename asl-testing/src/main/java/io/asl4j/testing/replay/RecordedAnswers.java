package io.asl4j.testing.replay;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a recorded history tells of task attempts besides their answers: the worker that took an
 * activity task, and whether the attempt failed without saying why.
 */
final class RecordedAnswers {

  /**
   * One attempt.
   *
   * @param worker null if no worker's name was recorded
   * @param wasStarted whether somebody took the task
   * @param hasFailed whether it ended by a failure
   */
  record Attempt(@Nullable String worker, boolean wasStarted, boolean hasFailed) {}

  private static final Attempt UNTOLD = new Attempt(null, true, false);

  private final Map<Long, JsonNode> byId = new HashMap<>();
  private final Map<String, List<Attempt>> byState = new HashMap<>();

  RecordedAnswers(JsonNode history) {
    history.forEach(event -> byId.put(event.path("id").asLong(), event));
    for (JsonNode event : history) {
      if (event.path("type").asText().endsWith("Scheduled")) {
        byState
            .computeIfAbsent(stateOf(event), name -> new ArrayList<>())
            .add(attempt(event, history));
      }
    }
  }

  /** The n-th attempt of a state, from 0, in the order of the history. */
  Attempt attempt(String stateName, int index) {
    List<Attempt> attempts = byState.getOrDefault(stateName, List.of());
    return index < attempts.size() ? attempts.get(index) : UNTOLD;
  }

  /** Events of one state follow from each other back to where it was entered. */
  private String stateOf(JsonNode scheduled) {
    JsonNode at = scheduled;
    for (int steps = 0; steps < byId.size(); steps++) {
      if (at.path("type").asText().equals("TaskStateEntered")) {
        return at.path("name").asText();
      }
      JsonNode before = byId.get(at.path("previousEventId").asLong());
      if (before == null) {
        return "";
      }
      at = before;
    }
    return "";
  }

  private static Attempt attempt(JsonNode scheduled, JsonNode history) {
    long last = scheduled.path("id").asLong();
    String worker = null;
    boolean started = false;
    for (JsonNode event : history) {
      if (event.path("previousEventId").asLong() != last || event.path("id").asLong() <= last) {
        continue;
      }
      String type = event.path("type").asText();
      if (type.endsWith("Failed")) {
        return new Attempt(worker, started, true);
      }
      if (type.endsWith("Started") || type.endsWith("Submitted")) {
        started = true;
        worker = event.path("workerName").isTextual() ? event.path("workerName").asText() : worker;
        last = event.path("id").asLong();
      }
    }
    return new Attempt(worker, started, false);
  }
}
