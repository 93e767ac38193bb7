package io.asl4j.core.lint;

import io.asl4j.core.diagnostic.Diagnostic;
import io.asl4j.core.parse.Findings;
import io.asl4j.core.parse.Words;
import io.asl4j.core.validate.OuterVariables;
import io.asl4j.core.validate.Outline;
import io.asl4j.core.validate.Outline.ScopeOutline;
import io.asl4j.core.validate.Outline.StateOutline;
import io.asl4j.core.validate.Rule;
import io.asl4j.core.validate.StateQuery;
import io.asl4j.core.validate.VariableFlow;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A state reads a variable only where every way to it has assigned one. AWS was recorded to accept
 * definitions that do not, since the ways may never be taken, so this warns.
 */
final class VariablesAreAssignedBeforeUse implements Rule {

  @Override
  public void check(Outline outline, Findings findings) {
    VariableFlow flow = VariableFlow.of(outline);
    Set<String> everywhere =
        outline
            .states()
            .flatMap(state -> VariableFlow.assigns(state).stream())
            .flatMap(assign -> VariableFlow.assigned(assign).stream())
            .collect(Collectors.toSet());
    OuterVariables outer = OuterVariables.of(outline);
    for (ScopeOutline scope : outline.scopes()) {
      // What a distributed Map hides is an error of its own.
      Set<String> hidden = outer.hiddenFrom(scope);
      for (StateOutline state : scope.states().values()) {
        flow.surelyAssigned(state)
            .ifPresent(known -> check(state, with(known, hidden), everywhere, outline, findings));
      }
    }
  }

  private static Set<String> with(Set<String> known, Set<String> more) {
    Set<String> all = new HashSet<>(known);
    all.addAll(more);
    return all;
  }

  private static void check(
      StateOutline state,
      Set<String> known,
      Set<String> everywhere,
      Outline outline,
      Findings findings) {
    Set<String> askedFor = VariableFlow.askedFor(state);
    for (StateQuery query : StateQuery.of(state, outline)) {
      for (String variable : query.variables()) {
        if (!known.contains(variable) && !askedFor.contains(variable)) {
          findings.add(query.spot(), finding(variable, everywhere.contains(variable)));
        }
      }
    }
  }

  private static Diagnostic finding(String variable, boolean isAssignedSomewhere) {
    String name = Words.quoted("$" + variable);
    return isAssignedSomewhere
        ? Diagnostic.warning(
                LintCodes.UNASSIGNED_VARIABLE,
                name + " is not assigned on every way to this state.")
            .hint("assign it before, or on the other ways too")
        : Diagnostic.warning(LintCodes.UNASSIGNED_VARIABLE, "No state assigns " + name + ".")
            .hint("assign it in a state before this one");
  }
}
