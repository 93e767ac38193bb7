package io.asl4j.testing.replay;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.asl4j.core.model.Resource;
import io.asl4j.runtime.task.TaskCall;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Functions that a recording set up and whose answers follow from what they are: those that give
 * their payload back. They answer tasks whose requests no history shows.
 */
final class RecordedFunctions {

  private static final String GIVES_PAYLOAD_BACK = "id_function.py";

  private final Set<String> echoes = new HashSet<>();

  RecordedFunctions(JsonNode setup) {
    for (JsonNode step : setup) {
      if (step.path("handler_file").asText().equals(GIVES_PAYLOAD_BACK)) {
        echoes.add(step.path("func_name").asText());
      }
    }
  }

  /** What the called function answers; empty if that is not known. */
  Optional<JsonNode> answer(TaskCall call) {
    JsonNode arguments = call.request().arguments();
    if (call.resource().kind() == Resource.Kind.LAMBDA_FUNCTION) {
      return isEcho(call.resource().uri()) ? Optional.of(arguments) : Optional.empty();
    }
    boolean invokes =
        call.resource().type().equals("lambda") && call.resource().action().equals("invoke");
    if (!invokes || !isEcho(arguments.path("FunctionName").asText())) {
      return Optional.empty();
    }
    JsonNode payload = arguments.path("Payload");
    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    answer.put("ExecutedVersion", "$LATEST");
    answer.set(
        "Payload", payload.isMissingNode() ? JsonNodeFactory.instance.objectNode() : payload);
    answer.put("StatusCode", 200);
    return Optional.of(answer);
  }

  private boolean isEcho(String function) {
    String[] parts = function.split(":", -1);
    return echoes.contains(function) || (parts.length > 6 && echoes.contains(parts[6]));
  }
}
