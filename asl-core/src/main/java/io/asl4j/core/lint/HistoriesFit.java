package io.asl4j.core.lint;

import io.asl4j.core.diagnostic.Diagnostic;
import io.asl4j.core.parse.Findings;
import io.asl4j.core.validate.Outline;
import io.asl4j.core.validate.Rule;

/** The history of a Standard execution stays below its limit, as far as the text tells. */
final class HistoriesFit implements Rule {

  private static final int MAX_EVENTS = 25_000;

  @Override
  public void check(Outline outline, Findings findings) {
    double events = Effort.of(outline).events();
    if (events > MAX_EVENTS) {
      findings.add(
          outline.definition(),
          Diagnostic.warning(
                  LintCodes.LONG_HISTORY,
                  "One run can make about %,.0f history events; at %,d it fails."
                      .formatted(events, MAX_EVENTS))
              .hint("move work into a distributed Map or a nested execution, or retry less"));
    }
  }
}
