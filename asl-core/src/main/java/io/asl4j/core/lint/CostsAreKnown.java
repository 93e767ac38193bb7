package io.asl4j.core.lint;

import io.asl4j.core.diagnostic.Diagnostic;
import io.asl4j.core.diagnostic.Severity;
import io.asl4j.core.parse.Findings;
import io.asl4j.core.validate.Outline;
import io.asl4j.core.validate.Rule;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Tells what one run takes and costs. */
final class CostsAreKnown implements Rule {

  private final Prices prices = Prices.published();

  @Override
  public void check(Outline outline, Findings findings) {
    Effort effort = Effort.of(outline);
    double fewest = effort.fewestTransitions();
    double most = effort.mostTransitions();
    String transitions =
        fewest == most ? "%,.0f".formatted(most) : "%,.0f to %,.0f".formatted(fewest, most);
    String standard =
        fewest == most
            ? usd(prices.ofTransitions(most))
            : usd(prices.ofTransitions(fewest)) + " to " + usd(prices.ofTransitions(most));
    findings.add(
        outline.definition(),
        Diagnostic.of(
                LintCodes.COST,
                Severity.INFO,
                "One run takes %s state transitions: %s USD as Standard; as Express %s USD and %s USD a second (64 MB)."
                    .formatted(
                        transitions,
                        standard,
                        usd(prices.expressRequest()),
                        usd(prices.expressSecond())))
            .hint(
                "prices of %s in %s; loops count once".formatted(prices.date(), prices.region())));
  }

  private static String usd(BigDecimal amount) {
    return amount
        .round(new MathContext(3, RoundingMode.HALF_UP))
        .stripTrailingZeros()
        .toPlainString();
  }
}
