package io.asl4j.core.lint;

import io.asl4j.core.diagnostic.Diagnostic;
import io.asl4j.core.diagnostic.Nearest;
import io.asl4j.core.diagnostic.Severity;
import io.asl4j.core.model.Resource;
import io.asl4j.core.parse.Findings;
import io.asl4j.core.parse.Spot;
import io.asl4j.core.parse.Words;
import io.asl4j.core.validate.Outline;
import io.asl4j.core.validate.Outline.StateOutline;
import io.asl4j.core.validate.Rule;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Each reserved error name of a retrier or catcher is one that its state can fail with. */
final class HandledErrorsCanOccur implements Rule {

  private static final String RESERVED = "States.";
  private static final List<String> NAMES =
      List.of(
          "States.ALL",
          "States.BranchFailed",
          "States.DataLimitExceeded",
          "States.ExceedToleratedFailureThreshold",
          "States.HeartbeatTimeout",
          "States.Http.Socket",
          "States.IntrinsicFailure",
          "States.ItemReaderFailed",
          "States.NoChoiceMatched",
          "States.ParameterPathFailure",
          "States.Permissions",
          "States.QueryEvaluationError",
          "States.ResultPathMatchFailure",
          "States.ResultWriterFailed",
          "States.Runtime",
          "States.TaskFailed",
          "States.Timeout");

  /** AWS was recorded to pass by a catcher that names it. */
  private static final String NEVER_HANDLED = "States.Runtime";

  private static final Set<String> TIMEOUTS = Set.of("States.Timeout", "States.HeartbeatTimeout");

  private static final Map<String, String> ONLY_OF =
      Map.of(
          "States.ExceedToleratedFailureThreshold", "Map",
          "States.ItemReaderFailed", "Map",
          "States.ResultWriterFailed", "Map",
          "States.HeartbeatTimeout", "Task",
          "States.Http.Socket", "Task");

  @Override
  public void check(Outline outline, Findings findings) {
    outline
        .states()
        .forEach(
            state ->
                Stream.concat(Recovery.retriers(state).stream(), Recovery.catchers(state).stream())
                    .flatMap(entry -> entry.errors().stream())
                    .filter(error -> error.node().textValue().startsWith(RESERVED))
                    .forEach(error -> check(error, state, findings)));
  }

  private static void check(Spot error, StateOutline state, Findings findings) {
    String name = error.node().textValue();
    if (!NAMES.contains(name)) {
      Diagnostic unknown =
          Diagnostic.warning(
              LintCodes.IMPOSSIBLE_ERROR,
              "No error is called "
                  + Words.quoted(name)
                  + "; names that begin with `States.` are reserved.");
      findings.add(
          error,
          Nearest.to(name, NAMES)
              .map(near -> unknown.hint("did you mean `" + near + "`?"))
              .orElse(unknown));
      return;
    }
    if (name.equals(NEVER_HANDLED)) {
      findings.add(
          error,
          Diagnostic.warning(
                  LintCodes.IMPOSSIBLE_ERROR,
                  "`States.Runtime` ends the execution; neither retriers nor catchers get it.")
              .hint("let a Choice look at the data before, or use JSONata"));
      return;
    }
    if (TIMEOUTS.contains(name) && isNeverLate(state)) {
      findings.add(
          error,
          Diagnostic.of(
                  LintCodes.IMPOSSIBLE_ERROR,
                  Severity.INFO,
                  "`%s` has no timeout, so it hardly ever fails with `%s`."
                      .formatted(state.spot().name(), name))
              .hint("give the state `TimeoutSeconds`"));
      return;
    }
    String type = ONLY_OF.getOrDefault(name, state.type());
    boolean canComeFromInside = !state.innerScopes().isEmpty();
    if (!type.equals(state.type()) && !canComeFromInside) {
      findings.add(
          error,
          Diagnostic.warning(
              LintCodes.IMPOSSIBLE_ERROR,
              "A %s state never fails with `%s`; only a %s state does."
                  .formatted(state.type(), name, type)));
    }
  }

  /** Whether a task has neither timeout nor heartbeat, nor a job that can time out itself. */
  private static boolean isNeverLate(StateOutline state) {
    Resource resource = Resource.parse(state.spot().field("Resource").node().asText());
    return state.type().equals("Task")
        && resource.pattern() == Resource.Pattern.REQUEST_RESPONSE
        && resource.kind() != Resource.Kind.CUSTOM
        && state.spot().fields().stream()
            .noneMatch(field -> field.name().matches("(Timeout|Heartbeat)Seconds(Path)?"));
  }
}
