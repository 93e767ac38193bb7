package io.asl4j.core.validate;

import io.asl4j.core.diagnostic.Diagnostic;
import io.asl4j.core.parse.Codes;
import io.asl4j.core.parse.Findings;
import io.asl4j.core.parse.Spot;
import io.asl4j.core.parse.Words;
import io.asl4j.core.validate.Outline.ScopeOutline;
import java.util.HashMap;
import java.util.Map;

/**
 * No two states of the machine have the same name, wherever they are. Two of one {@code States}
 * object are seen when the text is read.
 *
 * @see <a href="https://states-language.net/#states-fields">Amazon States Language, States</a>
 */
final class StateNamesAreUnique implements Rule {

  @Override
  public void check(Outline outline, Findings findings) {
    Map<String, Spot> seen = new HashMap<>();
    for (ScopeOutline scope : outline.scopes()) {
      for (Spot state : scope.spot().field("States").fields()) {
        Spot first = seen.putIfAbsent(state.name(), state);
        if (first != null) {
          report(state, first, findings);
        }
      }
    }
  }

  private static void report(Spot state, Spot first, Findings findings) {
    String name = state.name();
    findings.addAtKey(
        state,
        Diagnostic.error(
                Codes.DUPLICATE_STATE_NAME,
                "There is another state called %s at `%s`; names are unique in the whole machine."
                    .formatted(Words.quoted(name), first.pointer()))
            .hint("rename one of them")
            .aws("Duplicate state name: " + name, state.awsLocation()));
  }
}
