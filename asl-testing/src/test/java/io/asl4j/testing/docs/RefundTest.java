package io.asl4j.testing.docs;

import static io.asl4j.testing.assertion.AslAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.asl4j.runtime.teststate.TestStateResult;
import io.asl4j.runtime.teststate.TestStatus;
import io.asl4j.testing.Mocks;
import io.asl4j.testing.TestExecution;
import io.asl4j.testing.TestRun;
import io.asl4j.testing.junit.AslMachine;
import io.asl4j.testing.junit.AslTest;
import java.time.Duration;
import org.junit.jupiter.api.Test;

@AslTest
@AslMachine("refund.asl.json")
class RefundTest {

  @Test
  void aSmallRefundIsPaidBackAtOnce(TestRun run, Mocks mocks) {
    mocks.state("Pay back").returns("{\"paid\": true}");

    TestExecution execution = run.execute("{\"account\": \"a-1\", \"amount\": 20}");

    assertThat(execution).succeeded().visitedExactly("Is it much?", "Pay back");
    assertThat(execution)
        .task("Pay back")
        .attempt(1)
        .wasCalledWith("{\"account\": \"a-1\", \"amount\": 20}");
  }

  @Test
  void aBusyBankIsAskedAgain(TestRun run, Mocks mocks) {
    mocks.state("Pay back").fails("Bank.Busy").times(2).returns("{\"paid\": true}");

    assertThat(run.execute("{\"account\": \"a-1\", \"amount\": 20}"))
        .succeeded()
        .tookModelled(Duration.ofSeconds(30))
        .state("Pay back")
        .attempts(3);
  }

  @Test
  void aManagerWhoSaysNothingForTwoDaysRefuses(TestRun run, Mocks mocks) {
    mocks.state("Ask manager").returns("{}").after(Duration.ofHours(49));

    TestExecution execution = run.execute("{\"account\": \"a-1\", \"amount\": 900}");

    assertThat(execution)
        .failedWith("Refund.Refused")
        .tookModelled(Duration.ofDays(2))
        .state("Ask manager")
        .caughtBy("States.Timeout");
  }

  @Test
  void oneStateCanBeTriedAlone(TestRun run) {
    TestStateResult result =
        run.state("Pay back")
            .input("{\"account\": \"a-1\", \"amount\": 20, \"note\": \"x\"}")
            .mockError("Bank.Closed", "for ever")
            .run();

    assertThat(result.status()).isEqualTo(TestStatus.CAUGHT_ERROR);
    assertThat(result.nextState()).contains("Refused");
    assertThat(result.inspection().afterArguments().orElseThrow())
        .isEqualTo("{\"account\": \"a-1\", \"amount\": 20}");
  }
}
