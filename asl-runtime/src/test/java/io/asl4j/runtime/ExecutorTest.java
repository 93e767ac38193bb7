package io.asl4j.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.asl4j.core.model.StateMachine;
import io.asl4j.runtime.failure.ErrorNaming;
import io.asl4j.runtime.history.EventType;
import io.asl4j.runtime.history.HistoryRecorder;
import io.asl4j.runtime.logs.RecordedLogs;
import io.asl4j.runtime.task.Activities;
import io.asl4j.runtime.task.TaskHandler;
import io.asl4j.runtime.task.TaskHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.MDC;

/** Task handlers on an executor of the application: what runs there, and what it cannot break. */
@Timeout(60)
class ExecutorTest {

  private static final JsonNode EMPTY = Machines.json("{}");
  private static final String TASK =
      "'Type': 'Task', 'End': true, 'Resource': 'arn:aws:states:::sqs:sendMessage'";
  private static final String TIMED = TASK + ", 'TimeoutSeconds': 600";

  /** One thread, one place to wait in, and then it refuses. */
  private final ThreadPoolExecutor one =
      new ThreadPoolExecutor(
          1,
          1,
          1,
          TimeUnit.HOURS,
          new ArrayBlockingQueue<>(1),
          Thread.ofPlatform().daemon().name("pool-of-one-", 0).factory());

  private final CountDownLatch begun = new CountDownLatch(1);
  private final CountDownLatch released = new CountDownLatch(1);
  private final CountDownLatch interrupted = new CountDownLatch(1);

