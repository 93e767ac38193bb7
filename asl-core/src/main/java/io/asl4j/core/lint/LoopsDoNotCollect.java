package io.asl4j.core.lint;

import io.asl4j.core.diagnostic.Diagnostic;
import io.asl4j.core.diagnostic.Severity;
import io.asl4j.core.parse.Findings;
import io.asl4j.core.parse.Spot;
import io.asl4j.core.validate.Outline;
import io.asl4j.core.validate.Outline.ScopeOutline;
import io.asl4j.core.validate.Outline.StateOutline;
import io.asl4j.core.validate.Rule;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** No loop adds to a value that it carries from turn to turn. */
final class LoopsDoNotCollect implements Rule {

  private static final Pattern NAME = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_]*");

  @Override
  public void check(Outline outline, Findings findings) {
    for (ScopeOutline scope : outline.scopes()) {
      for (Set<String> loop : new ScopeGraph(scope).loops()) {
        loop.stream().map(scope.states()::get).forEach(state -> check(state, loop, findings));
      }
    }
  }

  private static void check(StateOutline state, Set<String> loop, Findings findings) {
    for (Spot assigned : state.spot().field("Assign").fields()) {
      String name = assigned.name().replaceAll("\\.\\$$", "");
      if (NAME.matcher(name).matches() && addsTo(name, assigned.node().asText())) {
        findings.add(
            assigned,
            Diagnostic.of(
                    LintCodes.GROWING_PAYLOAD,
                    Severity.INFO,
                    "Each turn of the loop of %s adds to `$%s`, which may have at most 256 KiB."
                        .formatted(Loops.named(loop), name))
                .hint("use a Map state, or store the parts outside"));
      }
    }
  }

  /** Whether a query makes a longer value of the variable. */
  private static boolean addsTo(String name, String query) {
    String variable = "\\$" + name + "(?![\\w.\\[])";
    return List.of(
            "(?s).*\\$append\\(\\s*" + variable + ".*",
            "(?s).*" + variable + "\\s*&.*",
            "(?s).*\\[\\s*" + variable + "\\s*,.*",
            "(?s).*States\\.Array\\(\\s*" + variable + "\\s*,.*")
        .stream()
        .anyMatch(query::matches);
  }
}
