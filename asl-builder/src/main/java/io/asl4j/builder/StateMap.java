package io.asl4j.builder;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The states of one scope by name, in the order in which they were added.
 *
 * @param states by name
 */
record StateMap(Map<String, StateDefinition> states) {

  static final StateMap EMPTY = new StateMap(Map.of());

  StateMap {
    states = Collections.unmodifiableMap(new LinkedHashMap<>(states));
  }

  /** The states of a definition. */
  static StateMap read(JsonNode states, JsonNode machine) {
    Map<String, StateDefinition> read = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> state : states.properties()) {
      read.put(state.getKey(), Reading.state(state.getKey(), state.getValue(), machine));
    }
    return new StateMap(read);
  }

  boolean isEmpty() {
    return states.isEmpty();
  }

  /** The name of the first state, which must be there. */
  String first() {
    return states.keySet().iterator().next();
  }

  /**
   * These states and more.
   *
   * @throws IllegalArgumentException if two have the same name
   */
  StateMap and(Collection<? extends StateDefinition> more) {
    Map<String, StateDefinition> all = new LinkedHashMap<>(states);
    for (StateDefinition state : more) {
      if (all.put(state.name(), state) != null) {
        throw new IllegalArgumentException(
            "There are two states called `%s`; the name of a state is unique in its machine."
                .formatted(state.name()));
      }
    }
    return new StateMap(all);
  }

  /** All states, each before those inside it. */
  List<StateDefinition> all() {
    List<StateDefinition> all = new ArrayList<>();
    for (StateDefinition state : states.values()) {
      all.add(state);
      StateFields.of(state).inside().forEach(inside -> all.addAll(inside.all()));
    }
    return all;
  }

  /**
   * The same states, each put through a function, those inside others first.
   *
   * @param change gives the state to stand in the place of its argument; empty for none
   */
  StateMap changed(Function<StateDefinition, Optional<StateDefinition>> change) {
    Map<String, StateDefinition> changed = new LinkedHashMap<>();
    for (StateDefinition state : states.values()) {
      StateDefinition inner = StateFields.of(state).withInside(inside -> inside.changed(change));
      change.apply(inner).ifPresent(made -> changed.put(made.name(), made));
    }
    return new StateMap(changed);
  }

  /** The states as the field {@code States}. */
  ObjectNode json(Language machine) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    states.forEach((name, state) -> json.set(name, StateFields.of(state).json(machine)));
    return json;
  }
}
