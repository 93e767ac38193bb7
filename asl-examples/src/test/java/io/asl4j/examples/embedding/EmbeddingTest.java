package io.asl4j.examples.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.asl4j.core.Asl;
import io.asl4j.core.json.Json;
import io.asl4j.core.json.Redaction;
import io.asl4j.core.json.SourceUnreadable;
import io.asl4j.micrometer.ExecutionMetrics;
import io.asl4j.opentelemetry.ExecutionTracing;
import io.asl4j.runtime.Engine;
import io.asl4j.runtime.Execution;
import io.asl4j.runtime.ExecutionAlreadyExists;
import io.asl4j.runtime.ExecutionRequest;
import io.asl4j.runtime.ExecutionResult;
import io.asl4j.runtime.TooManyExecutions;
import io.asl4j.runtime.WhenFull;
import io.asl4j.runtime.task.Activities;
import io.asl4j.runtime.task.HandlersMissing;
import io.asl4j.runtime.task.TaskHandler;
import io.asl4j.runtime.task.TaskHandlers;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Runs the snippets of docs/embedding.md: an order service that embeds the engine. */
@Timeout(60)
class EmbeddingTest {

  private final Activities packing = new Activities();
  private final Desk desk = new Desk();
  private final AtomicInteger charges = new AtomicInteger();

  private static Path definition() throws URISyntaxException {
    return Path.of(
        Objects.requireNonNull(EmbeddingTest.class.getResource("order.asl.json")).toURI());
  }

  private OrderService service(Payments.Gateway gateway) throws Exception {
    return service(gateway, builder -> builder);
  }

  private OrderService service(Payments.Gateway gateway, UnaryOperator<Engine.Builder> more)
      throws Exception {
    return new OrderService(definition(), new Payments(gateway), desk, packing, more);
  }

  private String charged(String idempotencyKey, long cents) {
    charges.incrementAndGet();
    return "charged " + cents;
  }

  private Desk.Question question() {
    Desk.Question question = desk.questions().poll();
    while (question == null) {
      Thread.onSpinWait();
      question = desk.questions().poll();
    }
    return question;
  }

  @Test
  void anOrderIsChargedApprovedAndPacked() throws Exception {
    try (OrderService orders = service(this::charged)) {
      Thread worker =
          Thread.ofVirtual().start(new PackingWorker(packing, orders.engine().tokens()));
      Queue<String> mails = new ConcurrentLinkedQueue<>();

      Execution execution = orders.place("o-1042", 1250);
      CompletableFuture<Void> told =
          execution.result().thenAccept(result -> mails.add("o-1042: " + result.status()));

      ApprovalController controller = new ApprovalController(orders.engine());
      assertThat(controller.approve(question().token(), Json.parse("{\"by\": \"ada\"}")))
          .isEqualTo(204);
      ExecutionResult result = execution.await();

      assertThat(result).isEqualTo(new ExecutionResult.Succeeded(TextNode.valueOf("packed")));
      assertThat(controller.approve("no-such-token", Json.parse("{}"))).isEqualTo(404);
      told.join();
      assertThat(mails).containsExactly("o-1042: SUCCEEDED");
      assertThat(charges).hasValue(1);
      worker.interrupt();
    }
  }

  @Test
  void placingAnOrderTwiceChargesItOnce() throws Exception {
    try (OrderService orders = service(this::charged)) {
      Execution first = orders.place("o-1042", 1250);
      Execution again = orders.place("o-1042", 1250);

      assertThat(again).isSameAs(first);
      assertThatThrownBy(() -> orders.place("o-1042", 9999))
          .isInstanceOf(ExecutionAlreadyExists.class);
      question();
      assertThat(charges).hasValue(1);
      assertThat(orders.cancel("o-1042")).isTrue();
      assertThat(first.await())
          .isEqualTo(new ExecutionResult.Aborted("Order.Cancelled", "by the customer"));
    }
  }

  @Test
  void whoeverKnowsTheOrderCanRefuseIt() throws Exception {
    try (OrderService orders = service(this::charged)) {
      Execution execution = orders.place("o-1042", 1250);
      question();

      assertThat(new ApprovalController(orders.engine()).refuse("o-1042", "sold out"))
          .isEqualTo(204);
      assertThat(execution.await())
          .isEqualTo(new ExecutionResult.Failed("Order.Refused", "sold out"));
    }
  }

  @Test
  void aFailedOrderIsTriedAgainOrForked() throws Exception {
    AtomicInteger calls = new AtomicInteger();
    Payments.Gateway failingOnce =
        (key, cents) -> {
          if (calls.getAndIncrement() == 0) {
            throw new IllegalStateException("no line to the bank");
          }
          return "charged " + cents;
        };
    try (OrderService orders = service(failingOnce)) {
      Execution failed = orders.place("o-1042", 1250);
      failed.await();
      assertThat(orders.failed()).containsExactly(failed);

      Execution again = orders.tryAgain(failed);
      question();
      assertThat(again.redriveCount()).isEqualTo(1);
      Execution cheaper = orders.chargeLess(again, 1000);
      question();
      assertThat(calls).hasValue(3);
      again.stop(null, null);
      cheaper.stop(null, null);
    }
  }

  @Test
  void aDeclinedCardGoesToItsCatcher() throws Exception {
    Payments.Gateway declining =
        (key, cents) -> {
          throw new Payments.CardDeclined("insufficient funds");
        };
    try (OrderService orders = service(declining)) {
      assertThat(orders.place("o-1042", 1250).await())
          .isEqualTo(new ExecutionResult.Failed("Order.Declined", null));
    }
  }

