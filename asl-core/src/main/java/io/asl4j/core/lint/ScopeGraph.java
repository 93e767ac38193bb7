package io.asl4j.core.lint;

import io.asl4j.core.parse.Spot;
import io.asl4j.core.validate.Outline.ScopeOutline;
import io.asl4j.core.validate.Outline.StateOutline;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Which state of a scope can go to which; targets that do not exist are left out. */
final class ScopeGraph {

  private final ScopeOutline scope;
  private final Map<String, Set<String>> next = new LinkedHashMap<>();
  private final Map<String, Set<String>> previous = new HashMap<>();

  /** The graph of all transitions, also those of catchers. */
  ScopeGraph(ScopeOutline scope) {
    this(scope, true);
  }

  private ScopeGraph(ScopeOutline scope, boolean withCatchers) {
    this.scope = scope;
    for (StateOutline state : scope.states().values()) {
      Set<String> targets = new LinkedHashSet<>();
      state.targets().stream()
          .filter(target -> withCatchers || !isOfCatcher(target))
          .forEach(target -> targets.add(target.node().textValue()));
      targets.retainAll(scope.states().keySet());
      next.put(state.spot().name(), targets);
      targets.forEach(
          target ->
              previous
                  .computeIfAbsent(target, key -> new LinkedHashSet<>())
                  .add(state.spot().name()));
    }
  }

  /** The graph of the transitions that are taken when nothing fails. */
  static ScopeGraph withoutErrors(ScopeOutline scope) {
    return new ScopeGraph(scope, false);
  }

  private static boolean isOfCatcher(Spot target) {
    return target.around().around().name().equals("Catch");
  }

  /** The state of that name, which must exist. */
  StateOutline state(String name) {
    return Objects.requireNonNull(scope.states().get(name), name);
  }

  boolean isTerminal(String name) {
    return state(name).isTerminal();
  }

  /** The state where runs start; empty if there is none of that name. */
  Optional<String> start() {
    return scope
        .startAt()
        .map(start -> start.node().textValue())
        .filter(scope.states()::containsKey);
  }

  /** Where a state can go. */
  Set<String> next(String state) {
    return next.getOrDefault(state, Set.of());
  }

  /** The states that a run can come to; none if it is unclear where runs start. */
  Set<String> reachedFromStart() {
    return start().map(start -> reached(List.of(start), next)).orElse(Set.of());
  }

  /** The states from which a run can come to an end of the scope. */
  Set<String> leadingToAnEnd() {
    List<String> ends =
        scope.states().values().stream()
            .filter(StateOutline::isTerminal)
            .map(state -> state.spot().name())
            .toList();
    return reached(ends, previous);
  }

  private static Set<String> reached(Collection<String> from, Map<String, Set<String>> neighbours) {
    Set<String> reached = new LinkedHashSet<>(from);
    Deque<String> open = new ArrayDeque<>(from);
    while (!open.isEmpty()) {
      for (String neighbour : neighbours.getOrDefault(open.pop(), Set.of())) {
        if (reached.add(neighbour)) {
          open.push(neighbour);
        }
      }
    }
    return reached;
  }

  /**
   * The loops: groups of states of which each can come to each other one, and itself; in the order
   * of the text.
   */
  List<Set<String>> loops() {
    List<Set<String>> loops = new ArrayList<>();
    for (Set<String> group : groups()) {
      String first = group.iterator().next();
      if (group.size() > 1 || next(first).contains(first)) {
        Set<String> inOrder = new LinkedHashSet<>(next.keySet());
        inOrder.retainAll(group);
        loops.add(inOrder);
      }
    }
    List<String> order = List.copyOf(next.keySet());
    loops.sort((a, b) -> order.indexOf(a.iterator().next()) - order.indexOf(b.iterator().next()));
    return loops;
  }

  /**
   * The strongly connected groups in an order in which each comes before those that it leads to
   * (Kosaraju: finish times forwards, then trees backwards).
   */
  List<Set<String>> groups() {
    Deque<String> finished = finishOrder();
    Set<String> taken = new HashSet<>();
    List<Set<String>> groups = new ArrayList<>();
    while (!finished.isEmpty()) {
      String root = finished.pop();
      if (!taken.add(root)) {
        continue;
      }
      Set<String> group = new LinkedHashSet<>(Set.of(root));
      Deque<String> open = new ArrayDeque<>(group);
      while (!open.isEmpty()) {
        for (String before : previous.getOrDefault(open.pop(), Set.of())) {
          if (taken.add(before)) {
            group.add(before);
            open.push(before);
          }
        }
      }
      groups.add(group);
    }
    return groups;
  }

  private Deque<String> finishOrder() {
    Deque<String> finished = new ArrayDeque<>();
    Set<String> seen = new HashSet<>();
    for (String root : next.keySet()) {
      if (!seen.add(root)) {
        continue;
      }
      Deque<String> path = new ArrayDeque<>(List.of(root));
      Deque<Iterator<String>> open = new ArrayDeque<>(List.of(next(root).iterator()));
      while (!path.isEmpty()) {
        Iterator<String> rest = open.getFirst();
        if (!rest.hasNext()) {
          open.pop();
          finished.push(path.pop());
          continue;
        }
        String target = rest.next();
        if (seen.add(target)) {
          path.push(target);
          open.push(next(target).iterator());
        }
      }
    }
    return finished;
  }
}
