package io.asl4j.runtime;

import com.fasterxml.jackson.databind.JsonNode;
import io.asl4j.runtime.failure.ExecutionCancelled;
import io.asl4j.runtime.failure.ExecutionStuck;
import io.asl4j.runtime.failure.StateFailed;
import io.asl4j.runtime.host.Parked;
import io.asl4j.runtime.host.World;
import io.asl4j.runtime.walk.ExecutionWalk;
import io.asl4j.runtime.walk.Host;
import io.asl4j.runtime.walk.Run;
import java.time.Instant;
import java.util.Optional;

/**
 * What the world does with an execution, and what that means for its handle.
 *
 * @param notBefore when its first state begins at the earliest; empty for at once
 */
record ExecutionLife(Execution execution, Optional<Instant> notBefore) implements World.Life {

  @Override
  public void begins(World.Running running) {
    execution.startedAs(running);
  }

  @Override
  public void walk(Host host) {
    try {
      notBefore.ifPresent(host::sleepUntil);
      Run run = execution.run();
      JsonNode output = new ExecutionWalk(run, run.machine().root(), host).walk();
      execution.complete(new ExecutionResult.Succeeded(output));
    } catch (StateFailed failure) {
      execution.complete(new ExecutionResult.Failed(failure.error(), failure.causeText()));
    } catch (ExecutionCancelled stopped) {
      // Whoever stops an execution says first how it ended; this is for a thread that was
      // interrupted by a stranger.
      execution.stop(null, stopped.getMessage());
    } catch (Parked goesOnLater) {
      throw goesOnLater;
    } catch (Throwable bug) {
      execution.breakWith(bug);
    }
  }

  @Override
  public void notBegun(Throwable why) {
    execution.notLaunched(why);
  }

  @Override
  public void timedOut() {
    execution.timeOut();
  }

  @Override
  public void stuck() {
    execution.getStuck(
        new ExecutionStuck(
            "Every branch waits for something that will never come, such as a task token that"
                + " nobody hands back."));
  }
}
