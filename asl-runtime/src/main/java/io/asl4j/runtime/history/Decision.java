package io.asl4j.runtime.history;

import java.time.Duration;

/**
 * A decision of the walk that its history does not tell: AWS's events say where an execution went,
 * not which rule, retrier or catcher sent it there.
 *
 * <p>Indexes count from 0 in the order of the definition. Immutable.
 */
public sealed interface Decision {

  /** The state that decided. */
  String state();

  /** A Choice state goes on at the rule of that index. */
  record RuleTaken(String state, int rule) implements Decision {}

  /** No rule of a Choice state holds, and it goes on at its {@code Default}. */
  record DefaultTaken(String state) implements Decision {}

  /** A failed attempt will be repeated after a delay. */
  record Retried(String state, int retrier, Duration delay) implements Decision {}

  /** A retrier names the error of a failed attempt, but was used as often as it may be. */
  record Exhausted(String state, int retrier) implements Decision {}

  /** The execution goes on at the catcher of that index. */
  record Caught(String state, int catcher) implements Decision {}

  /** An item, or a batch of items, of a Distributed Map begins as an execution of its own. */
  record ChildStarted(String state, int index, String childArn) implements Decision {}
}
