package io.asl4j.runtime.walk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.asl4j.core.model.State;
import io.asl4j.runtime.failure.StateFailed;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One state, to be tested alone: one step of the walk, by the same code that walks executions.
 *
 * <p>The state runs once: a failure that a retrier would handle is the outcome, not the begin of
 * another attempt. Immutable.
 *
 * @param run what the execution around the state would be
 * @param state the state
 * @param around the Map and Parallel states that it is in, the innermost first; a failure that the
 *     state does not handle goes on to them
 * @param input its raw input
 * @param variables what it sees
 * @param context the context object, complete
 * @param addsToken whether the token of a callback task is put into the context object
 * @param retries how often the retrier that matters was used before
 */
public record StateTrial(
    Run run,
    State state,
    List<State.Working> around,
    JsonNode input,
    Variables variables,
    ObjectNode context,
    boolean addsToken,
    long retries) {

  /** Keeps its own copy. */
  public StateTrial {
    around = List.copyOf(around);
  }

  /** How the state ended. */
  public sealed interface Outcome {

    /** With an output. */
    record Succeeded(JsonNode output, @Nullable String next) implements Outcome {}

    /** With an error that nothing handles. */
    record Failed(StateFailed failure) implements Outcome {}

    /** With an error that the retrier at that index handles after a delay. */
    record Retriable(StateFailed failure, int retrier, Duration delay) implements Outcome {}

    /** With an error that the catcher at that index handles. */
    record Caught(StateFailed failure, int catcher, JsonNode output, String next)
        implements Outcome {}
  }

  /**
   * Runs the state.
   *
   * @param host has the work of a Task state done, and tells the time
   * @param standIn does the work of a Parallel or Map state
   * @param inspection is shown the values on the way
   */
  public Outcome run(Host host, StandIn standIn, Inspection inspection) {
    return new TrialWalk(this, host, standIn, inspection).outcome();
  }
}
