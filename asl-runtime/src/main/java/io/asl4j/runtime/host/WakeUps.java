package io.asl4j.runtime.host;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * The timers of executions that wait without a thread: one for all that wake in the same
 * millisecond, which is as fine as the clock is. Thread-safe.
 *
 * <p>Milliseconds are those of {@link System#nanoTime}, because the clock may be set meanwhile.
 */
final class WakeUps {

  private static final long NANOS_OF_A_MILLISECOND = 1_000_000;

  private final RealTime time;
  private final Map<Long, WakeUp> byMillisecond = new ConcurrentHashMap<>();

  /** Where the last one was put: many in a row wait for the same. */
  private volatile @Nullable WakeUp latest;

  WakeUps(RealTime time) {
    this.time = time;
  }

  /**
   * Wakes an execution so many milliseconds later.
   *
   * @throws RejectedExecutionException when there are no timers any more
   */
  void add(RealExecution sleeper, long millis) {
    long now = System.nanoTime();
    long due = Math.ceilDiv(now, NANOS_OF_A_MILLISECOND) + millis;
    WakeUp last = latest;
    if (last != null && last.due == due && last.takes(sleeper)) {
      return;
    }
    WakeUp wakeUp;
    do {
      wakeUp = byMillisecond.computeIfAbsent(due, instant -> set(instant, now));
    } while (!wakeUp.takes(sleeper));
    latest = wakeUp;
  }

  private WakeUp set(long due, long now) {
    WakeUp wakeUp = new WakeUp(due);
    wakeUp.timer = time.schedule(Duration.ofNanos(due * NANOS_OF_A_MILLISECOND - now), wakeUp);
    return wakeUp;
  }

  /** Wakes executions in one millisecond. Its monitor is held for moments only. */
  final class WakeUp implements Callable<Boolean> {

    private final long due;
    private @Nullable Future<?> timer;
    private @Nullable RealExecution first;
    private boolean over;

    private WakeUp(long due) {
      this.due = due;
    }

    /**
     * Takes an execution in, and then looks whether it is still asleep; who wakes it early does the
     * opposite.
     *
     * @return false if it is too late for this one
     */
    private boolean takes(RealExecution sleeper) {
      if (!linked(sleeper)) {
        return false;
      }
      if (!sleeper.isAsleep()) {
        leave(sleeper);
      }
      return true;
    }

    private synchronized boolean linked(RealExecution sleeper) {
      if (over) {
        return false;
      }
      sleeper.wakeUp = this;
      sleeper.after = first;
      if (first != null) {
        first.before = sleeper;
      }
      first = sleeper;
      return true;
    }

    /** An execution is woken by something else. */
    void leave(RealExecution sleeper) {
      if (unlinked(sleeper)) {
        byMillisecond.remove(due, this);
        Future<?> scheduled = timer;
        if (scheduled != null) {
          scheduled.cancel(false);
        }
      }
    }

    /** Whether nobody else is left, so that this is over. */
    private synchronized boolean unlinked(RealExecution sleeper) {
      boolean isIn = sleeper.equals(first) || sleeper.before != null;
      if (over || !isIn) {
        return false;
      }
      unlink(sleeper);
      over = first == null;
      return over;
    }

    private void unlink(RealExecution sleeper) {
      RealExecution before = sleeper.before;
      RealExecution after = sleeper.after;
      if (before == null) {
        first = after;
      } else {
        before.after = after;
      }
      if (after != null) {
        after.before = before;
      }
      sleeper.before = null;
      sleeper.after = null;
    }

    /** It is time. */
    @Override
    public Boolean call() {
      RealExecution sleeper = last();
      byMillisecond.remove(due, this);
      while (sleeper != null) {
        // Read first: who is awake may fall asleep again, in another list.
        RealExecution next = sleeper.after;
        sleeper.after = null;
        sleeper.before = null;
        sleeper.wake();
        sleeper = next;
      }
      return true;
    }

    private synchronized @Nullable RealExecution last() {
      over = true;
      RealExecution all = first;
      first = null;
      return all;
    }
  }
}
