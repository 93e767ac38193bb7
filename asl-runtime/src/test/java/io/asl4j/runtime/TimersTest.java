package io.asl4j.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.asl4j.core.model.StateMachine;
import io.asl4j.runtime.history.EventType;
import io.asl4j.runtime.history.HistoryEvent;
import io.asl4j.runtime.history.HistoryRecorder;
import io.asl4j.runtime.task.TaskHandler;
import io.asl4j.runtime.task.TaskHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Deadlines and waits. Those of real time are the shortest that the language knows. */
@Timeout(60)
class TimersTest {

  private static final JsonNode EMPTY = Machines.json("{}");
  private static final String TASK =
      "'Type': 'Task', 'End': true, 'Resource': 'arn:aws:states:::sqs:sendMessage'";
  private static final String TOKEN =
      "'Type': 'Task', 'End': true, 'Parameters': {'t.$': '$$.Task.Token'}, 'Resource':"
          + " 'arn:aws:states:::sqs:sendMessage.waitForTaskToken'";

  private static final TaskHandler HANGING =
      call -> {
        call.sleep(Duration.ofDays(1_000));
        return EMPTY;
      };

  @ParameterizedTest
  @EnumSource(Kind.class)
  void aTaskTimesOutAndItsHandlerIsInterrupted(Kind kind) throws InterruptedException {
    CountDownLatch interrupted = new CountDownLatch(1);
    TaskHandler handler =
        call -> {
          try {
            return HANGING.handle(call);
          } catch (InterruptedException timedOut) {
            interrupted.countDown();
            throw timedOut;
          }
        };

    assertThat(run(kind, TASK + ", 'TimeoutSeconds': 1", handler))
        .isEqualTo(new ExecutionResult.Failed("States.Timeout", null));
    interrupted.await();
  }

