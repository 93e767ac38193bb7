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
import java.util.Set;

/**
 * What the scopes of a definition have to do with the variables of the scopes around them.
 * Immutable.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/step-functions/latest/dg/workflow-variables.html">Passing
 *     data between states with variables</a>
 */
public final class OuterVariables {

  /**
   * One scope as seen from outside.
   *
   * @param hidden variables of outer scopes that the scope cannot read, since a distributed Map is
   *     in between
   * @param visible variables assigned in this scope or in one around it that it can read
   * @param taken variables that an outer scope may have assigned before this one begins
   */
  private record View(Set<String> hidden, Set<String> visible, Set<String> taken) {}

  private final Map<String, View> byScope = new HashMap<>();

  private OuterVariables() {}

  /** Looks at all scopes of a definition. */
  public static OuterVariables of(Outline outline) {
    OuterVariables variables = new OuterVariables();
    variables.byScope.put("", new View(Set.of(), Set.of(), Set.of()));
    for (ScopeOutline scope : outline.scopes()) {
      View view = variables.view(scope);
      Set<String> visible = new HashSet<>(view.visible());
      scope.states().values().forEach(state -> visible.addAll(assignedBy(state)));
      View own = new View(view.hidden(), visible, view.taken());
      variables.byScope.put(scope.spot().pointer(), own);
      for (StateOutline state : scope.states().values()) {
        View inside = state.isDistributed() ? cutOff(own) : inline(own, scope, state);
        state.innerScopes().forEach(inner -> variables.byScope.put(inner.pointer(), inside));
      }
    }
    return variables;
  }

  /** Variables of outer scopes that the scope cannot read; none that it has under the same name. */
  public Set<String> hiddenFrom(ScopeOutline scope) {
    View view = view(scope);
    Set<String> hidden = new LinkedHashSet<>(view.hidden());
    hidden.removeAll(view.visible());
    return hidden;
  }

  /**
   * Variables that an outer scope may have assigned before this scope begins, whose names it cannot
   * use again. The state around the scope does not count: what it assigns itself comes afterwards.
   */
  public Set<String> takenOutside(ScopeOutline scope) {
    return view(scope).taken();
  }

  private View view(ScopeOutline scope) {
    return byScope.getOrDefault(scope.spot().pointer(), new View(Set.of(), Set.of(), Set.of()));
  }

  private static View cutOff(View outer) {
    Set<String> hidden = new HashSet<>(outer.hidden());
    hidden.addAll(outer.visible());
    return new View(hidden, Set.of(), Set.of());
  }

  private static View inline(View outer, ScopeOutline scope, StateOutline around) {
    if (around.innerScopes().isEmpty()) {
      return outer;
    }
    Set<String> taken = new HashSet<>(outer.taken());
    taken.addAll(assignedBefore(scope, around));
    return new View(outer.hidden(), outer.visible(), taken);
  }

  /** Goes back over the transitions from a state, and gathers what is assigned on them. */
  private static Set<String> assignedBefore(ScopeOutline scope, StateOutline state) {
    boolean assignsNothing =
        scope.states().values().stream().allMatch(each -> assignedBy(each).isEmpty());
    if (assignsNothing) {
      return Set.of();
    }
    Map<String, List<Arrival>> arrivals = arrivals(scope);
    Set<String> assigned = new HashSet<>();
    Set<String> seen = new HashSet<>();
    Deque<String> open = new ArrayDeque<>(List.of(state.spot().name()));
    while (!open.isEmpty()) {
      for (Arrival arrival : arrivals.getOrDefault(open.pop(), List.of())) {
        if (!arrival.from().equals(state.spot().name())) {
          assigned.addAll(VariableFlow.assigned(arrival.assign()));
          if (seen.add(arrival.from())) {
            open.push(arrival.from());
          }
        }
      }
    }
    return assigned;
  }

  /** A transition, seen from where it leads. */
  private record Arrival(String from, Spot assign) {}

  private static Map<String, List<Arrival>> arrivals(ScopeOutline scope) {
    Map<String, List<Arrival>> arrivals = new HashMap<>();
    for (StateOutline state : scope.states().values()) {
      Spot spot = state.spot();
      for (Spot target : state.targets()) {
        boolean isOfState =
            target.around() == spot || target.around().pointer().equals(spot.pointer());
        Spot assign = (isOfState ? spot : target.around()).field("Assign");
        arrivals
            .computeIfAbsent(target.node().textValue(), unused -> new ArrayList<>())
            .add(new Arrival(spot.name(), assign));
      }
    }
    return arrivals;
  }

  private static Set<String> assignedBy(StateOutline state) {
    Set<String> names = new LinkedHashSet<>();
    VariableFlow.assigns(state).forEach(assign -> names.addAll(VariableFlow.assigned(assign)));
    return names;
  }
}
