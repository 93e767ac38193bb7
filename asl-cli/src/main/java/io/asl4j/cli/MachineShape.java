package io.asl4j.cli;

import io.asl4j.core.model.Resource;
import io.asl4j.core.model.Scope;
import io.asl4j.core.model.State;
import io.asl4j.core.model.StateMachine;
import java.util.HashMap;
import java.util.Map;

/**
 * How the states of a machine lie in each other, by name: names are unique in the whole machine.
 *
 * @param states by name
 * @param width of the longest name with its indentation
 */
record MachineShape(Map<String, Place> states, int width) {

  /**
   * Where a state lies.
   *
   * @param parent the Parallel or Map state it is in; empty text outside of any
   * @param depth how many Parallel and Map states it is in
   * @param maps how many of these are Map states
   * @param kind what it is, as the {@code Type} field says; empty text if it is not known
   * @param branches how many branches a Parallel state has; 0 for others
   * @param waitsForToken whether it is a callback task
   */
  record Place(
      String parent, int depth, int maps, String kind, int branches, boolean waitsForToken) {
    private static final Place UNKNOWN = new Place("", 0, 0, "", 0, false);

    boolean isContainer() {
      return kind.equals("Parallel") || kind.equals("Map");
    }
  }

  /** Of a machine that cannot be looked at. */
  static final MachineShape UNKNOWN = new MachineShape(Map.of(), 0);

  MachineShape {
    states = Map.copyOf(states);
  }

  static MachineShape of(StateMachine machine) {
    Map<String, Place> states = new HashMap<>();
    collect(machine.root(), new Place("", 0, 0, "", 0, false), states);
    int width = 0;
    for (Map.Entry<String, Place> state : states.entrySet()) {
      width = Math.max(width, 2 * state.getValue().depth() + state.getKey().length());
    }
    return new MachineShape(states, width);
  }

  Place place(String state) {
    return states.getOrDefault(state, Place.UNKNOWN);
  }

  /** Whether a state lies in a container, at any depth. */
  boolean isInside(String state, String container) {
    for (String at = place(state).parent(); !at.isEmpty(); at = place(at).parent()) {
      if (at.equals(container)) {
        return true;
      }
    }
    return false;
  }

  /**
   * @param around the place of the states of this scope, but for what they are
   */
  private static void collect(Scope scope, Place around, Map<String, Place> states) {
    for (State state : scope.states().values()) {
      boolean token =
          state instanceof State.Task task
              && task.resource().pattern() == Resource.Pattern.WAIT_FOR_TASK_TOKEN;
      int branches = state instanceof State.Parallel parallel ? parallel.branches().size() : 0;
      String kind = state.getClass().getSimpleName();
      states.put(
          state.name(),
          new Place(around.parent(), around.depth(), around.maps(), kind, branches, token));
      if (state instanceof State.Parallel parallel) {
        Place inner = inside(state, around, 0);
        parallel.branches().forEach(branch -> collect(branch, inner, states));
      } else if (state instanceof State.Map map) {
        collect(map.processor().scope(), inside(state, around, 1), states);
      }
    }
  }

  private static Place inside(State container, Place around, int maps) {
    return new Place(container.name(), around.depth() + 1, around.maps() + maps, "", 0, false);
  }
}
