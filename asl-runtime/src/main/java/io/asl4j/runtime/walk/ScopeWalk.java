package io.asl4j.runtime.walk;

import com.fasterxml.jackson.databind.JsonNode;
import io.asl4j.core.model.Assign;
import io.asl4j.core.model.ChoiceRule;
import io.asl4j.core.model.Delay;
import io.asl4j.core.model.Scope;
import io.asl4j.core.model.State;
import io.asl4j.core.model.Text;
import io.asl4j.core.model.Transition;
import io.asl4j.core.query.Evaluation;
import io.asl4j.core.query.Expression;
import io.asl4j.core.query.QueryFailed;
import io.asl4j.runtime.failure.ErrorName;
import io.asl4j.runtime.failure.StateFailed;
import io.asl4j.runtime.failure.TooDeep;
import io.asl4j.runtime.history.Decision;
import io.asl4j.runtime.history.EventDetails;
import io.asl4j.runtime.history.EventType;
import io.asl4j.runtime.history.Place;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Walks one scope from its first state to its end: folds frames, and goes to the world only through
 * its host.
 *
 * <p>Serves one walk of one scope; not shared between threads.
 */
class ScopeWalk {

  /** Characters that a cause may have in the API of AWS Step Functions. */
  private static final int LONGEST_CAUSE = 32_768;

  private final Run run;
  private final Scope scope;
  private final ScopePath path;
  private final StateView.@Nullable Iteration iteration;
  private final Host host;
  private final Trail trail;

  /** Null before the first state that needs it. */
  private @Nullable WorkingWalk working;

  /** What an EvaluationFailed event follows from: the last event before the state decided. */
  private long decidedAfter;

  /** The state under way, until it has exited. */
  private @Nullable State open;

  /**
   * @param place where its events happen, between states
   */
  ScopeWalk(
      Run run,
      Scope scope,
      ScopePath path,
      StateView.@Nullable Iteration iteration,
      Host host,
      Place place) {
    this.run = run;
    this.scope = scope;
    this.path = path;
    this.iteration = iteration;
    this.host = host;
    this.trail = new Trail(host.history(), 0, place);
  }

  /**
   * Walks to the end of the scope, from where it stopped before or from its first state.
   *
   * @param lastEvent the event that the first one follows from
   * @return the output of the scope
   * @throws StateFailed when a state fails and nothing catches it
   */
  JsonNode walk(JsonNode input, Variables variables, long lastEvent) {
    Frame frame =
        host.resumePoint(path)
            .orElseGet(() -> Frame.first(path, scope.startAt(), input, variables, lastEvent));
    trail.follow(frame.lastEvent());
    while (!frame.isDone()) {
      frame = stepOrTooDeep(frame, scope.state(String.valueOf(frame.state())));
      host.commit(frame);
    }
    return frame.input();
  }

  /** Most of what is done with data calls itself for each level of them. */
  private Frame stepOrTooDeep(Frame frame, State state) {
    try {
      return step(frame, state);
    } catch (Throwable thrown) {
      StateFailed tooDeep = TooDeep.failure(thrown, state.name());
      if (tooDeep != null) {
        throw tooDeep;
      }
      throw thrown;
    }
  }

  private WorkingWalk working() {
    if (working == null) {
      working = new WorkingWalk(this);
    }
    return working;
  }

  Run run() {
    return run;
  }

  Host host() {
    return host;
  }

  Trail trail() {
    return trail;
  }

  ScopePath path() {
    return path;
  }

  StateView.@Nullable Iteration iteration() {
    return iteration;
  }

  /** Says in the history that the state under way, and those inside it, will not end. */
  void recordAbort(long because) {
    State state = open;
    if (state == null) {
      return;
    }
    switch (state) {
      case State.Task task -> abort(EventType.TASK_STATE_ABORTED, because);
      case State.Wait wait -> abort(EventType.WAIT_STATE_ABORTED, because);
      case State.Parallel parallel -> {
        abort(EventType.PARALLEL_STATE_ABORTED, because);
        working().recordAborts(because);
      }
      case State.Map map -> {
        abort(EventType.MAP_STATE_ABORTED, because);
        working().recordAborts(because);
      }
      case State.Pass pass -> {}
      case State.Choice choice -> {}
      case State.Succeed succeed -> {}
      case State.Fail fail -> {}
    }
  }

