package io.asl4j.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.asl4j.core.model.StateMachine;
import io.asl4j.runtime.failure.StateFailed;
import io.asl4j.runtime.history.EventType;
import io.asl4j.runtime.history.HistoryEvent;
import io.asl4j.runtime.history.HistoryRecorder;
import io.asl4j.runtime.logs.RecordedLogs;
import io.asl4j.runtime.task.TaskHandler;
import io.asl4j.runtime.task.TaskHandlers;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a stop, a sibling's failure and a close reach, and what they do not wait for. */
@Timeout(60)
class StoppingTest {

  private static final JsonNode EMPTY = Machines.json("{}");
  private static final String TASK =
      "'Type': 'Task', 'End': true, 'Resource': 'arn:aws:states:::sqs:sendMessage'";
  private static final String SUPERVISED = TASK + ", 'TimeoutSeconds': 600";

  private final CountDownLatch begun = new CountDownLatch(1);
  private final CountDownLatch interrupted = new CountDownLatch(1);
  private final CountDownLatch released = new CountDownLatch(1);
  private final CountDownLatch ended = new CountDownLatch(1);

  @ParameterizedTest
  @EnumSource(Kind.class)
  void aStopInterruptsTheHandler(Kind kind) throws InterruptedException {
    HistoryRecorder recorder = new HistoryRecorder();
    try (Engine engine = kind.engine().listener(recorder).handlers(all(obedient())).build()) {
      Execution execution = engine.start(Machines.ofState(TASK), ExecutionRequest.of(EMPTY));
      begun.await();

      boolean stopped = execution.stop("Enough", "of this");

      interrupted.await();
      assertThat(stopped).isTrue();
      assertThat(execution.await()).isEqualTo(new ExecutionResult.Aborted("Enough", "of this"));
      assertLast(recorder.events(execution.arn()), EventType.EXECUTION_ABORTED);
      assertThat(execution.stop("Again", null)).isFalse();
    }
  }

