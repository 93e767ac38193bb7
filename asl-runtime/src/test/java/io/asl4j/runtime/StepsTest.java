package io.asl4j.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.asl4j.core.Asl;
import io.asl4j.core.Parsed;
import io.asl4j.core.json.Json;
import io.asl4j.core.model.StateMachine;
import io.asl4j.runtime.failure.StateFailed;
import io.asl4j.runtime.history.HistoryRecorder;
import io.asl4j.runtime.history.Step;
import io.asl4j.runtime.history.Steps;
import io.asl4j.runtime.task.TaskCall;
import io.asl4j.runtime.task.TaskHandler;
import io.asl4j.runtime.task.TaskHandlers;
import io.asl4j.runtime.walk.Limits;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import net.jqwik.api.Assume;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.junit.jupiter.api.Test;

/** What begins ends, inside of what it began in, and as the events say. */
class StepsTest {

  private static final JsonNode INPUT =
      Machines.json(
          "{'a': 'text', 'n': 3, 't': '2026-01-02T03:05:00Z', 'items': [1, {'q': 2}, [3]], 'deep':"
              + " {'er': null}}");

  private static final String CALL = "'Type': 'Task', 'Resource': 'java:call'";

  private final RecordedSteps observer = new RecordedSteps();
  private final Steps<RecordedSteps.Kept> steps = new Steps<>(observer);

