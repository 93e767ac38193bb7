package io.asl4j.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.node.TextNode;
import io.asl4j.core.Asl;
import io.asl4j.core.Parsed;
import io.asl4j.core.diagnostic.InvalidDefinition;
import io.asl4j.core.json.SourceText;
import io.asl4j.core.model.StateMachine;
import io.asl4j.runtime.failure.ErrorNaming;
import io.asl4j.runtime.failure.ThrownAs;
import io.asl4j.runtime.history.EventType;
import io.asl4j.runtime.history.HistoryRecorder;
import io.asl4j.runtime.task.AnswersResource;
import io.asl4j.runtime.task.HandlersMissing;
import io.asl4j.runtime.task.MissingHandler;
import io.asl4j.runtime.task.TaskCall;
import io.asl4j.runtime.task.TaskHandler;
import io.asl4j.runtime.task.TaskHandlers;
import io.asl4j.runtime.task.TaskInterceptor;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Handlers are bound, found, named when they fail, and told about when they are missing. */
@Timeout(60)
class BindingsTest {

  private static final JsonNode EMPTY = Machines.json("{}");

  private static StateMachine call(String resource) {
    return Machines.ofState("'Type': 'Task', 'End': true, 'Resource': '" + resource + "'");
  }

  private static ExecutionResult run(Engine.Builder builder, StateMachine machine, String input) {
    try (Engine engine = builder.build()) {
      return engine.run(machine, Machines.json(input));
    }
  }

  private static TaskHandler says(String word) {
    return call -> TextNode.valueOf(word);
  }

  @Test
  void aStateWinsOverAResourceAResourceOverAPatternAndALongPatternOverAShortOne() {
    TaskHandlers.Builder handlers = TaskHandlers.builder();
    String resource = "arn:aws:lambda:us-east-1:123456789012:function:charge";
    for (String bound : List.of("*", "arn:aws:lambda:*:function:charge")) {
      handlers.resource(bound, says(bound));
      assertThat(output(handlers, resource)).isEqualTo(bound);
    }
    handlers.resource(resource, says("resource"));
    assertThat(output(handlers, resource)).isEqualTo("resource");
    handlers.state("S", says("state"));
    assertThat(output(handlers, resource)).isEqualTo("state");
  }

  private static String output(TaskHandlers.Builder handlers, String resource) {
    return run(Engine.builder().handlers(handlers.build()), call(resource), "{}")
        .output()
        .textValue();
  }

  record Charge(String orderId, long totalCents) {}

  record Receipt(String orderId, boolean isPaid) {}

  /** Has marked methods. */
  public static final class Payments {
    @AnswersResource("java:payment/charge")
    public Receipt charge(Charge charge, TaskCall call) {
      return new Receipt(charge.orderId() + "#" + call.attempt(), charge.totalCents() > 0);
    }
  }

  @Test
  void objectsAreReadAndWrittenByTheMapperOfTheApplication() {
    ObjectMapper snakes =
        new ObjectMapper().setPropertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE);
    TaskHandlers typed =
        TaskHandlers.builder()
            .mapper(snakes)
            .bind(
                "java:payment/charge",
                Charge.class,
                charge -> new Receipt(charge.orderId() + "#0", true))
            .build();
    TaskHandlers marked = TaskHandlers.builder().mapper(snakes).annotated(new Payments()).build();

