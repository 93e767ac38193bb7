package io.asl4j.runtime.host;

import io.asl4j.runtime.failure.ExecutionCancelled;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The life of one thread that walks branches of an execution: can be cancelled from outside,
 * together with everything it started.
 *
 * <p>A handler that ignores its interrupt cannot hold up a cancellation: whoever waits for the
 * branch is told that it is abandoned, and the branch ends by itself when the handler returns.
 * Thread-safe.
 */
final class BranchLife {

  private final ReentrantLock lock = new ReentrantLock();
  private final Set<BranchLife> children = new LinkedHashSet<>();
  private @Nullable Thread waiting;
  private volatile @Nullable String cancelled;
  private boolean inHandler;
  private @Nullable Runnable whenAbandoned;

  /** Starts a life that ends at the latest with this one. */
  BranchLife child() {
    BranchLife child = new BranchLife();
    lock.lock();
    try {
      check();
      children.add(child);
    } finally {
      lock.unlock();
    }
    return child;
  }

  void childEnded(BranchLife child) {
    lock.lock();
    try {
      children.remove(child);
    } finally {
      lock.unlock();
    }
  }

  /** What to do when this branch is cancelled inside a handler, instead of waiting for its end. */
  void whenAbandoned(Runnable action) {
    lock.lock();
    try {
      whenAbandoned = action;
    } finally {
      lock.unlock();
    }
  }

  /** Before a wait that an interrupt ends. */
  void beginWait(boolean handler) {
    lock.lock();
    try {
      check();
      waiting = Thread.currentThread();
      inHandler = handler;
    } finally {
      lock.unlock();
    }
  }

  /** After the wait; throws if the branch was cancelled meanwhile. */
  void endWait() {
    lock.lock();
    try {
      waiting = null;
      inHandler = false;
      if (cancelled == null) {
        return;
      }
      Thread.interrupted();
      check();
    } finally {
      lock.unlock();
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
    lock.lock();
    try {
      return cancelled != null;
    } finally {
      lock.unlock();
    }
  }

  /** Stops this branch and all it started. The second time nothing happens. */
  void cancel(String reason) {
    List<BranchLife> toCancel;
    Runnable abandoned = null;
    lock.lock();
    try {
      if (cancelled != null) {
        return;
      }
      cancelled = reason;
      toCancel = new ArrayList<>(children);
      if (waiting != null) {
        waiting.interrupt();
      }
      if (inHandler) {
        abandoned = whenAbandoned;
      }
    } finally {
      lock.unlock();
    }
    toCancel.forEach(child -> child.cancel(reason));
    if (abandoned != null) {
      abandoned.run();
    }
  }
}
