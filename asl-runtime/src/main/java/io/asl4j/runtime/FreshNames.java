package io.asl4j.runtime;

import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Unique names and seeds for executions that were given none: random UUIDs that grow from one that
 * was really drawn, because drawing each takes longer than a small execution. Thread-safe.
 */
final class FreshNames {

  private static final long GOLDEN = 0x9E3779B97F4A7C15L;

  private final long high;
  private final long low;
  private final AtomicLong given = new AtomicLong();

  /**
   * @param drawn a random UUID
   */
  FreshNames(UUID drawn) {
    high = drawn.getMostSignificantBits();
    low = drawn.getLeastSignificantBits();
  }

  /** A random UUID as text, another one each time. */
  String name() {
    long turn = given.incrementAndGet() * GOLDEN;
    long upper = (mixed(high + turn) & ~0xF000L) | 0x4000L;
    long lower = (mixed(low ^ turn) & 0x3FFFFFFFFFFFFFFFL) | 0x8000000000000000L;
    return new UUID(upper, lower).toString();
  }

  /** A random number, another one each time. */
  long seed() {
    return mixed(low - given.incrementAndGet() * GOLDEN);
  }

  /** The finisher of SplittableRandom: one to one, so different numbers stay different. */
  private static long mixed(long number) {
    long mixed = (number ^ number >>> 30) * 0xBF58476D1CE4E5B9L;
    mixed = (mixed ^ mixed >>> 27) * 0x94D049BB133111EBL;
    return mixed ^ mixed >>> 31;
  }
}
