package io.asl4j.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.fasterxml.jackson.databind.JsonNode;
import io.asl4j.core.model.StateMachine;
import io.asl4j.runtime.history.EventType;
import io.asl4j.runtime.history.ExecutionListener;
import io.asl4j.runtime.history.HistoryEvent;
import io.asl4j.runtime.history.HistoryRecorder;
import io.asl4j.runtime.task.TaskHandler;
import io.asl4j.runtime.task.TaskHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is true when somebody hears that an execution has ended, and who hears it where. */
@Timeout(60)
class EndingTest {

  private static final JsonNode EMPTY = Machines.json("{}");
  private static final StateMachine DONE = Machines.ofState("'Type': 'Succeed'");
  private static final String TASK =
      "'Type': 'Task', 'End': true, 'Resource': 'arn:aws:states:::sqs:sendMessage'";

  private final CountDownLatch begun = new CountDownLatch(1);
  private final CountDownLatch released = new CountDownLatch(1);

  @ParameterizedTest
  @EnumSource(Kind.class)
  void whoHearsOfAnEndFindsThePlaceFree(Kind kind) {
    try (Engine engine = kind.engine().maxOpen(1, WhenFull.REFUSE).build()) {
      for (int i = 0; i < 2_000; i++) {
        assertThat(engine.run(DONE, EMPTY).status()).isEqualTo("SUCCEEDED");
      }
    }
  }