  private void abort(EventType type, long because) {
    trail.addAside(type, because, EventDetails.none());
  }

  /** The state under way has a last event of its own, though it has not exited. */
  void closeOpenState() {
    open = null;
  }

  /** Goes through one state: gives the frame of what comes next. */
  Frame step(Frame frame, State state) {
    open = state;
    return switch (state) {
      case State.Working work -> working().step(work, frame);
      case State.Pass pass -> pass(pass, enter(pass, frame));
      case State.Wait wait -> await(wait, frame);
      case State.Choice choice -> choose(choice, enter(choice, frame));
      case State.Succeed succeed -> succeed(succeed, enter(succeed, frame));
      case State.Fail fail -> throw fail(fail, enter(fail, frame));
    };
  }

  /** Enters a state, unless it was entered before the walk stopped. */
  Frame enter(State state, Frame frame) {
    decidedAfter = trail.last();
    if (frame.attempts() != null) {
      trail.resume(state, frame.attempts().enteredEvent());
      return frame;
    }
    long event = trail.entered(state, frame.input());
    return frame.with(Frame.Attempts.entered(event, host.now()), event);
  }

  /** Leaves a state with its output. */
  Frame leave(State state, Frame frame, Exit exit, @Nullable String next) {
    if (Payloads.exceed(run.limits(), exit.output())) {
      throw StateFailed.fatal(ErrorName.DATA_LIMIT_EXCEEDED, Payloads.tooLarge(state.name()));
    }
    Variables after = exit.variablesAfter(frame.variables());
    JsonNode assigned = exit.assigned();
    if (assigned != null && Payloads.exceedVariables(run.limits(), assigned, after)) {
      throw StateFailed.fatal(
          ErrorName.DATA_LIMIT_EXCEEDED, Payloads.variablesTooLarge(state.name()));
    }
    trail.exited(state, exit.output(), assigned);
    open = null;
    return frame.next(next, exit.output(), after, trail.last());
  }

  static @Nullable String target(Transition transition) {
    return switch (transition) {
      case Transition.Next next -> next.state();
      case Transition.End end -> null;
    };
  }

  StateView view(State state, Frame frame) {
    int retries = state instanceof State.Working ? frame.progress().retries() : -1;
    return new StateView(this, frame, state.name(), retries, iteration);
  }

  /** From now on, a failed evaluation follows from the last event. */
  void decideFromHere() {
    decidedAfter = trail.last();
  }

  /** Turns a failed query into a failed state, and says so in the history where AWS does. */
  StateFailed failed(State state, Frame frame, QueryFailed query) {
    String cause =
        shortened(
            "An error occurred while executing the state '%s' (entered at the event id #%d). %s"
                .formatted(state.name(), frame.progress().enteredEvent(), query.text()));
    return switch (query.error()) {
      case QueryFailed.QUERY_EVALUATION_ERROR -> {
        trail.follow(decidedAfter);
        trail.add(
            EventType.EVALUATION_FAILED,
            new EventDetails.EvaluationFailure(
                query.error(), cause, query.location(), state.name()));
        yield StateFailed.of(query.error(), cause);
      }
      case QueryFailed.RUNTIME -> StateFailed.runtime(cause);
      default -> StateFailed.of(query.error(), shortened(query.text()));
    };
  }

  /** The failure with an error name and a cause as long as they may be. */
  static StateFailed within(Limits limits, StateFailed failure) {
    return failure.worded(
        shortened(failure.error(), limits.errorCharacters()),
        shortened(failure.causeText(), limits.causeCharacters()));
  }

  /** Failed queries quote the data that they were asked about, which may be of any size. */
  private static String shortened(String cause) {
    return String.valueOf(shortened(cause, LONGEST_CAUSE));
  }

  private static @Nullable String shortened(@Nullable String text, int longest) {
    if (text == null || text.length() <= longest) {
      return text;
    }
    boolean splitsPair = longest > 0 && Character.isHighSurrogate(text.charAt(longest - 1));
    return text.substring(0, splitsPair ? longest - 1 : longest);
  }

