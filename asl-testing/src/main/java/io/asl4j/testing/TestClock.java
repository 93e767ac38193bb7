package io.asl4j.testing;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * The modelled clock of a {@link TestRun}: what executions begin with, and what it showed at the
 * end of the last one. It moves only by what an execution waits. Not safe for use by several
 * threads.
 */
public final class TestClock implements InstantSource {

  private Instant start;
  private Instant now;

  TestClock(Instant start) {
    this.start = start;
    this.now = start;
  }

  /** Lets the executions to come begin at this instant. */
  public TestClock startAt(Instant instant) {
    start = instant;
    now = instant;
    return this;
  }

  /** When executions begin. */
  public Instant start() {
    return start;
  }

  /** When the last execution ended; when the next one will begin, if there was none. */
  @Override
  public Instant instant() {
    return now;
  }

  /** How long the last execution took; zero if there was none. */
  public Duration elapsed() {
    return Duration.between(start, now);
  }

  void endedAt(Instant instant) {
    now = instant;
  }
}
