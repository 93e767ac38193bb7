package io.asl4j.core.lint;

import io.asl4j.core.diagnostic.Diagnostic;
import io.asl4j.core.diagnostic.Severity;
import io.asl4j.core.parse.Findings;
import io.asl4j.core.parse.Words;
import io.asl4j.core.validate.Outline;
import io.asl4j.core.validate.Outline.StateOutline;
import io.asl4j.core.validate.Rule;

/** The results of a distributed Map go into a bucket, or are not kept. */
final class DistributedResultsAreBounded implements Rule {

  @Override
  public void check(Outline outline, Findings findings) {
    outline
        .states()
        .filter(StateOutline::isDistributed)
        .filter(state -> !state.spot().field("ResultWriter").isPresent())
        .filter(state -> !state.spot().field("ResultPath").node().isNull())
        .forEach(
            state ->
                findings.addAtKey(
                    state.spot(),
                    Diagnostic.of(
                            LintCodes.UNBOUNDED_RESULT,
                            Severity.INFO,
                            "The results of all child executions of "
                                + Words.quoted(state.spot().name())
                                + " go into its output, which may have at most 256 KiB.")
                        .hint("add a `ResultWriter`")));
  }
}
