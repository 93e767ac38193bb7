package io.asl4j.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.asl4j.core.model.StateMachine;
import io.asl4j.runtime.failure.StateFailed;
import io.asl4j.runtime.task.TaskHandler;
import io.asl4j.runtime.task.TaskHandlers;
import io.asl4j.runtime.task.TaskTokens;
import io.asl4j.runtime.walk.Limits;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
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

  @ParameterizedTest
  @EnumSource(Kind.class)
  void whatAwsWouldNotAcceptIsRefusedAndTheTaskWaitsOn(Kind kind) {
    List<String> refusals = new ArrayList<>();
    TaskHandler worker =
        call -> {
          String token = call.taskToken().orElseThrow();
          TaskTokens tokens = call.tokens();
          refusals.add(refusal(() -> tokens.succeed(token, text(262_143))));
          refusals.add(refusal(() -> tokens.succeed(token, MissingNode.getInstance())));
          refusals.add(refusal(() -> tokens.fail(token, "E".repeat(257), null)));
          refusals.add(refusal(() -> tokens.fail(token, "E", "c".repeat(32_769))));
          tokens.succeed(token, text(262_142));
          return EMPTY;
        };
    try (Engine engine = kind.engine().limits(Limits.aws()).handlers(all(worker)).build()) {
      assertThat(engine.run(MACHINE, EMPTY).output()).isEqualTo(text(262_142));
    }

    assertThat(refusals)
        .containsExactly(
            "The output for a task token takes 262,145 bytes of JSON, and 262,144 is the limit of"
                + " this engine; hand back a reference to the data, or build the engine with other"
                + " limits.",
            "The output for a task token is a MissingNode; hand back a JSON value, such as NullNode"
                + " for null.",
            "The error name for a task token has 257 characters, and 256 is the limit of this"
                + " engine; shorten it, or build the engine with other limits.",
            "The cause for a task token has 32,769 characters, and 32,768 is the limit of this"
                + " engine; shorten it, or build the engine with other limits.");
  }

  @Test
  void withoutLimitsATokenBringsWhateverItLikes() {
    TaskHandler worker =
        call -> {
          call.tokens().succeed(call.taskToken().orElseThrow(), text(1_000_000));
          return EMPTY;
        };
    try (Engine engine = Kind.REAL.engine().handlers(all(worker)).build()) {
      assertThat(engine.run(MACHINE, EMPTY).output()).isEqualTo(text(1_000_000));
    }
  }

  private static JsonNode text(int length) {
    return TextNode.valueOf("x".repeat(length));
  }

  private static String refusal(ThrowingCallable call) {
    return catchThrowableOfType(IllegalArgumentException.class, call).getMessage();
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
