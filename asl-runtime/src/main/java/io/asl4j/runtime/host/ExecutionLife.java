package io.asl4j.runtime.host;

import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The life of an execution in real time: what its handlers want to happen later is dropped when it
 * ends. Thread-safe.
 */
final class ExecutionLife extends BranchLife {

  private final RealTime time;
  private final ReentrantLock lock = new ReentrantLock();

  /** Null while nothing is to happen later. */
  private @Nullable Set<LaterTimer> timers;

  private boolean ended;

  ExecutionLife(RealTime time) {
    this.time = time;
  }

  @Override
  void later(Duration delay, Runnable action) {
    lock.lock();
    try {
      if (ended) {
        return;
      }
      LaterTimer timer = new LaterTimer(action);
      timer.scheduled = time.schedule(delay, timer);
      if (timers == null) {
        timers = new HashSet<>();
      }
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
      if (timers != null) {
        timers.forEach(LaterTimer::cancel);
        timers = null;
      }
    } finally {
      lock.unlock();
    }
  }

  @Override
  void cancel(String reason) {
    end();
    super.cancel(reason);
  }

  private boolean take(LaterTimer timer) {
    lock.lock();
    try {
      return timers != null && timers.remove(timer);
    } finally {
      lock.unlock();
    }
  }

  private final class LaterTimer implements Runnable {

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
    public void run() {
      if (take(this)) {
        time.soon(action);
      }
    }
  }
}
