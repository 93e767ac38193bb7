package io.asl4j.core.lint;

import io.asl4j.core.diagnostic.Diagnostic;
import io.asl4j.core.parse.Findings;
import io.asl4j.core.validate.Outline;
import io.asl4j.core.validate.Outline.ScopeOutline;
import io.asl4j.core.validate.Rule;
import java.util.Set;

/** From each loop a run can come to an end of the scope. */
final class LoopsLeadOut implements Rule {

  @Override
  public void check(Outline outline, Findings findings) {
    for (ScopeOutline scope : outline.scopes()) {
      ScopeGraph graph = new ScopeGraph(scope);
      Set<String> leadingOut = graph.leadingToAnEnd();
      if (!scope.isClear() || leadingOut.isEmpty()) {
        continue;
      }
      Set<String> reached = graph.reachedFromStart();
      for (Set<String> loop : graph.loops()) {
        String first = loop.iterator().next();
        if (!leadingOut.contains(first) && reached.contains(first)) {
          findings.addAtKey(
              Loops.state(scope, first),
              Diagnostic.warning(
                      LintCodes.LOOP_WITHOUT_EXIT,
                      "Once a run comes to " + Loops.named(loop) + ", it never leaves again.")
                  .hint("let one of them go to a state that ends"));
        }
      }
    }
  }
}
