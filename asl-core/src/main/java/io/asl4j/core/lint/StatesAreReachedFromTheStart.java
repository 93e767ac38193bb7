package io.asl4j.core.lint;

import io.asl4j.core.diagnostic.Diagnostic;
import io.asl4j.core.parse.Findings;
import io.asl4j.core.validate.Outline;
import io.asl4j.core.validate.Outline.ScopeOutline;
import io.asl4j.core.validate.Rule;
import java.util.Set;

/**
 * Each state that something names can be reached from {@code StartAt}. AWS looks only for states
 * that nothing names, so islands of states pass there.
 */
final class StatesAreReachedFromTheStart implements Rule {

  @Override
  public void check(Outline outline, Findings findings) {
    for (ScopeOutline scope : outline.scopes()) {
      ScopeGraph graph = new ScopeGraph(scope);
      Set<String> reached = graph.reachedFromStart();
      if (reached.isEmpty() || !scope.isClear()) {
        continue;
      }
      for (Set<String> loop : graph.loops()) {
        String first = loop.iterator().next();
        if (!reached.contains(first)) {
          findings.addAtKey(
              Loops.state(scope, first),
              Diagnostic.warning(
                      LintCodes.ISLAND,
                      "No run comes to "
                          + Loops.named(loop)
                          + ": nothing leads there from `StartAt`.")
                  .hint("remove them, or let a state before them go there"));
        }
      }
    }
  }
}
