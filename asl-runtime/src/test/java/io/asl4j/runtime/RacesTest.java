package io.asl4j.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.asl4j.core.model.StateMachine;
import io.asl4j.runtime.failure.StateFailed;
import io.asl4j.runtime.task.TaskCall;
import io.asl4j.runtime.task.TaskHandler;
import io.asl4j.runtime.task.TaskTokens.Answer;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Whoever races to end a task or an execution: one wins, the history tells the same end as the
 * result, both racers are told the truth, and nothing is left behind. Every build runs some hundred
 * rounds of each race; the system property {@code asl4j.races.rounds} makes them more, and {@code
 * asl4j.races.seed} varies the head starts.
 */
@Timeout(600)
class RacesTest {

  private static final int ROUNDS = Integer.getInteger("asl4j.races.rounds", 300);
  private static final long SEED = Long.getLong("asl4j.races.seed", 1);

  private static final JsonNode ONE = Machines.json("1");
  private static final StateMachine TOKEN =
      Machines.ofState(
          "'Type': 'Task', 'End': true, 'TimeoutSeconds': 9000, 'Parameters': {'t.$':"
              + " '$$.Task.Token'}, 'Resource':"
              + " 'arn:aws:states:::sqs:sendMessage.waitForTaskToken'");
  private static final StateMachine BEATING =
      Machines.ofState(
          "'Type': 'Task', 'End': true, 'TimeoutSeconds': 99999999, 'HeartbeatSeconds': 9000,"
              + " 'Parameters': {'t.$': '$$.Task.Token'}, 'Resource':"
              + " 'arn:aws:states:::sqs:sendMessage.waitForTaskToken'");
  private static final StateMachine CALL =
      Machines.ofState(
          "'Type': 'Task', 'End': true, 'Resource': 'arn:aws:states:::sqs:sendMessage'");
  private static final StateMachine TIMED_CALL =
      Machines.ofState(
          "'Type': 'Task', 'End': true, 'TimeoutSeconds': 9000, 'Resource':"
              + " 'arn:aws:states:::sqs:sendMessage'");
  private static final StateMachine SHORT_LIVED =
      Machines.machine(
          "{'TimeoutSeconds': 1, 'StartAt': 'S', 'States': {'S': {'Type': 'Task', 'End': true,"
              + " 'Resource': 'arn:aws:states:::sqs:sendMessage'}}}");
  private static final StateMachine SIBLINGS =
      Machines.machine(
          "{'StartAt': 'P', 'States': {'P': {'Type': 'Parallel', 'End': true, 'Branches':"
              + " [{'StartAt': 'A', 'States': {'A': {'Type': 'Task', 'End': true, 'TimeoutSeconds':"
              + " 9000, 'Parameters': {'t.$': '$$.Task.Token'}, 'Resource':"
              + " 'arn:aws:states:::sqs:sendMessage.waitForTaskToken'}}}, {'StartAt': 'B',"
              + " 'States': {'B': {'Type': 'Task', 'End': true, 'TimeoutSeconds': 9000,"
              + " 'Parameters': {'t.$': '$$.Task.Token'}, 'Resource':"
              + " 'arn:aws:states:::sqs:sendMessage.waitForTaskToken'}}}]}}}");

  private static final TaskHandler ANSWERING = call -> Arena.EMPTY;
  private static final TaskHandler FAILING =
      call -> {
        throw StateFailed.of("Broken", null);
      };

  private static final ExecutionResult TIMED_OUT =
      new ExecutionResult.Failed("States.Timeout", null);

  private final Duel duel = new Duel(SEED);

  @AfterEach
  void endsTheDuel() {
    duel.close();
  }

  /** Runs both at once; gives what they gave. */
  private <A, B> Answers<A, B> race(Supplier<A> one, Supplier<B> other) {
    AtomicReference<@Nullable A> first = new AtomicReference<>();
    AtomicReference<@Nullable B> second = new AtomicReference<>();
    duel.run(() -> first.set(one.get()), () -> second.set(other.get()));
    return new Answers<>(given(first), given(second));
  }

  private static <T> T given(AtomicReference<@Nullable T> answer) {
    T value = answer.get();
    if (value == null) {
      throw new AssertionError("No answer.");
    }
    return value;
  }

  private record Answers<A, B>(A one, B other) {}

