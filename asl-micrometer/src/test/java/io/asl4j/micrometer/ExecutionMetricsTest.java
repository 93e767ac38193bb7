package io.asl4j.micrometer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.asl4j.core.Asl;
import io.asl4j.core.json.Json;
import io.asl4j.core.model.StateMachine;
import io.asl4j.runtime.Engine;
import io.asl4j.runtime.Execution;
import io.asl4j.runtime.ExecutionRequest;
import io.asl4j.runtime.failure.StateFailed;
import io.asl4j.runtime.task.TaskHandler;
import io.asl4j.runtime.task.TaskHandlers;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ExecutionMetricsTest {

  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
  private static final JsonNode INPUT = Json.parse("{\"items\": [1, 2, 3]}");
  private static final String CALL = "'Type': 'Task', 'Resource': 'java:call'";

  private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
  private final ExecutionMetrics metrics = ExecutionMetrics.of(registry);

  private static StateMachine machine(String text) {
    return Asl.parse(text.replace('\'', '"')).orThrow();
  }

  private static StateMachine state(String members) {
    return machine("{'StartAt': 'S', 'States': {'S': {" + members + ", 'End': true}}}");
  }

  private Engine.Builder measured(TaskHandler handler) {
    return Engine.builder()
        .listener(metrics)
        .handlers(TaskHandlers.builder().resource("*", handler).build());
  }

  private void run(StateMachine machine, TaskHandler handler) {
    try (Engine engine = measured(handler).virtualTime(NOON).build()) {
      engine.start(machine, ExecutionRequest.of(INPUT).ofMachine("orders")).await();
    }
  }

  private Timer timer(String name, String... tags) {
    return registry.get(name).tags(tags).timer();
  }

  private double count(String name, String... tags) {
    return registry.get(name).tags(tags).counter().count();
  }

  @Test
  void executionsAndTheirStatesAreTimedByTheClockOfTheEngine() {
    run(
        machine(
            "{'StartAt': 'W', 'States': {'W': {'Type': 'Wait', 'Seconds': 90, 'Next': 'S'}, 'S':"
                + " {'Type': 'Succeed'}}}"),
        call -> INPUT);

    Timer executions = timer("asl.execution.duration", "machine", "orders", "status", "succeeded");
    assertThat(executions.count()).isEqualTo(1);
    assertThat(executions.totalTime(TimeUnit.SECONDS)).isEqualTo(90);
    assertThat(
            timer("asl.state.duration", "state", "W", "type", "Wait", "outcome", "succeeded")
                .totalTime(TimeUnit.SECONDS))
        .isEqualTo(90);
    assertThat(count("asl.executions.started", "machine", "orders")).isEqualTo(1);
    assertThat(registry.get("asl.executions.open").gauge().value()).isZero();
  }

  private void runWithRetries() {
    run(
        state(CALL + ", 'Retry': [{'ErrorEquals': ['Busy'], 'MaxAttempts': 5}]"),
        call -> {
          call.sleep(Duration.ofSeconds(2));
          if (call.attempt() < 3) {
            throw StateFailed.of("Busy", "later");
          }
          return INPUT;
        });
  }

  @Test
  void attemptsRetriesAndFailuresAreCounted() {
    runWithRetries();

    assertThat(
            timer("asl.task.duration", "state", "S", "resource", "java:call", "outcome", "failed")
                .count())
        .isEqualTo(3);
    assertThat(timer("asl.task.duration", "outcome", "succeeded").totalTime(TimeUnit.SECONDS))
        .isEqualTo(2);
    assertThat(count("asl.task.failures", "machine", "orders", "state", "S", "error", "Busy"))
        .isEqualTo(3);
    assertThat(count("asl.retries", "machine", "orders", "state", "S")).isEqualTo(3);
  }

  @Test
  void aTimeoutIsAFailureOfItsOwnName() {
    run(
        state(CALL + ", 'TimeoutSeconds': 5"),
        call -> {
          call.sleep(Duration.ofDays(1));
          return INPUT;
        });

    assertThat(count("asl.task.failures", "error", "States.Timeout")).isEqualTo(1);
    assertThat(timer("asl.task.duration", "outcome", "timed_out").totalTime(TimeUnit.SECONDS))
        .isEqualTo(5);
    assertThat(timer("asl.execution.duration", "status", "failed").count()).isEqualTo(1);
  }

  @Test
  void itemsOfMapsAreCountedAndChildrenOfADistributedMapAreNoExecutions() {
    String inline = "{'StartAt': 'I', 'States': {'I': {'Type': 'Pass', 'End': true}}}";
    String distributed =
        "{'ProcessorConfig': {'Mode': 'DISTRIBUTED', 'ExecutionType': 'STANDARD'}, "
            + inline.substring(1);
    for (String processor : List.of(inline, distributed)) {
      run(
          state("'Type': 'Map', 'ItemsPath': '$.items', 'ItemProcessor': " + processor),
          call -> INPUT);
    }

    assertThat(
            timer("asl.item.duration", "machine", "orders", "state", "S", "outcome", "succeeded")
                .count())
        .isEqualTo(6);
    assertThat(count("asl.executions.started")).isEqualTo(2);
    assertThat(registry.find("asl.execution.duration").timers()).hasSize(1);
  }

  @Test
  void gaugesShowWhatIsOpenAndWhatWaitsForItsToken() throws InterruptedException {
    BlockingQueue<String> tokens = new LinkedBlockingQueue<>();
    TaskHandler handing =
        call -> {
          tokens.add(call.taskToken().orElseThrow());
          return INPUT;
        };
    String waiting =
        "'Type': 'Task', 'Resource': 'arn:aws:states:::sqs:sendMessage.waitForTaskToken',"
            + " 'Parameters': {'t.$': '$$.Task.Token'}";
    try (Engine engine = measured(handing).build()) {
      Execution execution = engine.start(state(waiting), ExecutionRequest.of(INPUT));
      String token = tokens.take();

      assertThat(registry.get("asl.executions.open").gauge().value()).isEqualTo(1);
      assertThat(registry.get("asl.tokens.waiting").gauge().value()).isEqualTo(1);

      engine.tokens().succeed(token, INPUT);
      execution.await();
    }

    assertThat(registry.get("asl.executions.open").gauge().value()).isZero();
    assertThat(registry.get("asl.tokens.waiting").gauge().value()).isZero();
  }

  @Test
  void errorNamesThatComeFromAnywhereDoNotMakeMetersWithoutEnd() {
    for (int i = 0; i < 300; i++) {
      String error = "Error" + i;
      run(
          state(CALL),
          call -> {
            throw StateFailed.of(error, null);
          });
    }

    assertThat(registry.find("asl.task.failures").counters()).hasSize(101);
    assertThat(count("asl.task.failures", "error", "other")).isEqualTo(200);
  }

  @Test
  void everyMeterIsOneOfTheListWithItsTags() {
    runWithRetries();
    run(
        state(
            "'Type': 'Map', 'ItemsPath': '$.items', 'ItemProcessor': {'StartAt': 'I', 'States':"
                + " {'I': {'Type': 'Pass', 'End': true}}}"),
        call -> INPUT);

    for (Meter meter : registry.getMeters()) {
      Metric metric = metric(meter.getId().getName());
      assertThat(meter.getId().getTags())
          .extracting(Tag::getKey)
          .containsExactlyInAnyOrderElementsOf(metric.tags());
      assertThat(meter.getId().getType().name()).isEqualTo(metric.kind().name());
      assertThat(meter.getId().getDescription()).isEqualTo(metric.description());
    }
  }

  private static Metric metric(String key) {
    return Stream.of(Metric.values())
        .filter(known -> known.key().equals(key))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void thePageListsEachMetricAndNoOther() throws IOException {
    List<String> rows =
        Files.readAllLines(Path.of("..", "docs", "observability.md")).stream()
            .filter(line -> line.matches("\\| `asl\\.\\S+` \\| (counter|gauge|timer) \\|.*"))
            .toList();

    assertThat(rows).containsExactlyElementsOf(Stream.of(Metric.values()).map(this::row).toList());
  }

  private String row(Metric metric) {
    return "| `%s` | %s | %s | %s |"
        .formatted(
            metric.key(),
            metric.kind().name().toLowerCase(Locale.ROOT),
            metric.tags().stream().map(tag -> "`" + tag + "`").collect(Collectors.joining(", ")),
            metric.description());
  }
}
