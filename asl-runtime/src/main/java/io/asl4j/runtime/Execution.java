package io.asl4j.runtime;

import io.asl4j.runtime.failure.ExecutionCancelled;
import io.asl4j.runtime.history.EventDetails;
import io.asl4j.runtime.history.EventType;
import io.asl4j.runtime.host.World;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** A handle on an execution that was started. Thread-safe. */
public final class Execution {

  private final String arn;
  private final String name;
  private final CompletableFuture<ExecutionResult> result = new CompletableFuture<>();

  /** Null until the world has it, which is before anything of it happens. */
  private final AtomicReference<World.@Nullable Running> running = new AtomicReference<>();

  /** Guards that the last event and the result tell the same end. */
  private final ReentrantLock ending = new ReentrantLock();

  private boolean endedFromOutside;

  Execution(String arn, String name) {
    this.arn = arn;
    this.name = name;
  }

  /** Names the execution among all of its engine. */
  public String arn() {
    return arn;
  }

  /** Names the execution among those of its machine. */
  public String name() {
    return name;
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
    } catch (java.util.concurrent.CompletionException broken) {
      throw new IllegalStateException(
          "The execution %s ended by a defect: %s".formatted(arn, broken.getCause()),
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
    if (under == null || !tellEnd(under, type, error, cause)) {
      return false;
    }
    result.complete(how);
    under.cancel("The execution ended as " + how.status() + ".");
    return true;
  }

  /** Whoever gets the last event into the history ends the execution: its walk, or this. */
  private boolean tellEnd(
      World.Running under, EventType type, @Nullable String error, @Nullable String cause) {
    ending.lock();
    try {
      if (endedFromOutside || result.isDone()) {
        return false;
      }
      under.history().append(type, 0, new EventDetails.Failure(error, cause));
      endedFromOutside = true;
      return true;
    } catch (ExecutionCancelled endedByItsWalk) {
      return false;
    } finally {
      ending.unlock();
    }
  }

  void startedAs(World.Running under) {
    running.set(under);
  }

  void complete(ExecutionResult how) {
    result.complete(how);
  }

  void breakWith(Throwable bug) {
    result.completeExceptionally(bug);
  }
}
