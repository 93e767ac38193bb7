package io.asl4j.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.fasterxml.jackson.databind.JsonNode;
import io.asl4j.core.model.StateMachine;
import io.asl4j.runtime.history.EventType;
import io.asl4j.runtime.logs.RecordedLogs;
import io.asl4j.runtime.task.TaskHandler;
import io.asl4j.runtime.task.TaskHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Closing an engine: it starts no more, waits for what ends in time, stops the rest. */
@Timeout(60)
class ClosingTest {

  private static final JsonNode EMPTY = Machines.json("{}");
  private static final ExecutionResult CLOSED =
      new ExecutionResult.Aborted("States.Runtime", "The engine was closed.");
  private static final StateMachine CALL =
      Machines.ofState(
          "'Type': 'Task', 'End': true, 'Resource': 'arn:aws:states:::sqs:sendMessage'");

  private final CountDownLatch begun = new CountDownLatch(1);
  private final CountDownLatch released = new CountDownLatch(1);
  private final ThreadsOfTest threads = new ThreadsOfTest();

  private final TaskHandlers held =
      TaskHandlers.builder()
          .resource(
              "*",
              call -> {
                begun.countDown();
                released.await();
                return call.arguments();
              })
          .build();

  @Test
  void whatEndsInTimeIsWaitedFor() throws InterruptedException {
    Engine engine = Engine.builder().threads(threads).handlers(held).build();
    Execution execution = engine.start(CALL, ExecutionRequest.of(EMPTY));
    begun.await();
    AtomicInteger stopped = new AtomicInteger(-1);
    Thread closing =
        Thread.startVirtualThread(() -> stopped.set(engine.close(Duration.ofHours(1))));
    awaitClosed(engine);

    released.countDown();

    closing.join();
    assertThat(stopped).hasValue(0);
    assertThat(execution.await()).isEqualTo(new ExecutionResult.Succeeded(EMPTY));
    threads.awaitEnds();
  }

  /** From then on it starts nothing, which is how a caller sees that closing has begun. */
  private static void awaitClosed(Engine engine) {
    boolean open = true;
    while (open) {
      try {
        engine.run(Machines.ofState("'Type': 'Succeed'"), EMPTY);
      } catch (IllegalStateException closed) {
        open = false;
      }
    }
  }

  @Test
  void whatTakesLongerIsStoppedAndCounted() throws InterruptedException {
    Engine engine = Engine.builder().threads(threads).handlers(held).build();
    Execution execution = engine.start(CALL, ExecutionRequest.of(EMPTY));
    begun.await();

    assertThat(engine.close(Duration.ofMillis(1))).isEqualTo(1);

    assertThat(execution.await()).isEqualTo(CLOSED);
    assertThat(engine.close(Duration.ofMillis(1))).isZero();
    threads.awaitEnds();
  }

  @Test
  void nothingIsPendingInAClosedEngine() throws InterruptedException {
    List<StateMachine> machines =
        List.of(
            Machines.machine(
                "{'TimeoutSeconds': 9000, 'StartAt': 'W', 'States': {'W': {'Type': 'Wait',"
                    + " 'Seconds': 8000, 'End': true}}}"),
            Machines.ofState(
                "'Type': 'Task', 'End': true, 'TimeoutSeconds': 9000, 'Parameters': {'t.$':"
                    + " '$$.Task.Token'}, 'Resource':"
                    + " 'arn:aws:states:::sqs:sendMessage.waitForTaskToken'"),
            CALL);
    Engine engine =
        Engine.builder()
            .threads(threads)
            .handlers(
                TaskHandlers.builder()
                    .resource(
                        "*",
                        call -> {
                          call.later(Duration.ofDays(9), () -> {});
                          begun.countDown();
                          if (!call.request().waitsForToken()) {
                            call.sleep(Duration.ofDays(9));
                          }
                          return EMPTY;
                        })
                    .build())
            .build();
    List<Execution> open = new ArrayList<>();
    for (StateMachine machine : machines) {
      open.add(engine.start(machine, ExecutionRequest.of(EMPTY)));
      open.add(
          engine.start(
              machine,
              ExecutionRequest.of(EMPTY).startingAt(Instant.parse("9999-01-01T00:00:00Z"))));
    }
    begun.await();

    assertThat(engine.close(Duration.ZERO)).isEqualTo(6);

    threads.awaitEnds();
    assertThat(open).allSatisfy(each -> assertThat(each.await()).isEqualTo(CLOSED));
    assertThat(engine.load()).isEqualTo(new Load(0, 0, 0));
    assertThatIllegalStateException()
        .isThrownBy(() -> engine.run(CALL, EMPTY))
        .withMessage("The engine is closed; start executions before close().");
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void closingWaitsUntilInterruptedHandlersHaveTidiedUp(Kind kind) throws InterruptedException {
    AtomicBoolean tidied = new AtomicBoolean();
    CountDownLatch interrupted = new CountDownLatch(1);
    Engine engine =
        kind.engine().threads(threads).handlers(all(tidying(interrupted, tidied))).build();
    engine.start(CALL, ExecutionRequest.of(EMPTY));
    begun.await();
    AtomicBoolean tidiedBeforeClosed = new AtomicBoolean();
    Thread closing =
        Thread.startVirtualThread(
            () -> {
              engine.close();
              tidiedBeforeClosed.set(tidied.get());
            });
    interrupted.await();

    released.countDown();

    closing.join();
    assertThat(tidiedBeforeClosed).isTrue();
    threads.awaitEnds();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ", 'TimeoutSeconds': 600"})
  void aHandlerOnAnExecutorIsWaitedForToo(String timed) throws InterruptedException {
    AtomicBoolean tidied = new AtomicBoolean();
    CountDownLatch interrupted = new CountDownLatch(1);
    StateMachine machine =
        Machines.ofState(
            "'Type': 'Task', 'End': true, 'Resource': 'arn:aws:states:::sqs:sendMessage'" + timed);
    Engine engine =
        Engine.builder()
            .executor(Thread::startVirtualThread)
            .handlers(all(tidying(interrupted, tidied)))
            .build();
    engine.start(machine, ExecutionRequest.of(EMPTY));
    begun.await();
    AtomicBoolean tidiedBeforeClosed = new AtomicBoolean();
    Thread closing =
        Thread.startVirtualThread(
            () -> {
              engine.close();
              tidiedBeforeClosed.set(tidied.get());
            });
    interrupted.await();

    released.countDown();

    closing.join();
    assertThat(tidiedBeforeClosed).isTrue();
  }

