package io.asl4j.runtime.host;

import io.asl4j.runtime.history.History;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The clock of the machine in milliseconds, which is as fine as AWS tells times, and virtual
 * threads. Thread-safe.
 */
public final class RealTime implements World, InstantSource, AutoCloseable {

  /**
   * A wait is looked at again after this time at the latest, should the clock of the machine be set
   * meanwhile.
   */
  private static final Duration LONGEST_NAP = Duration.ofHours(1);

  /** Longer than anybody waits, and short enough to be counted in nanoseconds. */
  private static final Duration LONGEST = Duration.ofDays(100_000);

  /** Until the next try when no thread was to be had. */
  private static final Duration PATIENCE = Duration.ofSeconds(1);

  private static final Logger LOG = LoggerFactory.getLogger(RealTime.class);

  private final HostServices services;
  private final InstantSource clock;
  private final ThreadFactory threads;

  /** Not volatile: whoever sees an older one asks for the same millisecond once more. */
  private Millisecond latest = new Millisecond(0, Instant.EPOCH);

  private final ScheduledThreadPoolExecutor deadlines;

  RealTime(HostServices services, InstantSource clock, ThreadFactory threads) {
    this.services = services;
    this.clock = clock;
    this.threads = threads;
    this.deadlines =
        new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().daemon().name("asl-deadlines").factory());
    this.deadlines.setRemoveOnCancelPolicy(true);
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

  /** Starts a thread for a branch or a handler. */
  Thread thread(Runnable body) {
    Thread thread = threads.newThread(body);
    thread.start();
    return thread;
  }

  /**
   * Does something on a thread of its own: the thread for deadlines must not wait for what belongs
   * to an application.
   */
  void soon(Runnable action) {
    try {
      Thread unused = thread(action);
    } catch (RuntimeException | Error noThread) {
      LOG.warn("No thread for what is due now; it is tried again in a second.", noThread);
      inASecond(action);
    }
  }

  private void inASecond(Runnable action) {
    try {
      ScheduledFuture<?> unused = schedule(PATIENCE, due(() -> soon(action)));
    } catch (RejectedExecutionException closed) {
      action.run();
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

  /** How long to wait before the clock is looked at again. */
  Duration napUntil(Instant wakeAt) {
    Duration left = Duration.between(now(), wakeAt);
    return left.compareTo(LONGEST_NAP) < 0 ? left : LONGEST_NAP;
  }

  @Override
  public void start(Beginning beginning, Body body, Life life) {
    History history =
        services.startedHistory(beginning.executionArn(), this, beginning.lastEvent());
    RealExecution execution = new RealExecution(this, history, body, beginning.checkpoints());
    life.begins(execution);
    execution.alarm(alarm(beginning.deadline(), life));
    try {
      Thread unused = thread(execution);
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

  /** Lets the one thread for deadlines go. Executions under way go on without theirs. */
  @Override
  public void close() {
    deadlines.shutdownNow();
  }
}
