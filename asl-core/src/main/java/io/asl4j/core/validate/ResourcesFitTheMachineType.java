package io.asl4j.core.validate;

import io.asl4j.core.diagnostic.Diagnostic;
import io.asl4j.core.model.Resource;
import io.asl4j.core.parse.Codes;
import io.asl4j.core.parse.Findings;
import io.asl4j.core.parse.Spot;
import io.asl4j.core.validate.Outline.ScopeOutline;
import io.asl4j.core.validate.Outline.StateOutline;

/**
 * Express machines, and Express child executions of distributed Maps, use neither jobs, callbacks,
 * activities nor distributed Maps.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/step-functions/latest/dg/choosing-workflow-type.html">Choosing
 *     workflow type</a>
 */
final class ResourcesFitTheMachineType implements Rule {

  private final boolean isExpressMachine;

  ResourcesFitTheMachineType(MachineType type) {
    this.isExpressMachine = type == MachineType.EXPRESS;
  }

  @Override
  public void check(Outline outline, Findings findings) {
    for (ScopeOutline scope : outline.scopes()) {
      if (isExpressMachine || scope.isExpress()) {
        scope.states().values().forEach(state -> check(state, findings));
      }
    }
  }

  private static void check(StateOutline state, Findings findings) {
    if (state.type().equals("Task")) {
      checkResource(state.spot().field("Resource"), findings);
    }
    state
        .processorConfig()
        .map(config -> config.field("Mode"))
        .filter(mode -> mode.node().asText().equals("DISTRIBUTED"))
        .ifPresent(
            mode ->
                report(
                    mode,
                    "distributed Maps",
                    "Express state machine does not support Map state in Distributed mode",
                    findings));
  }

  private static void checkResource(Spot spot, Findings findings) {
    if (!spot.node().isTextual()) {
      return;
    }
    Resource resource = Resource.parse(spot.node().textValue());
    if (resource.kind() == Resource.Kind.ACTIVITY) {
      report(spot, "activities", "Express state machine does not support Activity ARN", findings);
      return;
    }
    switch (resource.pattern()) {
      case SYNC, SYNC_2 ->
          report(
              spot,
              "jobs (.sync)",
              "Express state machine does not support '.sync' service integration",
              findings);
      case WAIT_FOR_TASK_TOKEN ->
          // The second blank at the end is AWS's.
          report(
              spot,
              "callbacks (.waitForTaskToken)",
              "Express state machine does not support '.waitForTaskToken' service integration ",
              findings);
      case REQUEST_RESPONSE -> {}
    }
  }

  private static void report(Spot spot, String what, String awsMessage, Findings findings) {
    findings.add(
        spot,
        Diagnostic.error(Codes.EXPRESS, "Express state machines do not support " + what + ".")
            .hint("use a Standard state machine for this state")
            .aws(awsMessage, spot.awsLocation()));
  }
}
