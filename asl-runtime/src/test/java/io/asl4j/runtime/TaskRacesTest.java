package io.asl4j.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.asl4j.runtime.task.TaskCall;
import io.asl4j.runtime.task.TaskTokens.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Whoever races to end a task: one wins, the history tells the same end as the result, both are
 * told the truth, and nothing is left behind. How long: see {@link Races}.
 */
@Timeout(600)
class TaskRacesTest {

  private final Races races = new Races();

  @AfterEach
  void endTheRaces() {
    races.close();
  }

  @Test
  void successAndFailureOfOneToken() {
    try (Arena arena = new Arena(Races.ANSWERING)) {
      for (int i = 0; i < Races.ROUNDS; i++) {
        Execution execution = arena.start(Races.TOKEN);
        String token = arena.call().taskToken().orElseThrow();
        Races.Answers<Answer, Answer> answers =
            races.race(
                () -> arena.engine().tokens().succeed(token, Races.ONE),
                () -> arena.engine().tokens().fail(token, "No", null));

        ExecutionResult result = execution.await();
        boolean succeeded = result.equals(new ExecutionResult.Succeeded(Races.ONE));
        assertThat(answers.one()).isEqualTo(Races.accepted(succeeded));
        assertThat(answers.other()).isEqualTo(Races.accepted(!succeeded));
        assertThat(succeeded || result.equals(new ExecutionResult.Failed("No", null))).isTrue();
        arena.assertEndedOnce(result, 0);
      }
      arena.assertEmpty();
    }
  }

  @Test
  void successAndTimeoutOfOneTask() {
    try (Arena arena = new Arena(Races.ANSWERING)) {
      for (int i = 0; i < Races.ROUNDS; i++) {
        Execution execution = arena.start(Races.TOKEN);
        TaskCall call = arena.call();
        String token = call.taskToken().orElseThrow();
        Races.Answers<Answer, Boolean> answers =
            races.race(
                () -> arena.engine().tokens().succeed(token, Races.ONE),
                Races.passed(() -> arena.letTimePass(call)));

        ExecutionResult result = execution.await();
        assertThat(result)
            .isEqualTo(
                answers.one() == Answer.ACCEPTED
                    ? new ExecutionResult.Succeeded(Races.ONE)
                    : Races.TIMED_OUT);
        arena.assertEndedOnce(result, 0);
      }
      arena.assertEmpty();
    }
  }

  @Test
  void heartbeatAndMissedHeartbeat() {
    try (Arena arena = new Arena(Races.ANSWERING)) {
      for (int i = 0; i < Races.ROUNDS; i++) {
        Execution execution = arena.start(Races.BEATING);
        TaskCall call = arena.call();
        String token = call.taskToken().orElseThrow();
        Races.Answers<Answer, Boolean> answers =
            races.race(
                () -> arena.engine().tokens().heartbeat(token),
                Races.passed(() -> arena.letTimePass(call)));
        Answer end = arena.engine().tokens().succeed(token, Races.ONE);

        ExecutionResult result = execution.await();
        assertThat(result)
            .isEqualTo(
                end == Answer.ACCEPTED
                    ? new ExecutionResult.Succeeded(Races.ONE)
                    : Races.TIMED_OUT);
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
    try (Arena arena = new Arena(Races.ANSWERING)) {
      for (int i = 0; i < Races.ROUNDS; i++) {
        Execution execution = arena.start(Races.TOKEN);
        String token = arena.call().taskToken().orElseThrow();
        Races.Answers<Answer, Boolean> answers =
            races.race(
                () -> arena.engine().tokens().succeed(token, Races.ONE),
                () -> execution.stop("Enough", null));

        ExecutionResult result = execution.await();
        assertThat(result)
            .isEqualTo(
                answers.other()
                    ? new ExecutionResult.Aborted("Enough", null)
                    : new ExecutionResult.Succeeded(Races.ONE));
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
    try (Arena arena = new Arena(Races.ANSWERING)) {
      for (int i = 0; i < Races.ROUNDS; i++) {
        arena.shutGate();
        Execution execution = arena.start(Races.TIMED_CALL);
        TaskCall call = arena.call();
        Races.Answers<Boolean, Boolean> answers =
            races.race(
                Races.passed(() -> arena.letTimePass(call)), () -> execution.stop("Enough", null));

        ExecutionResult result = execution.await();
        assertThat(result)
            .isEqualTo(
                answers.other() ? new ExecutionResult.Aborted("Enough", null) : Races.TIMED_OUT);
        arena.assertEndedOnce(result, 0);
      }
      arena.assertEmpty();
    }
  }

  @Test
  void failureOfAHandlerAndSuccessOfItsToken() {
    try (Arena arena = new Arena(Races.FAILING)) {
      for (int i = 0; i < Races.ROUNDS; i++) {
        arena.shutGate();
        Execution execution = arena.start(Races.TOKEN);
        String token = arena.call().taskToken().orElseThrow();
        Races.Answers<Answer, Boolean> answers =
            races.race(
                () -> arena.engine().tokens().succeed(token, Races.ONE),
                Races.passed(arena::openGate));

        ExecutionResult result = execution.await();
        assertThat(result)
            .isEqualTo(
                answers.one() == Answer.ACCEPTED
                    ? new ExecutionResult.Succeeded(Races.ONE)
                    : new ExecutionResult.Failed("Broken", null));
        arena.assertEndedOnce(result, 0);
      }
      arena.assertEmpty();
    }
  }

  @Test
  void resultOfAHandlerAndItsTimeout() {
    try (Arena arena = new Arena(Races.ANSWERING)) {
      for (int i = 0; i < Races.ROUNDS; i++) {
        arena.shutGate();
        Execution execution = arena.start(Races.TIMED_CALL);
        TaskCall call = arena.call();
        races.run(arena::openGate, () -> arena.letTimePass(call));

        ExecutionResult result = execution.await();
        assertThat(result).isIn(Races.TIMED_OUT, new ExecutionResult.Succeeded(Arena.EMPTY));
        arena.assertEndedOnce(result, 0);
      }
      arena.assertEmpty();
    }
  }

  @Test
  void failureOfOneBranchAndSuccessOfTheOther() {
    try (Arena arena = new Arena(Races.ANSWERING)) {
      for (int i = 0; i < Races.ROUNDS; i++) {
        Execution execution = arena.start(Races.SIBLINGS);
        String one = arena.call().taskToken().orElseThrow();
        String other = arena.call().taskToken().orElseThrow();
        races.race(
            () -> arena.engine().tokens().fail(one, "No", null),
            () -> arena.engine().tokens().succeed(other, Races.ONE));

        ExecutionResult result = execution.await();
        assertThat(result).isEqualTo(new ExecutionResult.Failed("No", null));
        arena.assertEndedOnce(result, 0);
      }
      arena.assertEmpty();
    }
  }

  @Test
  void failureOfABranchAndStop() {
    try (Arena arena = new Arena(Races.ANSWERING)) {
      for (int i = 0; i < Races.ROUNDS; i++) {
        Execution execution = arena.start(Races.SIBLINGS);
        String one = arena.call().taskToken().orElseThrow();
        TaskCall unused = arena.call();
        Races.Answers<Answer, Boolean> answers =
            races.race(
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
}
