package io.asl4j.core.validate;

import io.asl4j.core.diagnostic.Diagnostic;
import io.asl4j.core.parse.Codes;
import io.asl4j.core.parse.Findings;
import io.asl4j.core.parse.Words;
import io.asl4j.core.validate.Outline.ScopeOutline;
import io.asl4j.core.validate.Outline.StateOutline;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Something goes to each state: {@code StartAt} or a transition.
 *
 * <p>As AWS does, this looks for states that nothing names, not for those that cannot be reached
 * from the start; and AWS does not look at all while the scope cannot end.
 */
final class StatesAreReachable implements Rule {

  @Override
  public void check(Outline outline, Findings findings) {
    for (ScopeOutline scope : outline.scopes()) {
      if (scope.startAt().isPresent() && scope.isClear() && !ScopesCanEnd.hasNoEnd(scope)) {
        check(scope, findings);
      }
    }
  }

  private static void check(ScopeOutline scope, Findings findings) {
    Set<String> named =
        scope.targets().map(target -> target.node().textValue()).collect(Collectors.toSet());
    for (StateOutline state : scope.states().values()) {
      String name = state.spot().name();
      if (!named.contains(name)) {
        findings.addAtKey(
            state.spot(),
            Diagnostic.error(
                    Codes.UNREACHABLE_STATE,
                    "State " + Words.quoted(name) + " is never reached: nothing goes to it.")
                .hint("remove it, or let `StartAt` or a `Next` name it")
                .aws("State \"" + name + "\" is not reachable.", state.spot().awsLocation()));
      }
    }
  }
}
