package io.asl4j.core.lint;

import io.asl4j.core.diagnostic.Diagnostic;
import io.asl4j.core.diagnostic.Severity;
import io.asl4j.core.parse.Findings;
import io.asl4j.core.parse.Spot;
import io.asl4j.core.parse.Words;
import io.asl4j.core.validate.Outline;
import io.asl4j.core.validate.Rule;
import java.util.List;

/** A Choice state has a {@code Default}, or its rules leave no case out. */
final class ChoicesHaveADefault implements Rule {

  @Override
  public void check(Outline outline, Findings findings) {
    outline
        .states()
        .filter(state -> state.type().equals("Choice"))
        .filter(state -> !state.spot().field("Default").isPresent())
        .filter(state -> !leavesNothingOut(state.spot().field("Choices").items()))
        .forEach(
            state ->
                findings.addAtKey(
                    state.spot(),
                    Diagnostic.of(
                            LintCodes.NO_DEFAULT,
                            Severity.INFO,
                            "If no rule of "
                                + Words.quoted(state.spot().name())
                                + " holds, the execution fails with States.NoChoiceMatched.")
                        .hint("add a `Default`")));
  }

  private static boolean leavesNothingOut(List<Spot> rules) {
    if (rules.stream().anyMatch(rule -> Conditions.isAlwaysTrue(rule.node()))) {
      return true;
    }
    for (int i = 0; i < rules.size(); i++) {
      for (int j = i + 1; j < rules.size(); j++) {
        if (Conditions.areOpposite(rules.get(i).node(), rules.get(j).node())) {
          return true;
        }
      }
    }
    return false;
  }
}
