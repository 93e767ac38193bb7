package io.asl4j.runtime.teststate;

import com.fasterxml.jackson.databind.JsonNode;
import io.asl4j.runtime.failure.ExecutionCancelled;
import io.asl4j.runtime.failure.StateFailed;
import io.asl4j.runtime.host.World;
import io.asl4j.runtime.walk.Host;
import io.asl4j.runtime.walk.Inspection.Stage;
import io.asl4j.runtime.walk.StateTrial;
import io.asl4j.runtime.walk.StateTrial.Outcome;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * A trial under way: run on a thread of its world, waited for on another.
 *
 * <p>What is seen on the way is written and copied on turns of that world, one after the other.
 */
final class TrialRun implements World.Life {

  /** How it ended, with what was seen until then. */
  record Ended(Outcome outcome, Map<Stage, JsonNode> seen) {}

  private final StateTrial trial;
  private final @Nullable MockedWork work;
  private final StateConfiguration configuration;
  private final Map<Stage, JsonNode> seen = new EnumMap<>(Stage.class);
  private final CompletableFuture<Ended> end = new CompletableFuture<>();
  private final CompletableFuture<World.Running> beginning = new CompletableFuture<>();

  TrialRun(StateTrial trial, @Nullable MockedWork work, StateConfiguration configuration) {
    this.trial = trial;
    this.work = work;
    this.configuration = configuration;
  }

  /** Waits for the end. */
  Ended await() {
    try {
      return end.get();
    } catch (ExecutionException thrown) {
      throw thrown.getCause() instanceof RuntimeException exception
          ? exception
          : new IllegalStateException("The test stopped at a defect.", thrown.getCause());
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      cancel("The thread that tests a state was interrupted.");
      throw new ExecutionCancelled("The thread that tests a state was interrupted.");
    }
  }

  @Override
  public void walk(Host host) {
    try {
      finish(outcome(host));
    } catch (ExecutionCancelled over) {
      finish(new Outcome.Failed(StateFailed.timedOut()));
    } catch (RuntimeException | Error thrown) {
      end.completeExceptionally(thrown);
    }
  }

  private Outcome outcome(Host host) {
    TrialHost answered = new TrialHost(host, work, configuration.mapItemReaderData());
    Long failed = configuration.mapIterationFailureCount();
    return trial.run(answered, new MockedScopes(work, failed == null ? 0 : failed), seen::put);
  }

  private void finish(Outcome outcome) {
    end.complete(new Ended(outcome, new EnumMap<>(seen)));
  }

  @Override
  public void begins(World.Running running) {
    beginning.complete(running);
  }

  @Override
  public void notBegun(Throwable why) {
    end.completeExceptionally(why);
  }

  @Override
  public void timedOut() {
    finish(new Outcome.Failed(StateFailed.timedOut()));
    cancel("The state took longer than it may.");
  }

  @Override
  public void stuck() {
    end.completeExceptionally(
        new IllegalStateException("A task handler waits for what will never come."));
  }

  private void cancel(String reason) {
    World.Running running = beginning.getNow(null);
    if (running != null) {
      running.cancel(reason);
    }
  }
}
