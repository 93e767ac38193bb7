package io.asl4j.runtime.host;

import io.asl4j.runtime.history.History;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The clock of the machine, and virtual threads. Thread-safe. */
public final class RealTime implements World, InstantSource, AutoCloseable {

  /**
   * A wait is looked at again after this time at the latest, should the clock of the machine be set
   * meanwhile.
   */
  private static final Duration LONGEST_NAP = Duration.ofHours(1);

  private final HostServices services;
  private final InstantSource clock;
  private final ThreadFactory threads;
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
    return clock.instant();
  }

  @Override
  public Instant instant() {
    return clock.instant();
  }

  /** Starts a thread for a branch or a handler. */
  Thread thread(Runnable body) {
    Thread thread = threads.newThread(body);
    thread.start();
    return thread;
  }

  /** Does something later on a thread of its own, unless the branch was cancelled by then. */
  void later(Duration delay, BranchLife life, Runnable action) {
    ScheduledFuture<?> unused =
        deadlines.schedule(
            () -> {
              if (!life.isCancelled()) {
                thread(action);
              }
            },
            Math.max(0, delay.toMillis()),
            TimeUnit.MILLISECONDS);
  }

  /** Does something quick after an hour at the most, on the thread for deadlines. */
  ScheduledFuture<?> schedule(Duration delay, Callable<?> action) {
    return deadlines.schedule(action, Math.max(0, delay.toNanos()), TimeUnit.NANOSECONDS);
  }

  /** How long to wait before the clock is looked at again. */
  Duration napUntil(Instant wakeAt) {
    Duration left = Duration.between(now(), wakeAt);
    return left.compareTo(LONGEST_NAP) < 0 ? left : LONGEST_NAP;
  }

  @Override
  public void start(Beginning beginning, Body body, Life life) {
    History history = services.history(beginning.executionArn(), clock, beginning.lastEvent());
    RealExecution execution = new RealExecution(this, history, body, beginning.checkpoints());
    life.begins(execution);
    execution.alarm(alarm(beginning.deadline(), life));
    Thread unused = thread(execution);
  }

  private @Nullable ScheduledFuture<?> alarm(Instant deadline, Life life) {
    if (deadline.equals(Instant.MAX)) {
      return null;
    }
    Duration left = Duration.between(clock.instant(), deadline);
    return deadlines.schedule(life::timedOut, Math.max(0, left.toMillis()), TimeUnit.MILLISECONDS);
  }

  /** Lets the one thread for deadlines go. Executions under way go on without theirs. */
  @Override
  public void close() {
    deadlines.shutdownNow();
  }
}
