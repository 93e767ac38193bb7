package io.asl4j.core.lint;

import io.asl4j.core.diagnostic.Diagnostic;
import io.asl4j.core.parse.Findings;
import io.asl4j.core.query.Rfc3339;
import io.asl4j.core.validate.Outline;
import io.asl4j.core.validate.Rule;
import java.time.Instant;

/** The timestamp of a Wait state is not over. */
final class WaitsEndInTheFuture implements Rule {

  private final Instant now;

  WaitsEndInTheFuture(Instant now) {
    this.now = now;
  }

  @Override
  public void check(Outline outline, Findings findings) {
    outline
        .states()
        .filter(state -> state.type().equals("Wait"))
        .map(state -> state.spot().field("Timestamp"))
        .filter(timestamp -> timestamp.node().isTextual())
        .filter(timestamp -> isOver(timestamp.node().textValue()))
        .forEach(
            timestamp ->
                findings.add(
                    timestamp,
                    Diagnostic.warning(
                            LintCodes.WAIT_IN_THE_PAST,
                            "This time is over, so the state does not wait.")
                        .hint("take the time from the input")));
  }

  private boolean isOver(String timestamp) {
    return Rfc3339.parse(timestamp).filter(instant -> instant.isBefore(now)).isPresent();
  }
}