  @Test
  void aStopInterruptsASupervisedHandler() throws InterruptedException {
    try (Engine engine = Kind.REAL.engine().handlers(all(obedient())).build()) {
      Execution execution = engine.start(Machines.ofState(SUPERVISED), ExecutionRequest.of(EMPTY));
      begun.await();

      execution.stop(null, null);

      interrupted.await();
      assertThat(execution.await()).isEqualTo(new ExecutionResult.Aborted(null, null));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {TASK, SUPERVISED})
  void aStopReachesHandlersInNestedBranches(String task) throws InterruptedException {
    CountDownLatch allBegun = new CountDownLatch(8);
    CountDownLatch allInterrupted = new CountDownLatch(8);
    TaskHandler handler =
        call -> {
          allBegun.countDown();
          try {
            return forever();
          } catch (InterruptedException stopped) {
            allInterrupted.countDown();
            throw stopped;
          }
        };
    StateMachine machine =
        Machines.machine(
            "{'StartAt': 'M', 'States': {'M': {'Type': 'Map', 'End': true, 'ItemsPath': '$.items',"
                + " 'ItemProcessor': {'StartAt': 'P', 'States': {'P': {'Type': 'Parallel', 'End':"
                + " true, 'Branches': [{'StartAt': 'A', 'States': {'A': {"
                + task
                + "}}}, {'StartAt': 'B', 'States': {'B': {"
                + task
                + "}}}]}}}}}}");
    try (Engine engine = Kind.REAL.engine().handlers(all(handler)).build()) {
      Execution execution =
          engine.start(machine, ExecutionRequest.of(Machines.json("{'items': [1, 2, 3, 4]}")));
      allBegun.await();

      execution.stop(null, null);

      allInterrupted.await();
      assertThat(execution.await().status()).isEqualTo("ABORTED");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {TASK, SUPERVISED})
  void aHandlerThatIgnoresItsInterruptHoldsNobodyUpWhenASiblingFails(String task)
      throws InterruptedException {
    TaskHandlers handlers =
        TaskHandlers.builder()
            .state("Stubborn", stubborn())
            .state(
                "Bad",
                call -> {
                  begun.await();
                  throw StateFailed.of("Broken", null);
                })
            .build();
    StateMachine machine =
        parallel("'Stubborn': {" + task + "}", "'Bad': {" + TASK + "}", "'Next': 'After'");
    HistoryRecorder recorder = new HistoryRecorder();
    Engine engine = Kind.REAL.engine().handlers(handlers).listener(recorder).build();
    Execution execution = engine.start(machine, ExecutionRequest.of(EMPTY));

    ExecutionResult result = execution.await();

    assertThat(result.output()).isEqualTo(Machines.json("{'Error': 'Broken', 'Cause': null}"));
    assertThat(ended.getCount()).as("the handler is still at work").isEqualTo(1);
    List<String> before = Histories.lines(recorder.events(execution.arn()));
    released.countDown();
    ended.await();
    engine.close();
    assertThat(Histories.lines(recorder.events(execution.arn()))).isEqualTo(before);
  }

  @ParameterizedTest
  @ValueSource(strings = {TASK, SUPERVISED})
  void whatAStubbornHandlerGivesInTheEndIsLoggedOnce(String task) throws InterruptedException {
    ThreadsOfTest threads = new ThreadsOfTest();
    Engine engine = Kind.REAL.engine().threads(threads).handlers(all(stubborn())).build();
    String name = "dropped-" + System.identityHashCode(this);
    Execution execution =
        engine.start(Machines.ofState(task), ExecutionRequest.of(EMPTY).withName(name));
    begun.await();

    execution.stop(null, null);
    assertThat(execution.await().status()).isEqualTo("ABORTED");
    released.countDown();
    threads.awaitEnds();

    assertThat(RecordedLogs.linesWith(name))
        .singleElement()
        .asString()
        .startsWith("INFO The task arn:aws:states:")
        .endsWith("ended after nobody waited for it any more; its result was dropped.");
    engine.close();
  }

  @Test
  void anObedientHandlerIsNotWorthALine() throws InterruptedException {
    ThreadsOfTest threads = new ThreadsOfTest();
    Engine engine = Kind.REAL.engine().threads(threads).handlers(all(obedient())).build();
    String name = "obeyed-" + System.identityHashCode(this);
    Execution execution =
        engine.start(Machines.ofState(SUPERVISED), ExecutionRequest.of(EMPTY).withName(name));
    begun.await();

    execution.stop(null, null);
    threads.awaitEnds();

    assertThat(RecordedLogs.linesWith(name)).isEmpty();
    engine.close();
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void aStopEndsALoopThatNeverWaits(Kind kind) throws InterruptedException {
    StateMachine machine =
        Machines.machine(
            "{'StartAt': 'T', 'States': {'T': {'Type': 'Task', 'Next': 'A', 'Resource':"
                + " 'arn:aws:states:::sqs:sendMessage'}, 'A': {'Type': 'Pass', 'Next': 'C'}, 'C':"
                + " {'Type': 'Choice', 'Choices': [{'Variable': '$.end', 'IsPresent': true, 'Next':"
                + " 'E'}], 'Default': 'A'}, 'E': {'Type': 'Succeed'}}}");
    ThreadsOfTest threads = new ThreadsOfTest();
    TaskHandler first =
        call -> {
          begun.countDown();
          return EMPTY;
        };
    try (Engine engine = kind.engine().threads(threads).handlers(all(first)).build()) {
      Execution execution = engine.start(machine, ExecutionRequest.of(EMPTY));
      begun.await();

      execution.stop(null, null);

      assertThat(execution.await().status()).isEqualTo("ABORTED");
      threads.awaitEnds();
    }
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void anExecutionEndsOnceWhoeverIsFirst(Kind kind) {
    for (int i = 0; i < 500; i++) {
      HistoryRecorder recorder = new HistoryRecorder();
      try (Engine engine = kind.engine().listener(recorder).build()) {
        Execution execution =
            engine.start(Machines.ofState("'Type': 'Succeed'"), ExecutionRequest.of(EMPTY));

        boolean stopped = execution.stop("Enough", null);

        ExecutionResult result = execution.await();
        List<HistoryEvent> events = recorder.events(execution.arn());
        assertThat(result.status()).isEqualTo(stopped ? "ABORTED" : "SUCCEEDED");
        assertLast(events, stopped ? EventType.EXECUTION_ABORTED : EventType.EXECUTION_SUCCEEDED);
        assertThat(events.stream().filter(event -> event.type().endsExecution())).hasSize(1);
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void afterTheEndNothingIsTold(Kind kind) throws InterruptedException {
    AtomicInteger calls = new AtomicInteger();
    TaskHandler failing =
        call -> {
          calls.incrementAndGet();
          begun.countDown();
          interruptedOrReleased();
          throw StateFailed.of("Broken", null);
        };
    StateMachine machine = Machines.ofState(TASK + ", 'Retry': [{'ErrorEquals': ['States.ALL']}]");
    HistoryRecorder recorder = new HistoryRecorder();
    ThreadsOfTest threads = new ThreadsOfTest();
    try (Engine engine =
        kind.engine().threads(threads).listener(recorder).handlers(all(failing)).build()) {
      Execution execution = engine.start(machine, ExecutionRequest.of(EMPTY));
      begun.await();

      execution.stop(null, null);
      threads.awaitEnds();

      assertThat(calls).hasValue(1);
      assertLast(recorder.events(execution.arn()), EventType.EXECUTION_ABORTED);
    }
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void closingStopsWhatIsUnderWayAndStartsNoMore(Kind kind) throws InterruptedException {
    ThreadsOfTest threads = new ThreadsOfTest();
    Engine engine = kind.engine().threads(threads).handlers(all(obedient())).build();
    Execution execution = engine.start(Machines.ofState(TASK), ExecutionRequest.of(EMPTY));
    begun.await();

    engine.close();

    assertThat(execution.await())
        .isEqualTo(new ExecutionResult.Aborted("States.Runtime", "The engine was closed."));
    threads.awaitEnds();
    org.assertj.core.api.Assertions.assertThatIllegalStateException()
        .isThrownBy(() -> engine.run(Machines.ofState("'Type': 'Succeed'"), EMPTY))
        .withMessageContaining("The engine is closed");
  }

  /** Waits to be interrupted. */
  private TaskHandler obedient() {
    return call -> {
      begun.countDown();
      try {
        return forever();
      } catch (InterruptedException stopped) {
        interrupted.countDown();
        throw stopped;
      }
    };
  }

  /** Works on until the test lets it go, whoever interrupts it. */
  private TaskHandler stubborn() {
    return call -> {
      begun.countDown();
      boolean waiting = true;
      while (waiting) {
        try {
          released.await();
          waiting = false;
        } catch (InterruptedException ignored) {
          interrupted.countDown();
        }
      }
      ended.countDown();
      return Machines.json("'late'");
    };
  }

  private void interruptedOrReleased() {
    try {
      released.await();
    } catch (InterruptedException stopped) {
      interrupted.countDown();
    }
  }

  private static JsonNode forever() throws InterruptedException {
    new CountDownLatch(1).await();
    return EMPTY;
  }

  private static TaskHandlers all(TaskHandler handler) {
    return TaskHandlers.builder().resource("*", handler).build();
  }

  private static StateMachine parallel(String first, String second, String catcher) {
    return Machines.machine(
        "{'StartAt': 'P', 'States': {'P': {'Type': 'Parallel', 'Next': 'After', 'Catch':"
            + " [{'ErrorEquals': ['States.ALL'], "
            + catcher
            + "}], 'Branches': [{'StartAt': '"
            + name(first)
            + "', 'States': {"
            + first
            + "}}, {'StartAt': '"
            + name(second)
            + "', 'States': {"
            + second
            + "}}]}, 'After': {'Type': 'Succeed'}}}");
  }

  private static String name(String member) {
    return member.substring(1, member.indexOf('\'', 1));
  }

  private static void assertLast(List<HistoryEvent> events, EventType type) {
    assertThat(events.getLast().type()).isEqualTo(type);
  }
}
