package io.asl4j.testing.tasks;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Optional;

/**
 * The answer to one call of a Task state.
 *
 * @param outcome what comes
 * @param after how long it takes to come, by the clock of the host
 * @param submitted what the service answers at once to the hand-over of a job or a callback task;
 *     an empty object unless given
 * @param heartbeat how often a heartbeat comes meanwhile; empty for never
 */
public record Answer(
    Outcome outcome, Duration after, Optional<JsonNode> submitted, Optional<Duration> heartbeat) {

  /** An answer that comes at once. */
  public static Answer of(Outcome outcome) {
    return new Answer(outcome, Duration.ZERO, Optional.empty(), Optional.empty());
  }
}
