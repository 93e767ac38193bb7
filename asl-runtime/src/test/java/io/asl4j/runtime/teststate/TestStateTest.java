package io.asl4j.runtime.teststate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.asl4j.core.diagnostic.InvalidDefinition;
import io.asl4j.core.json.Json;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;

class TestStateTest {

  private final TestState tester =
      TestState.builder()
          .clock(InstantSource.fixed(Instant.parse("2026-03-01T10:00:00Z")))
          .account("111111111111")
          .region("eu-central-1")
          .build();

  private ObjectNode answer(String request) {
    return tester.run(TestStateRequest.read(Json.parse(request))).toJson();
  }

  @Test
  void passesTheInputOnAsItWasWritten() {
    ObjectNode answer =
        answer(
            """
            {"definition": "{\\"Type\\": \\"Succeed\\"}", "input": "{ \\"a\\": 1.0 }", "inspectionLevel": "DEBUG"}
            """);

    assertThat(answer)
        .hasToString(
            "{\"output\":\"{ \\\"a\\\": 1.0 }\",\"inspectionData\":{\"input\":\"{ \\\"a\\\": 1.0"
                + " }\",\"afterInputPath\":\"{\\\"a\\\":1.0}\"},\"status\":\"SUCCEEDED\"}");
  }

  @Test
  void makesUpAContextObjectOfAnExpressExecution() {
    ObjectNode answer =
        answer(
            """
            {"definition": "{\\"Type\\": \\"Pass\\", \\"Parameters\\": {\\"all.$\\": \\"$$\\"}, \\"End\\": true}"}
            """);

    JsonNode context = Json.parse(answer.path("output").textValue()).path("all");
    String machine = context.at("/StateMachine/Name").textValue();
    String name = context.at("/Execution/Name").textValue();
    assertThat(context.at("/Execution/Id").textValue())
        .isEqualTo("arn:aws:states:eu-central-1:111111111111:express:" + machine + ":" + name);
    assertThat(context.at("/StateMachine/Id").textValue())
        .isEqualTo("arn:aws:states:eu-central-1:111111111111:stateMachine:" + machine);
    assertThat(context.at("/Execution/RoleArn").isNull()).isTrue();
    assertThat(context.at("/Execution/StartTime").textValue())
        .isEqualTo("2026-03-01T10:00:00.000Z");
    assertThat(context.path("State"))
        .isEqualTo(
            Json.parse("{\"Name\":\"StateName\",\"EnteredTime\":\"2026-03-01T10:00:00.000Z\"}"));
    assertThat(context.path("Execution").has("RedriveCount")).isFalse();
  }

  @Test
  void readsDefinitionsInYaml() {
    ObjectNode answer = answer("{\"definition\": \"Type: Pass\\nResult: [1]\\nEnd: true\\n\"}");

    assertThat(answer.path("output").textValue()).isEqualTo("[1]");
  }

  @Test
  void tellsWhereInTheDefinitionOfALoneStateTheMistakeIs() {
    TestStateRequest request =
        TestStateRequest.read(
            Json.parse("{\"definition\": \"{\\\"Type\\\": \\\"Pass\\\",\\n\\\"Next\\\": 7}\"}"));

    assertThatThrownBy(() -> tester.run(request))
        .isInstanceOf(TestStateRejected.class)
        .hasMessageStartingWith("Invalid State Machine Definition: ")
        .hasCauseInstanceOf(InvalidDefinition.class)
        .cause()
        .hasMessageContaining(":2:9");
  }

  @Test
  void refusesInputThatIsNotJson() {
    TestStateRequest request =
        TestStateRequest.read(
            Json.parse("{\"definition\": \"{\\\"Type\\\": \\\"Succeed\\\"}\", \"input\": \"{\"}"));

    assertThatThrownBy(() -> tester.run(request))
        .isInstanceOfSatisfying(
            TestStateRejected.class,
            rejected -> assertThat(rejected.code()).hasToString("InvalidExecutionInput"));
  }

  @Test
  void namesEveryBadParameterAtOnce() {
    JsonNode request = Json.parse("{\"stateName\": \"\", \"roleArn\": 7, \"extra\": 1}");

    assertThatThrownBy(() -> TestStateRequest.read(request))
        .isInstanceOf(TestStateRejected.class)
        .hasMessage(
            """
            Parameter validation failed:
            Unknown parameter in input: "extra", must be one of: definition, roleArn, input, inspectionLevel, revealSecrets, variables, stateName, mock, context, stateConfiguration
            Missing required parameter in input: "definition"
            Invalid length for parameter stateName, value: 0, valid min length: 1
            Invalid type for parameter roleArn, value: 7, valid types: string\
            """);
  }

  @Test
  void refusesUnknownWords() {
    JsonNode request = Json.parse("{\"definition\": \"{}\", \"inspectionLevel\": \"ALL\"}");

    assertThatThrownBy(() -> TestStateRequest.read(request))
        .hasMessage(
            "1 validation error detected: Value 'ALL' at 'inspectionLevel' failed to satisfy"
                + " constraint: Member must satisfy enum value set: [INFO, DEBUG, TRACE]");
  }
}
