package io.asl4j.examples.embedding;

import com.fasterxml.jackson.databind.JsonNode;
import io.asl4j.runtime.Engine;
import io.asl4j.runtime.task.TaskTokens;

/** What the web framework calls when somebody presses a button. */
final class ApprovalController {

  private final Engine engine;

  ApprovalController(Engine engine) {
    this.engine = engine;
  }

  int approve(String token, JsonNode body) {
    return switch (engine.tokens().succeed(token, body)) {
      case ACCEPTED -> 204;
      case TASK_TIMED_OUT -> 410;
      case TASK_DOES_NOT_EXIST -> 404;
    };
  }

  int refuse(String order, String why) {
    boolean refused =
        engine.tokens().pending(order).stream()
            .map(task -> engine.tokens().fail(task.token(), "Order.Refused", why))
            .anyMatch(TaskTokens.Answer.ACCEPTED::equals);
    return refused ? 204 : 404;
  }
}
