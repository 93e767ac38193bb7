package io.asl4j.core.parse;

import io.asl4j.core.model.Scope;
import io.asl4j.core.model.State;
import io.asl4j.core.model.Transition;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The order in which people read the states of a scope: the first one first, and each one after all
 * those that lead to it, but for loops.
 *
 * <p>What follows on success comes before what follows on failure, and the rules of a Choice come
 * in their order, then its default. The order depends on names and transitions only, never on the
 * order of the text.
 */
final class ReadingOrder {

  private final Scope scope;
  private final Set<String> seen = new HashSet<>();
  private final List<String> finished = new ArrayList<>();

  private ReadingOrder(Scope scope) {
    this.scope = scope;
  }

  /** Gives the names of all states of the scope; those that nothing leads to come last, by name. */
  static List<String> of(Scope scope) {
    ReadingOrder order = new ReadingOrder(scope);
    order.follow(scope.startAt());
    List<String> names = new ArrayList<>(order.finished.reversed());
    for (String name : new TreeSet<>(scope.states().keySet())) {
      if (!order.seen.contains(name)) {
        names.add(name);
      }
    }
    return names;
  }

  private record Open(String name, Iterator<String> successors) {}

  /** Finishes a state after all that it leads to; the order is read backwards. */
  private void follow(String start) {
    Deque<Open> open = new ArrayDeque<>();
    enter(start, open);
    while (!open.isEmpty()) {
      Open state = open.element();
      if (state.successors().hasNext()) {
        enter(state.successors().next(), open);
      } else {
        finished.add(state.name());
        open.pop();
      }
    }
  }

  private void enter(String name, Deque<Open> open) {
    if (scope.states().containsKey(name) && seen.add(name)) {
      open.push(new Open(name, successors(scope.state(name)).reversed().iterator()));
    }
  }

  /** What should be read next comes first. */
  private static List<String> successors(State state) {
    List<String> names = new ArrayList<>();
    switch (state) {
      case State.Working working -> {
        add(working.transition(), names);
        working.catchers().forEach(catcher -> names.add(catcher.next()));
      }
      case State.Pass pass -> add(pass.transition(), names);
      case State.Wait wait -> add(wait.transition(), names);
      case State.Choice choice -> {
        choice.rules().forEach(rule -> names.add(rule.next()));
        choice.otherwise().ifPresent(names::add);
      }
      case State.Succeed succeed -> {}
      case State.Fail fail -> {}
    }
    return names;
  }

  private static void add(Transition transition, List<String> names) {
    switch (transition) {
      case Transition.Next next -> names.add(next.state());
      case Transition.End end -> {}
    }
  }
}
