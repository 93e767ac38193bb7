package io.asl4j.core.lint;

import io.asl4j.core.parse.Spot;
import io.asl4j.core.validate.Outline;
import io.asl4j.core.validate.Outline.ScopeOutline;
import io.asl4j.core.validate.Outline.StateOutline;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Which workflow variables are surely assigned when a state begins: on every way that leads to it.
 *
 * <p>States inside a Map or Parallel state see what is assigned where that state stands, those
 * inside a distributed Map nothing from outside. What is assigned inside ends with the scope.
 */
final class VariableFlow {

  /** One way on from a state, with the variables that are assigned when it is taken. */
  private record Way(String to, Set<String> assigned) {}

  /** By pointer of the state; a state without an entry is never reached. */
  private final Map<String, Set<String>> whenEntered = new HashMap<>();

  private VariableFlow() {}

  static VariableFlow of(Outline outline) {
    VariableFlow flow = new VariableFlow();
    Map<String, Set<String>> fromOutside = new HashMap<>();
    for (ScopeOutline scope : outline.scopes()) {
      Set<String> outer = fromOutside.getOrDefault(scope.spot().pointer(), Set.of());
      Map<String, Set<String>> entered = flow.through(scope, outer);
      for (StateOutline state : scope.states().values()) {
        Set<String> seen = entered.get(state.spot().name());
        if (seen != null) {
          flow.whenEntered.put(state.spot().pointer(), seen);
          Set<String> inside = state.isDistributed() ? Set.of() : seen;
          state.innerScopes().forEach(inner -> fromOutside.put(inner.pointer(), inside));
        }
      }
    }
    return flow;
  }

  /** The variables that are surely there when the state begins; empty if it is never reached. */
  Optional<Set<String>> surelyAssigned(StateOutline state) {
    return Optional.ofNullable(whenEntered.get(state.spot().pointer()));
  }

  /** Starts with what is known at the start and goes on until no state loses a variable. */
  private Map<String, Set<String>> through(ScopeOutline scope, Set<String> outer) {
    Map<String, Set<String>> entered = new HashMap<>();
    Optional<String> start = scope.startAt().map(spot -> spot.node().textValue());
    if (start.isEmpty() || !scope.states().containsKey(start.get())) {
      return entered;
    }
    entered.put(start.get(), outer);
    Deque<String> open = new ArrayDeque<>(List.of(start.get()));
    while (!open.isEmpty()) {
      String name = open.pop();
      StateOutline state = Objects.requireNonNull(scope.states().get(name), name);
      Set<String> known = entered.getOrDefault(name, Set.of());
      for (Way way : ways(state)) {
        if (!scope.states().containsKey(way.to())) {
          continue;
        }
        Set<String> after = new HashSet<>(known);
        after.addAll(way.assigned());
        Set<String> before = entered.get(way.to());
        if (before != null) {
          after.retainAll(before);
        }
        if (before == null || after.size() < before.size()) {
          entered.put(way.to(), after);
          open.push(way.to());
        }
      }
    }
    return entered;
  }

  private static List<Way> ways(StateOutline state) {
    Spot spot = state.spot();
    Set<String> own = assigned(spot.field("Assign"));
    List<Way> ways = new ArrayList<>();
    add(spot.field("Next"), own, ways);
    add(spot.field("Default"), own, ways);
    spot.field("Choices").items().forEach(rule -> addOwn(rule, ways));
    spot.field("Catch").items().forEach(catcher -> addOwn(catcher, ways));
    return ways;
  }

  private static void addOwn(Spot part, List<Way> ways) {
    add(part.field("Next"), assigned(part.field("Assign")), ways);
  }

  private static void add(Spot target, Set<String> assigned, List<Way> ways) {
    if (target.node().isTextual()) {
      ways.add(new Way(target.node().textValue(), assigned));
    }
  }

  /** The names in an {@code Assign} field. */
  static Set<String> assigned(Spot assign) {
    Set<String> names = new LinkedHashSet<>();
    assign.fields().forEach(field -> names.add(variable(field)));
    return names;
  }

  /** The variable that a field of {@code Assign} sets. */
  static String variable(Spot field) {
    String name = field.name();
    return name.endsWith(".$") ? name.substring(0, name.length() - 2) : name;
  }

  /** Every {@code Assign} of a state: its own, and those of its rules and catchers. */
  static List<Spot> assigns(StateOutline state) {
    List<Spot> assigns = new ArrayList<>(List.of(state.spot().field("Assign")));
    state.spot().field("Choices").items().forEach(rule -> assigns.add(rule.field("Assign")));
    state.spot().field("Catch").items().forEach(catcher -> assigns.add(catcher.field("Assign")));
    return assigns;
  }
}
