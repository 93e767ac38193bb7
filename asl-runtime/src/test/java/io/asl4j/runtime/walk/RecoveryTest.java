package io.asl4j.runtime.walk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.asl4j.core.model.State;
import io.asl4j.runtime.Machines;
import io.asl4j.runtime.failure.StateFailed;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class RecoveryTest {

  @Test
  void theFirstRetrierThatNamesTheErrorCounts() {
    State.Working state =
        state("{'ErrorEquals': ['A']}", "{'ErrorEquals': ['Broken'], 'IntervalSeconds': 9}");

    assertThat(after(broken(), state, fresh()))
        .isEqualTo(new Recovery.Retry(1, Duration.ofSeconds(9)));
  }

  @Test
  void onceItIsUsedUpLaterRetriersAreNotAsked() {
    State.Working state =
        state(
            "{'ErrorEquals': ['A', 'B'], 'MaxAttempts': 2}",
            "{'ErrorEquals': ['B', 'C'], 'MaxAttempts': 5}");
    Frame.Attempts used = fresh().again(0, StillHost.NOW).again(0, StillHost.NOW);

    assertThat(after(StateFailed.of("C", null), state, used)).isInstanceOf(Recovery.Retry.class);
    assertThat(after(StateFailed.of("B", null), state, used)).isInstanceOf(Recovery.Catch.class);
  }

  @Test
  void eachRetrierHasItsOwnCounter() {
    State.Working state =
        state("{'ErrorEquals': ['A'], 'MaxAttempts': 1}", "{'ErrorEquals': ['B']}");
    Frame.Attempts used = fresh().again(1, StillHost.NOW).again(1, StillHost.NOW);

    assertThat(after(StateFailed.of("A", null), state, used))
        .isEqualTo(new Recovery.Retry(0, Duration.ofSeconds(1)));
    assertThat(after(StateFailed.of("B", null), state, used))
        .isEqualTo(new Recovery.Retry(1, Duration.ofSeconds(4)));
    assertThat(used.retries()).isEqualTo(2);
  }

  @Test
  void noAttemptsMeanNoRetry() {
    assertThat(after(broken(), state("{'ErrorEquals': ['Broken'], 'MaxAttempts': 0}"), fresh()))
        .isInstanceOf(Recovery.Catch.class);
  }

  @Test
  void theFirstCatcherThatNamesTheErrorTakesIt() {
    State.Working state =
        working(
            "'Catch': ["
                + catcher("A")
                + ","
                + catcher("Broken")
                + ","
                + catcher("States.ALL")
                + "]");

    assertThat(after(broken(), state, fresh()))
        .isInstanceOfSatisfying(
            Recovery.Catch.class, caught -> assertThat(caught.index()).isEqualTo(1));
  }

  @Test
  void whatNobodyNamesIsGivenUp() {
    assertThat(after(broken(), working("'Catch': [" + catcher("A") + "]"), fresh()))
        .isInstanceOf(Recovery.GiveUp.class);
  }

  @Test
  void jitterIsDrawnOnlyWhereItIsWanted() {
    AtomicInteger drawn = new AtomicInteger();

    Recovery plain =
        Recovery.after(
            broken(), state("{'ErrorEquals': ['Broken']}"), fresh(), () -> drawn.incrementAndGet());
    Recovery jittered =
        Recovery.after(
            broken(),
            state("{'ErrorEquals': ['Broken'], 'IntervalSeconds': 8, 'JitterStrategy': 'FULL'}"),
            fresh(),
            () -> 0.25);

    assertThat(plain).isEqualTo(new Recovery.Retry(0, Duration.ofSeconds(1)));
    assertThat(drawn).hasValue(0);
    assertThat(jittered).isEqualTo(new Recovery.Retry(0, Duration.ofSeconds(2)));
  }

  static Stream<Arguments> matches() {
    StateFailed task = StateFailed.of("Broken", null);
    StateFailed nameless = StateFailed.of(null, null);
    StateFailed timeout = StateFailed.timedOut();
    StateFailed heartbeat = StateFailed.heartbeatMissed();
    StateFailed query = StateFailed.of("States.QueryEvaluationError", "c");
    StateFailed data = StateFailed.of("States.DataLimitExceeded", "c");
    return Stream.of(
        arguments("Broken", task, true),
        arguments("broken", task, false),
        arguments("Brok", task, false),
        arguments("States.ALL", task, true),
        arguments("States.TaskFailed", task, true),
        arguments("States.Timeout", task, false),
        arguments("States.ALL", nameless, true),
        arguments("States.TaskFailed", nameless, true),
        arguments("null", nameless, false),
        arguments("States.ALL", timeout, true),
        arguments("States.Timeout", timeout, true),
        arguments("States.TaskFailed", timeout, false),
        arguments("States.HeartbeatTimeout", timeout, false),
        arguments("States.ALL", heartbeat, true),
        arguments("States.Timeout", heartbeat, true),
        arguments("States.HeartbeatTimeout", heartbeat, true),
        arguments("States.TaskFailed", heartbeat, false),
        arguments("States.ALL", query, true),
        arguments("States.QueryEvaluationError", query, true),
        arguments("States.ALL", data, true),
        arguments("States.DataLimitExceeded", data, true));
  }

  @ParameterizedTest
  @MethodSource("matches")
  void namesStandForErrors(String name, StateFailed failure, boolean matches) {
    Recovery retry = after(failure, state("{'ErrorEquals': ['" + name + "']}"), fresh());
    Recovery caught = after(failure, working("'Catch': [" + catcher(name) + "]"), fresh());

    assertThat(retry instanceof Recovery.Retry).isEqualTo(matches);
    assertThat(caught instanceof Recovery.Catch).isEqualTo(matches);
  }

  @ParameterizedTest
  @CsvSource({"States.ALL", "States.Runtime", "States.TaskFailed", "States.DataLimitExceeded"})
  void nothingRecoversFromAFatalFailure(String name) {
    State.Working state = state("{'ErrorEquals': ['" + name + "']}");

    assertThat(after(StateFailed.runtime("A path."), state, fresh()))
        .isInstanceOf(Recovery.GiveUp.class);
    assertThat(after(StateFailed.of("States.Runtime", "Said by a task."), state, fresh()))
        .isInstanceOf(Recovery.GiveUp.class);
    assertThat(after(StateFailed.fatal("States.DataLimitExceeded", "c"), state, fresh()))
        .isInstanceOf(Recovery.GiveUp.class);
  }

  private static StateFailed broken() {
    return StateFailed.of("Broken", "It broke.");
  }

  private static Recovery after(StateFailed failure, State.Working state, Frame.Attempts attempts) {
    return Recovery.after(failure, state, attempts, () -> 0);
  }

  private static Frame.Attempts fresh() {
    return Frame.Attempts.entered(2, StillHost.NOW);
  }

  /** A state with these retriers, and a catcher for everything. */
  private static State.Working state(String... retriers) {
    return working(
        "'Retry': [" + String.join(",", retriers) + "], 'Catch': [" + catcher("States.ALL") + "]");
  }

  private static String catcher(String name) {
    return "{'ErrorEquals': ['" + name + "'], 'Next': 'S'}";
  }

  private static State.Working working(String members) {
    return (State.Working)
        Machines.state(
            "'Type': 'Task', 'End': true, 'Resource':"
                + " 'arn:aws:lambda:us-east-1:123456789012:function:f', "
                + members);
  }
}
