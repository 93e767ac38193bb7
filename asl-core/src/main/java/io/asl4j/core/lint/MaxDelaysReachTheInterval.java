package io.asl4j.core.lint;

import io.asl4j.core.diagnostic.Diagnostic;
import io.asl4j.core.parse.Findings;
import io.asl4j.core.validate.Outline;
import io.asl4j.core.validate.Rule;

/** The longest delay of a retrier is not below its first. */
final class MaxDelaysReachTheInterval implements Rule {

  @Override
  public void check(Outline outline, Findings findings) {
    outline
        .states()
        .flatMap(state -> Recovery.retriers(state).stream())
        .filter(
            retrier ->
                retrier.number("MaxDelaySeconds", Double.MAX_VALUE)
                    < retrier.number("IntervalSeconds", 1))
        .forEach(
            retrier ->
                findings.add(
                    retrier.spot().field("MaxDelaySeconds"),
                    Diagnostic.warning(
                        LintCodes.SMALL_MAX_DELAY,
                        "The longest delay is %.0f s, but already the first is to be %.0f s."
                            .formatted(
                                retrier.number("MaxDelaySeconds", 0),
                                retrier.number("IntervalSeconds", 1)))));
  }
}
