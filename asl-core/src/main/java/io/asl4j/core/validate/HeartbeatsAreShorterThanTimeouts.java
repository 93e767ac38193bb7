package io.asl4j.core.validate;

import com.fasterxml.jackson.databind.JsonNode;
import io.asl4j.core.diagnostic.Diagnostic;
import io.asl4j.core.parse.Codes;
import io.asl4j.core.parse.Findings;
import io.asl4j.core.parse.Spot;

/**
 * {@code HeartbeatSeconds} is smaller than {@code TimeoutSeconds} where both stand in the text.
 *
 * @see <a href="https://states-language.net/#task-state">Amazon States Language, Task state</a>
 */
final class HeartbeatsAreShorterThanTimeouts implements Rule {

  @Override
  public void check(Outline outline, Findings findings) {
    outline
        .states()
        .filter(state -> state.type().equals("Task"))
        .forEach(state -> check(state.spot(), findings));
  }

  private static void check(Spot task, Findings findings) {
    JsonNode timeout = task.field("TimeoutSeconds").node();
    Spot heartbeat = task.field("HeartbeatSeconds");
    if (!timeout.isNumber() || !heartbeat.node().isNumber()) {
      return;
    }
    if (heartbeat.node().decimalValue().compareTo(timeout.decimalValue()) >= 0) {
      findings.add(
          heartbeat,
          Diagnostic.error(
                  Codes.OUT_OF_RANGE,
                  "`HeartbeatSeconds` is %s, but must be smaller than `TimeoutSeconds`, which is %s."
                      .formatted(heartbeat.node().asText(), timeout.asText()))
              .aws(
                  "HeartbeatSeconds must be smaller than TimeoutSeconds", heartbeat.awsLocation()));
    }
  }
}
