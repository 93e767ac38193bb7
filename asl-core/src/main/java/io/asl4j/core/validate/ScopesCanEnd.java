package io.asl4j.core.validate;

import io.asl4j.core.diagnostic.AwsFinding;
import io.asl4j.core.diagnostic.Diagnostic;
import io.asl4j.core.parse.Codes;
import io.asl4j.core.parse.Findings;
import io.asl4j.core.validate.Outline.ScopeOutline;
import io.asl4j.core.validate.Outline.StateOutline;

/** Each scope has a state at which it can end. */
final class ScopesCanEnd implements Rule {

  @Override
  public void check(Outline outline, Findings findings) {
    for (ScopeOutline scope : outline.scopes()) {
      if (hasNoEnd(scope)) {
        findings.add(
            scope.spot(),
            Diagnostic.error(
                    Codes.NO_TERMINAL_STATE,
                    "None of these states can end the scope, so it would run for ever.")
                .hint("give one of them \"End\": true, or add a Succeed or Fail state")
                .aws(new AwsFinding("MISSING_END_STATE", "Workflow has no terminal state", "")));
      }
    }
  }

  static boolean hasNoEnd(ScopeOutline scope) {
    return !scope.states().isEmpty()
        && scope.isClear()
        && scope.states().values().stream().noneMatch(StateOutline::isTerminal);
  }
}
