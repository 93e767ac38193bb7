package io.asl4j.core.lint;

import io.asl4j.core.diagnostic.Diagnostic;
import io.asl4j.core.diagnostic.Severity;
import io.asl4j.core.parse.Findings;
import io.asl4j.core.parse.Spot;
import io.asl4j.core.parse.Words;
import io.asl4j.core.validate.Outline;
import io.asl4j.core.validate.Outline.StateOutline;
import io.asl4j.core.validate.Rule;
import java.util.List;

/** An error with a catcher of its own is not repeated by a retrier of all errors before. */
final class RetriersLeaveCaughtErrorsAlone implements Rule {

  @Override
  public void check(Outline outline, Findings findings) {
    outline.states().forEach(state -> check(state, findings));
  }

  private static void check(StateOutline state, Findings findings) {
    List<Recovery> retriers = Recovery.retriers(state);
    for (Recovery catcher : Recovery.catchers(state)) {
      for (Spot error : catcher.errors()) {
        String name = error.node().textValue();
        if (!name.startsWith("States.") && isRepeatedByTheWay(name, retriers)) {
          findings.add(
              error,
              Diagnostic.of(
                      LintCodes.RETRIED_BEFORE_CAUGHT,
                      Severity.INFO,
                      Words.quoted(name)
                          + " is retried by a retrier of all errors before this catcher sees it.")
                  .hint("where it is final, add a retrier for it with \"MaxAttempts\": 0"));
        }
      }
    }
  }

  private static boolean isRepeatedByTheWay(String error, List<Recovery> retriers) {
    return retriers.stream()
        .filter(retrier -> retrier.takes(error))
        .findFirst()
        .filter(retrier -> retrier.number("MaxAttempts", 3) > 0)
        .filter(
            retrier ->
                retrier.errors().stream().noneMatch(name -> name.node().textValue().equals(error)))
        .isPresent();
  }
}