  @Property(tries = 3_000, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
  void whatBeginsEndsOnceAsTheEventsSay(@ForAll long seed) {
    Parsed parsed = Asl.parse(Json.write(RandomMachine.any(seed)));
    Assume.that(parsed.isValid());
    RecordedSteps seen = new RecordedSteps();
    Steps<RecordedSteps.Kept> listening = new Steps<>(seen);
    HistoryRecorder events = new HistoryRecorder();
    ExecutionResult result;
    try (Engine engine =
        Engine.builder()
            .virtualTime(Kind.START, seed)
            .limits(new Limits(400, 20_000, 3))
            .listener(listening)
            .listener(events)
            .handlers(TaskHandlers.builder().resource("*", StepsTest::anyhow).build())
            .build()) {
      Execution execution =
          engine.start(
              parsed.orThrow(), ExecutionRequest.of(INPUT).withName("run" + seed).withSeed(7));
      result = execution.result().handle((ended, stuck) -> ended).join();
      Assume.that(result != null);
    }

    assertThat(listening.open()).isZero();
    seen.assertAllEnded();
    seen.assertAgreesWith(events);
    assertThat(seen.outcomeOfTheExecution().name()).isEqualTo(result.status());
  }

  private static JsonNode anyhow(TaskCall call) throws Exception {
    SplittableRandom random = new SplittableRandom(call.id().hashCode());
    if (random.nextInt(4) == 0) {
      call.sleep(Duration.ofSeconds(random.nextInt(60)));
    }
    if (call.request().waitsForToken()) {
      String token = call.taskToken().orElseThrow();
      call.later(Duration.ofSeconds(1), () -> call.tokens().succeed(token, INPUT));
    }
    return switch (random.nextInt(8)) {
      case 0 -> throw StateFailed.of("Broken", "It broke.");
      case 1 -> throw StateFailed.of("States.Timeout", null);
      default -> call.arguments();
    };
  }

  private void run(StateMachine machine, TaskHandler handler) {
    try (Engine engine = engine(handler)) {
      engine.start(machine, ExecutionRequest.of(INPUT).ofMachine("orders")).await();
    }
  }

  private Engine engine(TaskHandler handler) {
    return Kind.MODELLED
        .engine()
        .listener(steps)
        .redrivable(true)
        .handlers(TaskHandlers.builder().resource("*", handler).build())
        .build();
  }

  @Test
  void aRetriedTaskIsOneVisitWithAnAttemptForEachTry() {
    run(
        Machines.machine(
            "{'StartAt': 'S', 'States': {'S': {"
                + CALL
                + ", 'Next': 'T', 'Retry': [{'ErrorEquals': ['Busy'], 'MaxAttempts': 2}], 'Catch':"
                + " [{'ErrorEquals': ['States.ALL'], 'Next': 'T'}]}, 'T': {'Type': 'Succeed'}}}"),
        call -> {
          throw StateFailed.of(call.attempt() < 2 ? "Busy" : "Declined", "no");
        });

    assertThat(observer.lines())
        .containsExactly(
            "execution orders",
            "  visit S Task",
            "    attempt java:call 0",
            "    attempt java:call 0 FAILED Busy",
            "    attempt java:call 1",
            "    attempt java:call 1 FAILED Busy",
            "    attempt java:call 2",
            "    attempt java:call 2 FAILED Declined",
            "  visit S Task CAUGHT Declined",
            "  visit T Succeed",
            "  visit T Succeed SUCCEEDED",
            "execution orders SUCCEEDED");
  }

  @Test
  void whatABranchStopsIsAbortedAndWhatStoppedItHasFailed() {
    run(
        Machines.machine(
            "{'StartAt': 'P', 'States': {'P': {'Type': 'Parallel', 'End': true, 'Branches':"
                + " [{'StartAt': 'W', 'States': {'W': {'Type': 'Wait', 'Seconds': 9, 'End':"
                + " true}}}, {'StartAt': 'S', 'States': {'S': {"
                + CALL
                + ", 'End': true}}}, {'StartAt': 'D', 'States': {'D': {'Type': 'Pass', 'End':"
                + " true}}}]}}}"),
        call -> {
          call.sleep(Duration.ofSeconds(1));
          throw StateFailed.of("Declined", "no");
        });

    assertThat(observer.lines())
        .containsExactly(
            "execution orders",
            "  visit P Parallel",
            "    branch P 0",
            "      visit W Wait",
            "    branch P 1",
            "      visit S Task",
            "        attempt java:call 0",
            "    branch P 2",
            "      visit D Pass",
            "      visit D Pass SUCCEEDED",
            "        attempt java:call 0 FAILED Declined",
            "      visit W Wait ABORTED",
            "    branch P 0 ABORTED",
            "      visit S Task FAILED Declined",
            "    branch P 1 FAILED Declined",
            "    branch P 2 SUCCEEDED",
            "  visit P Parallel FAILED Declined",
            "execution orders FAILED Declined");
  }

  @Test
  void itemsAreInsideOfTheirMapAndChildrenInsideOfTheirItems() {
    run(
        Machines.machine(
            "{'StartAt': 'D', 'States': {'D': {'Type': 'Map', 'ItemsPath': '$.items',"
                + " 'MaxConcurrency': 1, 'End': true, 'ToleratedFailureCount': 2, 'ItemProcessor':"
                + " {'ProcessorConfig': {'Mode': 'DISTRIBUTED', 'ExecutionType': 'STANDARD'},"
                + " 'StartAt': 'M', 'States': {'M': {'Type': 'Map', 'ItemsPath': '$', 'End': true,"
                + " 'ItemProcessor': {'StartAt': 'I', 'States': {'I': {'Type': 'Pass', 'End':"
                + " true}}}}}}}}}"),
        call -> INPUT);

    assertThat(observer.lines())
        .containsSubsequence(
            "  visit D Map",
            "    item D 2",
            "      execution orders",
            "        visit M Map",
            "          item M 0",
            "            visit I Pass",
            "            visit I Pass SUCCEEDED",
            "          item M 0 SUCCEEDED",
            "        visit M Map SUCCEEDED",
            "      execution orders SUCCEEDED",
            "    item D 2 SUCCEEDED",
            "  visit D Map SUCCEEDED");
    assertThat(observer.lines()).contains("    item D 0 FAILED States.Runtime");
    observer.assertAllEnded();
  }

  @Test
  void aChildWhoseTaskTimesOutTogetherWithItsParentIsAbortedWithIt() {
    HistoryRecorder events = new HistoryRecorder();
    try (Engine engine =
        Kind.MODELLED
            .engine()
            .listener(steps)
            .listener(events)
            .handlers(
                TaskHandlers.builder()
                    .resource(
                        "*",
                        call -> {
                          call.sleep(Duration.ofDays(1));
                          return INPUT;
                        })
                    .build())
            .build()) {
      engine
          .start(
              Machines.machine(
                  "{'TimeoutSeconds': 9, 'StartAt': 'D', 'States': {'D': {'Type': 'Map',"
                      + " 'ItemsPath': '$.deep', 'End': true, 'ItemProcessor': {'ProcessorConfig':"
                      + " {'Mode': 'DISTRIBUTED', 'ExecutionType': 'STANDARD'}, 'StartAt': 'S',"
                      + " 'States': {'S': {"
                      + CALL
                      + ", 'TimeoutSeconds': 9, 'End': true}}}}}}"),
              ExecutionRequest.of(Machines.json("{'deep': [1]}")).ofMachine("orders"))
          .await();
    }

    assertThat(observer.lines())
        .endsWith(
            "          attempt java:call 0 ABORTED",
            "        visit S Task ABORTED",
            "      execution orders ABORTED",
            "    item D 0 ABORTED",
            "  visit D Map ABORTED",
            "execution orders TIMED_OUT");
    assertThat(Histories.lines(events.events(events.executions().getLast())))
        .last()
        .isEqualTo("5 <- 0 ExecutionAborted");
    observer.assertAgreesWith(events);
  }

  @Test
  void anExecutionThatIsRedrivenGoesOnInTheVisitThatFailed() {
    StateMachine machine =
        Machines.machine(
            "{'StartAt': 'P', 'States': {'P': {'Type': 'Parallel', 'End': true, 'Branches':"
                + " [{'StartAt': 'S', 'States': {'S': {"
                + CALL
                + ", 'End': true}}}]}}}");
    AtomicReference<String> error = new AtomicReference<>("Declined");
    try (Engine engine =
        engine(
            call -> {
              String wrong = error.getAndSet("");
              if (!wrong.isEmpty()) {
                throw StateFailed.of(wrong, "no");
              }
              return INPUT;
            })) {
      Execution first = engine.start(machine, ExecutionRequest.of(INPUT).ofMachine("orders"));
      first.await();
      engine.redrive(first).await();
    }

    assertThat(observer.lines())
        .containsSubsequence(
            "execution orders FAILED Declined",
            "execution orders again",
            "  visit P Parallel",
            "    branch P 0",
            "      visit S Task",
            "        attempt java:call 0 SUCCEEDED",
            "      visit S Task SUCCEEDED",
            "    branch P 0 SUCCEEDED",
            "  visit P Parallel SUCCEEDED",
            "execution orders again SUCCEEDED");
    observer.assertAllEnded();
  }

  @Test
  void aHandlerFindsItsOwnAttempt() {
    List<Optional<Step>> seen = new CopyOnWriteArrayList<>();
    run(
        Machines.ofState(CALL + ", 'End': true, 'TimeoutSeconds': 5"),
        call -> {
          seen.add(
              steps
                  .current(call.executionArn(), call.request().enteredEvent())
                  .map(RecordedSteps.Kept::step));
          return INPUT;
        });

    assertThat(seen).hasSize(1);
    assertThat(seen.getFirst()).containsInstanceOf(Step.Attempt.class);
  }
}