    for (TaskHandlers handlers : List.of(typed, marked)) {
      assertThat(
              run(
                      Engine.builder().handlers(handlers),
                      call("java:payment/charge"),
                      "{'order_id': 'o-1', 'total_cents': 12}")
                  .output())
          .isEqualTo(Machines.json("{'order_id': 'o-1#0', 'is_paid': true}"));
    }
  }

  @ThrownAs("Payment.Declined")
  static class Declined extends Exception {
    private static final long serialVersionUID = 1L;

    Declined() {
      super("insufficient funds");
    }
  }

  static final class DeclinedByBank extends Declined {
    private static final long serialVersionUID = 1L;
  }

  @Test
  void exceptionsAreNamedByMappingElseByAnnotationElseByClass() {
    ErrorNaming naming =
        ErrorNaming.standard().named(java.io.IOException.class, "Gateway.Unreachable");

    assertThat(failure(naming, new java.io.FileNotFoundException("no line")))
        .isEqualTo(new ExecutionResult.Failed("Gateway.Unreachable", "no line"));
    assertThat(failure(naming, new DeclinedByBank()))
        .isEqualTo(new ExecutionResult.Failed("Payment.Declined", "insufficient funds"));
    assertThat(failure(naming, new IllegalStateException("odd")))
        .isEqualTo(new ExecutionResult.Failed("IllegalStateException", "odd"));
    assertThat(failure(naming.causes(thrown -> "ask us"), new IllegalStateException("odd")))
        .isEqualTo(new ExecutionResult.Failed("IllegalStateException", "ask us"));
  }

  @Test
  void aCauseHasAStackTraceOnlyWhenAsked() {
    ExecutionResult.Failed failed =
        (ExecutionResult.Failed)
            failure(ErrorNaming.standard().withStackTraces(), new IllegalStateException("odd"));

    assertThat(failed.cause()).contains("odd", "BindingsTest");
  }

  private static ExecutionResult failure(ErrorNaming naming, Exception thrown) {
    TaskHandler failing =
        call -> {
          throw thrown;
        };
    return run(
        Engine.builder()
            .errors(naming)
            .handlers(TaskHandlers.builder().resource("*", failing).build()),
        call("java:x"),
        "{}");
  }

  @Test
  void threadsAreThoseOfTheFactoryThatWasGiven() {
    Set<String> names = ConcurrentHashMap.newKeySet();
    TaskHandler handler =
        call -> {
          names.add(Thread.currentThread().getName());
          return EMPTY;
        };
    Engine.Builder builder =
        Engine.builder()
            .threads(Thread.ofPlatform().daemon().name("orders-", 0).factory())
            .handlers(TaskHandlers.builder().resource("*", handler).build());

    run(builder, call("java:x"), "{}");

    assertThat(names).allMatch(name -> name.startsWith("orders-"));
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void interceptorsStandAroundEveryHandlerTheLastAddedOutermost(Kind kind) {
    StringBuilder steps = new StringBuilder();
    TaskHandlers handlers =
        TaskHandlers.builder()
            .state("S", call -> add(steps, "handler "))
            .build()
            .orElse(TaskHandlers.none());

    run(
        kind.engine()
            .handlers(handlers)
            .around(writing("inner", steps))
            .around(writing("outer", steps)),
        call("java:x"),
        "{}");

    assertThat(steps.toString()).isEqualTo("outer( inner( handler )inner )outer ");
  }

  private static TaskInterceptor writing(String name, StringBuilder steps) {
    return (call, handler) -> {
      steps.append(name).append("( ");
      try {
        return handler.handle(call);
      } finally {
        steps.append(")").append(name).append(' ');
      }
    };
  }

  private static JsonNode add(StringBuilder steps, String word) {
    steps.append(word);
    return EMPTY;
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void anInterceptorMayAnswerInsteadOfAHandlerAndCallbacksStayCallbacks(Kind kind) {
    TaskInterceptor instead = (call, handler) -> TextNode.valueOf("cached");
    TaskHandlers handlers =
        TaskHandlers.builder()
            .resource(
                "*",
                call -> {
                  throw new AssertionError("was not to be called");
                })
            .build();
    TaskInterceptor completing =
        (call, handler) -> {
          call.tokens().succeed(call.taskToken().orElseThrow(), TextNode.valueOf("by token"));
          return handler.handle(call);
        };

    assertThat(run(kind.engine().handlers(handlers).around(instead), call("java:x"), "{}").output())
        .isEqualTo(TextNode.valueOf("cached"));
    assertThat(
            run(
                    kind.engine()
                        .handlers(TaskHandlers.builder().resource("*", says("sent")).build())
                        .around(completing),
                    Machines.ofState(
                        "'Type': 'Task', 'End': true, 'Resource':"
                            + " 'arn:aws:states:::sqs:sendMessage.waitForTaskToken', 'Parameters':"
                            + " {'t.$': '$$.Task.Token'}"),
                    "{}")
                .output())
        .isEqualTo(TextNode.valueOf("by token"));
  }

  private static final String ORDER =
      """
      {"StartAt": "Reserve", "States": {
        "Reserve": {"Type": "Task", "Resource": "java:stock/reserve", "Next": "Pay"},
        "Pay": {"Type": "Parallel", "End": true, "Branches": [
          {"StartAt": "Charge", "States": {
            "Charge": {"Type": "Task", "Resource": "java:payment/charg", "End": true}}},
          {"StartAt": "Each", "States": {
            "Each": {"Type": "Map", "End": true, "Iterator": {
              "StartAt": "Print label", "States": {
                "Print label": {
                  "Type": "Task",
                  "Resource": "arn:aws:lambda:us-east-1:123456789012:function:label",
                  "End": true}}}}}}]}}}
      """;

  private static final TaskHandlers SHOP =
      TaskHandlers.builder()
          .resource("java:stock/reserve", call -> EMPTY)
          .resource("java:payment/charge", call -> EMPTY)
          .resource("java:payment/refund", call -> EMPTY)
          .state("Print labels", call -> EMPTY)
          .build();

  @Test
  void missingHandlersAreToldAllAtOnceWithPlaceAndNearestNames() {
    Parsed order = Asl.parse(SourceText.of("order.asl.json", ORDER));
    Parsed reminder =
        Asl.parse(
            SourceText.of(
                "reminder.asl.yaml",
                "StartAt: Remind\nStates:\n  Remind:\n    Type: Task\n    Resource: java:mail\n"
                    + "    End: true\n"));
    try (Engine engine = Engine.builder().handlers(SHOP).build()) {
      HandlersMissing told =
          catchThrowableOfType(HandlersMissing.class, () -> engine.check(order, reminder));

      assertThat(told)
          .hasMessage(
              """
              Bind a handler to each of these, by resource or by state:
              order.asl.json:5:46: No handler answers the Task state `Charge` (java:payment/charg). \
              Did you mean `java:payment/charge`?
              order.asl.json:11:25: No handler answers the Task state `Print label` \
              (arn:aws:lambda:us-east-1:123456789012:function:label). Did you mean `Print labels`?
              reminder.asl.yaml:5:15: No handler answers the Task state `Remind` (java:mail).\
              """);
      assertThat(told.missing())
          .extracting(MissingHandler::pointer)
          .containsExactly(
              "/States/Pay/Branches/0/States/Charge/Resource",
              "/States/Pay/Branches/1/States/Each/Iterator/States/Print label/Resource",
              "/States/Remind/Resource");
    }
  }

  @Test
  void withoutATextPlacesArePointers() {
    StateMachine order = Asl.parse(ORDER).orThrow();
    try (Engine engine = Engine.builder().handlers(SHOP).build()) {
      assertThatThrownBy(() -> engine.check(order))
          .isInstanceOf(HandlersMissing.class)
          .hasMessageContaining("/States/Pay/Branches/0/States/Charge/Resource: No handler");
    }
  }

  @Test
  void whatIsAnsweredOrInvalidIsToldAsSuch() {
    TaskHandlers all = SHOP.orElse(TaskHandlers.builder().resource("*", call -> EMPTY).build());
    try (Engine engine = Engine.builder().handlers(all).build()) {
      engine.check(Asl.parse(ORDER));
      assertThatThrownBy(() -> engine.check(Asl.parse("{\"StartAt\": \"A\"}")))
          .isInstanceOf(InvalidDefinition.class);
    }
  }

  /** A job that somebody else runs. */
  private static final class Job implements TaskHandler {
    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch done = new CountDownLatch(1);
    private final CountDownLatch stopped = new CountDownLatch(1);
    private volatile @Nullable Boolean cancelled;

    @Override
    public JsonNode handle(TaskCall call) throws InterruptedException {
      call.submitted(Machines.json("{'JobRunId': 'j-1'}"));
      begun.countDown();
      try {
        done.await();
        return Machines.json("{'JobRunState': 'SUCCEEDED'}");
      } catch (InterruptedException stop) {
        cancelled = call.isCancelled();
        stopped.countDown();
        throw stop;
      }
    }
  }

  @Test
  void aSyncHandlerReturnsWhenTheJobEndsAndItsSubmissionIsInTheHistory()
      throws InterruptedException {
    Job job = new Job();
    HistoryRecorder recorder = new HistoryRecorder();
    try (Engine engine =
        Engine.builder()
            .listener(recorder)
            .handlers(TaskHandlers.builder().resource("*", job).build())
            .build()) {
      Execution execution =
          engine.start(call("arn:aws:states:::glue:startJobRun.sync"), ExecutionRequest.of(EMPTY));
      job.begun.await();
      assertThat(execution.isRunning()).isTrue();
      job.done.countDown();

      assertThat(execution.await().output())
          .isEqualTo(Machines.json("{'JobRunState': 'SUCCEEDED'}"));
      assertThat(recorder.events(execution.arn()))
          .extracting(event -> event.type())
          .containsSubsequence(EventType.TASK_SUBMITTED, EventType.TASK_SUCCEEDED);
    }
  }

  @Test
  void aSyncHandlerIsInterruptedToStopItsJobWhenTheExecutionIsAborted()
      throws InterruptedException {
    for (String timeout : List.of("", ", 'TimeoutSeconds': 600")) {
      Job job = new Job();
      try (Engine engine =
          Engine.builder().handlers(TaskHandlers.builder().resource("*", job).build()).build()) {
        Execution execution =
            engine.start(
                Machines.ofState(
                    "'Type': 'Task', 'End': true, 'Resource':"
                        + " 'arn:aws:states:::glue:startJobRun.sync'"
                        + timeout),
                ExecutionRequest.of(EMPTY));
        job.begun.await();
        execution.stop("Cancelled", "by hand");
        job.stopped.await();

        assertThat(job.cancelled).isTrue();
        assertThat(execution.await())
            .isEqualTo(new ExecutionResult.Aborted("Cancelled", "by hand"));
      }
    }
  }
}
