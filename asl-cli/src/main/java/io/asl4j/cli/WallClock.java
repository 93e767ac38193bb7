package io.asl4j.cli;

import java.time.Duration;
import java.time.Instant;

/**
 * The time that passes for the person at the terminal; no workflow sees it, but for the start of a
 * run in virtual time.
 */
final class WallClock {

  private WallClock() {}

  static Instant now() {
    return Instant.now();
  }

  /** A point to measure from. */
  static long mark() {
    return System.nanoTime();
  }

  static Duration since(long mark) {
    return Duration.ofNanos(System.nanoTime() - mark);
  }
}
