package io.asl4j.testing.replay;

import io.asl4j.core.Asl;
import io.asl4j.core.AslOptions;
import io.asl4j.core.Parsed;
import io.asl4j.core.diagnostic.Severity;
import io.asl4j.core.model.StateMachine;
import io.asl4j.runtime.Engine;
import io.asl4j.runtime.Execution;
import io.asl4j.runtime.ExecutionRequest;
import io.asl4j.runtime.ExecutionResult;
import io.asl4j.runtime.failure.ExecutionStuck;
import io.asl4j.runtime.history.HistoryRecorder;
import io.asl4j.runtime.walk.Limits;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;

/** Whole executions: run in modelled time, tasks answered as recorded. */
final class ExecutionReplay implements KindReplay {

  /** Modelled waits take no time, so whatever takes longer will not end by itself. */
  private static final long GUARD_SECONDS = 60;

  @Override
  public Outcome replay(RecordedCase recorded) throws InterruptedException {
    AslOptions options = recorded.isExpress() ? AslOptions.express() : AslOptions.standard();
    Parsed parsed = Asl.parse(recorded.definitionSource(), options);
    return parsed.machine().isEmpty()
        ? Outcome.failed("The definition is not valid here.\n" + errors(parsed))
        : run(recorded, parsed.machine().get());
  }

  private static String errors(Parsed parsed) {
    List<String> lines = new ArrayList<>();
    for (var diagnostic : parsed.diagnostics()) {
      if (diagnostic.severity() == Severity.ERROR) {
        lines.add("  " + diagnostic);
      }
    }
    return lines.stream().limit(3).collect(Collectors.joining("\n"));
  }

  private static Outcome run(RecordedCase recorded, StateMachine machine)
      throws InterruptedException {
    HistoryRecorder recorder = new HistoryRecorder();
    LastEvents ends = new LastEvents();
    TaskScript script = new TaskScript(recorded, machine);
    RecordedNames names = RecordedNames.of(recorded);
    Engine.Builder builder =
        Engine.builder()
            .virtualTime(recorded.start())
            .limits(Limits.aws())
            .names(names.names())
            .express(recorded.isExpress())
            .handlers(script.handlers())
            .objects(RecordedObjects.of(recorded))
            .listener(recorder)
            .listener(ends);
    try (Engine engine = builder.build()) {
      script.completeAt(engine.tokens());
      ExecutionRequest request =
          ExecutionRequest.of(recorded.input()).withSeed(recorded.id().hashCode());
      Execution execution =
          engine.start(machine, names.executionName().map(request::withName).orElse(request));
      Optional<ExecutionResult> result = await(execution, ends);
      Outcome compared =
          new ExecutionComparison(
                  recorded,
                  new ExecutionTrace(
                      execution.arn(), execution.name(), result, recorder.events(execution.arn())))
              .outcome(script.problem());
      return script.unanswerable().map(Outcome::notSupported).orElse(compared);
    } catch (Unending guard) {
      return Outcome.failed(
          "The execution did not end within %d s of real time.".formatted(GUARD_SECONDS));
    }
  }

  /** Thrown when an execution takes real time. */
  private static final class Unending extends Exception {
    private static final long serialVersionUID = 1L;
  }

  /**
   * Waits for the end; empty if the execution waits for something that never comes.
   *
   * @throws IllegalStateException if it ended by a defect
   */
  private static Optional<ExecutionResult> await(Execution execution, LastEvents ends)
      throws InterruptedException, Unending {
    try {
      ExecutionResult result = execution.result().get(GUARD_SECONDS, TimeUnit.SECONDS);
      if (!ends.await(execution.arn(), GUARD_SECONDS)) {
        throw new Unending();
      }
      return Optional.of(result);
    } catch (TimeoutException e) {
      execution.stop(null, "The execution takes real time.");
      throw new Unending();
    } catch (ExecutionException broken) {
      if (broken.getCause() instanceof ExecutionStuck) {
        return Optional.empty();
      }
      throw new IllegalStateException(String.valueOf(broken.getCause()), broken.getCause());
    }
  }
}
