package io.asl4j.core.lint;

import io.asl4j.core.diagnostic.Diagnostic;
import io.asl4j.core.diagnostic.Severity;
import io.asl4j.core.parse.Findings;
import io.asl4j.core.parse.Spot;
import io.asl4j.core.parse.Words;
import io.asl4j.core.validate.Outline;
import io.asl4j.core.validate.Outline.ScopeOutline;
import io.asl4j.core.validate.Outline.StateOutline;
import io.asl4j.core.validate.Rule;
import io.asl4j.core.validate.StateQuery;
import io.asl4j.core.validate.VariableFlow;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Each variable that is assigned is read by a state of its scope or inside it. */
final class VariablesAreRead implements Rule {

  @Override
  public void check(Outline outline, Findings findings) {
    Map<String, Set<String>> readIn = new TreeMap<>();
    for (ScopeOutline scope : outline.scopes()) {
      Set<String> read = new HashSet<>();
      scope
          .states()
          .values()
          .forEach(
              state ->
                  StateQuery.of(state, outline).forEach(query -> read.addAll(guardedToo(query))));
      readIn.put(scope.spot().pointer(), read);
    }
    for (ScopeOutline scope : outline.scopes()) {
      Set<String> reported = new HashSet<>();
      for (StateOutline state : scope.states().values()) {
        for (Spot assign : VariableFlow.assigns(state)) {
          assign.fields().forEach(field -> check(field, scope, readIn, reported, findings));
        }
      }
    }
  }

  /** A variable that is only asked whether it exists is read too. */
  private static Set<String> guardedToo(StateQuery query) {
    Set<String> names = new HashSet<>(query.variables());
    query
        .references()
        .ifPresent(found -> found.variables().forEach(variable -> names.add(variable.name())));
    return names;
  }

  private static void check(
      Spot field,
      ScopeOutline scope,
      Map<String, Set<String>> readIn,
      Set<String> reported,
      Findings findings) {
    String variable = VariableFlow.variable(field);
    String around = scope.spot().pointer();
    boolean isRead =
        readIn.entrySet().stream()
            .anyMatch(
                scopeReads ->
                    scopeReads.getKey().startsWith(around)
                        && scopeReads.getValue().contains(variable));
    if (!isRead && reported.add(variable)) {
      findings.addAtKey(
          field,
          Diagnostic.of(
              LintCodes.UNREAD_VARIABLE,
              Severity.INFO,
              "Nothing reads " + Words.quoted("$" + variable) + "."));
    }
  }
}
