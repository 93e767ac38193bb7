package io.asl4j.runtime.host;

import io.asl4j.runtime.history.History;
import io.asl4j.runtime.walk.Frame;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicIntegerFieldUpdater;
import org.jspecify.annotations.Nullable;

/**
 * One execution in real time. A thread walks it until it has to wait for long and then leaves it;
 * another one goes on from the last frame when a timer says so. Thread-safe.
 *
 * <p>There may be very many of them that wait, so each is few objects.
 */
final class RealExecution extends BranchLife implements World.Running, Runnable {

  /** For less than that a sleeping thread is cheaper than to unwind and to come back. */
  private static final long SHORTEST_NAP_MILLIS = 50;

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
  volatile WakeUps.@Nullable WakeUp wakeUp;

  /** Its neighbours among those that wake with it; the business of {@link #wakeUp}. */
  @Nullable RealExecution before;

  @Nullable RealExecution after;

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

  /** Whether a wait of so many milliseconds is one without a thread. */
  boolean parks(long millis) {
    return mayPark && millis > SHORTEST_NAP_MILLIS;
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

  /** False if there are no timers any more. */
  private boolean isTimerSet(long millis) {
    try {
      time.wakeUps().add(this, millis);
      return true;
    } catch (RejectedExecutionException closed) {
      mayPark = false;
      return false;
    }
  }

  /** Whether it waits without a thread. */
  boolean isAsleep() {
    return asleep == YES;
  }

  /** Ends a wait, once: when its time has come, or by whoever cancels the execution. */
  void wake() {
    if (ASLEEP.compareAndSet(this, YES, NO)) {
      time.goOn(this);
    }
  }

  private void wakeEarly() {
    if (ASLEEP.compareAndSet(this, YES, NO)) {
      WakeUps.WakeUp later = wakeUp;
      if (later != null) {
        later.leave(this);
      }
      time.goOn(this);
    }
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
    wakeEarly();
  }
}
