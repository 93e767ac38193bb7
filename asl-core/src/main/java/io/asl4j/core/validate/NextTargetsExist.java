package io.asl4j.core.validate;

import io.asl4j.core.diagnostic.Diagnostic;
import io.asl4j.core.diagnostic.Nearest;
import io.asl4j.core.parse.Codes;
import io.asl4j.core.parse.Findings;
import io.asl4j.core.parse.Spot;
import io.asl4j.core.parse.Words;
import io.asl4j.core.validate.Outline.ScopeOutline;
import java.util.Optional;

/**
 * {@code StartAt}, {@code Next} and {@code Default} name a state of their own scope.
 *
 * @see <a href="https://states-language.net/#transition">Amazon States Language, Transitions</a>
 */
final class NextTargetsExist implements Rule {

  @Override
  public void check(Outline outline, Findings findings) {
    for (ScopeOutline scope : outline.scopes()) {
      if (!scope.spot().field("States").node().isObject()) {
        continue;
      }
      scope.targets().forEach(target -> check(scope, target, findings));
    }
  }

  private static void check(ScopeOutline scope, Spot target, Findings findings) {
    String name = target.node().textValue();
    if (scope.spot().field("States").field(name).isPresent() || name.contains("${")) {
      return;
    }
    String message =
        "`%s` names the state %s, which is not a state of this scope."
            .formatted(target.name(), Words.quoted(name));
    Diagnostic diagnostic =
        Diagnostic.error(Codes.MISSING_TARGET, message)
            .aws("Missing 'Next' target: " + name, target.awsLocation());
    Optional<String> near = Nearest.to(name, scope.states().keySet());
    findings.add(
        target,
        near.map(other -> diagnostic.hint("did you mean " + Words.quoted(other) + "?"))
            .orElse(diagnostic));
  }
}