  @Test
  void aHandlerThatIgnoresItsTimeoutHoldsNobodyUp() throws InterruptedException {
    CountDownLatch released = new CountDownLatch(1);
    AtomicBoolean saw = new AtomicBoolean();
    CountDownLatch ended = new CountDownLatch(1);
    TaskHandler handler =
        call -> {
          while (released.getCount() > 0) {
            Thread.onSpinWait();
          }
          saw.set(call.isCancelled());
          ended.countDown();
          return EMPTY;
        };

    assertThat(run(Kind.REAL, TASK + ", 'TimeoutSeconds': 1", handler))
        .isEqualTo(new ExecutionResult.Failed("States.Timeout", null));
    released.countDown();
    ended.await();
    assertThat(saw).isTrue();
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void aMissedHeartbeatIsATimeout(Kind kind) {
    assertThat(
            run(
                    kind,
                    TASK
                        + ", 'HeartbeatSeconds': 1, 'TimeoutSeconds': 500, 'Catch':"
                        + " [{'ErrorEquals': ['States.HeartbeatTimeout'], 'Next': 'S'}]",
                    new TaskHandler() {
                      private final AtomicBoolean caught = new AtomicBoolean();

                      @Override
                      public JsonNode handle(io.asl4j.runtime.task.TaskCall call) throws Exception {
                        return caught.getAndSet(true) ? call.arguments() : HANGING.handle(call);
                      }
                    })
                .output())
        .isEqualTo(Machines.json("{'Error': 'States.Timeout', 'Cause': ''}"));
  }

  @Test
  void heartbeatsKeepATaskAlive() {
    AtomicReference<Instant> clock = new AtomicReference<>(Kind.START);
    TaskHandler beating =
        call -> {
          for (int i = 0; i < 50; i++) {
            clock.updateAndGet(now -> now.plusMillis(900));
            call.heartbeat();
          }
          return EMPTY;
        };
    try (Engine engine = Engine.builder().clock(clock::get).handlers(all(beating)).build()) {
      assertThat(engine.run(Machines.ofState(TASK + ", 'HeartbeatSeconds': 1"), EMPTY).output())
          .isEqualTo(EMPTY);
    }
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void aTokenThatNobodyHandsBackTimesOut(Kind kind) {
    assertThat(run(kind, TOKEN + ", 'TimeoutSeconds': 1", call -> EMPTY))
        .isEqualTo(new ExecutionResult.Failed("States.Timeout", null));
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void aMachineTimesOut(Kind kind) throws InterruptedException {
    StateMachine machine =
        Machines.machine(
            "{'TimeoutSeconds': 1, 'StartAt': 'P', 'States': {'P': {'Type': 'Parallel', 'End':"
                + " true, 'Branches': [{'StartAt': 'T', 'States': {'T': {"
                + TASK
                + "}}}, {'StartAt': 'W', 'States': {'W': {'Type': 'Wait', 'Seconds': 9999, 'End':"
                + " true}}}], 'Catch': [{'ErrorEquals': ['States.ALL'], 'Next': 'E'}]}, 'E':"
                + " {'Type': 'Succeed'}}}");
    ThreadsOfTest threads = new ThreadsOfTest();
    HistoryRecorder recorder = new HistoryRecorder();
    try (Engine engine =
        kind.engine().threads(threads).listener(recorder).handlers(all(HANGING)).build()) {
      Execution execution = engine.start(machine, ExecutionRequest.of(EMPTY));

      assertThat(execution.await()).isEqualTo(new ExecutionResult.TimedOut());
      HistoryEvent last = recorder.events(execution.arn()).getLast();
      assertThat(last.type()).isEqualTo(EventType.EXECUTION_TIMED_OUT);
      assertThat(last.previousEventId()).isZero();
      threads.awaitEnds();
    }
  }

  @Test
  void aMachineThatTimesOutAtOnceIsNotForgotten() {
    StateMachine machine =
        Machines.machine(
            "{'TimeoutSeconds': 1, 'StartAt': 'W', 'States': {'W': {'Type': 'Wait', 'Seconds': 2,"
                + " 'End': true}}}");
    try (Engine engine = Kind.MODELLED.engine().build()) {
      for (int i = 0; i < 2_000; i++) {
        assertThat(engine.run(machine, EMPTY)).isEqualTo(new ExecutionResult.TimedOut());
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void deadlinesBeyondTheEndOfTimeAreNone(Kind kind) {
    for (String seconds : new String[] {"9223372036854775807", "99999999999", "1"}) {
      try (Engine engine = kind.engine().handlers(all(call -> EMPTY)).build()) {
        assertThat(
                engine.run(
                    Machines.ofState(
                        TASK + ", 'TimeoutSecondsPath': '$.t', 'HeartbeatSecondsPath': '$.t'"),
                    Machines.json("{'t': " + seconds + "}")))
            .isEqualTo(new ExecutionResult.Succeeded(EMPTY));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-1", "1.5", "'x'"})
  void aTimeoutThatIsNoPositiveIntegerIsFatal(String seconds) {
    try (Engine engine = Kind.MODELLED.engine().handlers(all(call -> EMPTY)).build()) {
      ExecutionResult result =
          engine.run(
              Machines.ofState(
                  TASK
                      + ", 'TimeoutSecondsPath': '$.t', 'Catch': [{'ErrorEquals': ['States.ALL'],"
                      + " 'Next': 'S'}]"),
              Machines.json("{'t': " + seconds + "}"));
      assertThat(result)
          .isInstanceOfSatisfying(
              ExecutionResult.Failed.class,
              failed -> {
                assertThat(failed.error()).isEqualTo("States.Runtime");
                assertThat(failed.cause()).contains("TimeoutSeconds");
              });
    }
  }

  @Test
  void executionsThatWakeTogetherShareATimerAndLeaveNone() throws InterruptedException {
    ThreadsOfTest threads = new ThreadsOfTest();
    StateMachine machine = Machines.ofState("'Type': 'Wait', 'End': true, 'Seconds': 99999999");
    try (Engine engine = Engine.builder().threads(threads).build()) {
      List<Execution> open = new ArrayList<>();
      for (int i = 0; i < 10_000; i++) {
        open.add(engine.start(machine, ExecutionRequest.of(EMPTY)));
      }

      threads.awaitEnds();
      assertThat(engine.load().pendingTimers()).isBetween(1, 9_999);

      assertThat(open).allMatch(execution -> execution.stop(null, null));
      threads.awaitEnds();
      assertThat(engine.load().pendingTimers()).isZero();
    }
  }

  @Test
  void waitsOfYearsTakeNoTimeInModelledTime() {
    HistoryRecorder recorder = new HistoryRecorder();
    StateMachine machine = Machines.ofState("'Type': 'Wait', 'End': true, 'Seconds': 99999999");
    try (Engine engine = Kind.MODELLED.engine().listener(recorder).build()) {
      Execution execution = engine.start(machine, ExecutionRequest.of(EMPTY));
      execution.await();

      Instant end = recorder.events(execution.arn()).getLast().timestamp();
      assertThat(end).isEqualTo(Kind.START.plusSeconds(99_999_999));
    }
  }

  @Test
  void backoffIsTakenByTheClockOfTheHost() {
    HistoryRecorder recorder = new HistoryRecorder();
    TaskHandler failing =
        call -> {
          throw io.asl4j.runtime.failure.StateFailed.of("Broken", null);
        };
    try (Engine engine = Kind.MODELLED.engine().listener(recorder).handlers(all(failing)).build()) {
      Execution execution =
          engine.start(
              Machines.ofState(
                  TASK
                      + ", 'Retry': [{'ErrorEquals': ['States.ALL'], 'IntervalSeconds': 3,"
                      + " 'BackoffRate': 4, 'MaxAttempts': 4, 'MaxDelaySeconds': 20}]"),
              ExecutionRequest.of(EMPTY));
      execution.await();

      assertThat(
              recorder.events(execution.arn()).stream()
                  .filter(event -> event.type() == EventType.TASK_SCHEDULED)
                  .map(event -> Duration.between(Kind.START, event.timestamp()).toSeconds()))
          .containsExactly(0L, 3L, 15L, 35L, 55L);
    }
  }

  private static ExecutionResult run(Kind kind, String task, TaskHandler handler) {
    try (Engine engine = kind.engine().handlers(all(handler)).build()) {
      return engine.run(Machines.ofState(task), EMPTY);
    }
  }

  private static TaskHandlers all(TaskHandler handler) {
    return TaskHandlers.builder().resource("*", handler).build();
  }
}