  @Test
  void missingHandlersAreToldBeforeAnythingRuns() throws Exception {
    try (Engine engine = Engine.builder().build()) {
      assertThatThrownBy(() -> engine.check(Asl.read(definition())))
          .isInstanceOf(HandlersMissing.class)
          .hasMessageContaining("order.asl.json:8:19: No handler answers the Task state `Charge`");
    }
  }

  @Test
  void aHandlerHearsThatItIsNoLongerWanted() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch cancelledJob = new CountDownLatch(1);
    Job job =
        new Job() {
          @Override
          public boolean isDone() {
            begun.countDown();
            return false;
          }

          @Override
          public void cancel() {
            cancelledJob.countDown();
          }
        };
    TaskHandler handler =
        call -> {
          try {
            while (!job.isDone()) {
              call.heartbeat();
              call.sleep(Duration.ofSeconds(5));
            }
            return TextNode.valueOf("done");
          } catch (InterruptedException stopped) {
            job.cancel();
            throw stopped;
          }
        };
    try (Engine engine =
        Engine.builder().handlers(TaskHandlers.builder().state("Pack", handler).build()).build()) {
      Execution execution =
          engine.start(
              Asl.parse(
                      """
                      {"StartAt": "Pack", "States": {"Pack": {"Type": "Task", "Resource": "java:x",
                       "TimeoutSeconds": 60, "HeartbeatSeconds": 10, "End": true}}}
                      """)
                  .orThrow(),
              ExecutionRequest.of(Json.parse("{}")));
      begun.await();
      execution.stop("Cancelled", "not needed any more");

      cancelledJob.await();
    }
  }

  /** Work that takes a while. */
  private interface Job {
    boolean isDone();

    void cancel();
  }

  @Test
  void aFullEngineRefuses() throws Exception {
    try (OrderService orders =
        service(this::charged, builder -> builder.maxOpen(1, WhenFull.REFUSE))) {
      Execution open = orders.place("o-1", 100);

      assertThatThrownBy(() -> orders.place("o-2", 100)).isInstanceOf(TooManyExecutions.class);
      open.stop(null, null);
    }
  }

  @Test
  void whatHappensCanBeSeen() throws Exception {
    InMemorySpanExporter spans = InMemorySpanExporter.create();
    OpenTelemetry telemetry =
        OpenTelemetrySdk.builder()
            .setTracerProvider(
                SdkTracerProvider.builder()
                    .addSpanProcessor(SimpleSpanProcessor.create(spans))
                    .build())
            .build();
    SimpleMeterRegistry registry = new SimpleMeterRegistry();
    Queue<String> audit = new ConcurrentLinkedQueue<>();

    try (OrderService orders =
        service(this::charged, builder -> seen(builder, registry, telemetry, audit))) {
      orders.place("o-1042", 1250);
      question();
      orders.cancel("o-1042");
    }

    assertThat(audit).first().asString().endsWith("ExecutionStarted");
    assertThat(registry.get("asl.execution.duration").tag("status", "aborted").timer().count())
        .isEqualTo(1);
    assertThat(spans.getFinishedSpanItems())
        .extracting(SpanData::getName)
        .contains("execution orders", "state Charge", "attempt Charge");
  }

  private static Engine.Builder seen(
      Engine.Builder builder,
      MeterRegistry registry,
      OpenTelemetry telemetry,
      Queue<String> audit) {
    ExecutionTracing tracing = ExecutionTracing.of(telemetry).build();
    return builder
        .listener((arn, event) -> audit.add(arn + " " + event.type()))
        .listener(ExecutionMetrics.of(registry))
        .listener(tracing)
        .around(tracing)
        .redaction(Redaction.standard().and(List.of("iban", "/customer/*/phone")));
  }

  @Test
  void handlersRunOnAPoolOfTheApplication() throws Exception {
    ExecutorService pool =
        new ThreadPoolExecutor(8, 8, 1, TimeUnit.MINUTES, new ArrayBlockingQueue<>(100));
    Queue<Thread> threads = new ConcurrentLinkedQueue<>();
    Payments.Gateway gateway =
        (key, cents) -> {
          threads.add(Thread.currentThread());
          return charged(key, cents);
        };
    try (OrderService orders = service(gateway, builder -> builder.executor(pool))) {
      orders.place("o-1042", 1250);
      question();
      orders.cancel("o-1042");
    }

    assertThat(threads).singleElement().matches(thread -> !thread.isVirtual());
    assertThat(pool.isShutdown()).isFalse();
    pool.shutdownNow();
  }

  @Test
  void aWaitOfTwoDaysTakesNoTimeInATest() throws SourceUnreadable, URISyntaxException {
    TaskHandlers handlers =
        TaskHandlers.builder()
            .state("Charge", call -> call.arguments())
            .state("Approve", call -> TextNode.valueOf("asked, and nobody answers"))
            .build();
    Instant start = Instant.parse("2026-03-01T12:00:00Z");
    try (Engine engine = Engine.builder().handlers(handlers).virtualTime(start).build()) {
      JsonNode input = Json.parse("{\"order\": \"o-1042\", \"cents\": 1250}");
      ExecutionResult result = engine.run(Asl.read(definition()).orThrow(), input);

      assertThat(result).isEqualTo(new ExecutionResult.Failed("States.Timeout", null));
    }
  }
}