  @Test
  void successAndFailureOfOneToken() {
    try (Arena arena = new Arena(ANSWERING)) {
      for (int i = 0; i < ROUNDS; i++) {
        Execution execution = arena.start(TOKEN);
        String token = arena.call().taskToken().orElseThrow();
        Answers<Answer, Answer> answers =
            race(
                () -> arena.engine().tokens().succeed(token, ONE),
                () -> arena.engine().tokens().fail(token, "No", null));

        ExecutionResult result = execution.await();
        boolean succeeded = result.equals(new ExecutionResult.Succeeded(ONE));
        assertThat(answers.one()).isEqualTo(accepted(succeeded));
        assertThat(answers.other()).isEqualTo(accepted(!succeeded));
        assertThat(succeeded || result.equals(new ExecutionResult.Failed("No", null))).isTrue();
        arena.assertEndedOnce(result, 0);
      }
      arena.assertEmpty();
    }
  }

  @Test
  void successAndTimeoutOfOneTask() {
    try (Arena arena = new Arena(ANSWERING)) {
      for (int i = 0; i < ROUNDS; i++) {
        Execution execution = arena.start(TOKEN);
        TaskCall call = arena.call();
        String token = call.taskToken().orElseThrow();
        Answers<Answer, Boolean> answers =
            race(
                () -> arena.engine().tokens().succeed(token, ONE),
                passed(() -> arena.letTimePass(call)));

        ExecutionResult result = execution.await();
        assertThat(result)
            .isEqualTo(
                answers.one() == Answer.ACCEPTED ? new ExecutionResult.Succeeded(ONE) : TIMED_OUT);
        arena.assertEndedOnce(result, 0);
      }
      arena.assertEmpty();
    }
  }

  @Test
  void heartbeatAndMissedHeartbeat() {
    try (Arena arena = new Arena(ANSWERING)) {
      for (int i = 0; i < ROUNDS; i++) {
        Execution execution = arena.start(BEATING);
        TaskCall call = arena.call();
        String token = call.taskToken().orElseThrow();
        Answers<Answer, Boolean> answers =
            race(
                () -> arena.engine().tokens().heartbeat(token),
                passed(() -> arena.letTimePass(call)));
        Answer end = arena.engine().tokens().succeed(token, ONE);

        ExecutionResult result = execution.await();
        assertThat(result)
            .isEqualTo(end == Answer.ACCEPTED ? new ExecutionResult.Succeeded(ONE) : TIMED_OUT);
        if (answers.one() != Answer.ACCEPTED) {
          assertThat(end).isEqualTo(Answer.TASK_TIMED_OUT);
        }
        arena.assertEndedOnce(result, 0);
      }
      arena.assertEmpty();
    }
  }

  @Test
  void successOfATokenAndStopOfItsExecution() {
    try (Arena arena = new Arena(ANSWERING)) {
      for (int i = 0; i < ROUNDS; i++) {
        Execution execution = arena.start(TOKEN);
        String token = arena.call().taskToken().orElseThrow();
        Answers<Answer, Boolean> answers =
            race(
                () -> arena.engine().tokens().succeed(token, ONE),
                () -> execution.stop("Enough", null));

        ExecutionResult result = execution.await();
        assertThat(result)
            .isEqualTo(
                answers.other()
                    ? new ExecutionResult.Aborted("Enough", null)
                    : new ExecutionResult.Succeeded(ONE));
        if (!answers.other()) {
          assertThat(answers.one()).isEqualTo(Answer.ACCEPTED);
        }
        arena.assertEndedOnce(result, 0);
      }
      arena.assertEmpty();
    }
  }

  @Test
  void timeoutOfATaskAndStopOfItsExecution() {
    try (Arena arena = new Arena(ANSWERING)) {
      for (int i = 0; i < ROUNDS; i++) {
        arena.shutGate();
        Execution execution = arena.start(TIMED_CALL);
        TaskCall call = arena.call();
        Answers<Boolean, Boolean> answers =
            race(passed(() -> arena.letTimePass(call)), () -> execution.stop("Enough", null));

        ExecutionResult result = execution.await();
        assertThat(result)
            .isEqualTo(answers.other() ? new ExecutionResult.Aborted("Enough", null) : TIMED_OUT);
        arena.assertEndedOnce(result, 0);
      }
      arena.assertEmpty();
    }
  }

  @Test
  void failureOfAHandlerAndSuccessOfItsToken() {
    try (Arena arena = new Arena(FAILING)) {
      for (int i = 0; i < ROUNDS; i++) {
        arena.shutGate();
        Execution execution = arena.start(TOKEN);
        String token = arena.call().taskToken().orElseThrow();
        Answers<Answer, Boolean> answers =
            race(() -> arena.engine().tokens().succeed(token, ONE), passed(arena::openGate));

        ExecutionResult result = execution.await();
        assertThat(result)
            .isEqualTo(
                answers.one() == Answer.ACCEPTED
                    ? new ExecutionResult.Succeeded(ONE)
                    : new ExecutionResult.Failed("Broken", null));
        arena.assertEndedOnce(result, 0);
      }
      arena.assertEmpty();
    }
  }

