package io.asl4j.runtime;

import com.fasterxml.jackson.databind.JsonNode;
import io.asl4j.core.model.StateMachine;
import io.asl4j.runtime.failure.ExecutionCancelled;
import io.asl4j.runtime.history.EventDetails;
import io.asl4j.runtime.history.EventType;
import io.asl4j.runtime.host.World;
import io.asl4j.runtime.walk.Run;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** A handle on an execution that was started. Thread-safe. */
public final class Execution {

  private final Run run;
  private final Optional<String> businessKey;
  private final CompletableFuture<ExecutionResult> result = new CompletableFuture<>();

  /**
   * Held while an end is written to the history and to the result, so that both tell the same one.
   */
  private final ReentrantLock ending = new ReentrantLock();

  /** Null until the world has it, which is before anything of it happens. */
  private final AtomicReference<World.@Nullable Running> running = new AtomicReference<>();

  private volatile @Nullable Instant stoppedAt;

  Execution(Run run, Optional<String> businessKey) {
    this.run = run;
    this.businessKey = businessKey;
  }

  /** Names the execution among all of its engine. */
  public String arn() {
    return run.executionArn();
  }

  /** Names the execution among those of its machine. */
  public String name() {
    return run.executionName();
  }

  /** The name of its state machine. */
  public String machineName() {
    return run.stateMachineName();
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
    return businessKey;
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
    if (!result.isDone()) {
      return "RUNNING";
    }
    return result.isCompletedExceptionally() ? "FAILED" : result.join().status();
  }

  /**
   * How it ended, once it has. Completing this future does not end the execution; {@link #stop}
   * does.
   */
  public CompletableFuture<ExecutionResult> result() {
    return result.copy();
  }

  /**
   * Waits for the end.
   *
   * @throws IllegalStateException when asl4j itself is broken: with the bug as its cause
   */
  public ExecutionResult await() {
    try {
      return result.join();
    } catch (CompletionException broken) {
      throw new IllegalStateException(
          "The execution %s ended by a defect: %s".formatted(arn(), broken.getCause()),
          broken.getCause());
    }
  }

  /** Whether it is still under way. */
  public boolean isRunning() {
    return !result.isDone();
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
    World.Running under = running.get();
    if (under == null) {
      return false;
    }
    ending.lock();
    try {
      if (result.isDone()) {
        return false;
      }
      under.history().append(type, 0, new EventDetails.Failure(error, cause));
      finish(how);
    } catch (ExecutionCancelled endedByItself) {
      return false;
    } finally {
      ending.unlock();
    }
    under.cancel("The execution ended as " + how.status() + ".");
    return true;
  }

  private void finish(ExecutionResult how) {
    World.Running under = running.get();
    stoppedAt = under == null ? run.startTime() : under.clock().instant();
    result.complete(how);
  }

  Run run() {
    return run;
  }

  /** The id of the last event of its history so far. */
  long lastEvent() {
    World.Running under = running.get();
    return under == null ? 0 : under.history().lastEvent();
  }

  void startedAs(World.Running under) {
    running.set(under);
  }

  /** The walk has ended; does nothing if something else ended the execution before. */
  void complete(ExecutionResult how) {
    ending.lock();
    try {
      if (!result.isDone()) {
        finish(how);
      }
    } finally {
      ending.unlock();
    }
  }

  void breakWith(Throwable bug) {
    result.completeExceptionally(bug);
  }
}
