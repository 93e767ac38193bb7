package io.asl4j.core.validate;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.asl4j.core.diagnostic.AwsFinding;
import io.asl4j.core.diagnostic.Diagnostic;
import io.asl4j.core.diagnostic.Diagnostics;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What AWS Step Functions would answer to a definition, made from our findings.
 *
 * <p>AWS reports the form of a definition first and alone: as long as anything is wrong with it,
 * nothing is said of transitions. AWS promises only whether a definition is accepted; codes and
 * words may change, and those that nobody recorded are ours. Immutable.
 *
 * @param errors why AWS refuses the definition, in the order of the text; empty if it accepts it
 * @param warnings what AWS warns of
 */
public record AwsVerdict(List<AwsFinding> errors, List<AwsFinding> warnings) {

  private static final Set<String> WARNING_CODES =
      Set.of("NO_DOLLAR", "NO_PATH", "PASS_RESULT_IS_STATIC");
  private static final Set<String> TRANSITION_CODES =
      Set.of("MISSING_TRANSITION_TARGET", "MISSING_END_STATE");

  /** Keeps its own copies. */
  public AwsVerdict {
    errors = List.copyOf(errors);
    warnings = List.copyOf(warnings);
  }

  /** Turns findings into AWS's answer; findings that AWS does not have are left out. */
  public static AwsVerdict of(Diagnostics diagnostics) {
    List<AwsFinding> form = new ArrayList<>();
    List<AwsFinding> transitions = new ArrayList<>();
    List<AwsFinding> warnings = new ArrayList<>();
    for (Diagnostic diagnostic : diagnostics) {
      AwsFinding finding = diagnostic.aws();
      if (finding.code().isEmpty() || finding.message().isEmpty()) {
        continue;
      }
      if (WARNING_CODES.contains(finding.code())) {
        warnings.add(finding);
      } else if (TRANSITION_CODES.contains(finding.code())) {
        transitions.add(finding);
      } else {
        form.add(finding);
      }
    }
    return new AwsVerdict(form.isEmpty() ? transitions : form, warnings);
  }

  /**
   * Whether AWS refuses a definition for this finding. Some findings are warnings nevertheless:
   * this library runs such machines, only AWS does not.
   */
  public static boolean refuses(Diagnostic diagnostic) {
    AwsFinding finding = diagnostic.aws();
    return !finding.code().isEmpty()
        && !finding.message().isEmpty()
        && !WARNING_CODES.contains(finding.code());
  }

  /** Whether AWS creates the state machine. */
  public boolean isAccepted() {
    return errors.isEmpty();
  }

  /**
   * The message of the error {@code InvalidDefinition} with which CreateStateMachine refuses; empty
   * if it does not.
   */
  public Optional<String> creationError() {
    if (isAccepted()) {
      return Optional.empty();
    }
    List<String> lines = errors.stream().map(AwsVerdict::line).toList();
    return Optional.of("Invalid State Machine Definition: '" + String.join(", ", lines) + "'");
  }

  /**
   * The answer of ValidateStateMachineDefinition.
   *
   * @param withWarnings whether the request asked for the severity WARNING
   * @param maxResults how many diagnostics are given at the most; 0 for 100
   */
  public ObjectNode validation(boolean withWarnings, int maxResults) {
    int limit = maxResults == 0 ? 100 : maxResults;
    ArrayNode listed = JsonNodeFactory.instance.arrayNode();
    errors.forEach(finding -> listed.add(described(finding, "ERROR")));
    if (withWarnings) {
      warnings.forEach(finding -> listed.add(described(finding, "WARNING")));
    }
    boolean isTruncated = listed.size() > limit;
    while (listed.size() > limit) {
      listed.remove(listed.size() - 1);
    }
    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    answer.put("result", isAccepted() ? "OK" : "FAIL");
    answer.set("diagnostics", listed);
    answer.put("truncated", isTruncated);
    return answer;
  }

  private static String line(AwsFinding finding) {
    String said = finding.code() + ": " + finding.message();
    return finding.location().isEmpty() ? said : said + " at " + finding.location();
  }

  private static ObjectNode described(AwsFinding finding, String severity) {
    ObjectNode described = JsonNodeFactory.instance.objectNode();
    described.put("severity", severity);
    described.put("code", finding.code());
    described.put("message", finding.message());
    if (!finding.location().isEmpty()) {
      described.put("location", finding.location());
    }
    return described;
  }
}
