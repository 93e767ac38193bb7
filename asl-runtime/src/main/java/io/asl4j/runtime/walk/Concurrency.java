package io.asl4j.runtime.walk;

import io.asl4j.core.model.State;
import io.asl4j.core.query.Evaluation;
import io.asl4j.core.query.QueryFailed;

/** How many iterations of a Map state may be open at once. Pure. */
final class Concurrency {

  private Concurrency() {}

  /** {@code MaxConcurrency}, or what the host allows when it is 0 or left out. */
  static int of(State.Map map, Evaluation evaluation, int allowed) {
    long wanted = Quantities.integer(map.maxConcurrency(), evaluation);
    if (wanted == Quantities.ABSENT || wanted == 0) {
      return allowed;
    }
    if (wanted < 0) {
      throw QueryFailed.runtime("MaxConcurrency", "MaxConcurrency cannot be negative.");
    }
    return (int) Math.min(wanted, allowed);
  }
}
