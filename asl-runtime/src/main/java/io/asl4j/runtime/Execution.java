package io.asl4j.runtime;

import com.fasterxml.jackson.databind.JsonNode;
import io.asl4j.core.model.StateMachine;
import io.asl4j.runtime.failure.ErrorName;
import io.asl4j.runtime.failure.ExecutionCancelled;
import io.asl4j.runtime.failure.ExecutionStuck;
import io.asl4j.runtime.failure.StateFailed;
import io.asl4j.runtime.history.EventDetails;
import io.asl4j.runtime.history.EventType;
import io.asl4j.runtime.host.World;
import io.asl4j.runtime.task.ExecutionId;
import io.asl4j.runtime.walk.ExecutionWalk;
import io.asl4j.runtime.walk.Run;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReferenceFieldUpdater;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A handle on an execution that was started. Thread-safe.
 *
 * <p>It ends once, whoever is first: the event that ends a history is added once only, and whoever
 * added it says how the execution ended. Nothing of the application's own, neither listeners nor
 * what waits for the result, runs under a lock of this handle.
 */
public final class Execution {

  /** Stands for a latch that nobody waits at yet. */
  private static final CountDownLatch NOBODY_WAITS = new CountDownLatch(1);

  private static final AtomicReferenceFieldUpdater<Execution, @Nullable CountDownLatch> LAUNCHING =
      AtomicReferenceFieldUpdater.newUpdater(Execution.class, CountDownLatch.class, "launching");

  private static final AtomicReferenceFieldUpdater<Execution, @Nullable End> AWAITED =
      AtomicReferenceFieldUpdater.newUpdater(Execution.class, End.class, "awaited");

  private final Run run;

  /**
   * Null once it was launched. Whoever wants to wait for that brings the latch: few objects for
   * each of very many executions.
   */
  private volatile @Nullable CountDownLatch launching = NOBODY_WAITS;

  /** Gives back what the execution takes up in its engine, before anybody hears of its end. */
  private final Consumer<Execution> givingBack;

  /** Null until it was launched, and when it has ended: its handle may live long. */
  private volatile World.@Nullable Running running;

  /** Whose thread tells the first event; null before and after. */
  private volatile @Nullable Thread launcher;

  private volatile @Nullable Instant stoppedAt;

  private volatile boolean succeeded;

  /** Null while it is under way, and for ever if asl4j itself is broken. */
  private volatile @Nullable ExecutionResult how;

  /** Null before somebody wants to wait for the end; completed when it comes. */
  private volatile @Nullable End awaited;

  /** The id of its last event, when it has ended. */
  private long lastEvent;

  /** Orders executions that were started at the same instant; set before others see it. */
  private long number;

  Execution(Run run, Consumer<Execution> givingBack) {
    this.run = run;
    this.givingBack = givingBack;
  }

  /** Names the execution among all of its engine. */
  public String arn() {
    return run.id().arn();
  }

  /** Names the execution among those of its machine. */
  public String name() {
    return run.id().name();
  }

  /** The name of its state machine. */
  public String machineName() {
    return run.deployment().stateMachineName();
  }

  /** Its state machine. */
  public StateMachine machine() {
    return run.machine();
  }

  /** What it was started with; not to be changed. */
  public JsonNode input() {
    return run.input();
  }

  /** What the application knows it by. */
  public Optional<String> businessKey() {
    return Optional.ofNullable(run.businessKey());
  }

  /** When it was started. */
  public Instant startedAt() {
    return run.startTime();
  }

  /** When it ended; empty while it is under way. */
  public Optional<Instant> stoppedAt() {
    return Optional.ofNullable(stoppedAt);
  }

  /** How often it was redriven. */
  public int redriveCount() {
    return run.redriveCount();
  }

  /**
   * {@code RUNNING}, or how it ended, as {@link ExecutionResult#status} spells it; {@code FAILED}
   * if asl4j itself is broken.
   */
  public String status() {
    ExecutionResult known = how;
    if (known != null) {
      return known.status();
    }
    return isRunning() ? "RUNNING" : "FAILED";
  }

  /**
   * How it ended, once it has. Completing this future does not end the execution; {@link #stop}
   * does.
   */
  public CompletableFuture<ExecutionResult> result() {
    return awaitedEnd().copy();
  }

  /** Of a type of its own, which a field updater can name. */
  private static final class End extends CompletableFuture<ExecutionResult> {}

  private End awaitedEnd() {
    End end = awaited;
    if (end == null) {
      end = new End();
      if (!AWAITED.compareAndSet(this, null, end)) {
        return awaitedEnd();
      }
    }
    ExecutionResult known = how;
    if (known != null) {
      end.complete(known);
    }
    return end;
  }

  /**
   * Waits for the end.
   *
   * @throws IllegalStateException when asl4j itself is broken: with the bug as its cause
   */
  public ExecutionResult await() {
    ExecutionResult known = how;
    if (known != null) {
      return known;
    }
    try {
      return awaitedEnd().join();
    } catch (CompletionException broken) {
      throw new IllegalStateException(
          "The execution %s ended by a defect: %s".formatted(arn(), broken.getCause()),
          broken.getCause());
    }
  }

