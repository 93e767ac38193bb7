package io.asl4j.runtime.host;

import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** What the handlers of one execution want to happen later: dropped when it ends. Thread-safe. */
final class LaterTimers {

  private final RealTime time;
  private final ReentrantLock lock = new ReentrantLock();

  private final Set<LaterTimer> timers = new HashSet<>();
  private boolean ended;

  LaterTimers(RealTime time) {
    this.time = time;
  }

  /** Does something later on a thread of its own, unless the execution has ended by then. */
  void add(Duration delay, Runnable action) {
    lock.lock();
    try {
      if (ended) {
        return;
      }
      LaterTimer timer = new LaterTimer(action);
      timer.scheduled = time.schedule(delay, timer);
      timers.add(timer);
    } catch (RejectedExecutionException closed) {
      // The engine is closed, and with it the execution.
      ended = true;
    } finally {
      lock.unlock();
    }
  }

  /** Drops what has not happened yet; the second time nothing happens. */
  void end() {
    lock.lock();
    try {
      ended = true;
      timers.forEach(LaterTimer::cancel);
      timers.clear();
    } finally {
      lock.unlock();
    }
  }

  private boolean take(LaterTimer timer) {
    lock.lock();
    try {
      return timers.remove(timer);
    } finally {
      lock.unlock();
    }
  }

  private final class LaterTimer implements Callable<Boolean> {

    private final Runnable action;

    /** Null for the moment before it is scheduled. */
    private @Nullable Future<?> scheduled;

    LaterTimer(Runnable action) {
      this.action = action;
    }

    void cancel() {
      if (scheduled != null) {
        scheduled.cancel(false);
      }
    }

    @Override
    public Boolean call() {
      boolean stillWanted = take(this);
      if (stillWanted) {
        time.soon(action);
      }
      return stillWanted;
    }
  }
}
