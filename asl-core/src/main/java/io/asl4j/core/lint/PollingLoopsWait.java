package io.asl4j.core.lint;

import io.asl4j.core.diagnostic.Diagnostic;
import io.asl4j.core.model.Resource;
import io.asl4j.core.parse.Findings;
import io.asl4j.core.validate.Outline;
import io.asl4j.core.validate.Outline.ScopeOutline;
import io.asl4j.core.validate.Outline.StateOutline;
import io.asl4j.core.validate.Rule;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** A loop that asks a service how far something is waits before it asks again. */
final class PollingLoopsWait implements Rule {

  private static final Pattern STATUS_CALL =
      Pattern.compile("(aws-sdk:[a-z0-9]+|athena):(describe|get|head)[A-Z]\\w*");

  /** Words of arguments with which the next page is asked for, which is no polling. */
  private static final Pattern PAGING =
      Pattern.compile(
          "(?i).*(token|marker|cursor|exclusivestartkey|page|offset).*", Pattern.DOTALL);

  @Override
  public void check(Outline outline, Findings findings) {
    for (ScopeOutline scope : outline.scopes()) {
      for (Set<String> loop : new ScopeGraph(scope).loops()) {
        List<StateOutline> states = loop.stream().map(scope.states()::get).toList();
        boolean passesTime =
            states.stream().anyMatch(state -> !state.type().equals("Choice") && takesTime(state));
        states.stream()
            .filter(state -> !passesTime && asksForStatus(state))
            .findFirst()
            .ifPresent(state -> report(state, loop, findings));
      }
    }
  }

  /** Whether a state does more than ask, compute or choose. */
  private static boolean takesTime(StateOutline state) {
    return switch (state.type()) {
      case "Pass" -> false;
      case "Task" -> !asksForStatus(state);
      default -> true;
    };
  }

  private static boolean asksForStatus(StateOutline state) {
    if (!state.type().equals("Task")) {
      return false;
    }
    Resource resource = Resource.parse(state.spot().field("Resource").node().asText());
    return STATUS_CALL.matcher(resource.type() + ":" + resource.action()).matches()
        && !PAGING.matcher(state.spot().field("Parameters").node().toString()).matches()
        && !PAGING.matcher(state.spot().field("Arguments").node().toString()).matches();
  }

  private static void report(StateOutline state, Set<String> loop, Findings findings) {
    findings.addAtKey(
        state.spot(),
        Diagnostic.warning(
                LintCodes.BUSY_POLLING,
                "The loop of "
                    + Loops.named(loop)
                    + " asks for a status again and again without a pause.")
            .hint("put a Wait state into the loop"));
  }
}
