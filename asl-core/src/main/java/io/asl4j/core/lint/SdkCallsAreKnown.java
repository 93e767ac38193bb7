package io.asl4j.core.lint;

import io.asl4j.core.diagnostic.Diagnostic;
import io.asl4j.core.diagnostic.Nearest;
import io.asl4j.core.model.Resource;
import io.asl4j.core.parse.Findings;
import io.asl4j.core.parse.Spot;
import io.asl4j.core.parse.Words;
import io.asl4j.core.validate.Outline;
import io.asl4j.core.validate.Rule;
import java.util.List;
import java.util.Optional;

/** A call of the AWS SDK names a service and an action that there are. */
final class SdkCallsAreKnown implements Rule {

  private static final String SDK = "aws-sdk:";

  @Override
  public void check(Outline outline, Findings findings) {
    outline
        .states()
        .filter(state -> state.type().equals("Task"))
        .map(state -> state.spot().field("Resource"))
        .filter(resource -> resource.node().isTextual())
        .filter(resource -> !resource.node().textValue().contains("${"))
        .forEach(resource -> check(resource, findings));
  }

  private static void check(Spot spot, Findings findings) {
    Resource resource = Resource.parse(spot.node().textValue());
    if (resource.kind() != Resource.Kind.SERVICE || !resource.type().startsWith(SDK)) {
      return;
    }
    String service = resource.type().substring(SDK.length());
    String action = resource.action().replaceAll("\\..*", "");
    if (!service.matches("[a-z0-9]+") || !action.matches("[a-z][A-Za-z0-9]*")) {
      // AWS refuses such names, which is an error of its own.
      return;
    }
    List<String> actions = SdkServices.actionsOf(service);
    if (!SdkServices.has(service)) {
      report(
          spot,
          "The AWS SDK is not known to have a service %s.".formatted(Words.quoted(service)),
          SdkServices.nearest(service),
          findings);
    } else if (!actions.isEmpty() && !actions.contains(action)) {
      report(
          spot,
          "The service `%s` is not known to have an action %s."
              .formatted(service, Words.quoted(action)),
          Nearest.to(action, actions),
          findings);
    }
  }

  private static void report(Spot spot, String message, Optional<String> near, Findings findings) {
    findings.add(
        spot,
        Diagnostic.warning(LintCodes.UNKNOWN_SDK_CALL, message)
            .hint(
                near.map(name -> "did you mean `" + name + "`?")
                    .orElse("if it is new, this warning can be ignored")));
  }
}
