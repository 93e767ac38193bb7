package io.asl4j.runtime.host;

import io.asl4j.runtime.history.History;
import io.asl4j.runtime.walk.Frame;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicIntegerFieldUpdater;
import org.jspecify.annotations.Nullable;

/**
 * One execution in real time. A thread walks it until it has to wait for long; then the thread
 * ends, and another one goes on from the last frame when a timer says so. Thread-safe.
 *
 * <p>There may be very many of them that wait, so each is few objects.
 */
final class RealExecution extends BranchLife implements World.Running, Runnable, Callable<Boolean> {

  /** For less than that a sleeping thread is cheaper than a new one. */
  private static final Duration SHORTEST_NAP = Duration.ofMillis(50);

  private static final AtomicIntegerFieldUpdater<RealExecution> ASLEEP =
      AtomicIntegerFieldUpdater.newUpdater(RealExecution.class, "asleep");

  private static final int NO = 0;
  private static final int YES = 1;

  private final RealTime time;
  private final History history;
  private final World.Life life;
  private final Checkpoints checkpoints;

  /** The alarm for the deadline; null without one. */
  private volatile @Nullable Future<?> alarm;

  /** Whether it waits without a thread. */
  private volatile int asleep = NO;

  /** Ends the wait; null before the first one. */
  private volatile @Nullable Future<?> timer;

  /** The last frame of the machine's own scope; null before the first one was kept. */
  private @Nullable Frame frame;

  private boolean mayPark = true;

  /** What handlers want to happen later; null while they want nothing. */
  private @Nullable LaterTimers laters;

  private boolean over;

  RealExecution(RealTime time, History history, World.Life life, Checkpoints checkpoints) {
    this.time = time;
    this.history = history;
    this.life = life;
    this.checkpoints = checkpoints;
  }

  /** Before the first thread: what to end when the execution ends. */
  void alarm(@Nullable Future<?> toEnd) {
    alarm = toEnd;
  }

  @Override
  public void run() {
    try {
      life.walk(new VirtualThreadHost(time, this, history, checkpoints, this));
    } catch (Parked parked) {
      park(parked.until());
      return;
    }
    end();
  }

  /** Nothing is to happen any more: drops all timers. */
  void end() {
    Future<?> scheduled = alarm;
    if (scheduled != null) {
      scheduled.cancel(false);
    }
    LaterTimers left = lastLaters();
    if (left != null) {
      left.end();
    }
  }

  @Override
  void later(Duration delay, Runnable action) {
    LaterTimers open = laters();
    if (open != null) {
      open.add(delay, action);
    }
  }

  private synchronized @Nullable LaterTimers laters() {
    if (laters == null && !over) {
      laters = new LaterTimers(time);
    }
    return laters;
  }

  private synchronized @Nullable LaterTimers lastLaters() {
    over = true;
    return laters;
  }

  /** Whether a wait of this length is one without a thread. */
  boolean parks(Duration left) {
    return mayPark && left.compareTo(SHORTEST_NAP) > 0;
  }

  void keep(Frame last) {
    frame = last;
  }

  /** Where the thread before this one stopped; null for the first thread. */
  @Nullable Frame frame() {
    return frame;
  }

  private void park(Instant until) {
    asleep = YES;
    if (isCancelled() || !isTimerSet(time.napUntil(until))) {
      wake();
    }
  }

  /**
   * Under the lock, so that the timer of a later wait does not come before that of this one.
   *
   * @return false if there are no timers any more
   */
  private synchronized boolean isTimerSet(Duration delay) {
    try {
      Future<?> scheduled = time.schedule(delay, this);
      timer = scheduled;
      if (asleep == NO) {
        scheduled.cancel(false);
      }
      return true;
    } catch (RejectedExecutionException closed) {
      mayPark = false;
      return false;
    }
  }

  /** The timer has run down. */
  @Override
  public Boolean call() {
    wake();
    return true;
  }

  /** Ends a wait, once: by the timer, or by whoever cancels the execution. */
  private void wake() {
    if (!ASLEEP.compareAndSet(this, YES, NO)) {
      return;
    }
    Future<?> scheduled = timer;
    if (scheduled != null) {
      scheduled.cancel(false);
    }
    time.soon(this);
  }

  @Override
  public History history() {
    return history;
  }

  @Override
  public InstantSource clock() {
    return time;
  }

  @Override
  public void cancel(String reason) {
    end();
    super.cancel(reason);
    wake();
  }
}
