package io.asl4j.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.asl4j.runtime.ExecutionResult;
import io.asl4j.runtime.history.HistoryEvent;
import io.asl4j.testing.mock.Callback;
import io.asl4j.testing.trace.Definition;
import io.asl4j.testing.trace.Failure;
import io.asl4j.testing.trace.Trace;
import io.asl4j.testing.trace.Visit;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * An execution that has ended, and everything it did. Immutable; the values in it are shared and
 * must not be changed.
 *
 * @param trace its visits and events
 * @param result how it ended
 * @param input what it was started with
 * @param seed the seed of its random numbers and of the turns of its branches
 * @param callbacks the task tokens that mocks handed back, with those that came too late
 */
public record TestExecution(
    Trace trace, ExecutionResult result, JsonNode input, long seed, List<Callback> callbacks) {

  /** Keeps its own copy. */
  public TestExecution {
    callbacks = List.copyOf(callbacks);
  }

  /** The machine. */
  public Definition definition() {
    return trace.definition();
  }

  /** {@code SUCCEEDED}, {@code FAILED}, {@code TIMED_OUT} or {@code ABORTED}. */
  public String status() {
    return result.status();
  }

  /** The output; empty if the execution did not succeed. */
  public Optional<JsonNode> output() {
    return result instanceof ExecutionResult.Succeeded succeeded
        ? Optional.of(succeeded.output())
        : Optional.empty();
  }

  /** Why it did not succeed; empty if it did. */
  public Optional<Failure> failure() {
    return switch (result) {
      case ExecutionResult.Succeeded succeeded -> Optional.empty();
      case ExecutionResult.Failed failed ->
          Optional.of(new Failure(failed.error(), failed.cause(), false));
      case ExecutionResult.TimedOut timedOut ->
          Optional.of(new Failure("States.Timeout", null, true));
      case ExecutionResult.Aborted aborted ->
          Optional.of(new Failure(aborted.error(), aborted.cause(), false));
    };
  }

  /** The states of the outermost scope in the order they were visited. */
  public List<String> path() {
    return trace.path().stream().map(Visit::state).toList();
  }

  /** The visits of one state, wherever it is. */
  public List<Visit> visits(String state) {
    return trace.visits(state);
  }

  /** The variables of the outermost scope at the end, as an object. */
  public ObjectNode variables() {
    return trace.variables();
  }

  /** The events, with modelled timestamps. */
  public List<HistoryEvent> history() {
    return trace.history();
  }

  /** When it started, in modelled time. */
  public Instant startedAt() {
    return trace.history().getFirst().timestamp();
  }

  /** When it ended, in modelled time. */
  public Instant endedAt() {
    return trace.history().getLast().timestamp();
  }

  /** How long it took, in modelled time. */
  public Duration took() {
    return Duration.between(startedAt(), endedAt());
  }

  /** How it ended and what it did, in some lines for people. */
  @Override
  public String toString() {
    return Account.of(this);
  }
}
