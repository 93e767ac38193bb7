package io.asl4j.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.asl4j.core.model.StateMachine;
import io.asl4j.runtime.failure.StateFailed;
import io.asl4j.runtime.history.EventType;
import io.asl4j.runtime.history.HistoryRecorder;
import io.asl4j.runtime.logs.RecordedLogs;
import io.asl4j.runtime.task.Activities;
import io.asl4j.runtime.task.TaskHandler;
import io.asl4j.runtime.task.TaskHandlers;
import io.asl4j.runtime.task.TaskTokens;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Of all that can end a callback task or an activity, the first one counts. */
@Timeout(60)
class CallbackOutcomesTest {

  private static final JsonNode EMPTY = Machines.json("{}");
  private static final String TASK =
      "'Type': 'Task', 'End': true, 'Parameters': {'t.$': '$$.Task.Token'}, 'Resource':"
          + " 'arn:aws:states:::sqs:sendMessage.waitForTaskToken'";
  private static final String ACTIVITY = "arn:aws:states:us-east-1:123456789012:activity:pick";

  private final CountDownLatch interrupted = new CountDownLatch(1);

  @ParameterizedTest
  @EnumSource(Kind.class)
  void aHandlerThatFailsAfterItsTokenIsBackChangesNothing(Kind kind) {
    TaskHandler handler =
        call -> {
          assertThat(call.tokens().succeed(call.taskToken().orElseThrow(), Machines.json("1")))
              .isEqualTo(TaskTokens.Answer.ACCEPTED);
          throw StateFailed.of("TooLate", null);
        };
    HistoryRecorder recorder = new HistoryRecorder();
    String name = "fails-late-" + kind;
    try (Engine engine = kind.engine().listener(recorder).handlers(all(handler)).build()) {
      Execution execution =
          engine.start(Machines.ofState(TASK), ExecutionRequest.of(EMPTY).withName(name));

      assertThat(execution.await()).isEqualTo(new ExecutionResult.Succeeded(Machines.json("1")));
      assertThat(recorder.events(execution.arn()))
          .extracting(event -> event.type())
          .contains(EventType.TASK_SUCCEEDED)
          .doesNotContain(EventType.TASK_FAILED);
    }
    assertThat(RecordedLogs.linesWith(name))
        .singleElement()
        .asString()
        .endsWith("ended after nobody waited for it any more; its failure was dropped.");
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void aTokenThatIsBackStandsWhenTheHandlerGoesOnBeyondTheDeadline(Kind kind)
      throws InterruptedException {
    TaskHandler handler =
        call -> {
          call.tokens().succeed(call.taskToken().orElseThrow(), Machines.json("1"));
          try {
            call.sleep(Duration.ofDays(100));
          } catch (InterruptedException over) {
            interrupted.countDown();
            throw over;
          }
          return EMPTY;
        };
    try (Engine engine = kind.engine().handlers(all(handler)).build()) {
      assertThat(engine.run(Machines.ofState(TASK + ", 'TimeoutSeconds': 1"), EMPTY))
          .isEqualTo(new ExecutionResult.Succeeded(Machines.json("1")));
      assertThat(engine.run(Machines.ofState(TASK + ", 'HeartbeatSeconds': 1"), EMPTY))
          .isEqualTo(new ExecutionResult.Succeeded(Machines.json("1")));
    }
    interrupted.await();
  }

  @Test
  void aTokenIsTooLateOnceTheHandlerHasFailed() {
    AtomicReference<TaskTokens.Answer> answer = new AtomicReference<>();
    AtomicReference<String> first = new AtomicReference<>();
    TaskHandler handler =
        call -> {
          if (call.attempt() == 0) {
            first.set(call.taskToken().orElseThrow());
            throw StateFailed.of("Broken", null);
          }
          answer.set(call.tokens().succeed(first.get(), Machines.json("'first'")));
          call.tokens().succeed(call.taskToken().orElseThrow(), Machines.json("'second'"));
          return EMPTY;
        };
    try (Engine engine = Kind.MODELLED.engine().handlers(all(handler)).build()) {
      assertThat(
              engine
                  .run(Machines.ofState(TASK + ", 'Retry': [{'ErrorEquals': ['Broken']}]"), EMPTY)
                  .output())
          .isEqualTo(Machines.json("'second'"));
    }
    assertThat(answer).hasValue(TaskTokens.Answer.TASK_TIMED_OUT);
  }

  @Test
  void aRedriveHandsOutAnotherToken() throws InterruptedException {
    List<String> tokens = new ArrayList<>();
    CountDownLatch second = new CountDownLatch(2);
    TaskHandler handler =
        call -> {
          tokens.add(call.taskToken().orElseThrow());
          second.countDown();
          if (tokens.size() == 1) {
            throw StateFailed.of("Broken", null);
          }
          return EMPTY;
        };
    try (Engine engine = Engine.builder().redrivable(true).handlers(all(handler)).build()) {
      Execution failed = engine.start(Machines.ofState(TASK), ExecutionRequest.of(EMPTY));
      assertThat(failed.await()).isEqualTo(new ExecutionResult.Failed("Broken", null));

      Execution again = engine.redrive(failed);
      second.await();

      assertThat(tokens.get(1)).isNotEqualTo(tokens.get(0));
      assertThat(engine.tokens().succeed(tokens.get(0), EMPTY))
          .isEqualTo(TaskTokens.Answer.TASK_TIMED_OUT);
      assertThat(engine.tokens().succeed(tokens.get(1), Machines.json("2")))
          .isEqualTo(TaskTokens.Answer.ACCEPTED);
      assertThat(again.await().output()).isEqualTo(Machines.json("2"));
    }
  }

  /** The clock is the test's: it passes an hour before a worker comes, and a second after it. */
  @Test
  void heartbeatsOfAnActivityCountFromWhenAWorkerTakesIt() throws InterruptedException {
    AtomicReference<Instant> clock = new AtomicReference<>(Kind.START);
    Activities activities = new Activities();
    HistoryRecorder recorder = new HistoryRecorder();
    CountDownLatch scheduled = new CountDownLatch(1);
    CountDownLatch started = new CountDownLatch(1);
    StateMachine machine =
        Machines.ofState(
            "'Type': 'Task', 'End': true, 'HeartbeatSeconds': 1, 'Resource': '" + ACTIVITY + "'");
    try (Engine engine =
        Engine.builder()
            .clock(clock::get)
            .handlers(
                TaskHandlers.builder()
                    .resource(ACTIVITY, new Announced(activities.handler(), scheduled))
                    .build())
            .listener(recorder)
            .listener(
                (arn, event) -> {
                  if (event.type() == EventType.ACTIVITY_STARTED) {
                    started.countDown();
                  }
                })
            .build()) {
      Execution execution = engine.start(machine, ExecutionRequest.of(EMPTY));
      scheduled.await();
      clock.updateAndGet(now -> now.plusSeconds(3_600));

      Activities.ActivityTask task =
          activities.poll(ACTIVITY, "worker", Duration.ofSeconds(30)).orElseThrow();
      started.await();
      assertThat(engine.tokens().heartbeat(task.token())).isEqualTo(TaskTokens.Answer.ACCEPTED);
      clock.updateAndGet(now -> now.plusSeconds(1));

      assertThat(execution.await()).isEqualTo(new ExecutionResult.Failed("States.Timeout", null));
      assertThat(recorder.events(execution.arn()))
          .extracting(event -> event.type())
          .containsExactly(
              EventType.EXECUTION_STARTED,
              EventType.TASK_STATE_ENTERED,
              EventType.ACTIVITY_SCHEDULED,
              EventType.ACTIVITY_STARTED,
              EventType.ACTIVITY_TIMED_OUT,
              EventType.EXECUTION_FAILED);
    }
  }

  /** Says that the wait for a worker begins. */
  private record Announced(TaskHandler handler, CountDownLatch called) implements TaskHandler {
    @Override
    public boolean handsOver(io.asl4j.runtime.task.TaskRequest request) {
      return handler.handsOver(request);
    }

    @Override
    public JsonNode handle(io.asl4j.runtime.task.TaskCall call) throws Exception {
      called.countDown();
      return handler.handle(call);
    }
  }

  private static TaskHandlers all(TaskHandler handler) {
    return TaskHandlers.builder().resource("*", handler).build();
  }
}
