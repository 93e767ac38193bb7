package io.asl4j.runtime.walk;

import com.fasterxml.jackson.databind.JsonNode;
import io.asl4j.core.model.State;
import io.asl4j.runtime.history.Decision;
import io.asl4j.runtime.history.EventDetails;
import io.asl4j.runtime.history.EventType;
import io.asl4j.runtime.history.History;
import io.asl4j.runtime.history.Place;
import org.jspecify.annotations.Nullable;

/**
 * The chain of events of one scope: knows which event the next one follows from.
 *
 * <p>Details are made only if somebody wants the events.
 */
final class Trail {

  private final History history;
  private long last;
  private final Place scope;
  private Place place;

  /**
   * @param scope where the events happen, between states
   */
  Trail(History history, long last, Place scope) {
    this.history = history;
    this.last = last;
    this.scope = scope;
    this.place = scope;
  }

  /** Where the events of a branch or iteration happen, between its states. */
  Place inside(int branch) {
    return history.isWanted() ? place.inside(branch) : Place.OUTERMOST;
  }

  /** A state was entered before the walk stopped, and goes on. */
  void resume(State state, long enteredEvent) {
    if (history.isWanted()) {
      place = place.during(enteredEvent, state.name(), type(state));
    }
  }

  /** The event that the next one follows from. */
  long last() {
    return last;
  }

  /** Lets the next event follow from another one. */
  void follow(long eventId) {
    last = eventId;
  }

  /** Whether details are worth making. */
  boolean isWanted() {
    return history.isWanted();
  }

  /** Adds an event that the next one follows from. */
  long add(EventType type, EventDetails details) {
    last =
        history.isWanted() || type.endsExecution()
            ? history.append(type, last, details, place)
            : history.count();
    return last;
  }

  /** Adds an event without details that the next one follows from. */
  long add(EventType type) {
    return add(type, EventDetails.none());
  }

  /** Adds an event that the next one does not follow from. */
  void addAside(EventType type, EventDetails details) {
    addAside(type, last, details);
  }

  /** Adds an event that follows from a given one, and that the next one does not follow from. */
  long addAside(EventType type, long previousEventId, EventDetails details) {
    return history.isWanted()
        ? history.append(type, previousEventId, details, place)
        : history.count();
  }

  /** Tells a decision that becomes no event. */
  void decided(Decision decision) {
    history.decided(last, decision);
  }

  long entered(State state, JsonNode input) {
    if (!history.isWanted()) {
      last = history.count();
      return last;
    }
    place = scope;
    long event = add(enteredType(state), new EventDetails.StateEntered(state.name(), input));
    place = scope.during(event, state.name(), type(state));
    return event;
  }

  void exited(State state, JsonNode output, @Nullable JsonNode assigned) {
    if (!history.isWanted()) {
      last = history.count();
      return;
    }
    add(exitedType(state), new EventDetails.StateExited(state.name(), output, assigned));
    place = scope;
  }

  private static String type(State state) {
    return switch (state) {
      case State.Task task -> "Task";
      case State.Parallel parallel -> "Parallel";
      case State.Map map -> "Map";
      case State.Pass pass -> "Pass";
      case State.Wait wait -> "Wait";
      case State.Choice choice -> "Choice";
      case State.Succeed succeed -> "Succeed";
      case State.Fail fail -> "Fail";
    };
  }

  private static EventType enteredType(State state) {
    return switch (state) {
      case State.Task task -> EventType.TASK_STATE_ENTERED;
      case State.Parallel parallel -> EventType.PARALLEL_STATE_ENTERED;
      case State.Map map -> EventType.MAP_STATE_ENTERED;
      case State.Pass pass -> EventType.PASS_STATE_ENTERED;
      case State.Wait wait -> EventType.WAIT_STATE_ENTERED;
      case State.Choice choice -> EventType.CHOICE_STATE_ENTERED;
      case State.Succeed succeed -> EventType.SUCCEED_STATE_ENTERED;
      case State.Fail fail -> EventType.FAIL_STATE_ENTERED;
    };
  }

  private static EventType exitedType(State state) {
    return switch (state) {
      case State.Task task -> EventType.TASK_STATE_EXITED;
      case State.Parallel parallel -> EventType.PARALLEL_STATE_EXITED;
      case State.Map map -> EventType.MAP_STATE_EXITED;
      case State.Pass pass -> EventType.PASS_STATE_EXITED;
      case State.Wait wait -> EventType.WAIT_STATE_EXITED;
      case State.Choice choice -> EventType.CHOICE_STATE_EXITED;
      case State.Succeed succeed -> EventType.SUCCEED_STATE_EXITED;
      case State.Fail fail ->
          throw new IllegalStateException("A Fail state was exited: " + fail.name());
    };
  }
}
