package io.asl4j.examples.renewal;

import static io.asl4j.testing.assertion.AslAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.asl4j.runtime.task.TaskTokens;
import io.asl4j.testing.Mocks;
import io.asl4j.testing.TestClock;
import io.asl4j.testing.TestExecution;
import io.asl4j.testing.TestRun;
import io.asl4j.testing.junit.AslMachine;
import io.asl4j.testing.junit.AslSeed;
import io.asl4j.testing.junit.AslTest;
import io.asl4j.testing.junit.SeededTest;
import io.asl4j.testing.mock.Callback;
import io.asl4j.testing.trace.Attempt;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What takes a year, a day or five minutes at the most, exact to the second. */
@AslTest
@AslMachine("renewal/renewal.asl.json")
class RenewalTest {

  private static final String CONTRACT = "{\"id\": \"c-301\", \"vehicles\": 12}";
  private static final Duration YEAR = Duration.ofDays(365);

  @BeforeEach
  void everybodyDoesTheirWork(Mocks mocks, TestClock clock) {
    clock.startAt(Instant.parse("2026-03-01T00:00:00Z"));
    mocks.state("Rate premium").returns("{\"premium\": 480}");
    mocks.state("Assess risk").returns("{\"surcharge\": 0}");
    mocks.state("Ask customer").returns("{\"accepted\": true}");
    mocks.state("Renew cover").returns("{\"renewed\": true}");
    mocks.state("Close contract").returns("{\"closed\": true}");
  }

  @Test
  void theContractRunsForAYear(TestRun run, TestClock clock) {
    TestExecution execution = run.execute(CONTRACT);

    assertThat(execution)
        .succeeded()
        .tookModelled(YEAR)
        .state("Contract runs")
        .waitedModelled(YEAR);
    assertThat(clock.instant()).isEqualTo(Instant.parse("2027-03-01T00:00:00Z"));
    assertThat(execution.visits("Rate premium").getFirst().enteredAt())
        .isEqualTo(Instant.parse("2027-03-01T00:00:00Z"));
  }

  @Test
  void anExpertWhoFallsSilentIsDoneWithoutAfterADay(TestRun run, Mocks mocks) {
    mocks
        .state("Assess risk")
        .instead()
        .returns("{\"surcharge\": 0}")
        .after(Duration.ofDays(3))
        .heartbeatEvery(Duration.ofHours(25));

    TestExecution execution = run.execute(CONTRACT);

    assertThat(execution)
        .succeeded()
        .tookModelled(YEAR.plusDays(1))
        .state("Assess risk")
        .waitedModelled(Duration.ofDays(1))
        .caughtBy("States.Timeout")
        .wentTo("Ask customer");
    assertThat(execution).output().has("/premium", "490");
  }

  @Test
  void anExpertWhoGivesASignOfLifeEachDayMayTakeTen(TestRun run, Mocks mocks) {
    mocks
        .state("Assess risk")
        .instead()
        .returns("{\"surcharge\": 25}")
        .after(Duration.ofDays(10).minusSeconds(1))
        .heartbeatEvery(Duration.ofHours(23));

    TestExecution execution = run.execute(CONTRACT);

    assertThat(execution).succeeded().tookModelled(YEAR.plusDays(10).minusSeconds(1));
    assertThat(execution).output().has("/premium", "505");
  }

  @Test
  @AslSeed(7)
  void aBusyServiceIsAskedAgainAfterRandomDelaysThatTheSeedDraws(TestRun run, Mocks mocks) {
    mocks.state("Rate premium").instead().fails("Rating.Busy").times(6).returns("{\"premium\": 1}");

    TestExecution execution = run.execute(CONTRACT);

    assertThat(execution).succeeded().state("Rate premium").attempts(7);
    assertThat(delays(execution))
        .extracting(Duration::toSeconds)
        .containsExactly(20L, 30L, 110L, 178L, 36L, 174L);
    assertThat(execution).tookModelled(YEAR.plus(Duration.parse("PT9M11.290432911S")));
  }

  @SeededTest(20)
  void noDelayIsLongerThanFiveMinutes(TestRun run, Mocks mocks) {
    mocks.state("Rate premium").instead().fails("Rating.Busy").times(6).returns("{\"premium\": 1}");
    List<Duration> longest =
        Stream.of(30, 60, 120, 240, 300, 300).map(Duration::ofSeconds).toList();

    List<Duration> delays = delays(run.execute(CONTRACT));

    assertThat(delays).hasSameSizeAs(longest);
    for (int i = 0; i < delays.size(); i++) {
      assertThat(delays.get(i)).isBetween(Duration.ZERO, longest.get(i));
    }
  }

  private static List<Duration> delays(TestExecution execution) {
    List<Attempt> attempts = execution.visits("Rate premium").getFirst().attempts();
    List<Duration> delays = new ArrayList<>();
    for (int i = 1; i < attempts.size(); i++) {
      delays.add(
          Duration.between(attempts.get(i - 1).scheduledAt(), attempts.get(i).scheduledAt()));
    }
    return delays;
  }

  @Test
  void anAnswerThatComesAfterTwoWeeksIsTooLate(TestRun run, Mocks mocks) {
    mocks
        .state("Ask customer")
        .instead()
        .returns("{\"accepted\": true}")
        .after(Duration.ofDays(14).plusSeconds(1));

    TestExecution execution = run.execute(CONTRACT);

    assertThat(execution)
        .failedWith("Contract.Ended", "The customer did not renew c-301.")
        .tookModelled(YEAR.plusDays(14 + 30))
        .state("Ask customer")
        .waitedModelled(Duration.ofDays(14));
    assertThat(execution.callbacks())
        .endsWith(
            new Callback(
                "Ask customer",
                Instant.parse("2027-03-15T00:00:01Z"),
                "success",
                TaskTokens.Answer.TASK_TIMED_OUT));
  }

  @Test
  void ofTenThousandVehiclesOneInAHundredMayFail(TestRun run, Mocks mocks) {
    mocks
        .state("Renew cover")
        .instead()
        .returns("{\"renewed\": true}")
        .after(Duration.ofSeconds(3));
    mocks
        .state("Renew cover", input -> input.path("vehicle").asInt() % 100 == 0)
        .fails("Cover.Refused", "The vehicle is not known.");

    TestExecution execution = run.execute("{\"id\": \"c-302\", \"vehicles\": 10000}");

    assertThat(execution)
        .succeeded()
        .tookModelled(YEAR.plusSeconds(297))
        .map("Renew vehicles")
        .items(10_000)
        .failedItems(100)
        .item(4_199)
        .failedWith("Cover.Refused", "The vehicle is not known.");
    assertThat(execution).output().has("/renewed", "9900");
  }
}
