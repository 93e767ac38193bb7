package io.asl4j.testing;

import static io.asl4j.testing.assertion.AslAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.asl4j.runtime.task.TaskTokens;
import io.asl4j.testing.mock.Callback;
import io.asl4j.testing.trace.Attempt;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Time as it passes in a workflow, asserted to the second. */
class ModelledTimeTest {

  private static final String CALLBACK =
      """
      {"StartAt": "Ask", "States": {"Ask": {"Type": "Task",
        "Resource": "arn:aws:states:::sqs:sendMessage.waitForTaskToken",
        "Parameters": {"token.$": "$$.Task.Token"}, %s
        "Catch": [{"ErrorEquals": ["%s"], "Next": "Go on"}],
        "End": true},
        "Go on": {"Type": "Wait", "Seconds": 7200, "End": true}}}\
      """;

  @Test
  void aYearLongWaitTakesExactlyAYear() {
    TestExecution execution =
        TestRun.ofText(
                """
                {"StartAt": "Wait", "States": {"Wait": {"Type": "Wait", "Seconds": 31536000, "End": true}}}\
                """)
            .startingAt(Instant.parse("2026-05-01T12:00:00Z"))
            .execute("{}");

    assertThat(execution).succeeded().tookModelled(Duration.ofDays(365));
    assertThat(execution.endedAt()).isEqualTo(Instant.parse("2027-05-01T12:00:00Z"));
  }

  @Test
  void aTaskWithoutHeartbeatsTimesOutAfterTheHeartbeat() {
    TestRun run =
        TestRun.ofText(
            CALLBACK.formatted(
                "\"TimeoutSeconds\": 86400, \"HeartbeatSeconds\": 600,",
                "States.HeartbeatTimeout"));
    run.mocks().state("Ask").returns("1").after(Duration.ofHours(3));

    TestExecution execution = run.execute("{}");

    assertThat(execution)
        .state("Ask")
        .waitedModelled(Duration.ofMinutes(10))
        .caughtBy("States.Timeout")
        .wentTo("Go on");
  }

  @Test
  void heartbeatsKeepATaskAliveForHours() {
    TestRun run =
        TestRun.ofText(
            CALLBACK.formatted(
                "\"TimeoutSeconds\": 86400, \"HeartbeatSeconds\": 600,",
                "States.HeartbeatTimeout"));
    run.mocks()
        .state("Ask")
        .returns("1")
        .after(Duration.ofHours(3))
        .heartbeatEvery(Duration.ofMinutes(9));

    TestExecution execution = run.execute("{}");

    assertThat(execution).succeeded().tookModelled(Duration.ofHours(3)).output().isEqualTo("1");
    assertThat(execution.callbacks()).hasSize(20);
  }

  @Test
  void aCallbackThatComesTooLateIsRefusedWhileTheWorkflowGoesOn() {
    TestRun run = TestRun.ofText(CALLBACK.formatted("\"TimeoutSeconds\": 3600,", "States.Timeout"));
    run.mocks().state("Ask").returns("1").after(Duration.ofMinutes(61));

    TestExecution execution = run.execute("{}");

    assertThat(execution)
        .succeeded()
        .visitedExactly("Ask", "Go on")
        .tookModelled(Duration.ofHours(3));
    assertThat(execution.callbacks())
        .containsExactly(
            new Callback(
                "Ask",
                TestRun.DEFAULT_START.plus(Duration.ofMinutes(61)),
                "success",
                TaskTokens.Answer.TASK_TIMED_OUT));
  }

  @Test
  void jitteredRetriesStayBelowTheMaximumDelayUnderEverySeed() {
    for (long seed = 0; seed < 50; seed++) {
      TestRun run =
          TestRun.ofText(
                  """
                  {"StartAt": "Call", "States": {"Call": {"Type": "Task", "Resource": "svc:call",
                    "Retry": [{"ErrorEquals": ["Busy"], "IntervalSeconds": 4, "BackoffRate": 3,
                      "MaxAttempts": 5, "MaxDelaySeconds": 20, "JitterStrategy": "FULL"}],
                    "End": true}}}\
                  """)
              .seed(seed);
      run.mocks().state("Call").fails("Busy").times(5).returns("1");

      TestExecution execution = run.execute("{}");

      assertThat(execution).succeeded().state("Call").attempts(6);
      List<Attempt> attempts = execution.visits("Call").getFirst().attempts();
      List<Integer> most = List.of(4, 12, 20, 20, 20);
      for (int i = 1; i < attempts.size(); i++) {
        Duration delay =
            Duration.between(attempts.get(i - 1).scheduledAt(), attempts.get(i).scheduledAt());
        assertThat(delay).isBetween(Duration.ZERO, Duration.ofSeconds(most.get(i - 1)));
      }
    }
  }

  @Test
  void aMapOfTenThousandItemsToleratesSomeFailures() {
    ArrayNode items = JsonNodeFactory.instance.arrayNode();
    IntStream.range(0, 10_000).forEach(items::add);
    ObjectNode input = JsonNodeFactory.instance.objectNode();
    input.set("items", items);
    TestRun run =
        TestRun.ofText(
            """
            {"StartAt": "Each", "States": {"Each": {"Type": "Map", "ItemsPath": "$.items",
              "MaxConcurrency": 100, "ToleratedFailurePercentage": 1,
              "ItemProcessor": {
                "ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "STANDARD"},
                "StartAt": "Work", "States": {"Work": {"Type": "Task", "Resource": "svc:work", "End": true}}},
              "ResultPath": null, "End": true}}}\
            """);
    run.mocks()
        .state("Work", item -> item.asInt() % 100 != 7)
        .returns("true")
        .after(Duration.ofSeconds(3));
    run.mocks().state("Work", item -> item.asInt() % 100 == 7).fails("Work.Broken");

    TestExecution execution = run.execute(input);

    assertThat(execution)
        .succeeded()
        .map("Each")
        .items(10_000)
        .failedItems(100)
        .item(4_207)
        .failedWith("Work.Broken");
    assertThat(execution.took()).isBetween(Duration.ofSeconds(297), Duration.ofSeconds(306));
  }

  @Test
  void uniqueIdsAndTimesFollowTheSeedAndTheClock() {
    TestRun run =
        TestRun.ofText(
                """
                {"QueryLanguage": "JSONata", "StartAt": "Draw", "States": {"Draw": {"Type": "Pass",
                  "Output": {"id": "{% $uuid() %}", "now": "{% $now() %}", "number": "{% $random() %}"},
                  "End": true}}}\
                """)
            .startingAt(Instant.parse("2030-01-01T00:00:00Z"));

    assertThat(run.seed(1).execute("{}").output()).isEqualTo(run.seed(1).execute("{}").output());
    assertThat(run.seed(1).execute("{}").output()).isNotEqualTo(run.seed(2).execute("{}").output());
    assertThat(run.execute("{}")).output().has("/now", "\"2030-01-01T00:00:00.000Z\"");
  }
}
