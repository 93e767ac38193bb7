package io.asl4j.core.validate;

import io.asl4j.core.diagnostic.Diagnostic;
import io.asl4j.core.diagnostic.Nearest;
import io.asl4j.core.model.Resource;
import io.asl4j.core.parse.Codes;
import io.asl4j.core.parse.Findings;
import io.asl4j.core.parse.Languages;
import io.asl4j.core.parse.Spot;
import io.asl4j.core.parse.Words;
import io.asl4j.core.validate.Outline.StateOutline;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What a state hands to a service integration has the names that the integration knows, and those
 * that it cannot do without.
 *
 * <p>Only names are looked at, and only those of the outermost object: values come when the state
 * runs, and below there may be data. Parameters that are left out as a whole are the state's input,
 * which nobody knows here.
 *
 * @see <a href="https://docs.aws.amazon.com/step-functions/latest/dg/integrate-services.html">
 *     Integrating services with Step Functions</a>
 */
final class ParametersFitTheIntegration implements Rule {

  private static final String SDK = "aws-sdk:";
  private static final String COMPUTED = ".$";

  @Override
  public void check(Outline outline, Findings findings) {
    outline.states().forEach(state -> check(state, outline, findings));
  }

  private static void check(StateOutline state, Outline outline, Findings findings) {
    boolean isJsonata = Languages.isJsonata(state.spot().node(), outline.definition().node());
    if (state.type().equals("Task")) {
      check(state.spot(), isJsonata, findings);
    } else if (state.type().equals("Map")) {
      check(state.spot().field("ItemReader"), isJsonata, findings);
      check(state.spot().field("ResultWriter"), isJsonata, findings);
    }
  }

  private static void check(Spot caller, boolean isJsonata, Findings findings) {
    Resource resource = Resource.parse(caller.field("Resource").node().asText());
    Spot parameters = caller.field(isJsonata ? "Arguments" : "Parameters");
    if (resource.kind() != Resource.Kind.SERVICE || !parameters.node().isObject()) {
      return;
    }
    String name = resource.type() + ":" + resource.action().replaceAll("\\..*", "");
    Optional<IntegrationParameters> known = IntegrationParameters.of(name);
    for (Spot parameter : parameters.fields()) {
      checkName(parameter, name, known, isJsonata, findings);
    }
    known.ifPresent(listed -> checkRequired(parameters, name, listed, isJsonata, findings));
  }

  private static void checkName(
      Spot parameter,
      String integration,
      Optional<IntegrationParameters> known,
      boolean isJsonata,
      Findings findings) {
    String name = named(parameter.name(), isJsonata);
    if (name.isEmpty() || name.contains("${")) {
      return;
    }
    Set<String> names = known.map(IntegrationParameters::names).orElse(Set.of());
    boolean isLowerCase = Character.isLowerCase(name.charAt(0));
    boolean isUnknown =
        known.isPresent() && known.get().isComplete() && !isSpelled(name, names, integration);
    if (isUnknown || (isLowerCase && integration.startsWith(SDK))) {
      report(parameter, name, integration, names, findings);
    }
  }

  /** Names are told apart by their case only in SDK calls; elsewhere both spellings were seen. */
  private static boolean isSpelled(String name, Set<String> names, String integration) {
    return names.contains(name)
        || (!integration.startsWith(SDK)
            && !Character.isLowerCase(name.charAt(0))
            && names.stream().anyMatch(name::equalsIgnoreCase));
  }

  private static void report(
      Spot parameter, String name, String integration, Set<String> names, Findings findings) {
    String capitalized = name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    Optional<String> meant =
        names.contains(capitalized) || names.isEmpty()
            ? Optional.of(capitalized)
            : Nearest.to(name, names);
    Diagnostic unknown =
        Diagnostic.warning(
                Codes.INTEGRATION_PARAMETER,
                "`%s` has no parameter %s.".formatted(integration, Words.quoted(name)))
            .aws(
                "The field \"" + name + "\" is not supported by Step Functions",
                parameter.around().awsLocation());
    findings.addAtKey(
        parameter,
        meant
            .filter(other -> !other.equals(name))
            .map(other -> unknown.hint("did you mean `" + other + "`?"))
            .orElse(unknown));
  }

  private static void checkRequired(
      Spot parameters,
      String integration,
      IntegrationParameters known,
      boolean isJsonata,
      Findings findings) {
    List<String> present =
        parameters.fields().stream().map(field -> named(field.name(), isJsonata)).toList();
    if (present.stream().anyMatch(name -> name.contains("${"))) {
      return;
    }
    for (String name : known.required()) {
      // A name in the wrong case was reported for what it is.
      if (present.stream().noneMatch(name::equalsIgnoreCase)) {
        findings.add(
            parameters,
            Diagnostic.warning(
                    Codes.INTEGRATION_PARAMETER,
                    "`%s` needs the parameter `%s`.".formatted(integration, name))
                .aws(
                    "The field '" + name + "' is required but was missing",
                    parameters.awsLocation()));
      }
    }
  }

  private static String named(String key, boolean isJsonata) {
    return !isJsonata && key.endsWith(COMPUTED)
        ? key.substring(0, key.length() - COMPUTED.length())
        : key;
  }
}