  @Test
  void aHandlerThatIgnoresAStopKeepsNoPlace() throws InterruptedException {
    Engine engine = Engine.builder().maxOpen(1, WhenFull.REFUSE).handlers(all(stubborn())).build();
    Execution stopped = engine.start(Machines.ofState(TASK), ExecutionRequest.of(EMPTY));
    begun.await();

    stopped.stop("Enough", null);

    assertThat(engine.run(DONE, EMPTY).status()).isEqualTo("SUCCEEDED");
    assertThat(engine.load().openExecutions()).isZero();
    released.countDown();
    engine.close();
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void whatWaitsForTheResultRunsUnderNoLock(Kind kind) throws Exception {
    AtomicReference<Thread> other = new AtomicReference<>();
    try (Engine engine = kind.engine().handlers(all(held())).build()) {
      Execution execution = engine.start(Machines.ofState(TASK), ExecutionRequest.of(EMPTY));
      CompletableFuture<Boolean> hears =
          execution
              .result()
              .thenApply(
                  result -> {
                    other.set(Thread.startVirtualThread(() -> execution.stop("Late", null)));
                    return ends(other.get());
                  });
      released.countDown();

      assertThat(hears.get()).as("the other stop returns").isTrue();
    }
  }

  @Test
  void aListenerMayStopItsExecutionWhileSomebodyElseDoes() throws InterruptedException {
    for (int i = 0; i < 200; i++) {
      AtomicReference<Execution> started = new AtomicReference<>();
      CountDownLatch known = new CountDownLatch(1);
      ExecutionListener stopping =
          new ExecutionListener() {
            @Override
            public void onEvent(String executionArn, HistoryEvent event) {
              if (event.type() == EventType.PASS_STATE_ENTERED) {
                awaitUnchecked(known);
                started.get().stop("Listener", null);
              }
            }
          };
      HistoryRecorder recorder = new HistoryRecorder();
      try (Engine engine = Engine.builder().listener(recorder).listener(stopping).build()) {
        Execution execution =
            engine.start(
                Machines.ofState("'Type': 'Pass', 'End': true"), ExecutionRequest.of(EMPTY));
        started.set(execution);
        known.countDown();
        boolean mine = execution.stop("Me", null);

        assertThat(execution.await())
            .isEqualTo(new ExecutionResult.Aborted(mine ? "Me" : "Listener", null));
        assertThat(recorder.events(execution.arn()))
            .filteredOn(event -> event.type().endsExecution())
            .hasSize(1);
      }
    }
  }

  @Test
  void whoHearsOfATimeoutHoldsUpNoOtherTimer() throws InterruptedException {
    StateMachine timesOut =
        Machines.machine(
            "{'TimeoutSeconds': 1, 'StartAt': 'W', 'States': {'W': {'Type': 'Wait', 'Seconds':"
                + " 9999, 'End': true}}}");
    StateMachine waits = Machines.ofState("'Type': 'Wait', 'Seconds': 1, 'End': true");
    try (Engine engine = Engine.builder().build()) {
      CountDownLatch heard = new CountDownLatch(1);
      CompletableFuture<?> unused =
          engine
              .start(timesOut, ExecutionRequest.of(EMPTY))
              .result()
              .thenAccept(
                  result -> {
                    heard.countDown();
                    awaitUnchecked(released);
                  });
      heard.await();

      assertThat(engine.run(waits, EMPTY).status()).isEqualTo("SUCCEEDED");
      released.countDown();
    }
  }

  @Test
  void anExecutionThatGetsNoThreadFailsForAllWhoHaveItsHandle() {
    AtomicReference<Engine> engine = new AtomicReference<>();
    AtomicReference<Execution> seen = new AtomicReference<>();
    AtomicBoolean refuses = new AtomicBoolean(true);
    ThreadFactory threads =
        body -> {
          if (refuses.get()) {
            seen.set(engine.get().list(ExecutionQuery.all()).getFirst());
            throw new IllegalStateException("no more threads");
          }
          return Thread.ofVirtual().unstarted(body);
        };
    HistoryRecorder recorder = new HistoryRecorder();
    engine.set(
        Engine.builder().threads(threads).listener(recorder).maxOpen(1, WhenFull.REFUSE).build());
    StateMachine machine =
        Machines.machine(
            "{'TimeoutSeconds': 3600, 'StartAt': 'S', 'States': {'S': {'Type': 'Succeed'}}}");

    assertThatIllegalStateException()
        .isThrownBy(() -> engine.get().start(machine, ExecutionRequest.of(EMPTY).withName("n")))
        .withMessage("no more threads");

    assertThat(seen.get().await())
        .isEqualTo(
            new ExecutionResult.Failed(
                "States.Runtime", "The execution could not be started: no more threads"));
    assertThat(recorder.events(seen.get().arn()).getLast().type())
        .isEqualTo(EventType.EXECUTION_FAILED);
    assertThat(engine.get().load()).isEqualTo(new Load(0, 0, 0));
    refuses.set(false);
    assertThat(engine.get().run(machine, EMPTY).status()).isEqualTo("SUCCEEDED");
    engine.get().close();
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void aStateThatGetsNoThreadFailsItsExecution(Kind kind) {
    List<StateMachine> machines =
        List.of(
            Machines.ofState(
                "'Type': 'Parallel', 'End': true, 'Branches': [{'StartAt': 'A', 'States': {'A':"
                    + " {'Type': 'Succeed'}}}, {'StartAt': 'B', 'States': {'B': {'Type':"
                    + " 'Succeed'}}}]"),
            Machines.ofState(TASK + ", 'TimeoutSeconds': 5"));
    for (StateMachine machine : machines) {
      AtomicInteger left = new AtomicInteger(kind == Kind.REAL ? 1 : 2);
      ThreadFactory few =
          body -> left.getAndDecrement() > 0 ? Thread.ofVirtual().unstarted(body) : null;
      try (Engine engine = kind.engine().threads(few).handlers(all(call -> EMPTY)).build()) {
        ExecutionResult result = engine.run(machine, EMPTY);

        assertThat(result)
            .isIn(
                new ExecutionResult.Failed(
                    "States.Runtime",
                    "The engine got no thread to go on with: The ThreadFactory of the engine gave"
                        + " no thread."),
                // A task in modelled time needs no thread of its own.
                new ExecutionResult.Succeeded(EMPTY));
        assertThat(result.status().equals("SUCCEEDED"))
            .isEqualTo(kind == Kind.MODELLED && machine.equals(machines.getLast()));
      }
    }
  }

  @Test
  void aModelledExecutionWithoutASecondThreadFailsLikeOneThatCouldNotBeStarted() {
    AtomicInteger left = new AtomicInteger(1);
    ThreadFactory few =
        body -> left.getAndDecrement() > 0 ? Thread.ofVirtual().unstarted(body) : null;
    try (Engine engine = Kind.MODELLED.engine().threads(few).build()) {
      assertThat(engine.run(DONE, EMPTY))
          .isEqualTo(
              new ExecutionResult.Failed(
                  "States.Runtime",
                  "The execution could not be started: The ThreadFactory of the engine gave no"
                      + " thread."));
    }
  }

  @Test
  void whoIsGivenAnExecutionBeforeItIsLaunchedCanStopIt() throws InterruptedException {
    AtomicReference<Engine> engine = new AtomicReference<>();
    AtomicBoolean stopped = new AtomicBoolean();
    AtomicReference<Thread> stopping = new AtomicReference<>();
    ThreadFactory threads =
        body -> {
          Execution early = engine.get().list(ExecutionQuery.all()).getFirst();
          stopping.compareAndSet(
              null, Thread.startVirtualThread(() -> stopped.set(early.stop("Early", null))));
          return Thread.ofVirtual().unstarted(body);
        };
    engine.set(Engine.builder().threads(threads).handlers(all(held())).build());

    Execution execution = engine.get().start(Machines.ofState(TASK), ExecutionRequest.of(EMPTY));

    stopping.get().join();
    assertThat(stopped).isTrue();
    assertThat(execution.await()).isEqualTo(new ExecutionResult.Aborted("Early", null));
    engine.get().close();
  }

  @Test
  void whatIsForgottenKeepsNoFrames() {
    StateMachine failing = Machines.ofState("'Type': 'Fail', 'Error': 'E', 'Cause': 'c'");
    try (Engine engine = Engine.builder().redrivable(true).rememberClosed(1).build()) {
      Execution first = engine.start(failing, ExecutionRequest.of(EMPTY));
      first.await();
      engine.run(failing, EMPTY);

      assertThatIllegalStateException()
          .isThrownBy(() -> engine.redrive(first))
          .withMessageContaining("keeps no frames of the execution");
    }
  }

  @Test
  void aStartThatIsStoppedBeforeItsTimeHasBegunAllTheSame() {
    HistoryRecorder recorder = new HistoryRecorder();
    try (Engine engine = Engine.builder().listener(recorder).redrivable(true).build()) {
      Execution execution =
          engine.start(
              DONE,
              ExecutionRequest.of(Machines.json("{'n': 1}"))
                  .startingAt(Instant.parse("9999-01-01T00:00:00Z")));

      assertThat(execution.stop("Never", "mind")).isTrue();
      assertThat(execution.await()).isEqualTo(new ExecutionResult.Aborted("Never", "mind"));
      assertThat(engine.redrive(execution).await().status()).isEqualTo("SUCCEEDED");

      assertThat(Histories.lines(recorder.events(execution.arn())))
          .containsExactly(
              "1 <- 0 ExecutionStarted {\"n\":1}",
              "2 <- 0 ExecutionAborted Never: mind",
              "3 <- 2 ExecutionRedriven #1",
              "4 <- 3 SucceedStateEntered S {\"n\":1}",
              "5 <- 4 SucceedStateExited S {\"n\":1}",
              "6 <- 5 ExecutionSucceeded {\"n\":1}");
    }
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void whoeverStopsAnExecutionAtOnceStopsOneThatHasBegun(Kind kind) {
    for (int i = 0; i < 500; i++) {
      HistoryRecorder recorder = new HistoryRecorder();
      try (Engine engine = kind.engine().listener(recorder).build()) {
        Execution execution = engine.start(DONE, ExecutionRequest.of(EMPTY));
        execution.stop(null, null);

        assertThat(recorder.events(execution.arn()).getFirst().type())
            .isEqualTo(EventType.EXECUTION_STARTED);
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void aListenerMayStopAnExecutionAtItsFirstEvent(Kind kind) {
    AtomicReference<Engine> engine = new AtomicReference<>();
    ExecutionListener stopping =
        (arn, event) -> {
          if (event.type() == EventType.EXECUTION_STARTED) {
            engine.get().find(arn).orElseThrow().stop("Refused", null);
          }
        };
    engine.set(kind.engine().listener(stopping).build());

    assertThat(engine.get().run(DONE, EMPTY))
        .isEqualTo(new ExecutionResult.Aborted("Refused", null));
    engine.get().close();
  }

  private TaskHandler held() {
    return call -> {
      released.await();
      return EMPTY;
    };
  }

  private TaskHandler stubborn() {
    return call -> {
      begun.countDown();
      boolean waiting = true;
      while (waiting) {
        try {
          released.await();
          waiting = false;
        } catch (InterruptedException ignored) {
          // Works on.
        }
      }
      return EMPTY;
    };
  }

  private static boolean ends(Thread thread) {
    try {
      return thread.join(Duration.ofSeconds(20));
    } catch (InterruptedException unexpected) {
      throw new IllegalStateException(unexpected);
    }
  }

  private static void awaitUnchecked(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException unexpected) {
      throw new IllegalStateException(unexpected);
    }
  }

  private static TaskHandlers all(TaskHandler handler) {
    return TaskHandlers.builder().resource("*", handler).build();
  }
}