  @Test
  void resultOfAHandlerAndItsTimeout() {
    try (Arena arena = new Arena(ANSWERING)) {
      for (int i = 0; i < ROUNDS; i++) {
        arena.shutGate();
        Execution execution = arena.start(TIMED_CALL);
        TaskCall call = arena.call();
        duel.run(arena::openGate, () -> arena.letTimePass(call));

        ExecutionResult result = execution.await();
        assertThat(result).isIn(TIMED_OUT, new ExecutionResult.Succeeded(Arena.EMPTY));
        arena.assertEndedOnce(result, 0);
      }
      arena.assertEmpty();
    }
  }

  @Test
  void twoStopsAndTheEndOfTheWork() {
    try (Arena arena = new Arena(ANSWERING)) {
      for (int i = 0; i < ROUNDS; i++) {
        arena.shutGate();
        Execution execution = arena.start(i % 2 == 0 ? CALL : TIMED_CALL);
        TaskCall unused = arena.call();
        Answers<Boolean, Boolean> answers =
            race(
                () -> execution.stop("One", null),
                () -> {
                  arena.openGate();
                  return execution.stop("Other", null);
                });

        ExecutionResult result = execution.await();
        assertThat(answers.one() && answers.other()).isFalse();
        assertThat(result)
            .isEqualTo(
                answers.one()
                    ? new ExecutionResult.Aborted("One", null)
                    : answers.other()
                        ? new ExecutionResult.Aborted("Other", null)
                        : new ExecutionResult.Succeeded(Arena.EMPTY));
        arena.assertEndedOnce(result, 0);
      }
      arena.assertEmpty();
    }
  }

  /** It has some microseconds left when it starts. */
  @Test
  void timeoutOfAMachineAndStop() {
    try (Arena arena = new Arena(ANSWERING)) {
      for (int i = 0; i < ROUNDS; i++) {
        arena.shutGate();
        Execution execution =
            arena.start(
                SHORT_LIVED,
                ExecutionRequest.of(Arena.EMPTY)
                    .startingAt(arena.instant().minusSeconds(1).plusNanos(50_000L + i % 100_000)));
        Answers<Boolean, Boolean> answers =
            race(() -> execution.stop("Enough", null), passed(execution::isRunning));

        ExecutionResult result = execution.await();
        assertThat(result)
            .isEqualTo(
                answers.one()
                    ? new ExecutionResult.Aborted("Enough", null)
                    : new ExecutionResult.TimedOut());
        arena.assertEndedOnce(result, 0);
      }
      arena.assertEmpty();
    }
  }

  @Test
  void failureOfOneBranchAndSuccessOfTheOther() {
    try (Arena arena = new Arena(ANSWERING)) {
      for (int i = 0; i < ROUNDS; i++) {
        Execution execution = arena.start(SIBLINGS);
        String one = arena.call().taskToken().orElseThrow();
        String other = arena.call().taskToken().orElseThrow();
        race(
            () -> arena.engine().tokens().fail(one, "No", null),
            () -> arena.engine().tokens().succeed(other, ONE));

        ExecutionResult result = execution.await();
        assertThat(result).isEqualTo(new ExecutionResult.Failed("No", null));
        arena.assertEndedOnce(result, 0);
      }
      arena.assertEmpty();
    }
  }

  @Test
  void failureOfABranchAndStop() {
    try (Arena arena = new Arena(ANSWERING)) {
      for (int i = 0; i < ROUNDS; i++) {
        Execution execution = arena.start(SIBLINGS);
        String one = arena.call().taskToken().orElseThrow();
        TaskCall unused = arena.call();
        Answers<Answer, Boolean> answers =
            race(
                () -> arena.engine().tokens().fail(one, "No", null),
                () -> execution.stop("Enough", null));

        ExecutionResult result = execution.await();
        assertThat(result)
            .isEqualTo(
                answers.other()
                    ? new ExecutionResult.Aborted("Enough", null)
                    : new ExecutionResult.Failed("No", null));
        arena.assertEndedOnce(result, 0);
      }
      arena.assertEmpty();
    }
  }

  @Test
  void twoRedrivesOfOneExecution() {
    try (Arena arena = new Arena(ANSWERING)) {
      for (int i = 0; i < ROUNDS; i++) {
        Execution failed = arena.start(TOKEN);
        arena.engine().tokens().fail(arena.call().taskToken().orElseThrow(), "No", null);
        assertThat(failed.await().status()).isEqualTo("FAILED");
        AtomicInteger redriven = new AtomicInteger();
        Runnable redrive = () -> redriven.addAndGet(redriven(arena, failed) ? 1 : 0);
        duel.run(redrive, redrive);

        assertThat(redriven).hasValue(1);
        String token = arena.call().taskToken().orElseThrow();
        assertThat(arena.engine().tokens().succeed(token, ONE)).isEqualTo(Answer.ACCEPTED);
        Execution current = arena.engine().find(failed.arn()).orElseThrow();
        arena.assertEndedOnce(current.await(), 1);
      }
      arena.assertEmpty();
    }
  }

