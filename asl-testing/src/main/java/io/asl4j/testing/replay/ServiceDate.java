package io.asl4j.testing.replay;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;

/**
 * When a recording was made, for the few things that the service has changed since. We answer as it
 * does today; a recording that is older may differ in exactly that.
 */
record ServiceDate(Instant recorded) {

  private static final Instant REDRIVE = Instant.parse("2023-11-15T00:00:00Z");
  private static final Instant EXIT_FOLLOWS_START = Instant.parse("2024-11-01T00:00:00Z");

  /** Since redrive exists, {@code Execution} in the context object has a {@code RedriveCount}. */
  boolean lacksRedriveCount(String member, JsonNode expected) {
    return member.equals("RedriveCount")
        && recorded.isBefore(REDRIVE)
        && expected.has("Id")
        && expected.has("StartTime");
  }

  /**
   * The exit of a Distributed Map once followed from the end of its Map Run, and now follows from
   * the start of it.
   */
  boolean exitFollowsEndOfMapRun() {
    return recorded.isBefore(EXIT_FOLLOWS_START);
  }
}
