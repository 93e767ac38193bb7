package io.asl4j.runtime.walk;

import io.asl4j.core.model.State;
import io.asl4j.core.query.Evaluation;
import io.asl4j.core.query.QueryFailed;

/** How many iterations of a Map state may be open at once. Pure. */
final class Concurrency {

  private Concurrency() {}

  /** {@code MaxConcurrency}, or what the host allows when it is 0 or left out. */
  static int of(State.Map map, Evaluation evaluation, int allowed) {
    long wanted = wanted(map, evaluation);
    return wanted == 0 ? allowed : (int) Math.min(wanted, allowed);
  }

  /** {@code MaxConcurrency} as the definition has it; 0 when left out. */
  static long wanted(State.Map map, Evaluation evaluation) {
    long wanted = Quantities.integer(map.maxConcurrency(), evaluation);
    if (wanted == Quantities.ABSENT) {
      return 0;
    }
    if (wanted < 0) {
      throw QueryFailed.runtime("MaxConcurrency", "MaxConcurrency cannot be negative.");
    }
    return wanted;
  }
}
