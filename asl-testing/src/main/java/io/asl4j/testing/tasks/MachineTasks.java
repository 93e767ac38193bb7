package io.asl4j.testing.tasks;

import io.asl4j.core.model.Scope;
import io.asl4j.core.model.State;
import io.asl4j.core.model.StateMachine;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** All states of machines, those of branches and item processors too, in definition order. */
final class MachineTasks {

  private MachineTasks() {}

  static List<State> states(Collection<StateMachine> machines) {
    List<State> states = new ArrayList<>();
    machines.forEach(machine -> collect(machine.root(), states));
    return states;
  }

  private static void collect(Scope scope, List<State> states) {
    for (State state : scope.states().values()) {
      states.add(state);
      switch (state) {
        case State.Parallel parallel ->
            parallel.branches().forEach(branch -> collect(branch, states));
        case State.Map map -> collect(map.processor().scope(), states);
        case State.Task task -> {}
        case State.Pass pass -> {}
        case State.Wait wait -> {}
        case State.Choice choice -> {}
        case State.Succeed succeed -> {}
        case State.Fail fail -> {}
      }
    }
  }
}
