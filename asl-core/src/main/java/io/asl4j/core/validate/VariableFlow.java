package io.asl4j.core.validate;

import io.asl4j.core.parse.Spot;
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
 * inside a distributed Map nothing from outside. What is assigned inside ends with the scope. A way
 * that is taken only if a variable exists counts as one that assigns it. Immutable.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/step-functions/latest/dg/workflow-variables.html">Passing
 *     data between states with variables</a>
 */
public final class VariableFlow {

  /** One way on from a state, with the variables that are there when it is taken. */
  private record Way(String to, Set<String> there) {}

  /** By pointer of the state; a state without an entry is never reached. */
  private final Map<String, Set<String>> whenEntered = new HashMap<>();

  private VariableFlow() {}

  /** Follows the ways through all scopes of a definition. */
  public static VariableFlow of(Outline outline) {
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
  public Optional<Set<String>> surelyAssigned(StateOutline state) {
    return Optional.ofNullable(whenEntered.get(state.spot().pointer()));
  }

  /** The variables of which a rule of a Choice state asks whether they exist. */
  public static Set<String> askedFor(StateOutline state) {
    Set<String> names = new LinkedHashSet<>();
    for (Spot rule : state.spot().field("Choices").items()) {
      VariableGuards guards = VariableGuards.of(rule);
      names.addAll(guards.ifHolds());
      names.addAll(guards.ifNot());
    }
    return names;
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
        after.addAll(way.there());
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
    Set<String> otherwise = new LinkedHashSet<>(own);
    for (Spot rule : spot.field("Choices").items()) {
      VariableGuards guards = VariableGuards.of(rule);
      Set<String> taken = new LinkedHashSet<>(assigned(rule.field("Assign")));
      taken.addAll(guards.ifHolds());
      add(rule.field("Next"), taken, ways);
      otherwise.addAll(guards.ifNot());
    }
    add(spot.field("Next"), own, ways);
    add(spot.field("Default"), otherwise, ways);
    for (Spot catcher : spot.field("Catch").items()) {
      add(catcher.field("Next"), assigned(catcher.field("Assign")), ways);
    }
    return ways;
  }

  private static void add(Spot target, Set<String> there, List<Way> ways) {
    if (target.node().isTextual()) {
      ways.add(new Way(target.node().textValue(), there));
    }
  }

  /** The names in an {@code Assign} field. */
  public static Set<String> assigned(Spot assign) {
    Set<String> names = new LinkedHashSet<>();
    assign.fields().forEach(field -> names.add(variable(field)));
    return names;
  }

  /** The variable that a field of {@code Assign} sets. */
  public static String variable(Spot field) {
    String name = field.name();
    return name.endsWith(".$") ? name.substring(0, name.length() - 2) : name;
  }

  /** Every {@code Assign} of a state: its own, and those of its rules and catchers. */
  public static List<Spot> assigns(StateOutline state) {
    List<Spot> assigns = new ArrayList<>(List.of(state.spot().field("Assign")));
    state.spot().field("Choices").items().forEach(rule -> assigns.add(rule.field("Assign")));
    state.spot().field("Catch").items().forEach(catcher -> assigns.add(catcher.field("Assign")));
    return assigns;
  }
}
