package io.asl4j.runtime.host;

import io.asl4j.runtime.history.History;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The clock of the machine in milliseconds, which is as fine as AWS tells times, and virtual
 * threads. Thread-safe.
 */
public final class RealTime implements World, InstantSource {

  /**
   * A wait is looked at again after this time at the latest, should the clock of the machine be set
   * meanwhile.
   */
  private static final long LONGEST_NAP_SECONDS = 3_600;

  /** Longer than anybody waits, and short enough to be counted in nanoseconds. */
  private static final Duration LONGEST = Duration.ofDays(100_000);

  /** Until the next try when no thread was to be had. */
  private static final Duration PATIENCE = Duration.ofSeconds(1);

  private static final int NANOS_OF_A_MILLISECOND = 1_000_000;

  private static final Logger LOG = LoggerFactory.getLogger(RealTime.class);

  private final HostServices services;
  private final InstantSource clock;
  private final Crew crew;
  private final ReadyExecutions ready;
  private final WakeUps wakeUps = new WakeUps(this);

  /** Where handlers run; null for threads of the crew. */
  private final @Nullable Executor executor;

  /** Not volatile: whoever sees an older one asks for the same millisecond once more. */
  private Millisecond latest = new Millisecond(0, Instant.EPOCH);

  private final ScheduledThreadPoolExecutor deadlines;

  /** The thread for deadlines; null before the first one was set. */
  private volatile @Nullable Thread watch;

  RealTime(HostServices services, InstantSource clock, Crew crew, @Nullable Executor executor) {
    this.services = services;
    this.clock = clock;
    this.crew = crew;
    this.ready = new ReadyExecutions(crew, this::goOnInASecond, System::nanoTime);
    this.executor = executor;
    this.deadlines = new ScheduledThreadPoolExecutor(1, this::watch);
    this.deadlines.setRemoveOnCancelPolicy(true);
  }

  private Thread watch(Runnable body) {
    Thread thread = Thread.ofPlatform().daemon().name("asl-deadlines").unstarted(body);
    watch = thread;
    return thread;
  }

  HostServices services() {
    return services;
  }

  @Override
  public Instant now() {
    long millis = clock.millis();
    Millisecond last = latest;
    if (last.number() != millis) {
      last = new Millisecond(millis, Instant.ofEpochMilli(millis));
      latest = last;
    }
    return last.instant();
  }

  @Override
  public Instant instant() {
    return now();
  }

  /** One instant serves all who ask within the same millisecond. */
  private record Millisecond(long number, Instant instant) {}

  WakeUps wakeUps() {
    return wakeUps;
  }

  Crew crew() {
    return crew;
  }

  /** Where handlers run; null for threads of the crew. */
  @Nullable Executor executor() {
    return executor;
  }

  /**
   * Does something on a thread of its own: the thread for deadlines must not wait for what belongs
   * to an application.
   */
  void soon(Runnable action) {
    try {
      crew.start(action);
    } catch (RuntimeException | Error noThread) {
      inASecond(noThread, () -> soon(action), action);
    }
  }

  /** An execution wakes up. */
  void goOn(RealExecution execution) {
    try {
      ready.add(execution);
    } catch (RuntimeException | Error noThread) {
      inASecond(noThread, () -> soon(execution), execution);
    }
  }

  private void goOnInASecond(Throwable noThread) {
    inASecond(noThread, ready::goOn, ready::runHere);
  }

  /**
   * Tries something again that got no thread.
   *
   * @param whenClosed what happens instead, here and now, when there are no timers any more
   */
  private void inASecond(Throwable noThread, Runnable again, Runnable whenClosed) {
    LOG.warn("No thread for what is due now; it is tried again in a second.", noThread);
    try {
      ScheduledFuture<?> unused = schedule(PATIENCE, due(again));
    } catch (RejectedExecutionException closed) {
      whenClosed.run();
    }
  }

  private static Callable<Boolean> due(Runnable action) {
    return () -> {
      action.run();
      return true;
    };
  }

  /** Does something quick later, on the thread for deadlines. */
  ScheduledFuture<?> schedule(Duration delay, Callable<?> action) {
    Duration bounded = delay.compareTo(LONGEST) < 0 ? delay : LONGEST;
    return deadlines.schedule(action, Math.max(0, bounded.toNanos()), TimeUnit.NANOSECONDS);
  }

  @Override
  public int timers() {
    return deadlines.getQueue().size();
  }

  @Override
  public int tokens() {
    return services.tokens().size();
  }

  /**
   * How many milliseconds to wait before the clock is looked at again; none, or less, when it is
   * time. A number and no object, for each of very many executions that wait.
   */
  long napUntil(Instant wakeAt) {
    Instant now = now();
    long seconds = wakeAt.getEpochSecond() - now.getEpochSecond();
    long whole = Math.max(-1, Math.min(seconds, LONGEST_NAP_SECONDS));
    long millis =
        whole == seconds
            ? Math.ceilDiv(wakeAt.getNano() - now.getNano(), NANOS_OF_A_MILLISECOND)
            : 0;
    return whole * 1_000 + millis;
  }

  @Override
  public void start(Beginning beginning, Life life) {
    History history = services.startedHistory(beginning.id(), this, beginning.lastEvent());
    RealExecution execution = new RealExecution(this, history, life, beginning.checkpoints());
    life.begins(execution);
    execution.alarm(alarm(beginning.deadline(), life));
    try {
      ready.add(execution);
    } catch (RuntimeException | Error noThread) {
      execution.end();
      throw noThread;
    }
  }

  private @Nullable ScheduledFuture<?> alarm(Instant deadline, Life life) {
    if (deadline.equals(Instant.MAX)) {
      return null;
    }
    Duration left = Duration.between(now(), deadline);
    return schedule(left, due(() -> soon(life::timedOut)));
  }

  /** Lets the one thread for deadlines go, too. */
  @Override
  public void close(Duration patience) throws InterruptedException {
    if (crew.isMember()) {
      deadlines.shutdownNow();
      return;
    }
    crew.awaitEnd(patience);
    deadlines.shutdownNow();
    Thread last = watch;
    if (last != null && !last.equals(Thread.currentThread())) {
      boolean unused = last.join(patience);
    }
    // It may have begun something in its last moment.
    crew.awaitEnd(patience);
  }
}
