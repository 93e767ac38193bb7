package io.asl4j.runtime.walk;

import io.asl4j.core.model.Catcher;
import io.asl4j.core.model.Retrier;
import io.asl4j.core.model.State;
import io.asl4j.runtime.failure.ErrorName;
import io.asl4j.runtime.failure.StateFailed;
import java.time.Duration;
import java.util.List;
import java.util.function.DoubleSupplier;

/** What follows a failure of a Task, Parallel or Map state. Decides, and does nothing. */
sealed interface Recovery {

  /** Try again after a delay; the retrier at that index was used once more. */
  record Retry(int retrier, Duration delay) implements Recovery {}

  /** What {@code exhausted} is when no retrier names the error. */
  int NO_RETRIER = -1;

  /**
   * Go on at the catcher at that index.
   *
   * @param exhausted the retrier that names the error and is used up; {@link #NO_RETRIER} for none
   */
  record Catch(int index, Catcher catcher, int exhausted) implements Recovery {}

  /**
   * The state has failed for good.
   *
   * @param exhausted the retrier that names the error and is used up; {@link #NO_RETRIER} for none
   */
  record GiveUp(int exhausted) implements Recovery {}

  /**
   * Decides what follows a failure.
   *
   * <p>The first retrier that names the error counts; once it is used up, later retriers are not
   * asked and the catchers come.
   *
   * @param attempts how often each retrier was used since the state was entered
   * @param unit gives a number in [0, 1) for jitter
   */
  static Recovery after(
      StateFailed failure, State.Working state, Frame.Attempts attempts, DoubleSupplier unit) {
    if (failure.isFatal()) {
      return new GiveUp(NO_RETRIER);
    }
    int exhausted = NO_RETRIER;
    List<Retrier> retriers = state.retriers();
    for (int i = 0; i < retriers.size(); i++) {
      Retrier retrier = retriers.get(i);
      if (!matches(retrier.errorEquals(), failure)) {
        continue;
      }
      if (attempts.used(i) < retrier.maxAttempts()) {
        double part = retrier.jitter() == Retrier.Jitter.FULL ? unit.getAsDouble() : 0;
        return new Retry(i, Backoff.delay(retrier, attempts.used(i), part));
      }
      exhausted = i;
      break;
    }
    List<Catcher> catchers = state.catchers();
    for (int i = 0; i < catchers.size(); i++) {
      if (matches(catchers.get(i).errorEquals(), failure)) {
        return new Catch(i, catchers.get(i), exhausted);
      }
    }
    return new GiveUp(exhausted);
  }

  /** Whether one of these names stands for the failure. */
  private static boolean matches(List<String> errorEquals, StateFailed failure) {
    for (String name : errorEquals) {
      boolean matches =
          switch (name) {
            case ErrorName.ALL -> true;
            case ErrorName.TASK_FAILED ->
                !failure.isTimeout() && !ErrorName.TIMEOUT.equals(failure.error());
            case ErrorName.HEARTBEAT_TIMEOUT ->
                failure.kind() == StateFailed.Kind.HEARTBEAT_MISSED || name.equals(failure.error());
            default -> name.equals(failure.error());
          };
      if (matches) {
        return true;
      }
    }
    return false;
  }
}
