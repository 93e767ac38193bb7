package io.asl4j.core.lint;

import com.fasterxml.jackson.databind.JsonNode;
import io.asl4j.core.diagnostic.Diagnostic;
import io.asl4j.core.parse.Findings;
import io.asl4j.core.parse.Spot;
import io.asl4j.core.validate.Outline;
import io.asl4j.core.validate.Outline.StateOutline;
import io.asl4j.core.validate.Rule;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** No choice rule has the condition of an earlier one. */
final class ChoiceRulesAreNotRepeated implements Rule {

  @Override
  public void check(Outline outline, Findings findings) {
    outline
        .states()
        .filter(state -> state.type().equals("Choice"))
        .forEach(state -> check(state, findings));
  }

  private static void check(StateOutline state, Findings findings) {
    Map<Map<String, JsonNode>, Integer> seen = new HashMap<>();
    List<Spot> rules = state.spot().field("Choices").items();
    for (int i = 0; i < rules.size(); i++) {
      Map<String, JsonNode> condition = Conditions.of(rules.get(i).node());
      Integer earlier = condition.isEmpty() ? null : seen.putIfAbsent(condition, i);
      if (earlier != null) {
        findings.add(
            rules.get(i),
            Diagnostic.warning(
                    LintCodes.REPEATED_RULE,
                    "This rule is never taken: rule %d of the same state has the same condition."
                        .formatted(earlier + 1))
                .hint("remove it, or mend its condition"));
      }
    }
  }
}
