package io.asl4j.runtime.walk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.asl4j.core.model.DataFlow;
import io.asl4j.core.model.Scope;
import io.asl4j.core.model.State;
import io.asl4j.core.query.QueryFailed;
import io.asl4j.runtime.failure.StateFailed;
import io.asl4j.runtime.history.Place;
import io.asl4j.runtime.walk.StateTrial.Outcome;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;

/** The walk of one state that is tested alone. */
final class TrialWalk extends ScopeWalk {

  private final StateTrial trial;
  private final StandIn standIn;
  private final Inspection inspection;

  TrialWalk(StateTrial trial, Host host, StandIn standIn, Inspection inspection) {
    super(trial.run(), scopeOf(trial.state()), ScopePath.ROOT, null, host, Place.OUTERMOST);
    this.trial = trial;
    this.standIn = standIn;
    this.inspection = inspection;
  }

  private static Scope scopeOf(State state) {
    return new Scope(state.name(), Map.of(state.name(), state));
  }

  StateTrial trial() {
    return trial;
  }

  Inspection inspection() {
    return inspection;
  }

  Outcome outcome() {
    State state = trial.state();
    Frame first = Frame.first(ScopePath.ROOT, state.name(), trial.input(), trial.variables(), 0);
    inspection.show(Inspection.Stage.INPUT, trial.input());
    showVariables(trial.variables());
    if (state instanceof State.Working working) {
      return work(working, attempted(working, enter(working, first)));
    }
    if (state instanceof State.Fail fail && fail.flow() instanceof DataFlow.JsonPath) {
      inspection.show(Inspection.Stage.AFTER_INPUT_PATH, trial.input());
    }
    try {
      return succeeded(step(first, state));
    } catch (StateFailed failure) {
      return handedOn(failure);
    }
  }

  /** The service quotes neither the state nor the event of a state that it tests alone. */
  @Override
  StateFailed failed(State state, Frame frame, QueryFailed query) {
    return query.error().equals(QueryFailed.RUNTIME)
        ? StateFailed.runtime(query.text())
        : StateFailed.of(query.error(), query.text());
  }

  @Override
  StateView view(State state, Frame frame) {
    int retryCount = state instanceof State.Working ? frame.progress().retries() : -1;
    ObjectNode context = JsonNodeFactory.instance.objectNode().setAll(trial.context());
    return new TrialView(this, frame, state.name(), retryCount, context, null);
  }

  /** As if each retrier had been used so often before; which of them matters is not known yet. */
  private Frame attempted(State.Working state, Frame frame) {
    return frame.with(attempts(state, frame), frame.lastEvent());
  }

  private Frame.Attempts attempts(State.Working state, Frame frame) {
    Frame.Attempts entered = frame.progress();
    return new Frame.Attempts(
        entered.enteredEvent(),
        entered.enteredAt(),
        (int) Math.min(trial.retries(), Integer.MAX_VALUE),
        Collections.nCopies(state.retriers().size(), trial.retries()),
        entered.wakeAt(),
        null);
  }

  private Outcome work(State.Working state, Frame frame) {
    StateView view = view(state, frame);
    try {
      JsonNode result = attempt(state, frame, view);
      Exit exit = Exit.withResult(state.flow(), state.assign(), frame.input(), result, view);
      return succeeded(leave(state, frame, exit, target(state.transition())));
    } catch (QueryFailed query) {
      return recovered(state, frame, failed(state, frame, query));
    } catch (StateFailed failure) {
      return recovered(state, frame, failure);
    }
  }

  private JsonNode attempt(State.Working state, Frame frame, StateView view) {
    return switch (state) {
      case State.Task task -> new TaskAttempt(this, task).run(frame, view);
      case State.Parallel parallel -> {
        JsonNode effective = Entry.effectiveInput(parallel.flow(), frame.input(), view);
        Entry.arguments(parallel.flow(), effective, view);
        yield view.show(Inspection.Stage.RESULT, standIn.branches());
      }
      case State.Map map ->
          view.show(Inspection.Stage.RESULT, new MapTrial(map, host(), view, standIn).run(frame));
    };
  }

  private Outcome recovered(State.Working state, Frame frame, StateFailed failure) {
    return switch (after(failure, state, frame)) {
      case Recovery.Retry retry -> new Outcome.Retriable(failure, retry.retrier(), retry.delay());
      case Recovery.Catch caught -> caught(state, frame, caught, failure);
      case Recovery.GiveUp giveUp -> handedOn(failure);
    };
  }

  private Recovery after(StateFailed failure, State.Working state, Frame frame) {
    return Recovery.after(
        failure, state, frame.progress(), () -> view(state, frame).random().nextDouble());
  }

  /** What the states around it make of a failure that the state under test does not handle. */
  private Outcome handedOn(StateFailed failure) {
    for (State.Working outer : trial.around()) {
      if (outer instanceof State.Map map && map.processor().mode().isDistributed()) {
        break;
      }
      Frame frame =
          Frame.first(ScopePath.ROOT, outer.name(), trial.input(), trial.variables(), 0)
              .with(Frame.Attempts.entered(0, host().now()), 0);
      Frame tried = frame.with(attempts(outer, frame), 0);
      switch (after(failure, outer, tried)) {
        case Recovery.Retry retry -> {
          return new Outcome.Retriable(failure, retry.retrier(), retry.delay());
        }
        case Recovery.Catch caught -> {
          return caught(outer, tried, caught, failure);
        }
        case Recovery.GiveUp giveUp -> {}
      }
    }
    return new Outcome.Failed(failure);
  }

  private Outcome caught(
      State.Working state, Frame frame, Recovery.Catch caught, StateFailed failure) {
    StateView view = view(state, frame);
    try {
      JsonNode errorOutput = WorkingWalk.errorOutput(failure);
      Exit exit = Exit.caught(caught.catcher(), frame.input(), errorOutput, view);
      Frame after = leave(state, frame, exit, caught.catcher().next());
      showVariables(after.variables());
      return new Outcome.Caught(
          failure, caught.index(), after.input(), Objects.requireNonNull(after.state()));
    } catch (QueryFailed query) {
      return new Outcome.Failed(failed(state, frame, query));
    } catch (StateFailed tooLarge) {
      return new Outcome.Failed(tooLarge);
    }
  }

  private Outcome succeeded(Frame after) {
    showVariables(after.variables());
    return new Outcome.Succeeded(after.input(), after.state());
  }

  private void showVariables(Variables variables) {
    ObjectNode values = JsonNodeFactory.instance.objectNode();
    variables.own().forEach(values::set);
    inspection.show(Inspection.Stage.VARIABLES, values);
  }
}
