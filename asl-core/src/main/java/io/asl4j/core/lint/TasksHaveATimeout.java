package io.asl4j.core.lint;

import io.asl4j.core.diagnostic.Diagnostic;
import io.asl4j.core.diagnostic.Severity;
import io.asl4j.core.model.Resource;
import io.asl4j.core.parse.Findings;
import io.asl4j.core.parse.Words;
import io.asl4j.core.validate.MachineType;
import io.asl4j.core.validate.Outline;
import io.asl4j.core.validate.Outline.ScopeOutline;
import io.asl4j.core.validate.Outline.StateOutline;
import io.asl4j.core.validate.Rule;
import java.util.List;

/** A task does not wait longer than its author would. Express machines end after five minutes. */
final class TasksHaveATimeout implements Rule {

  private static final List<String> LIMITS =
      List.of("TimeoutSeconds", "TimeoutSecondsPath", "HeartbeatSeconds", "HeartbeatSecondsPath");

  private final boolean isExpressMachine;

  TasksHaveATimeout(MachineType type) {
    this.isExpressMachine = type == MachineType.EXPRESS;
  }

  @Override
  public void check(Outline outline, Findings findings) {
    boolean isBounded = outline.definition().field("TimeoutSeconds").isPresent();
    if (isExpressMachine || isBounded) {
      return;
    }
    for (ScopeOutline scope : outline.scopes()) {
      scope.states().values().stream()
          .filter(state -> !scope.isExpress() && state.type().equals("Task"))
          .filter(
              state -> LIMITS.stream().noneMatch(field -> state.spot().field(field).isPresent()))
          .forEach(state -> report(state, findings));
    }
  }

  private static void report(StateOutline state, Findings findings) {
    Resource resource = Resource.parse(state.spot().field("Resource").node().asText());
    boolean waitsForOthers =
        resource.kind() == Resource.Kind.ACTIVITY
            || resource.pattern() == Resource.Pattern.WAIT_FOR_TASK_TOKEN;
    String name = Words.quoted(state.spot().name());
    findings.addAtKey(
        state.spot(),
        waitsForOthers
            ? Diagnostic.of(
                    LintCodes.ENDLESS_CALLBACK,
                    Severity.INFO,
                    name + " waits for an answer up to a year, and the execution with it.")
                .hint("set `TimeoutSeconds` or `HeartbeatSeconds`")
            : Diagnostic.of(
                    LintCodes.NO_TIMEOUT,
                    Severity.INFO,
                    name + " has no timeout; should its service never answer, neither does it.")
                .hint("set `TimeoutSeconds`, here or for the whole machine"));
  }
}
