package io.asl4j.core.validate;

import io.asl4j.core.diagnostic.Diagnostic;
import io.asl4j.core.diagnostic.DiagnosticCode;
import io.asl4j.core.diagnostic.Nearest;
import io.asl4j.core.parse.Codes;
import io.asl4j.core.parse.Findings;
import io.asl4j.core.parse.Spot;
import io.asl4j.core.parse.Words;
import io.asl4j.core.validate.Outline.StateOutline;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Each {@code Resource} is a URI; if it is an ARN, one that AWS can have.
 *
 * <p>URIs of other schemes are for task handlers of the embedding application; AWS refuses them, so
 * they are warned of. Values with placeholders are not judged.
 */
final class ResourcesAreKnown implements Rule {

  private static final Pattern URI = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*:.+", Pattern.DOTALL);
  private static final Pattern PLACEHOLDER = Pattern.compile("[$#]\\{|<[A-Za-z_]|\\{\\{");
  private static final Pattern FUNCTION =
      Pattern.compile("arn:[^:]+:lambda:[^:]+:[^:]+:function:[^:]+(:[^:]+)?");
  private static final Pattern ACTIVITY =
      Pattern.compile("arn:[^:]+:states:[^:]+:[^:]+:activity:[^:]+");
  private static final Pattern SDK_ACTION =
      Pattern.compile("aws-sdk:[a-z0-9]+:[a-z][A-Za-z0-9]*(\\.waitForTaskToken)?");

  /** Services that have an AWS API but no SDK integration. */
  private static final Set<String> NOT_IN_SDK = Set.of("apigatewaymanagementapi");

  @Override
  public void check(Outline outline, Findings findings) {
    outline.states().forEach(state -> check(state, findings));
  }

  private static void check(StateOutline state, Findings findings) {
    if (state.type().equals("Task")) {
      checkTask(state.spot().field("Resource"), findings);
    } else if (state.type().equals("Map")) {
      checkOneOf(
          state.spot().field("ItemReader").field("Resource"),
          Set.of("s3:getObject", "s3:listObjectsV2"),
          findings);
      checkOneOf(
          state.spot().field("ResultWriter").field("Resource"), Set.of("s3:putObject"), findings);
    }
  }

  private static void checkTask(Spot resource, Findings findings) {
    if (!resource.node().isTextual() || PLACEHOLDER.matcher(resource.node().textValue()).find()) {
      return;
    }
    String uri = resource.node().textValue();
    if (!URI.matcher(uri).matches()) {
      findings.add(
          resource,
          unrecognised(
              resource,
              Codes.RESOURCE,
              Words.quoted(uri)
                  + " is not a URI, such as the ARN of a function or of a service integration."));
    } else if (!uri.startsWith("arn:")) {
      reportCustom(resource, uri, findings);
    } else if (!FUNCTION.matcher(uri).matches() && !ACTIVITY.matcher(uri).matches()) {
      checkService(resource, uri, findings);
    }
  }

  private static void reportCustom(Spot resource, String uri, Findings findings) {
    findings.add(
        resource,
        Diagnostic.warning(
                Codes.CUSTOM_RESOURCE,
                "Only a task handler of your own can serve "
                    + Words.quoted(uri)
                    + "; AWS refuses it.")
            .aws(awsMessage(uri), resource.awsLocation()));
  }

  private static void checkService(Spot resource, String uri, Findings findings) {
    String[] parts = uri.split(":", 7);
    boolean isIntegration =
        parts.length == 7 && parts[2].equals("states") && (parts[3] + parts[4]).isEmpty();
    if (!isIntegration) {
      findings.add(
          resource,
          unrecognised(
              resource,
              Codes.RESOURCE,
              Words.quoted(uri)
                  + " names neither a function, an activity nor a service integration."));
      return;
    }
    fault(parts[5], parts[6])
        .ifPresent(
            fault ->
                findings.add(
                    resource,
                    fault.isEmpty()
                        ? unrecognisedSdk(resource, uri)
                        : unrecognisedAction(resource, parts[5], parts[6])));
  }

  /** Says which part of the name is unknown: empty text for an SDK call, the action otherwise. */
  private static Optional<String> fault(String service, String action) {
    if (service.equals("aws-sdk")) {
      boolean isKnown =
          SDK_ACTION.matcher("aws-sdk:" + action).matches()
              && !NOT_IN_SDK.contains(action.substring(0, action.indexOf(':')));
      return isKnown ? Optional.empty() : Optional.of("");
    }
    Set<String> actions = Integrations.actionsOf(service);
    return actions != null && actions.contains(action) ? Optional.empty() : Optional.of(action);
  }

  private static Diagnostic unrecognisedSdk(Spot resource, String uri) {
    return unrecognised(
            resource,
            Codes.INTEGRATION,
            Words.quoted(uri)
                + " names no SDK integration: the service is written in lower case, the action in"
                + " camelCase.")
        .hint("such as `arn:aws:states:::aws-sdk:dynamodb:query`");
  }

  private static Diagnostic unrecognisedAction(Spot resource, String service, String action) {
    Set<String> actions = Integrations.actionsOf(service);
    if (actions == null) {
      Diagnostic unknown =
          unrecognised(
              resource,
              Codes.INTEGRATION,
              "There is no optimised integration with a service " + Words.quoted(service) + ".");
      return Nearest.to(service, Integrations.services())
          .map(near -> unknown.hint("did you mean `" + near + "`?"))
          .orElseGet(() -> unknown.hint("every AWS API can be called as `aws-sdk:service:action`"));
    }
    Diagnostic unknown =
        unrecognised(
            resource,
            Codes.INTEGRATION,
            "The optimised integration with `"
                + service
                + "` has no action "
                + Words.quoted(action)
                + ".");
    return Nearest.to(action, actions)
        .map(near -> unknown.hint("did you mean `" + near + "`?"))
        .orElseGet(() -> unknown.hint("every AWS API can be called as `aws-sdk:service:action`"));
  }

  private static void checkOneOf(Spot resource, Set<String> known, Findings findings) {
    if (!resource.node().isTextual() || PLACEHOLDER.matcher(resource.node().textValue()).find()) {
      return;
    }
    String uri = resource.node().textValue();
    String[] parts = uri.split(":", 7);
    boolean isKnown =
        parts.length == 7 && parts[2].equals("states") && known.contains(parts[5] + ":" + parts[6]);
    if (isKnown || (URI.matcher(uri).matches() && !uri.startsWith("arn:"))) {
      return;
    }
    findings.add(
        resource,
        unrecognised(
            resource,
            Codes.INTEGRATION,
            "This must be %s, but is %s."
                .formatted(
                    String.join(
                        " or ",
                        known.stream()
                            .sorted()
                            .map(name -> "`arn:aws:states:::" + name + "`")
                            .toList()),
                    Words.quoted(uri))));
  }

  private static Diagnostic unrecognised(Spot resource, DiagnosticCode code, String message) {
    return Diagnostic.error(code, message)
        .aws(awsMessage(resource.node().textValue()), resource.awsLocation());
  }

  private static String awsMessage(String uri) {
    return "The resource provided %s is not recognized. The value is not a valid resource ARN, or the resource is not available in this region."
        .formatted(uri);
  }
}
