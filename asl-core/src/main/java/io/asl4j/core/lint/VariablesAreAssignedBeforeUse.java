package io.asl4j.core.lint;

import io.asl4j.core.diagnostic.Diagnostic;
import io.asl4j.core.parse.Findings;
import io.asl4j.core.parse.Words;
import io.asl4j.core.validate.Outline;
import io.asl4j.core.validate.Outline.StateOutline;
import io.asl4j.core.validate.Rule;
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
    outline
        .states()
        .forEach(
            state ->
                flow.surelyAssigned(state)
                    .ifPresent(known -> check(state, known, everywhere, outline, findings)));
  }

  private static void check(
      StateOutline state,
      Set<String> known,
      Set<String> everywhere,
      Outline outline,
      Findings findings) {
    for (StateQuery query : StateQuery.of(state, outline)) {
      for (String variable : query.variables()) {
        if (!known.contains(variable)) {
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
