package io.asl4j.runtime.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.asl4j.core.Asl;
import io.asl4j.core.json.Json;
import io.asl4j.core.model.StateMachine;
import io.asl4j.runtime.Engine;
import io.asl4j.runtime.ExecutionResult;
import io.asl4j.runtime.history.HistoryRecorder;
import io.asl4j.runtime.task.TaskHandlers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(value = 60, unit = TimeUnit.SECONDS)
class StartExecutionTest {

  private static final Instant START = Instant.parse("2026-11-20T09:00:00Z");
  private static final String ARN = "arn:aws:states:us-east-1:123456789012:stateMachine:";

  @TempDir private Path folder;

  private final HistoryRecorder history = new HistoryRecorder();

  @BeforeEach
  void writeDefinitions() throws IOException {
    write(
        "good.asl.json",
        """
        { "QueryLanguage": "JSONata", "StartAt": "W", "States": {
            "W": { "Type": "Wait", "Seconds": 60, "Next": "P" },
            "P": { "Type": "Pass", "Output": { "got": "{% $states.input %}" }, "End": true } } }
        """);
    write(
        "bad.asl.yaml",
        """
        StartAt: F
        States:
          F: { Type: Fail, Error: Child.Broken, Cause: It broke. }
        """);
    write(
        "late.json",
        "{ \"StartAt\": \"W\", \"TimeoutSeconds\": 5, \"States\": { \"W\": { \"Type\": \"Wait\","
            + " \"Seconds\": 60, \"End\": true } } }");
    write(
        "tree.asl.json",
        """
        { "StartAt": "T", "States": { "T": { "Type": "Task",
            "Resource": "arn:aws:states:::states:startExecution.sync:2",
            "Parameters": { "StateMachineArn": "good", "Input.$": "$" },
            "OutputPath": "$.Output", "End": true } } }
        """);
    write("invalid.asl.json", "{ \"StartAt\": \"Nowhere\", \"States\": {} }");
  }

  @Test
  void syncGivesInputAndOutputAsTexts() {
    JsonNode output = run(".sync", "good", "{\"Input\":{\"a\":1}}").output();

    assertThat(output.path("Status").textValue()).isEqualTo("SUCCEEDED");
    assertThat(output.path("Input").textValue()).isEqualTo("{\"a\":1}");
    assertThat(output.path("Output").textValue()).isEqualTo("{\"got\":{\"a\":1}}");
    assertThat(output.path("StateMachineArn").textValue()).isEqualTo(ARN + "good");
    assertThat(output.path("StopDate").longValue() - output.path("StartDate").longValue())
        .isEqualTo(60_000);
  }

  @Test
  void sync2GivesThemAsJson() {
    JsonNode output = run(".sync:2", "good", "{\"Input\":\"{\\\"a\\\":1.10}\"}").output();

    assertThat(output.path("Input")).isEqualTo(Json.parse("{\"a\":1.10}"));
    assertThat(output.path("Output")).isEqualTo(Json.parse("{\"got\":{\"a\":1.10}}"));
  }

  @Test
  void theParentWaitsForAsLongAsItsChildTook() {
    run(".sync", "good", "{}");

    assertThat(elapsed()).isEqualTo(Duration.ofSeconds(60));
  }

  @Test
  void withoutSyncTheAnswerComesAtOnce() {
    JsonNode output = run("", "good", "{\"Name\":\"first\"}").output();

    assertThat(output.path("ExecutionArn").textValue())
        .isEqualTo("arn:aws:states:us-east-1:123456789012:execution:good:first");
    assertThat(output.path("StartDate").longValue()).isEqualTo(START.toEpochMilli());
    assertThat(elapsed()).isZero();
  }

  @Test
  void aChildThatFailsFailsTheTaskWithItsDescription() {
    ExecutionResult.Failed failed = failure(".sync", "bad", "{}");

    assertThat(failed.error()).isEqualTo("States.TaskFailed");
    JsonNode cause = Json.parse(String.valueOf(failed.cause()));
    assertThat(cause.path("Status").textValue()).isEqualTo("FAILED");
    assertThat(cause.path("Error").textValue()).isEqualTo("Child.Broken");
    assertThat(cause.path("Cause").textValue()).isEqualTo("It broke.");
  }

  @Test
  void aChildThatTimesOutFailsTheTask() {
    JsonNode cause = Json.parse(String.valueOf(failure(".sync", "late", "{}").cause()));

    assertThat(cause.path("Status").textValue()).isEqualTo("TIMED_OUT");
    assertThat(elapsed()).isEqualTo(Duration.ofSeconds(5));
  }

  @Test
  void childrenStartChildren() {
    JsonNode output = run(".sync:2", "tree", "{\"Input\":{\"a\":1}}").output();

    assertThat(output.path("Output")).isEqualTo(Json.parse("{\"got\":{\"a\":1}}"));
  }