  @Test
  void stopAndRedriveOfWhatWasStopped() {
    try (Arena arena = new Arena(ANSWERING)) {
      for (int i = 0; i < ROUNDS; i++) {
        Execution first = arena.start(TOKEN);
        String token = arena.call().taskToken().orElseThrow();
        first.stop("First", null);
        Answers<Boolean, Boolean> answers =
            race(
                () -> redriven(arena, first),
                () -> arena.engine().find(first.arn()).orElseThrow().stop("Again", null));

        assertThat(answers.one()).isTrue();
        Execution current = arena.engine().find(first.arn()).orElseThrow();
        current.stop("Last", null);
        assertThat(current.await())
            .isEqualTo(new ExecutionResult.Aborted(answers.other() ? "Again" : "Last", null));
        assertThat(arena.engine().tokens().succeed(token, ONE)).isEqualTo(Answer.TASK_TIMED_OUT);
        arena.assertEndedOnce(current.await(), 1);
      }
      arena.assertEmpty();
    }
  }

  @Test
  void successOfATokenAndCloseOfTheEngine() {
    for (int i = 0; i < ROUNDS / 5; i++) {
      try (Arena arena = new Arena(ANSWERING)) {
        Execution execution = arena.start(TOKEN);
        String token = arena.call().taskToken().orElseThrow();
        Answers<Answer, Integer> answers =
            race(
                () -> arena.engine().tokens().succeed(token, ONE),
                () -> arena.engine().close(java.time.Duration.ZERO));

        ExecutionResult result = execution.await();
        assertThat(result)
            .isEqualTo(
                answers.other() == 1
                    ? new ExecutionResult.Aborted("States.Runtime", "The engine was closed.")
                    : new ExecutionResult.Succeeded(ONE));
        arena.assertEndedOnce(result, 0);
        arena.assertEmpty();
      }
    }
  }

  @Test
  void startAndCloseOfTheEngine() {
    for (int i = 0; i < ROUNDS / 5; i++) {
      try (Arena arena = new Arena(ANSWERING)) {
        arena.shutGate();
        AtomicReference<@Nullable Execution> started = new AtomicReference<>();
        duel.run(
            () -> {
              try {
                started.set(arena.start(CALL));
              } catch (IllegalStateException closed) {
                assertThat(closed).hasMessageContaining("The engine is closed");
              }
            },
            () -> arena.engine().close());

        Execution execution = started.get();
        if (execution != null) {
          assertThat(execution.await())
              .isEqualTo(new ExecutionResult.Aborted("States.Runtime", "The engine was closed."));
          arena.assertEndedOnce(execution.await(), 0);
        }
        arena.assertEmpty();
      }
    }
  }

  @Test
  void twoStartsWithOneName() {
    try (Arena arena = new Arena(ANSWERING)) {
      for (int i = 0; i < ROUNDS; i++) {
        arena.shutGate();
        ExecutionRequest request = ExecutionRequest.of(Arena.EMPTY).withName("n" + i);
        AtomicBoolean refused = new AtomicBoolean();
        Supplier<List<Execution>> start =
            () -> {
              try {
                return List.of(arena.engine().start(CALL, request));
              } catch (TooManyExecutions noSecondPlace) {
                refused.set(true);
                return List.of();
              }
            };
        Answers<List<Execution>, List<Execution>> answers = race(start, start);

        arena.openGate();
        Execution execution =
            (answers.one().isEmpty() ? answers.other() : answers.one()).getFirst();
        assertThat(execution.await()).isEqualTo(new ExecutionResult.Succeeded(Arena.EMPTY));
        if (!refused.get()) {
          assertThat(answers.one()).isEqualTo(answers.other());
        }
      }
      arena.assertEmpty();
    }
  }

  private static boolean redriven(Arena arena, Execution execution) {
    try {
      arena.engine().redrive(execution);
      return true;
    } catch (IllegalStateException another) {
      return false;
    }
  }

  private static Answer accepted(boolean yes) {
    return yes ? Answer.ACCEPTED : Answer.TASK_TIMED_OUT;
  }

  /** An action that has nothing to say. */
  private static Supplier<Boolean> passed(Runnable action) {
    return () -> {
      action.run();
      return true;
    };
  }
}
