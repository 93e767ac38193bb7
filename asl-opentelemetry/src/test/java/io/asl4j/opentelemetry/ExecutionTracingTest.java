package io.asl4j.opentelemetry;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.asl4j.core.Asl;
import io.asl4j.core.json.Json;
import io.asl4j.core.model.StateMachine;
import io.asl4j.runtime.Engine;
import io.asl4j.runtime.Execution;
import io.asl4j.runtime.ExecutionRequest;
import io.asl4j.runtime.failure.StateFailed;
import io.asl4j.runtime.service.Definitions;
import io.asl4j.runtime.service.StartExecution;
import io.asl4j.runtime.task.TaskHandler;
import io.asl4j.runtime.task.TaskHandlers;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.LinkData;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ExecutionTracingTest {

  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
  private static final JsonNode INPUT = Json.parse("{\"items\": [1, 2]}");
  private static final String CALL = "'Type': 'Task', 'Resource': 'java:call'";

  private static final StateMachine BRANCHES =
      machine(
          "{'StartAt': 'P', 'States': {'P': {'Type': 'Parallel', 'End': true, 'Branches':"
              + " [{'StartAt': 'A', 'States': {'A': {'Type': 'Pass', 'End': true}}}, {'StartAt':"
              + " 'M', 'States': {'M': {'Type': 'Map', 'ItemsPath': '$.items', 'End': true,"
              + " 'ItemProcessor': {'StartAt': 'I', 'States': {'I': {'Type': 'Pass', 'End':"
              + " true}}}}}}]}}}");

  private final InMemorySpanExporter exported = InMemorySpanExporter.create();
  private final SdkTracerProvider provider =
      SdkTracerProvider.builder().addSpanProcessor(SimpleSpanProcessor.create(exported)).build();
  private final OpenTelemetrySdk telemetry =
      OpenTelemetrySdk.builder().setTracerProvider(provider).build();
  private final Tracer application = telemetry.getTracer("application");

  @AfterEach
  void close() {
    provider.close();
  }

  private static StateMachine machine(String text) {
    return Asl.parse(text.replace('\'', '"')).orThrow();
  }

  private static StateMachine state(String members) {
    return machine("{'StartAt': 'S', 'States': {'S': {" + members + ", 'End': true}}}");
  }

  private static Engine.Builder traced(ExecutionTracing tracing, TaskHandler handler) {
    return Engine.builder()
        .listener(tracing)
        .around(tracing)
        .handlers(TaskHandlers.builder().resource("java:*", handler).build());
  }

  private void run(StateMachine machine, TaskHandler handler) {
    ExecutionTracing tracing = ExecutionTracing.of(telemetry).build();
    try (Engine engine = traced(tracing, handler).virtualTime(NOON).build()) {
      engine.start(machine, ExecutionRequest.of(INPUT).ofMachine("orders").withName("o-1")).await();
    }
  }

  /** Indented under what they are inside of, in order of their beginnings. */
  private List<String> tree() {
    List<String> lines = new ArrayList<>();
    List<SpanData> spans = new ArrayList<>(exported.getFinishedSpanItems());
    spans.sort(Comparator.comparing(SpanData::getName));
    draw(spans, SpanContext.getInvalid().getSpanId(), "", lines);
    return lines;
  }

  private static void draw(List<SpanData> spans, String parent, String indent, List<String> lines) {
    for (SpanData span : spans) {
      if (span.getParentSpanId().equals(parent)) {
        lines.add(indent + span.getName());
        draw(spans, span.getSpanId(), indent + "  ", lines);
      }
    }
  }

  private SpanData span(String name) {
    return exported.getFinishedSpanItems().stream()
        .filter(span -> span.getName().equals(name))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void spansOfAHandlerAreInsideOfTheAttemptThatCallsIt() {
    for (String deadline : List.of("", ", 'TimeoutSeconds': 60")) {
      exported.reset();
      run(
          state(CALL + deadline),
          call -> {
            application.spanBuilder("gateway").startSpan().end();
            return INPUT;
          });

      assertThat(tree())
          .containsExactly("execution orders", "  state S", "    attempt S", "      gateway");
    }
  }

  @Test
  void spansOfAHandlerAreInsideOfTheAttemptInRealTimeToo() {
    ExecutionTracing tracing = ExecutionTracing.of(telemetry).build();
    TaskHandler handler =
        call -> {
          application.spanBuilder("gateway").startSpan().end();
          return INPUT;
        };
    for (String deadline : List.of("", ", 'TimeoutSeconds': 60")) {
      exported.reset();
      try (Engine engine = traced(tracing, handler).build()) {
        engine.run(state(CALL + deadline), INPUT);
      }

      assertThat(tree())
          .containsExactly("execution StateMachine", "  state S", "    attempt S", "      gateway");
      assertThat(Span.current().getSpanContext().isValid()).isFalse();
    }
  }

  @Test
  void branchesAndItemsAreInsideOfTheirStates() {
    run(BRANCHES, call -> INPUT);

    assertThat(tree())
        .containsExactlyInAnyOrder(
            "execution orders",
            "  state P",
            "    branch P",
            "      state A",
            "    branch P",
            "      state M",
            "        item M",
            "          state I",
            "        item M",
            "          state I");
  }

  @Test
  void attributesSayWhatItWasAndTimesAreThoseOfTheEngine() {
    run(
        state(CALL + ", 'TimeoutSeconds': 60"),
        call -> {
          call.sleep(Duration.ofSeconds(7));
          return INPUT;
        });

    SpanData attempt = span("attempt S");
    assertThat(attempt.getInstrumentationScopeInfo().getName())
        .isEqualTo(ExecutionTracing.INSTRUMENTATION_SCOPE);
    assertThat(attempt.getAttributes().asMap())
        .containsEntry(
            AslAttributes.EXECUTION_ARN,
            "arn:aws:states:us-east-1:123456789012:execution:orders:o-1")
        .containsEntry(AslAttributes.MACHINE_NAME, "orders")
        .containsEntry(AslAttributes.STATE_NAME, "S")
        .containsEntry(AslAttributes.TASK_RESOURCE, "java:call")
        .containsEntry(AslAttributes.TASK_ATTEMPT, 0L)
        .containsEntry(AslAttributes.OUTCOME, "succeeded");
    assertThat(attempt.getEndEpochNanos() - attempt.getStartEpochNanos())
        .isEqualTo(Duration.ofSeconds(7).toNanos());
    assertThat(attempt.getStartEpochNanos()).isEqualTo(NOON.getEpochSecond() * 1_000_000_000L);
    assertThat(span("execution orders").getAttributes().get(AslAttributes.EXECUTION_NAME))
        .isEqualTo("o-1");
    assertThat(span("state S").getAttributes().get(AslAttributes.STATE_TYPE)).isEqualTo("Task");
  }

  private void runAFailure() {
    run(
        state(CALL + ", 'Retry': [{'ErrorEquals': ['IllegalStateException'], 'MaxAttempts': 1}]"),
        call -> {
          throw new IllegalStateException("declined, apiKey=abc-123");
        });
  }

  @Test
  void aFailureIsAnErrorWithItsNameCauseAndException() {
    runAFailure();

    List<SpanData> attempts =
        exported.getFinishedSpanItems().stream()
            .filter(span -> span.getName().equals("attempt S"))
            .toList();
    assertThat(attempts).hasSize(2);
    for (SpanData attempt : attempts) {
      assertThat(attempt.getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
      assertThat(attempt.getStatus().getDescription()).isEqualTo("IllegalStateException");
      assertThat(attempt.getAttributes().asMap())
          .containsEntry(AslAttributes.ERROR_TYPE, "IllegalStateException")
          .containsEntry(AslAttributes.CAUSE, "declined, apiKey=redacted");
      assertThat(attempt.getEvents()).hasSize(1);
      assertThat(attempt.getEvents().getFirst().getAttributes().toString())
          .contains("exception.type=\"java.lang.IllegalStateException\"", "apiKey=redacted")
          .doesNotContain("abc-123");
    }
    assertThat(span("state S").getStatus().getDescription()).isEqualTo("IllegalStateException");
  }

  @Test
  void causesCanBeLeftOut() {
    ExecutionTracing tracing = ExecutionTracing.of(telemetry).withoutCauses().build();
    TaskHandler handler =
        call -> {
          throw new IllegalStateException("declined");
        };
    try (Engine engine = traced(tracing, handler).virtualTime(NOON).build()) {
      engine.run(state(CALL), INPUT);
    }

    assertThat(exported.getFinishedSpanItems().toString()).doesNotContain("declined");
  }

  @Test
  void whatACatcherMadeUpForIsNoErrorOfTheState() {
    run(
        machine(
            "{'StartAt': 'S', 'States': {'S': {"
                + CALL
                + ", 'End': true, 'Catch': [{'ErrorEquals': ['States.ALL'], 'Next': 'T'}]}, 'T':"
                + " {'Type': 'Succeed'}}}"),
        call -> {
          throw StateFailed.of("Declined", "no");
        });

    assertThat(span("state S").getStatus().getStatusCode()).isEqualTo(StatusCode.UNSET);
    assertThat(span("state S").getAttributes().asMap())
        .containsEntry(AslAttributes.OUTCOME, "caught")
        .containsEntry(AslAttributes.ERROR_TYPE, "Declined");
    assertThat(span("attempt S").getEvents()).isEmpty();
  }

  @Test
  void anExecutionIsLinkedToTheSpanThatStartedIt() {
    Span request = application.spanBuilder("request").startSpan();
    Context.current().with(request).wrap(() -> run(state(CALL), call -> INPUT)).run();
    request.end();

    SpanData execution = span("execution orders");
    assertThat(execution.getLinks()).extracting(LinkData::getSpanContext).hasSize(1);
    assertThat(execution.getLinks().getFirst().getSpanContext().getSpanId())
        .isEqualTo(request.getSpanContext().getSpanId());
    assertThat(execution.getTraceId()).isNotEqualTo(request.getSpanContext().getTraceId());
  }

  @Test
  void anExecutionCanJoinTheTraceThatStartedIt() {
    ExecutionTracing tracing = ExecutionTracing.of(telemetry).joinTraces().build();
    Span request = application.spanBuilder("request").startSpan();
    try (Engine engine = traced(tracing, call -> INPUT).virtualTime(NOON).build()) {
      Runnable start = () -> engine.run(state(CALL), INPUT);
      Context.current().with(request).wrap(start).run();
    }
    request.end();

    assertThat(tree().subList(0, 2)).containsExactly("request", "  execution StateMachine");
  }

  @Test
  void aNestedExecutionIsLinkedToTheAttemptThatStartedIt() {
    ExecutionTracing tracing = ExecutionTracing.of(telemetry).build();
    StateMachine inner = state("'Type': 'Pass'");
    Definitions definitions = name -> Optional.of(inner);
    try (StartExecution starter =
            StartExecution.inRealTime(
                definitions, () -> Engine.builder().listener(tracing).around(tracing));
        Engine engine =
            Engine.builder()
                .listener(tracing)
                .around(tracing)
                .handlers(starter.handlers())
                .build()) {
      engine.run(
          state(
              "'Type': 'Task', 'Resource': 'arn:aws:states:::states:startExecution.sync:2',"
                  + " 'Parameters': {'StateMachineArn':"
                  + " 'arn:aws:states:us-east-1:123456789012:stateMachine:inner'}"),
          INPUT);
    }

    SpanData nested = span("execution inner");
    assertThat(nested.getLinks()).hasSize(1);
    assertThat(nested.getLinks().getFirst().getSpanContext().getSpanId())
        .isEqualTo(span("attempt S").getSpanId());
  }

  @Test
  void aStoppedExecutionEndsAllItsSpans() throws InterruptedException {
    ExecutionTracing tracing = ExecutionTracing.of(telemetry).build();
    CountDownLatch begun = new CountDownLatch(1);
    TaskHandler handler =
        call -> {
          begun.countDown();
          new CountDownLatch(1).await();
          return INPUT;
        };
    try (Engine engine = traced(tracing, handler).build()) {
      Execution execution = engine.start(state(CALL), ExecutionRequest.of(INPUT));
      begun.await();
      execution.stop("Cancelled", "by hand");
    }

    assertThat(tree()).containsExactly("execution StateMachine", "  state S", "    attempt S");
    assertThat(span("attempt S").getAttributes().get(AslAttributes.OUTCOME)).isEqualTo("aborted");
    assertThat(span("execution StateMachine").getAttributes().get(AslAttributes.ERROR_TYPE))
        .isEqualTo("Cancelled");
  }

  @Test
  void noSpanHasAnAttributeThatIsNotNamed() {
    run(BRANCHES, call -> INPUT);
    runAFailure();
    Set<String> seen = new TreeSet<>();
    exported
        .getFinishedSpanItems()
        .forEach(span -> span.getAttributes().forEach((key, value) -> seen.add(key.getKey())));

    assertThat(AslAttributes.ALL.stream().map(AttributeKey::getKey)).containsAll(seen);
  }

  @Test
  void thePageListsEachSpanAndEachAttributeAndNoOther() throws IOException {
    List<String> lines = Files.readAllLines(Path.of("..", "docs", "observability.md"));
    run(BRANCHES, call -> INPUT);
    runAFailure();
    Set<String> kinds = new TreeSet<>();
    exported
        .getFinishedSpanItems()
        .forEach(span -> kinds.add(span.getName().replaceFirst(" .*", "")));

    assertThat(first(lines, "\\| `(asl\\.[\\w.]+|error\\.type)` \\| (text|number) \\|.*"))
        .containsExactlyElementsOf(AslAttributes.ALL.stream().map(AttributeKey::getKey).toList());
    assertThat(first(lines, "\\| `(\\w+) \\*\\w+\\*` \\|.*"))
        .containsExactlyInAnyOrderElementsOf(kinds);
  }

  private static List<String> first(List<String> lines, String row) {
    Pattern pattern = Pattern.compile(row);
    return lines.stream()
        .map(pattern::matcher)
        .filter(Matcher::matches)
        .map(line -> line.group(1))
        .toList();
  }
}
