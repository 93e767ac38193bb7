package io.asl4j.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.asl4j.core.model.StateMachine;
import io.asl4j.runtime.failure.StateFailed;
import io.asl4j.runtime.task.TaskHandler;
import io.asl4j.runtime.task.TaskHandlers;
import io.asl4j.runtime.task.TaskTokens;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Exactly one of several attempts to complete a token wins. */
@Timeout(60)
class TokensTest {

  private static final JsonNode EMPTY = Machines.json("{}");
  private static final String TASK =
      "'Type': 'Task', 'End': true, 'Parameters': {'t.$': '$$.Task.Token'}, 'Resource':"
          + " 'arn:aws:states:::sqs:sendMessage.waitForTaskToken'";
  private static final StateMachine MACHINE = Machines.ofState(TASK);

  private final BlockingQueue<String> handedOut = new LinkedBlockingQueue<>();

  private final TaskHandler handingOut =
      call -> {
        handedOut.add(call.taskToken().orElseThrow());
        return Machines.json("{'MessageId': 'm'}");
      };

  @Test
  void aTokenIsHandedBackAfterTheHandlerHasReturned() throws InterruptedException {
    try (Engine engine = Kind.REAL.engine().handlers(all(handingOut)).build()) {
      Execution execution = engine.start(MACHINE, ExecutionRequest.of(EMPTY));
      String token = handedOut.take();

      assertThat(engine.tokens().heartbeat(token)).isEqualTo(TaskTokens.Answer.ACCEPTED);
      assertThat(engine.tokens().succeed(token, Machines.json("5")))
          .isEqualTo(TaskTokens.Answer.ACCEPTED);

      assertThat(execution.await().output()).isEqualTo(Machines.json("5"));
      assertThat(engine.tokens().succeed(token, EMPTY)).isEqualTo(TaskTokens.Answer.TASK_TIMED_OUT);
      assertThat(engine.tokens().fail(token, null, null))
          .isEqualTo(TaskTokens.Answer.TASK_TIMED_OUT);
      assertThat(engine.tokens().heartbeat(token)).isEqualTo(TaskTokens.Answer.TASK_TIMED_OUT);
    }
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void theFirstOfSeveralCompletionsWins(Kind kind) {
    AtomicReference<TaskTokens.Answer> second = new AtomicReference<>();
    AtomicReference<TaskTokens.Answer> beat = new AtomicReference<>();
    TaskHandler handler =
        call -> {
          String token = call.taskToken().orElseThrow();
          assertThat(call.tokens().succeed(token, Machines.json("1")))
              .isEqualTo(TaskTokens.Answer.ACCEPTED);
          second.set(call.tokens().fail(token, "Late", null));
          beat.set(call.tokens().heartbeat(token));
          return EMPTY;
        };
    try (Engine engine = kind.engine().handlers(all(handler)).build()) {
      assertThat(engine.run(MACHINE, EMPTY).output()).isEqualTo(Machines.json("1"));
    }
    assertThat(second).hasValue(TaskTokens.Answer.TASK_TIMED_OUT);
    assertThat(beat).hasValue(TaskTokens.Answer.TASK_TIMED_OUT);
  }

  @Test
  void ofManyThreadsExactlyOneWins() throws InterruptedException {
    try (Engine engine = Kind.REAL.engine().handlers(all(handingOut)).build()) {
      for (int round = 0; round < 20; round++) {
        Execution execution = engine.start(MACHINE, ExecutionRequest.of(EMPTY));
        String token = handedOut.take();
        CountDownLatch ready = new CountDownLatch(1);
        AtomicInteger accepted = new AtomicInteger();
        AtomicReference<JsonNode> winner = new AtomicReference<>();
        Thread[] threads = new Thread[50];
        for (int i = 0; i < threads.length; i++) {
          JsonNode own = Machines.json("" + i);
          threads[i] =
              Thread.startVirtualThread(
                  () -> {
                    awaitUnchecked(ready);
                    if (engine.tokens().succeed(token, own) == TaskTokens.Answer.ACCEPTED) {
                      accepted.incrementAndGet();
                      winner.set(own);
                    }
                  });
        }

        ready.countDown();
        for (Thread thread : threads) {
          thread.join();
        }

        assertThat(accepted).hasValue(1);
        assertThat(execution.await().output()).isEqualTo(winner.get());
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void aTokenThatNeverWasDoesNotExist(Kind kind) {
    try (Engine engine = kind.engine().build()) {
      assertThat(engine.tokens().succeed("none", EMPTY))
          .isEqualTo(TaskTokens.Answer.TASK_DOES_NOT_EXIST);
      assertThat(engine.tokens().fail("none", "E", "c"))
          .isEqualTo(TaskTokens.Answer.TASK_DOES_NOT_EXIST);
      assertThat(engine.tokens().heartbeat("none"))
          .isEqualTo(TaskTokens.Answer.TASK_DOES_NOT_EXIST);
    }
  }

  @Test
  void aTokenOfAStoppedExecutionIsOver() throws InterruptedException {
    ThreadsOfTest threads = new ThreadsOfTest();
    try (Engine engine = Kind.REAL.engine().threads(threads).handlers(all(handingOut)).build()) {
      Execution execution = engine.start(MACHINE, ExecutionRequest.of(EMPTY));
      String token = handedOut.take();

      execution.stop(null, null);
      threads.awaitEnds();

      assertThat(engine.tokens().succeed(token, EMPTY)).isEqualTo(TaskTokens.Answer.TASK_TIMED_OUT);
    }
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void aHandlerThatFailsWithoutATokenFailsTheTask(Kind kind) {
    TaskHandler failing =
        call -> {
          throw StateFailed.of("Refused", "by the queue");
        };
    try (Engine engine = kind.engine().handlers(all(failing)).build()) {
      assertThat(engine.run(MACHINE, EMPTY))
          .isEqualTo(new ExecutionResult.Failed("Refused", "by the queue"));
    }
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void aTokenThatNobodyWaitsForCompletesNothing(Kind kind) {
    AtomicReference<TaskTokens.Answer> answer = new AtomicReference<>();
    TaskHandler handler =
        call -> {
          answer.set(call.tokens().fail(call.taskToken().orElseThrow(), "Early", null));
          return Machines.json("'returned'");
        };
    String job =
        TASK.replace("sqs:sendMessage.waitForTaskToken", "glue:startJobRun.sync")
            + ", 'TimeoutSeconds': 600";
    try (Engine engine = kind.engine().handlers(all(handler)).build()) {
      assertThat(engine.run(Machines.ofState(job), EMPTY).output())
          .isEqualTo(Machines.json("'returned'"));
    }
    assertThat(answer).hasValue(TaskTokens.Answer.TASK_TIMED_OUT);
  }

  @Test
  void noTwoTasksShareAToken() {
    Set<String> tokens = ConcurrentHashMap.newKeySet();
    TaskHandler handler =
        call -> {
          String token = call.taskToken().orElseThrow();
          tokens.add(token);
          call.tokens().succeed(token, EMPTY);
          return EMPTY;
        };
    StateMachine machine =
        Machines.machine(
            "{'StartAt': 'M', 'States': {'M': {'Type': 'Map', 'End': true, 'ItemsPath':"
                + " '$.outer', 'ResultSelector': {}, 'MaxConcurrency': 4, 'ItemProcessor':"
                + " {'StartAt': 'N', 'States': {'N': {'Type': 'Map', 'End': true, 'ItemsPath':"
                + " '$$.Execution.Input.inner', 'ResultSelector': {}, 'MaxConcurrency': 4,"
                + " 'ItemProcessor': {'StartAt': 'S', 'States': {'S': {"
                + TASK
                + "}}}}}}}}}");
    String numbers = "[" + "0,".repeat(149) + "0]";
    try (Engine engine = Kind.MODELLED.engine().handlers(all(handler)).build()) {
      engine
          .start(
              machine,
              ExecutionRequest.of(
                      Machines.json("{'outer': " + numbers + ", 'inner': " + numbers + "}"))
                  .withSeed(7))
          .await()
          .output();
    }
    assertThat(tokens).hasSize(150 * 150);
    assertThat(tokens).allMatch(token -> token.matches("[0-9a-f]{64}"));
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
