package io.asl4j.runtime.host;

import io.asl4j.runtime.failure.ExecutionCancelled;
import io.asl4j.runtime.task.TaskId;
import java.time.Duration;
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

  private volatile @Nullable String cancelled;
  private volatile @Nullable Thread waiting;
  private volatile @Nullable Workers<?> inside;

  /**
   * The attempt whose handler it is in; null in other waits. Written before {@link #waiting}. Only
   * its name, which holds no data.
   */
  private @Nullable TaskId inHandler;

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

  /**
   * Before a wait that an interrupt ends.
   *
   * @param handled the attempt whose handler is waited for; null for other waits
   */
  void beginWait(@Nullable TaskId handled) {
    inHandler = handled;
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

  private synchronized void letInterruptArrive() {
    Thread.interrupted();
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
    Interruption interruption = interrupt(reason);
    if (interruption == Interruption.EARLIER) {
      return;
    }
    Workers<?> workers = inside;
    if (workers != null) {
      workers.stop(reason);
    }
    if (interruption == Interruption.OF_A_HANDLER) {
      abandoned();
    }
  }

  /** Held for a moment only, so that a monitor does, which takes no room in those that wait. */
  private synchronized Interruption interrupt(String reason) {
    if (cancelled != null) {
      return Interruption.EARLIER;
    }
    cancelled = reason;
    Thread thread = waiting;
    if (thread == null) {
      return Interruption.OF_NO_WAIT;
    }
    boolean handler = inHandler != null;
    thread.interrupt();
    return handler ? Interruption.OF_A_HANDLER : Interruption.OF_A_WAIT;
  }

  /** What it does, for logs. */
  @Override
  public String toString() {
    TaskId handled = inHandler;
    return handled == null || waiting == null ? "A branch of an execution" : handled.handler();
  }

  /** What a cancellation found. */
  private enum Interruption {
    EARLIER,
    OF_NO_WAIT,
    OF_A_WAIT,
    OF_A_HANDLER
  }
}
