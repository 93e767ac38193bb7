package io.asl4j.core.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * States that can reach each other: those of the machine, of one branch of a Parallel state, or of
 * a Map's item processor.
 *
 * @param startAt the name of the first state; a key of {@code states}
 * @param states by name, in the order of the definition
 */
public record Scope(String startAt, Map<String, State> states) {

  public Scope {
    states = Collections.unmodifiableMap(new LinkedHashMap<>(states));
  }

  /** The first state. */
  public State start() {
    return state(startAt);
  }

  /**
   * The state of that name.
   *
   * @throws IllegalStateException if there is none, which a checked machine rules out
   */
  public State state(String name) {
    State state = states.get(name);
    if (state == null) {
      throw new IllegalStateException(
          "No state `" + name + "` in a scope that was checked: " + states.keySet());
    }
    return state;
  }
}