  @Test
  void aMachineWithoutDefinitionDoesNotExist() {
    ExecutionResult.Failed failed = failure(".sync", "nobody", "{}");

    assertThat(failed.error()).isEqualTo("StepFunctions.StateMachineDoesNotExistException");
    assertThat(failed.cause())
        .startsWith(
            "State Machine Does Not Exist: '"
                + ARN
                + "nobody' (Service: AWSStepFunctions; Status Code: 400;");
  }

  @Test
  void aNameIsGivenOnceToTheExecutionsOfAMachine() throws IOException {
    write(
        "twice.asl.json",
        """
        { "StartAt": "M", "States": { "M": { "Type": "Map", "End": true, "ItemsPath": "$.items",
            "MaxConcurrency": 1, "ItemProcessor": { "StartAt": "T", "States": { "T": {
              "Type": "Task", "Resource": "arn:aws:states:::states:startExecution", "End": true,
              "Parameters": { "StateMachineArn": "good", "Name": "same" } } } } } } }
        """);

    JsonNode cause =
        Json.parse(
            String.valueOf(failure(".sync", "twice", "{\"Input\":{\"items\":[1,2]}}").cause()));

    assertThat(cause.path("Error").textValue())
        .isEqualTo("StepFunctions.ExecutionAlreadyExistsException");
  }

  @Test
  void aDefinitionThatIsNotValidIsSaidToBe() {
    assertThat(failure(".sync", "invalid", "{}").error()).isEqualTo("States.Runtime");
  }

  @ParameterizedTest
  @ValueSource(strings = {"../good", "a/../good", ".hidden", "good\\x"})
  void namesDoNotLeaveTheFolder(String name) {
    assertThat(DefinitionFolder.at(folder.resolve("sub")).file(name)).isEmpty();
  }

  @Test
  void theSameWorksInRealTime() {
    ExecutionResult result;
    try (StartExecution start =
        StartExecution.inRealTime(
            DefinitionFolder.at(folder), () -> Engine.builder().handlers(TaskHandlers.none()))) {
      try (Engine engine = Engine.builder().handlers(start.handlers()).build()) {
        result = engine.run(parent(".sync", "bad", "{}"), Json.parse("{}"));
      }
    }
    assertThat(result)
        .isInstanceOfSatisfying(
            ExecutionResult.Failed.class,
            failed -> assertThat(failed.error()).isEqualTo("States.TaskFailed"));
  }

  @Test
  void aTaskThatTimesOutStopsItsChildInRealTime() {
    try (StartExecution start =
        StartExecution.inRealTime(
            DefinitionFolder.at(folder), () -> Engine.builder().listener(history))) {
      ExecutionResult result;
      try (Engine engine = Engine.builder().handlers(start.handlers()).build()) {
        StateMachine machine = parent(".sync", "good", "{}", "\"TimeoutSeconds\": 1,");
        result = engine.run(machine, Json.parse("{}"));
      }
      assertThat(result).isEqualTo(new ExecutionResult.Failed("States.Timeout", null));
      while (history.events(history.executions().getFirst()).stream()
          .noneMatch(event -> event.type().endsExecution())) {
        Thread.onSpinWait();
      }
    }
  }

  private ExecutionResult.Failed failure(String form, String machine, String arguments) {
    return (ExecutionResult.Failed) run(form, machine, arguments);
  }

  private ExecutionResult run(String form, String machine, String arguments) {
    Handlers handlers = new Handlers();
    try (StartExecution start =
        StartExecution.inModelledTime(
            DefinitionFolder.at(folder), () -> Engine.builder().handlers(handlers.all))) {
      handlers.all = start.handlers();
      try (Engine engine =
          Engine.builder()
              .handlers(start.handlers())
              .listener(history)
              .virtualTime(START)
              .build()) {
        return engine.run(parent(form, machine, arguments), Json.parse("{}"));
      }
    }
  }

  /** Children may start children with the same handlers, which are known a moment later. */
  private static final class Handlers {
    private TaskHandlers all = TaskHandlers.none();
  }

  private Duration elapsed() {
    return Duration.between(
        START, history.events(history.executions().getFirst()).getLast().timestamp());
  }

  private static StateMachine parent(String form, String machine, String arguments) {
    return parent(form, machine, arguments, "");
  }

  private static StateMachine parent(String form, String machine, String arguments, String more) {
    String inner = arguments.strip().replaceFirst("^\\{", "");
    String separator = inner.equals("}") ? "" : ",";
    return Asl.parse(
            """
            { "QueryLanguage": "JSONata", "StartAt": "Start", "States": { "Start": {
                "Type": "Task", "Resource": "%s%s", %s
                "Arguments": { "StateMachineArn": "%s%s"%s %s, "End": true } } }
            """
                .formatted(StartExecution.RESOURCE, form, more, ARN, machine, separator, inner))
        .orThrow();
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text);
  }
}