  private Frame pass(State.Pass pass, Frame frame) {
    StateView view = view(pass, frame);
    try {
      JsonNode effective = Entry.effectiveInput(pass.flow(), frame.input(), view);
      if (pass.isJsonata()) {
        Exit exit = Exit.ofInput(pass.flow(), pass.assign(), frame.input(), effective, view);
        return leave(pass, frame, exit, target(pass.transition()));
      }
      JsonNode arguments = Entry.arguments(pass.flow(), effective, view);
      JsonNode result =
          view.show(
              Inspection.Stage.RESULT, pass.result().evaluate(Evaluation.of(arguments, view)));
      Exit exit = Exit.withResult(pass.flow(), pass.assign(), frame.input(), result, view);
      return leave(pass, frame, exit, target(pass.transition()));
    } catch (QueryFailed query) {
      throw failed(pass, frame, query);
    }
  }

  private Frame await(State.Wait wait, Frame before) {
    boolean resumed = before.attempts() != null;
    Frame frame = enter(wait, before);
    StateView view = view(wait, frame);
    try {
      JsonNode effective = Entry.effectiveInput(wait.flow(), frame.input(), view);
      if (!resumed) {
        Instant wakeAt = wakeAt(wait, frame, Evaluation.of(effective, view));
        frame = frame.with(frame.progress().wakingAt(wakeAt), trail.last());
        host.commit(frame);
      }
      host.sleepUntil(frame.progress().wakeAt());
      decideFromHere();
      Exit exit = Exit.ofInput(wait.flow(), wait.assign(), frame.input(), effective, view);
      return leave(wait, frame, exit, target(wait.transition()));
    } catch (QueryFailed query) {
      throw failed(wait, frame, query);
    }
  }

  private Instant wakeAt(State.Wait wait, Frame frame, Evaluation evaluation) {
    Instant enteredAt = frame.progress().enteredAt();
    if (!(wait.delay() instanceof Delay.UntilComputed computed)) {
      return Delays.wakeAt(wait.delay(), evaluation, enteredAt);
    }
    JsonNode timestamp = computed.expression().evaluate(evaluation);
    decideFromHere();
    return Delays.wakeAt(computed, timestamp, enteredAt);
  }

  private Frame choose(State.Choice choice, Frame frame) {
    StateView view = view(choice, frame);
    try {
      JsonNode effective = Entry.effectiveInput(choice.flow(), frame.input(), view);
      int match = Choosing.firstMatch(choice, Evaluation.of(effective, view));
      if (match != Choosing.NONE) {
        trail.decided(new Decision.RuleTaken(choice.name(), match));
        ChoiceRule rule = choice.rules().get(match);
        Exit exit =
            Exit.ofRule(
                choice.flow(), rule.output(), rule.assign(), frame.input(), effective, view);
        return leave(choice, frame, exit, rule.next());
      }
      String otherwise = choice.otherwise().orElse(null);
      if (otherwise == null) {
        throw QueryFailed.runtime(
            "Default",
            "Failed to transition out of the state. The state does not point to a next state.");
      }
      trail.decided(new Decision.DefaultTaken(choice.name()));
      Exit exit = Exit.ofInput(choice.flow(), choice.assign(), frame.input(), effective, view);
      return leave(choice, frame, exit, otherwise);
    } catch (QueryFailed query) {
      throw failed(choice, frame, query);
    }
  }

  private Frame succeed(State.Succeed succeed, Frame frame) {
    StateView view = view(succeed, frame);
    try {
      JsonNode effective = Entry.effectiveInput(succeed.flow(), frame.input(), view);
      Exit exit = Exit.ofInput(succeed.flow(), Assign.NOTHING, frame.input(), effective, view);
      return leave(succeed, frame, exit, null);
    } catch (QueryFailed query) {
      throw failed(succeed, frame, query);
    }
  }

  private StateFailed fail(State.Fail fail, Frame frame) {
    StateView view = view(fail, frame);
    try {
      Evaluation evaluation = Evaluation.of(frame.input(), view);
      return within(
          run.limits(),
          StateFailed.of(text(fail.error(), evaluation), text(fail.cause(), evaluation)));
    } catch (QueryFailed query) {
      return failed(fail, frame, query);
    }
  }

  private static @Nullable String text(Text text, Evaluation evaluation) {
    return switch (text) {
      case Text.Absent absent -> null;
      case Text.Fixed fixed -> fixed.value();
      case Text.Computed computed -> text(computed.expression(), evaluation);
    };
  }

  private static String text(Expression expression, Evaluation evaluation) {
    JsonNode value = expression.evaluate(evaluation);
    if (!value.isTextual()) {
      throw QueryFailed.unexpectedType(expression, "string", value);
    }
    return value.textValue();
  }
}
