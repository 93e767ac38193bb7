package io.asl4j.core.lint;

import io.asl4j.core.diagnostic.Diagnostic;
import io.asl4j.core.diagnostic.Severity;
import io.asl4j.core.parse.Findings;
import io.asl4j.core.parse.Spot;
import io.asl4j.core.validate.Outline;
import io.asl4j.core.validate.Outline.ScopeOutline;
import io.asl4j.core.validate.Outline.StateOutline;
import io.asl4j.core.validate.Rule;
import io.asl4j.core.validate.VariableFlow;
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
    for (Spot assign : VariableFlow.assigns(state)) {
      for (Spot assigned : assign.fields()) {
        String name = VariableFlow.variable(assigned);
        if (NAME.matcher(name).matches() && addsTo("\\$" + name, assigned.node().asText())) {
          report(assigned, "`$" + name + "`", loop, findings);
        }
      }
    }
    checkOutput(state.spot().field("Output"), loop, findings);
    for (Spot made : state.spot().field("Parameters").fields()) {
      String name = made.name().replaceAll("\\.\\$$", "");
      if (NAME.matcher(name).matches() && addsTo("\\$\\." + name, made.node().asText())) {
        report(made, "`$." + name + "`", loop, findings);
      }
    }
  }

  /** A part of the output that is the same part of the input and something more. */
  private static void checkOutput(Spot output, Set<String> loop, Findings findings) {
    for (Spot made : output.fields()) {
      String name = made.name();
      boolean isAdded =
          NAME.matcher(name).matches()
              && addsTo("\\$states\\.input\\." + name, made.node().asText());
      if (isAdded) {
        report(made, "`$states.input." + name + "`", loop, findings);
      }
    }
  }

  private static void report(Spot at, String value, Set<String> loop, Findings findings) {
    findings.add(
        at,
        Diagnostic.of(
                LintCodes.GROWING_PAYLOAD,
                Severity.INFO,
                "Each turn of the loop of %s adds to %s, which may have at most 256 KiB."
                    .formatted(Loops.named(loop), value))
            .hint("use a Map state, or store the parts outside"));
  }

  /** Whether a query makes a longer value of that one, which is a regular expression. */
  private static boolean addsTo(String value, String query) {
    String variable = value + "(?![\\w.\\[])";
    return List.of(
            "(?s).*\\$append\\(\\s*" + variable + ".*",
            "(?s).*" + variable + "\\s*&.*",
            "(?s).*\\[\\s*" + variable + "\\s*,.*",
            "(?s).*States\\.Array\\(\\s*" + variable + "\\s*,.*")
        .stream()
        .anyMatch(query::matches);
  }
}