  /** Whether it is still under way. */
  public boolean isRunning() {
    End end = awaited;
    return how == null && (end == null || !end.isDone());
  }

  /**
   * Stops the execution: handlers are interrupted, and nothing more happens.
   *
   * @param error why, as an error name; null for none
   * @param cause why, for people; null for none
   * @return false if it had ended before
   */
  public boolean stop(@Nullable String error, @Nullable String cause) {
    return end(
        EventType.EXECUTION_ABORTED, error, cause, new ExecutionResult.Aborted(error, cause));
  }

  boolean timeOut() {
    return end(EventType.EXECUTION_TIMED_OUT, null, null, new ExecutionResult.TimedOut());
  }

  private boolean end(
      EventType type, @Nullable String error, @Nullable String cause, ExecutionResult how) {
    World.Running under = launched();
    if (under == null || !tellEnd(under, type, error, cause)) {
      return false;
    }
    under.cancel("The execution ended as " + how.status() + ".");
    finish(how, null);
    return true;
  }

  /**
   * What the world runs. Whoever finds the execution before it is launched, by its name or in a
   * list, waits the moment that this takes.
   *
   * @return null if it could not be launched
   */
  private World.@Nullable Running launched() {
    if (launching == null || Thread.currentThread().equals(launcher)) {
      return running;
    }
    LAUNCHING.compareAndSet(this, NOBODY_WAITS, new CountDownLatch(1));
    CountDownLatch latch = launching;
    if (latch != null) {
      awaitUninterruptibly(latch);
    }
    return running;
  }

  private static void awaitUninterruptibly(CountDownLatch latch) {
    boolean interrupted = false;
    while (latch.getCount() > 0) {
      try {
        latch.await();
      } catch (InterruptedException notNow) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** False if the execution had ended before. */
  private static boolean tellEnd(
      World.Running under, EventType type, @Nullable String error, @Nullable String cause) {
    try {
      under.history().append(type, 0, new EventDetails.Failure(error, cause));
      return true;
    } catch (ExecutionCancelled endedBefore) {
      return false;
    }
  }

  /** Called once: by whoever told the history of the end, or could not even launch it. */
  private void finish(@Nullable ExecutionResult result, @Nullable Throwable bug) {
    World.Running under = running;
    if (under != null) {
      lastEvent = under.history().lastEvent();
      running = null;
    }
    stoppedAt = under == null ? run.startTime() : under.clock().instant();
    succeeded = result instanceof ExecutionResult.Succeeded;
    givingBack.accept(this);
    tellResult(result, bug);
  }

  /** Writes how it ended and then looks who waits; who comes to wait does the opposite. */
  private void tellResult(@Nullable ExecutionResult result, @Nullable Throwable bug) {
    if (result == null) {
      awaitedEnd().completeExceptionally(bug);
      return;
    }
    how = result;
    End end = awaited;
    if (end != null) {
      end.complete(result);
    }
  }

  Run run() {
    return run;
  }

  ExecutionId id() {
    return run.id();
  }

  void number(long inOrder) {
    number = inOrder;
  }

  long number() {
    return number;
  }

  /** Whether it has ended well; known before the result is. */
  boolean hasSucceeded() {
    return succeeded;
  }

  /** The id of the last event of its history so far. */
  long lastEvent() {
    World.Running under = running;
    return under == null ? lastEvent : under.history().lastEvent();
  }

  /**
   * The world has it; tells its first event. A listener of that event may stop the execution, so it
   * must not wait for the launch that it is part of.
   */
  void startedAs(World.Running under) {
    running = under;
    launcher = Thread.currentThread();
    try {
      ExecutionWalk.begin(run, under.history());
    } catch (StateFailed full) {
      // A redrive of a full history: the walk meets the same limit at once, and fails.
    } finally {
      launcher = null;
      hasBeenLaunched();
    }
  }

  /** The walk has ended and has told the history so. */
  void complete(ExecutionResult how) {
    finish(how, null);
  }

  /** It could not be launched: also told to those who were given this handle meanwhile. */
  void notLaunched(Throwable why) {
    String cause = "The execution could not be started: " + why.getMessage();
    World.Running under = running;
    if (under == null || tellEnd(under, EventType.EXECUTION_FAILED, ErrorName.RUNTIME, cause)) {
      finish(new ExecutionResult.Failed(ErrorName.RUNTIME, cause), null);
    }
    hasBeenLaunched();
  }

  private void hasBeenLaunched() {
    CountDownLatch latch = LAUNCHING.getAndSet(this, null);
    if (latch != null && !latch.equals(NOBODY_WAITS)) {
      latch.countDown();
    }
  }

  /** asl4j is broken: the history says so as of any failure, the result says with what bug. */
  void breakWith(Throwable bug) {
    World.Running under = running;
    if (under == null || tellEnd(under, EventType.EXECUTION_FAILED, ErrorName.RUNTIME, "" + bug)) {
      finish(null, bug);
    }
  }

  /** It waits for what will never come: its history stays as it is, and the result says so. */
  void getStuck(ExecutionStuck why) {
    World.Running under = running;
    if (under == null || under.history().seal()) {
      finish(null, why);
    }
  }
}