  /** Tidies up when it is interrupted, for as long as the test likes. */
  private TaskHandler tidying(CountDownLatch interrupted, AtomicBoolean tidied) {
    return call -> {
      begun.countDown();
      try {
        new CountDownLatch(1).await();
      } catch (InterruptedException stopped) {
        interrupted.countDown();
        released.await();
        tidied.set(true);
      }
      return EMPTY;
    };
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ", 'TimeoutSeconds': 600"})
  void aHandlerThatIgnoresItsInterruptIsLoggedOnceWithItsPlace(String timed)
      throws InterruptedException {
    String name = "stays-" + System.identityHashCode(this);
    StateMachine machine =
        Machines.ofState(
            "'Type': 'Task', 'End': true, 'Resource': 'arn:aws:states:::sqs:sendMessage'" + timed);
    Engine engine = Engine.builder().threads(threads).handlers(all(stubborn())).build();
    engine.start(machine, ExecutionRequest.of(EMPTY).withName(name));
    begun.await();

    assertThat(engine.close(Duration.ZERO)).isEqualTo(1);
    assertThat(engine.close(Duration.ZERO)).isZero();

    assertThat(RecordedLogs.linesWith(name))
        .singleElement()
        .asString()
        .startsWith("WARN The task handler of the state `S` (arn:aws:states:")
        .contains(
            " goes on 5 s after the engine was closed; its thread `test-asl-",
            "is left until it ends.");
    released.countDown();
    threads.awaitEnds();
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

  @ParameterizedTest
  @EnumSource(Kind.class)
  void aHandlerMayCloseItsEngine(Kind kind) throws InterruptedException {
    AtomicReference<Engine> engine = new AtomicReference<>();
    AtomicInteger stopped = new AtomicInteger();
    engine.set(
        kind.engine()
            .threads(threads)
            .handlers(
                all(
                    call -> {
                      stopped.set(engine.get().close(Duration.ZERO));
                      return EMPTY;
                    }))
            .build());

    assertThat(engine.get().run(CALL, EMPTY)).isEqualTo(CLOSED);

    threads.awaitEnds();
    assertThat(stopped).hasValue(1);
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void aListenerMayCloseItsEngine(Kind kind) throws InterruptedException {
    AtomicReference<Engine> engine = new AtomicReference<>();
    engine.set(
        kind.engine()
            .threads(threads)
            .listener(
                (arn, event) -> {
                  if (event.type() == EventType.PASS_STATE_ENTERED) {
                    engine.get().close();
                  }
                })
            .build());

    assertThat(engine.get().run(Machines.ofState("'Type': 'Pass', 'End': true"), EMPTY))
        .isEqualTo(CLOSED);

    threads.awaitEnds();
  }

  @Test
  void whoIsInterruptedWhileClosingStopsAllAndKeepsTheInterrupt() throws InterruptedException {
    Engine engine = Engine.builder().threads(threads).handlers(all(stubborn())).build();
    Execution execution = engine.start(CALL, ExecutionRequest.of(EMPTY));
    begun.await();

    Thread.currentThread().interrupt();
    int stopped = engine.close(Duration.ofHours(1));

    assertThat(Thread.interrupted()).isTrue();
    assertThat(stopped).isEqualTo(1);
    assertThat(execution.await()).isEqualTo(CLOSED);
    released.countDown();
    threads.awaitEnds();
  }

  private static TaskHandlers all(TaskHandler handler) {
    return TaskHandlers.builder().resource("*", handler).build();
  }
}