  @AfterEach
  void letGo() throws InterruptedException {
    released.countDown();
    one.shutdownNow();
    assertThat(one.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {TASK, TIMED})
  void handlersAndInterceptorsRunOnItWithTheNamesOfTheirExecution(String task) {
    Queue<String> seen = new ConcurrentLinkedQueue<>();
    Queue<String> listening = new ConcurrentLinkedQueue<>();
    TaskHandler handler =
        call -> {
          seen.add(Thread.currentThread().getName() + " " + MDC.get("executionName"));
          return EMPTY;
        };
    try (Engine engine =
        on(one)
            .around(
                (call, inner) -> {
                  seen.add(Thread.currentThread().getName() + " " + MDC.get("stateName"));
                  return inner.handle(call);
                })
            .listener((arn, event) -> listening.add(Thread.currentThread().getName()))
            .handlers(all(handler))
            .build()) {
      ExecutionResult result =
          engine.start(Machines.ofState(task), ExecutionRequest.of(EMPTY).withName("mine")).await();

      assertThat(result).isEqualTo(new ExecutionResult.Succeeded(EMPTY));
    }

    assertThat(seen).containsExactly("pool-of-one-0 S", "pool-of-one-0 mine");
    assertThat(listening).isNotEmpty().doesNotContain("pool-of-one-0");
  }

  @ParameterizedTest
  @ValueSource(strings = {TASK, TIMED})
  void anExecutorThatRefusesFailsTheTaskAndSaysWhy(String task) {
    AtomicInteger calls = new AtomicInteger();
    HistoryRecorder recorder = new HistoryRecorder();
    Executor refusing =
        work -> {
          throw new RejectedExecutionException("full");
        };
    try (Engine engine = on(refusing).listener(recorder).handlers(all(counting(calls))).build()) {
      Execution execution = engine.start(Machines.ofState(task), ExecutionRequest.of(EMPTY));

      assertThat(execution.await())
          .isEqualTo(
              new ExecutionResult.Failed(
                  "RejectedExecutionException",
                  "The executor for task handlers refused the task of the state `S` (full); let a"
                      + " retrier try it again later, or give the executor more room."));
      assertThat(recorder.events(execution.arn()))
          .extracting(event -> event.type())
          .containsSubsequence(
              EventType.TASK_SCHEDULED, EventType.TASK_STARTED, EventType.TASK_FAILED);
    }
    assertThat(calls).hasValue(0);
  }

  @Test
  void aRefusalCanBeNamedRetriedAndCaughtLikeAnyFailure() {
    AtomicInteger refusals = new AtomicInteger();
    AtomicInteger calls = new AtomicInteger();
    Executor refusingTwice =
        work -> {
          if (refusals.incrementAndGet() <= 2) {
            throw new OutOfMemoryError("unable to create native thread");
          }
          Thread.startVirtualThread(work);
        };
    StateMachine machine =
        Machines.ofState(
            TASK
                + ", 'Retry': [{'ErrorEquals': ['Busy'], 'IntervalSeconds': 1, 'BackoffRate': 1,"
                + " 'MaxAttempts': 2}]");
    try (Engine engine =
        on(refusingTwice)
            .errors(ErrorNaming.standard().named(RejectedExecutionException.class, "Busy"))
            .handlers(all(counting(calls)))
            .build()) {
      assertThat(engine.run(machine, EMPTY).output()).isEqualTo(EMPTY);
    }
    assertThat(calls).hasValue(1);
  }

  @Test
  void aSaturatedExecutorRefusesAndWhatItIsTooLateForIsNotCalled() throws InterruptedException {
    AtomicInteger calls = new AtomicInteger();
    StateMachine hurried = Machines.ofState(TASK + ", 'TimeoutSeconds': 1");
    TaskHandler holding =
        call -> {
          calls.incrementAndGet();
          begun.countDown();
          released.await();
          return EMPTY;
        };
    try (Engine engine = on(one).handlers(all(holding)).build()) {
      Execution first = engine.start(Machines.ofState(TASK), ExecutionRequest.of(EMPTY));
      begun.await();

      ExecutionResult waited = engine.run(hurried, EMPTY);
      ExecutionResult refused = engine.run(hurried, EMPTY);
      released.countDown();

      assertThat(waited).isEqualTo(new ExecutionResult.Failed("States.Timeout", null));
      assertThat(refused)
          .isInstanceOfSatisfying(
              ExecutionResult.Failed.class,
              failed -> assertThat(failed.error()).isEqualTo("RejectedExecutionException"));
      assertThat(first.await().output()).isEqualTo(EMPTY);
    }
    one.shutdown();
    assertThat(one.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
    assertThat(calls).as("what timed out in the queue is not called").hasValue(1);
  }

  @Test
  void anExecutorThatRunsInTheCallersThreadKeepsDeadlines() throws InterruptedException {
    try (Engine engine = on(Runnable::run).handlers(all(stubborn())).build()) {
      ExecutionResult result = engine.run(Machines.ofState(TASK + ", 'TimeoutSeconds': 1"), EMPTY);

      assertThat(result).isEqualTo(new ExecutionResult.Failed("States.Timeout", null));
      interrupted.await();
      released.countDown();
    }
  }

  @Test
  void anExecutorThatBlocksItsCallerHoldsUpNoDeadlineAndNoStop() throws InterruptedException {
    AtomicInteger calls = new AtomicInteger();
    Executor blocking =
        work -> {
          begun.countDown();
          try {
            released.await();
            work.run();
          } catch (InterruptedException stopped) {
            interrupted.countDown();
            throw new RejectedExecutionException(stopped);
          }
        };
    try (Engine engine = on(blocking).handlers(all(counting(calls))).build()) {
      assertThat(engine.run(Machines.ofState(TASK + ", 'TimeoutSeconds': 1"), EMPTY))
          .isEqualTo(new ExecutionResult.Failed("States.Timeout", null));
      interrupted.await();

      Execution execution = engine.start(Machines.ofState(TASK), ExecutionRequest.of(EMPTY));
      execution.stop("Enough", null);
      assertThat(execution.await()).isEqualTo(new ExecutionResult.Aborted("Enough", null));
    }
    assertThat(calls).hasValue(0);
  }

  @Test
  void aHandlerThatIgnoresItsTimeoutKeepsItsThreadAndNothingElse() throws InterruptedException {
    String name = "late-" + System.identityHashCode(this);
    AtomicBoolean interruptLeftBehind = new AtomicBoolean();
    StateMachine machine =
        Machines.ofState(
            TASK
                + ", 'TimeoutSeconds': 1, 'Catch': [{'ErrorEquals': ['States.Timeout'], 'Next':"
                + " 'E'}]}, 'E': {'Type': 'Succeed'");
    try (Engine engine = on(one).handlers(all(stubborn())).build()) {
      ExecutionResult result =
          engine.start(machine, ExecutionRequest.of(EMPTY).withName(name)).await();

      assertThat(result.status()).isEqualTo("SUCCEEDED");
      interrupted.await();
      one.execute(() -> interruptLeftBehind.set(Thread.currentThread().isInterrupted()));
      released.countDown();
    }
    one.shutdown();
    assertThat(one.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
    assertThat(interruptLeftBehind).isFalse();
    assertThat(RecordedLogs.linesWith(name))
        .singleElement()
        .asString()
        .startsWith("INFO The task arn:aws:states:")
        .endsWith("ended after nobody waited for it any more; its result was dropped.");
  }

  @Test
  void aStopInterruptsTheHandlerAndNotWhatItsThreadDoesNext() throws InterruptedException {
    AtomicBoolean interruptLeftBehind = new AtomicBoolean();
    TaskHandler obedient =
        call -> {
          begun.countDown();
          try {
            new CountDownLatch(1).await();
          } catch (InterruptedException stopped) {
            interrupted.countDown();
            throw stopped;
          }
          return EMPTY;
        };
    try (Engine engine = on(one).handlers(all(obedient)).build()) {
      Execution execution = engine.start(Machines.ofState(TASK), ExecutionRequest.of(EMPTY));
      begun.await();

      execution.stop(null, null);

      interrupted.await();
    }
    one.execute(() -> interruptLeftBehind.set(Thread.currentThread().isInterrupted()));
    one.shutdown();
    assertThat(one.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
    assertThat(interruptLeftBehind).isFalse();
  }

  @Test
  void anEngineDoesNotShutItDownAndOneThatIsShutDownRefuses() {
    StateMachine machine = Machines.ofState(TASK);
    TaskHandlers handlers = all(counting(new AtomicInteger()));
    on(one).handlers(handlers).build().close();
    assertThat(one.isShutdown()).isFalse();

    one.shutdown();
    try (Engine engine = on(one).handlers(handlers).build()) {
      assertThat(engine.run(machine, EMPTY))
          .isInstanceOfSatisfying(
              ExecutionResult.Failed.class,
              failed -> assertThat(failed.error()).isEqualTo("RejectedExecutionException"));
    }
  }

  @Test
  void manyTasksWaitForWorkersWithoutItsThreads() throws InterruptedException {
    String activity = "arn:aws:states:us-east-1:123456789012:activity:pack";
    Activities activities = new Activities();
    StateMachine machine =
        Machines.ofState("'Type': 'Task', 'End': true, 'Resource': '" + activity + "'");
    TaskHandlers handlers = TaskHandlers.builder().resource(activity, activities.handler()).build();
    try (Engine engine = on(one).handlers(handlers).build()) {
      List<Execution> waiting =
          List.of(
              engine.start(machine, ExecutionRequest.of(EMPTY)),
              engine.start(machine, ExecutionRequest.of(EMPTY)),
              engine.start(machine, ExecutionRequest.of(EMPTY)));
      for (int i = 0; i < 3; i++) {
        Activities.ActivityTask task =
            activities.poll(activity, "w", Duration.ofSeconds(30)).orElseThrow();
        engine.tokens().succeed(task.token(), EMPTY);
      }
      assertThat(waiting).allSatisfy(each -> assertThat(each.await().output()).isEqualTo(EMPTY));
    }
  }

  @Test
  void aThousandTasksOnVirtualThreadsOfTheApplicationAreAllAnswered() {
    AtomicInteger calls = new AtomicInteger();
    StateMachine machine =
        Machines.machine(
            "{'StartAt': 'M', 'States': {'M': {'Type': 'Map', 'ItemsPath': '$.items', 'End': true,"
                + " 'ItemProcessor': {'StartAt': 'I', 'States': {'I': {"
                + TASK
                + "}}}}}}");
    try (ExecutorService own = Executors.newVirtualThreadPerTaskExecutor();
        Engine engine = on(own).handlers(all(counting(calls))).build()) {
      JsonNode input = Machines.json("{'items': [" + "0,".repeat(999) + "0]}");

      assertThat(engine.run(machine, input).output()).hasSize(1_000);
    }
    assertThat(calls).hasValue(1_000);
  }

  private static Engine.Builder on(Executor executor) {
    return Engine.builder().executor(executor);
  }

  private static TaskHandler counting(AtomicInteger calls) {
    return call -> {
      calls.incrementAndGet();
      return call.arguments();
    };
  }

  private TaskHandler stubborn() {
    return call -> {
      boolean waiting = true;
      while (waiting) {
        try {
          released.await();
          waiting = false;
        } catch (InterruptedException ignored) {
          interrupted.countDown();
        }
      }
      return EMPTY;
    };
  }

  private static TaskHandlers all(TaskHandler handler) {
    return TaskHandlers.builder().resource("*", handler).build();
  }
}
