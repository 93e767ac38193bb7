package io.asl4j.runtime.history;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.asl4j.core.json.Json;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HistoryJsonTest {

  private static final Instant NOON = Instant.parse("2026-05-04T12:00:00Z");
  private static final JsonNode TEA = Json.parse("{\"item\":\"tea\",\"price\":1.50}");

  private static HistoryEvent event(EventType type, EventDetails details) {
    return new HistoryEvent(7, 6, NOON, type, details, Place.OUTERMOST);
  }

  @Test
  void awsPutsPayloadsAsTextIntoDetailsOfTheirOwnName() {
    HistoryEvent entered =
        event(EventType.TASK_STATE_ENTERED, new EventDetails.StateEntered("Price", TEA));

    assertThat(Json.write(HistoryJson.aws(List.of(entered))))
        .isEqualTo(
            "{\"events\":[{\"timestamp\":\"2026-05-04T12:00:00Z\",\"type\":\"TaskStateEntered\",\"id\":7,\"previousEventId\":6,"
                + "\"stateEnteredEventDetails\":{\"name\":\"Price\",\"input\":\"{\\\"item\\\":\\\"tea\\\",\\\"price\\\":1.50}\",\"inputDetails\":{\"truncated\":false}}}]}");
  }

  @Test
  void awsLeavesOutDetailsThatAnEventDoesNotHave() {
    assertThat(
            HistoryJson.aws(event(EventType.LAMBDA_FUNCTION_STARTED, EventDetails.none()), true)
                .fieldNames())
        .toIterable()
        .containsExactly("timestamp", "type", "id", "previousEventId");
  }

  @Test
  void awsKeepsParametersWhenDataIsLeftOut() {
    HistoryEvent scheduled =
        event(
            EventType.TASK_SCHEDULED,
            new EventDetails.TaskScheduled(
                "sqs", "sendMessage", "eu-west-1", TEA, 60L, null, "arn:aws:iam::1:role/r"));
    HistoryEvent exited =
        event(EventType.PASS_STATE_EXITED, new EventDetails.StateExited("Price", TEA, TEA));

    assertThat(HistoryJson.details(scheduled, false).fieldNames())
        .toIterable()
        .containsExactly(
            "resourceType",
            "resource",
            "region",
            "parameters",
            "timeoutInSeconds",
            "taskCredentials");
    assertThat(HistoryJson.details(exited, false).fieldNames())
        .toIterable()
        .containsExactly("name");
    assertThat(Json.write(HistoryJson.details(exited, true).path("assignedVariables")))
        .isEqualTo("{\"item\":\"\\\"tea\\\"\",\"price\":\"1.50\"}");
  }

  @Test
  void theFlatFormHoldsValuesBesideTheTypeAndNothingThatDiffersByAccount() {
    HistoryEvent started =
        event(EventType.EXECUTION_STARTED, new EventDetails.Started(TEA, "arn:aws:iam::1:role/r"));

    assertThat(Json.write(HistoryJson.flat(started)))
        .isEqualTo(
            "{\"id\":7,\"previousEventId\":6,\"type\":\"ExecutionStarted\",\"input\":{\"item\":\"tea\",\"price\":1.50}}");
  }

  @ParameterizedTest
  @CsvSource({
    "PASS_STATE_ENTERED, true, false, false",
    "FAIL_STATE_ENTERED, true, true, false",
    "TASK_FAILED, true, true, false",
    "LAMBDA_FUNCTION_START_FAILED, true, true, false",
    "MAP_ITERATION_ABORTED, true, true, false",
    "ACTIVITY_TIMED_OUT, true, true, false",
    "EXECUTION_SUCCEEDED, true, false, false",
    "EXECUTION_FAILED, true, true, true",
    "EXECUTION_TIMED_OUT, true, true, true",
    "EXECUTION_ABORTED, true, true, true",
  })
  void logLevelsLetEventsThrough(EventType type, boolean all, boolean error, boolean fatal) {
    assertThat(ExecutionLog.Level.ALL.writes(type)).isEqualTo(all);
    assertThat(ExecutionLog.Level.ERROR.writes(type)).isEqualTo(error);
    assertThat(ExecutionLog.Level.FATAL.writes(type)).isEqualTo(fatal);
    assertThat(ExecutionLog.Level.OFF.writes(type)).isFalse();
  }

  @Test
  void logRecordsHaveTextsForNumbers() {
    HistoryEvent failed = event(EventType.EXECUTION_FAILED, new EventDetails.Failure("Late", null));

    assertThat(new ExecutionLog(ExecutionLog.Level.FATAL, false).records("arn:x", List.of(failed)))
        .extracting(Json::write)
        .containsExactly(
            "{\"id\":\"7\",\"type\":\"ExecutionFailed\",\"details\":{\"error\":\"Late\"},\"previous_event_id\":\"6\",\"event_timestamp\":\"1777896000000\",\"execution_arn\":\"arn:x\",\"redrive_count\":\"0\"}");
  }
}
