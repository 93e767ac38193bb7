package io.asl4j.runtime.host;

import io.asl4j.runtime.failure.ExecutionCancelled;
import java.time.Duration;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The life of one thread that walks branches of an execution: can be cancelled from outside,
 * together with everything it started.
 *
 * <p>A handler that ignores its interrupt cannot hold up a cancellation: whoever waits for the
 * branch is told that it is abandoned, and the branch ends by itself when the handler returns.
 * Thread-safe.
 *
 * <p>The walk and whoever cancels it meet without a lock: the walk writes where it waits and then
 * reads whether it is cancelled, the other one writes that it is cancelled and then reads where it
 * waits, so at least one of them sees the other. Only a walk that finds itself cancelled takes the
 * lock, to let an interrupt that is under way arrive before it is cleared.
 */
abstract class BranchLife {

  private final ReentrantLock cancelling = new ReentrantLock();
  private volatile @Nullable String cancelled;
  private volatile @Nullable Thread waiting;
  private volatile @Nullable Workers<?> inside;

  /** Written before {@link #waiting}. */
  private boolean inHandler;

  /** Does something later on a thread of its own, unless the execution has ended by then. */
  abstract void later(Duration delay, Runnable action);

  /** Before branches are started; they are stopped with this one. */
  void beginInside(Workers<?> workers) {
    inside = workers;
    check();
  }

  /** When all of these branches have ended. */
  void endInside() {
    inside = null;
  }

  /** Told instead of waiting for its end that this branch is cancelled inside a handler. */
  void abandoned() {}

  /** Before a wait that an interrupt ends. */
  void beginWait(boolean handler) {
    inHandler = handler;
    waiting = Thread.currentThread();
    String reason = cancelled;
    if (reason != null) {
      waiting = null;
      letInterruptArrive();
      throw new ExecutionCancelled(reason);
    }
  }

  /** After the wait; throws if the branch was cancelled meanwhile. */
  void endWait() {
    waiting = null;
    if (cancelled != null) {
      letInterruptArrive();
      check();
    }
  }

  @SuppressWarnings("LockNotBeforeTry") // the lock guards nothing here, it is only waited for
  private void letInterruptArrive() {
    cancelling.lock();
    try {
      Thread.interrupted();
    } finally {
      cancelling.unlock();
    }
  }

  /**
   * @throws ExecutionCancelled when the branch is to stop
   */
  void check() {
    String reason = cancelled;
    if (reason != null) {
      throw new ExecutionCancelled(reason);
    }
  }

  boolean isCancelled() {
    return cancelled != null;
  }

  /** Stops this branch and all it started. The second time nothing happens. */
  void cancel(String reason) {
    boolean abandons;
    cancelling.lock();
    try {
      if (cancelled != null) {
        return;
      }
      cancelled = reason;
      Thread thread = waiting;
      abandons = thread != null && inHandler;
      if (thread != null) {
        thread.interrupt();
      }
    } finally {
      cancelling.unlock();
    }
    Workers<?> workers = inside;
    if (workers != null) {
      workers.stop(reason);
    }
    if (abandons) {
      abandoned();
    }
  }
}
