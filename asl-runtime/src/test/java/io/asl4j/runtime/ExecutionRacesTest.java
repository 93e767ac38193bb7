package io.asl4j.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.asl4j.runtime.task.TaskCall;
import io.asl4j.runtime.task.TaskTokens.Answer;
import java.util.ArrayList;
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
 * Whoever races to start, stop, redrive or close: one wins, the history tells the same end as the
 * result, both are told the truth, and nothing is left behind. How long: see {@link Races}.
 */
@Timeout(600)
class ExecutionRacesTest {

  private final Races races = new Races();

  @AfterEach
  void endTheRaces() {
    races.close();
  }

  @Test
  void twoStopsAndTheEndOfTheWork() {
    try (Arena arena = new Arena(Races.ANSWERING)) {
      for (int i = 0; i < Races.ROUNDS; i++) {
        arena.shutGate();
        Execution execution = arena.start(i % 2 == 0 ? Races.CALL : Races.TIMED_CALL);
        TaskCall unused = arena.call();
        Races.Answers<Boolean, Boolean> answers =
            races.race(
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
    try (Arena arena = new Arena(Races.ANSWERING)) {
      for (int i = 0; i < Races.ROUNDS; i++) {
        arena.shutGate();
        Execution execution =
            arena.start(
                Races.SHORT_LIVED,
                ExecutionRequest.of(Arena.EMPTY)
                    .startingAt(arena.instant().minusSeconds(1).plusNanos(50_000L + i % 100_000)));
        Races.Answers<Boolean, Boolean> answers =
            races.race(() -> execution.stop("Enough", null), Races.passed(execution::isRunning));

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
  void stopOfAnExecutionThatFallsAsleep() {
    try (Arena arena = new Arena(Races.ANSWERING)) {
      for (int i = 0; i < Races.ROUNDS; i++) {
        Execution execution = arena.start(Races.WAIT);
        for (int spins = i % 4_000; spins > 0; spins--) {
          Thread.onSpinWait();
        }

        assertThat(execution.stop("Enough", null)).isTrue();
        assertThat(execution.await()).isEqualTo(new ExecutionResult.Aborted("Enough", null));
        arena.assertEndedOnce(execution.await(), 0);
      }
      arena.assertEmpty();
    }
  }

  /** By a clock that stands still each wait is over too early, so all of them wait again. */
  @Test
  void stopsOfExecutionsThatWakeAndFallAsleepAgain() throws InterruptedException {
    ThreadsOfTest threads = new ThreadsOfTest();
    try (Engine engine = Engine.builder().clock(() -> Kind.START).threads(threads).build()) {
      ExecutionRequest request =
          ExecutionRequest.of(Arena.EMPTY).startingAt(Kind.START.plusMillis(51));
      for (int round = 0; round < Math.max(1, Races.ROUNDS / 50); round++) {
        List<Execution> open = new ArrayList<>();
        for (int i = 0; i < 10_000; i++) {
          open.add(engine.start(Races.WAIT, request));
        }

        assertThat(open).allMatch(execution -> execution.stop("Enough", null));
        threads.awaitEnds();
        assertThat(engine.load()).isEqualTo(new Load(0, 0, 0));
      }
    }
  }

  @Test
  void twoRedrivesOfOneExecution() {
    try (Arena arena = new Arena(Races.ANSWERING)) {
      for (int i = 0; i < Races.ROUNDS; i++) {
        Execution failed = arena.start(Races.TOKEN);
        arena.engine().tokens().fail(arena.call().taskToken().orElseThrow(), "No", null);
        assertThat(failed.await().status()).isEqualTo("FAILED");
        AtomicInteger redriven = new AtomicInteger();
        Runnable redrive = () -> redriven.addAndGet(Races.redriven(arena, failed) ? 1 : 0);
        races.run(redrive, redrive);

        assertThat(redriven).hasValue(1);
        String token = arena.call().taskToken().orElseThrow();
        assertThat(arena.engine().tokens().succeed(token, Races.ONE)).isEqualTo(Answer.ACCEPTED);
        Execution current = arena.engine().find(failed.arn()).orElseThrow();
        arena.assertEndedOnce(current.await(), 1);
      }
      arena.assertEmpty();
    }
  }

  @Test
  void stopAndRedriveOfWhatWasStopped() {
    try (Arena arena = new Arena(Races.ANSWERING)) {
      for (int i = 0; i < Races.ROUNDS; i++) {
        Execution first = arena.start(Races.TOKEN);
        String token = arena.call().taskToken().orElseThrow();
        first.stop("First", null);
        Races.Answers<Boolean, Boolean> answers =
            races.race(
                () -> Races.redriven(arena, first),
                () -> arena.engine().find(first.arn()).orElseThrow().stop("Again", null));

        assertThat(answers.one()).isTrue();
        Execution current = arena.engine().find(first.arn()).orElseThrow();
        current.stop("Last", null);
        assertThat(current.await())
            .isEqualTo(new ExecutionResult.Aborted(answers.other() ? "Again" : "Last", null));
        assertThat(arena.engine().tokens().succeed(token, Races.ONE))
            .isEqualTo(Answer.TASK_TIMED_OUT);
        arena.assertEndedOnce(current.await(), 1);
      }
      arena.assertEmpty();
    }
  }

  @Test
  void successOfATokenAndCloseOfTheEngine() {
    for (int i = 0; i < Races.ROUNDS / 5; i++) {
      try (Arena arena = new Arena(Races.ANSWERING)) {
        Execution execution = arena.start(Races.TOKEN);
        String token = arena.call().taskToken().orElseThrow();
        Races.Answers<Answer, Integer> answers =
            races.race(
                () -> arena.engine().tokens().succeed(token, Races.ONE),
                () -> arena.engine().close(java.time.Duration.ZERO));

        ExecutionResult result = execution.await();
        assertThat(result)
            .isEqualTo(
                answers.other() == 1
                    ? new ExecutionResult.Aborted("States.Runtime", "The engine was closed.")
                    : new ExecutionResult.Succeeded(Races.ONE));
        arena.assertEndedOnce(result, 0);
        arena.assertEmpty();
      }
    }
  }

  @Test
  void startAndCloseOfTheEngine() {
    for (int i = 0; i < Races.ROUNDS / 5; i++) {
      try (Arena arena = new Arena(Races.ANSWERING)) {
        arena.shutGate();
        AtomicReference<@Nullable Execution> started = new AtomicReference<>();
        races.run(
            () -> {
              try {
                started.set(arena.start(Races.CALL));
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
    try (Arena arena = new Arena(Races.ANSWERING)) {
      for (int i = 0; i < Races.ROUNDS; i++) {
        arena.shutGate();
        ExecutionRequest request = ExecutionRequest.of(Arena.EMPTY).withName("n" + i);
        AtomicBoolean refused = new AtomicBoolean();
        Supplier<List<Execution>> start =
            () -> {
              try {
                return List.of(arena.engine().start(Races.CALL, request));
              } catch (TooManyExecutions noSecondPlace) {
                refused.set(true);
                return List.of();
              }
            };
        Races.Answers<List<Execution>, List<Execution>> answers = races.race(start, start);

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
}
