package io.asl4j.testing.replay;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.asl4j.core.json.Json;
import io.asl4j.core.json.JsonSyntaxFailed;
import io.asl4j.runtime.task.TaskHandlers;
import io.asl4j.runtime.teststate.TestState;
import io.asl4j.runtime.teststate.TestStateRejected;
import io.asl4j.runtime.teststate.TestStateRequest;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** Tests of one state alone. */
final class StateTestReplay implements KindReplay {

  private static final String ACCOUNT = "111111111111";
  private static final String ROLE = "arn:aws:iam::" + ACCOUNT + ":role/asl4j";

  @Override
  public Outcome replay(RecordedCase recorded) {
    JsonNode expect = recorded.expect();
    Matching matching = new Matching(recorded);
    TestState tester =
        TestState.builder()
            .account(ACCOUNT)
            .clock(InstantSource.fixed(recorded.start()))
            .handlers(handlers(expect.path("response")))
            .build();
    ObjectNode answer;
    try {
      answer = tester.run(TestStateRequest.read(request(recorded, expect))).toJson();
    } catch (TestStateRejected rejected) {
      return compareRejection(expect, rejected, matching);
    }
    if (!expect.has("response")) {
      return Outcome.failed(
          "The state was tested, but the service refused: " + Named.value(expect.path("message")));
    }
    return matching
        .compare(expect.path("response"), readable(answer, expect.path("response")))
        .map(difference -> Outcome.failed("response: " + difference))
        .orElse(Outcome.PASSED);
  }

  private static Outcome compareRejection(
      JsonNode expect, TestStateRejected rejected, Matching matching) {
    String said = rejected.code() + ": " + rejected.getMessage();
    if (expect.has("response")) {
      return Outcome.failed("The service tested the state, but it was refused: " + said);
    }
    Optional<Matching.Difference> difference =
        matching
            .compare(expect.path("error"), TextNode.valueOf(rejected.code().toString()))
            .or(
                () ->
                    matching.compare(
                        expect.path("message"),
                        TextNode.valueOf(String.valueOf(rejected.getMessage()))));
    return difference.map(found -> Outcome.failed("refusal: " + found)).orElse(Outcome.PASSED);
  }

  /** The request as it was sent: a recorder turns texts that are JSON into values. */
  private static ObjectNode request(RecordedCase recorded, JsonNode expect) {
    ObjectNode request = JsonNodeFactory.instance.objectNode();
    request.put("definition", recorded.definition());
    request.put("input", Json.write(recorded.input()));
    recorded
        .field("request")
        .properties()
        .forEach(each -> request.set(each.getKey(), each.getValue()));
    for (String payload : List.of("context", "variables")) {
      if (request.path(payload).isContainerNode()) {
        request.put(payload, Json.write(request.path(payload)));
      }
    }
    if (!request.has("roleArn") && hadRole(expect)) {
      request.put("roleArn", ROLE);
    }
    return request;
  }

  /** No recording tells whether the request named a role; the answer shows it when it did not. */
  private static boolean hadRole(JsonNode expect) {
    boolean isMissed = expect.path("message").asText().startsWith("RoleArn must be specified");
    boolean isNull = expect.findValues("RoleArn").stream().anyMatch(JsonNode::isNull);
    return !isMissed && !isNull;
  }

  /** A real task answered with what the answer shows as its result. */
  private static TaskHandlers handlers(JsonNode response) {
    JsonNode shown = response.path("inspectionData").path("result");
    JsonNode result = shown.isMissingNode() ? response.path("output") : shown;
    return TaskHandlers.builder().resource("*", call -> result).build();
  }

  /** The answer with its texts that are JSON as values, as the recorder shows them. */
  private static JsonNode readable(ObjectNode answer, JsonNode expected) {
    ObjectNode readable = answer.deepCopy();
    if (readable.has("output")) {
      readable.set("output", parsed(readable.path("output")));
    }
    if (expected.path("cause").isContainerNode()) {
      readable.set("cause", parsed(readable.path("cause")));
    }
    if (readable.path("inspectionData") instanceof ObjectNode data) {
      data.properties().forEach(each -> each.setValue(parsed(each.getValue())));
    }
    return readable;
  }

  private static JsonNode parsed(JsonNode text) {
    if (!text.isTextual()) {
      return text;
    }
    try {
      return Json.parse(text.textValue());
    } catch (JsonSyntaxFailed notJson) {
      return text;
    }
  }
}
