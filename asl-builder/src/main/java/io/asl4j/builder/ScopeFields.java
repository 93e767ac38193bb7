package io.asl4j.builder;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.Set;

/** What a machine, a branch and an item processor have in common: states, and where they start. */
abstract class ScopeFields<S> extends Fields<S> {

  private final StateMap states;

  ScopeFields(ObjectNode fields, StateMap states) {
    super(fields);
    this.states = states;
  }

  abstract S with(ObjectNode changed, StateMap changedStates);

  @Override
  final S with(ObjectNode changed) {
    return with(changed, states);
  }

  final S withStates(StateMap changed) {
    return with(super.json(Language.JSONPATH), changed);
  }

  final S withMore(Collection<? extends StateDefinition> more) {
    return withStates(states.and(more));
  }

  final StateMap stateMap() {
    return states;
  }

  @Override
  Set<String> reserved() {
    return Set.of("States");
  }

  /** {@code StartAt}: the state to begin with; the one that was added first if this is not set. */
  public S startAt(String state) {
    return field("StartAt", state);
  }

  /** {@code StartAt}, by the state itself. */
  public S startAt(StateDefinition state) {
    return startAt(state.name());
  }

  @Override
  ObjectNode json(Language machine) {
    ObjectNode json = super.json(machine);
    if (!json.has("StartAt") && !states.isEmpty()) {
      json.put("StartAt", states.first());
    }
    json.set("States", states.json(machine));
    return json;
  }
}
