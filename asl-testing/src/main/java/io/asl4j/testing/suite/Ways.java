package io.asl4j.testing.suite;

import io.asl4j.core.model.Catcher;
import io.asl4j.core.model.ChoiceRule;
import io.asl4j.core.model.Retrier;
import io.asl4j.core.model.State;
import io.asl4j.core.model.Transition;
import io.asl4j.testing.trace.Definition;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * The ways an execution of a machine can take, whatever its input: which state can come after which
 * one, which can be the last, how often one can be tried.
 */
final class Ways {

  private final Definition definition;

  Ways(Definition definition) {
    this.definition = definition;
  }

  String start() {
    return definition.machine().root().startAt();
  }

  /** The states right after one, in the order of the definition; none after one that ends. */
  static Set<String> targets(State state) {
    Set<String> targets = new LinkedHashSet<>();
    switch (state) {
      case State.Working working -> {
        add(working.transition(), targets);
        working.catchers().stream().map(Catcher::next).forEach(targets::add);
      }
      case State.Pass pass -> add(pass.transition(), targets);
      case State.Wait wait -> add(wait.transition(), targets);
      case State.Choice choice -> {
        choice.rules().stream().map(ChoiceRule::next).forEach(targets::add);
        choice.otherwise().ifPresent(targets::add);
      }
      case State.Succeed succeed -> {}
      case State.Fail fail -> {}
    }
    return targets;
  }

  private static void add(Transition transition, Set<String> targets) {
    if (transition instanceof Transition.Next next) {
      targets.add(next.state());
    }
  }

  /** Whether an execution can succeed right after a state of the outermost scope. */
  static boolean endsWell(State state) {
    return switch (state) {
      case State.Working working -> working.transition() instanceof Transition.End;
      case State.Pass pass -> pass.transition() instanceof Transition.End;
      case State.Wait wait -> wait.transition() instanceof Transition.End;
      case State.Choice choice -> false;
      case State.Succeed succeed -> true;
      case State.Fail fail -> false;
    };
  }

  /**
   * Whether a state can be entered some time after another one. States inside of the same Parallel
   * or Map state can come in any order.
   */
  boolean canFollow(String first, String then) {
    String before = outermost(first);
    String after = outermost(then);
    if (before.equals(after) && !then.equals(after)) {
      return true;
    }
    return reachable(before).contains(after);
  }

  /** The state of the outermost scope that a state is in, or is. */
  private String outermost(String name) {
    String known = name;
    while (true) {
      Optional<Definition.Located> located = definition.find(known);
      if (located.isEmpty() || located.get().container().isEmpty()) {
        return known;
      }
      known = located.get().container();
    }
  }

  /** All states after one, itself only if it is in a loop. */
  private Set<String> reachable(String from) {
    Set<String> found = new HashSet<>();
    Deque<String> open = new ArrayDeque<>();
    open.add(from);
    while (!open.isEmpty()) {
      State state = definition.machine().root().states().get(open.remove());
      if (state != null) {
        targets(state).stream().filter(found::add).forEach(open::add);
      }
    }
    return found;
  }

  /** How often a state of the outermost scope can be tried; empty for no bound. */
  OptionalLong mostAttempts(String name) {
    Definition.Located located = definition.find(name).orElse(null);
    if (located == null
        || !located.container().isEmpty()
        || reachable(name).contains(name)
        || !(located.state() instanceof State.Working working)) {
      return OptionalLong.empty();
    }
    return OptionalLong.of(1 + working.retriers().stream().mapToLong(Retrier::maxAttempts).sum());
  }
}
