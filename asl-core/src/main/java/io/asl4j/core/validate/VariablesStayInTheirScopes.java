package io.asl4j.core.validate;

import io.asl4j.core.diagnostic.Diagnostic;
import io.asl4j.core.parse.Codes;
import io.asl4j.core.parse.Findings;
import io.asl4j.core.parse.Spot;
import io.asl4j.core.parse.Words;
import io.asl4j.core.validate.Outline.ScopeOutline;
import io.asl4j.core.validate.Outline.StateOutline;
import java.util.Set;

/**
 * A scope assigns no variable of a scope around it, and inside a distributed Map nothing reads one
 * from outside.
 *
 * <p>AWS was recorded to accept two scopes with variables of the same name where the outer one is
 * assigned by the catcher of the state in between, so only names that may be taken before the inner
 * scope begins are reported.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/step-functions/latest/dg/workflow-variables.html">Passing
 *     data between states with variables</a>
 */
final class VariablesStayInTheirScopes implements Rule {

  @Override
  public void check(Outline outline, Findings findings) {
    if (outline.scopes().size() == 1) {
      return;
    }
    OuterVariables outer = OuterVariables.of(outline);
    for (ScopeOutline scope : outline.scopes()) {
      Set<String> taken = outer.takenOutside(scope);
      Set<String> hidden = outer.hiddenFrom(scope);
      for (StateOutline state : scope.states().values()) {
        if (!taken.isEmpty()) {
          checkNames(state, taken, findings);
        }
        if (!hidden.isEmpty()) {
          StateQuery.of(state, outline).forEach(query -> checkQuery(query, hidden, findings));
        }
      }
    }
  }

  private static void checkNames(StateOutline state, Set<String> taken, Findings findings) {
    for (Spot assign : VariableFlow.assigns(state)) {
      for (Spot field : assign.fields()) {
        String name = VariableFlow.variable(field);
        if (taken.contains(name)) {
          findings.addAtKey(
              field,
              Diagnostic.warning(
                      Codes.OUTER_VARIABLE_NAME,
                      "%s is a variable of an outer scope, which this scope can read but not"
                              .formatted(Words.quoted("$" + name))
                          + " assign.")
                  .hint("give the inner variable another name")
                  .aws(
                      "Variable '" + name + "' is already assigned in an outer scope",
                      field.awsLocation()));
        }
      }
    }
  }

  private static void checkQuery(StateQuery query, Set<String> hidden, Findings findings) {
    for (String name : query.variables()) {
      if (hidden.contains(name)) {
        findings.add(
            query.spot(),
            Diagnostic.warning(
                    Codes.HIDDEN_VARIABLE,
                    "%s is assigned outside of a distributed Map, whose states cannot read it."
                        .formatted(Words.quoted("$" + name)))
                .hint("hand its value in with the `ItemSelector` or `ItemBatcher` of the Map")
                .aws(
                    "Reference to the variable '" + name + "' of an outer scope is not supported.",
                    query.spot().awsLocation()));
      }
    }
  }
}
