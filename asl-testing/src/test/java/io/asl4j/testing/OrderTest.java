package io.asl4j.testing;

import static io.asl4j.testing.assertion.AslAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.asl4j.core.json.SourceUnreadable;
import io.asl4j.runtime.task.TaskTokens;
import java.time.Duration;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OrderTest {

  private static final String INPUT =
      """
      {"items": [{"sku": "a"}, {"sku": "b"}, {"sku": "c"}], "card": "4711", "amount": 12.50}\
      """;

  private TestRun run =
      TestRun.ofText("{\"StartAt\":\"A\",\"States\":{\"A\":{\"Type\":\"Succeed\"}}}");

  @BeforeEach
  void mockTheHappyPath() throws SourceUnreadable {
    run = TestRun.of(Fixtures.file("order/order.asl.json"));
    run.mocks().state("Reserve").computes(item -> item);
    run.mocks().state("Charge").returns("{\"receipt\": \"r-1\"}");
    run.mocks()
        .state("Await pickup")
        .returns("{\"courier\": \"bike\"}")
        .after(Duration.ofHours(30))
        .heartbeatEvery(Duration.ofHours(12))
        .submitted("{\"MessageId\": \"m-1\"}");
  }

  @Test
  void takesTheWholeWay() {
    TestExecution execution = run.execute(INPUT);

    assertThat(execution)
        .succeeded()
        .visitedExactly(
            "Is it empty", "Reserve items", "Charge", "Await pickup", "Cool down", "Done")
        .visited("Reserve", "Charge", "Done")
        .neverVisited("Declined", "Sold out")
        .tookModelled(Duration.ofHours(31))
        .waitedModelled(Duration.ofHours(1));
    assertThat(execution)
        .output()
        .isEqualTo("{\"receipt\": \"r-1\", \"pickup\": {\"courier\": \"bike\"}}");
    assertThat(execution).variables().isEqualTo("{\"receipt\": \"r-1\"}");
    assertThat(execution)
        .task("Charge")
        .attempt(1)
        .wasCalledWith("{\"card\": \"4711\", \"amount\": 12.5}");
    assertThat(execution).map("Reserve items").items(3).item(1).hadOutput("{\"sku\": \"b\"}");
    Assertions.assertThat(execution.callbacks()).hasSize(3);
  }

  @Test
  void retriesThenGivesUpToACatcher() {
    run.mocks().clear();
    run.mocks().state("Reserve").computes(item -> item);
    run.mocks().state("Charge").fails("Gateway.Busy").times(2).fails("Payment.Declined", "no");

    TestExecution execution = run.execute(INPUT);

    assertThat(execution)
        .failedWith("Order.Declined", "The card was declined.")
        .state("Charge")
        .attempts(3)
        .retried(2)
        .caughtBy("Payment.Declined")
        .wentTo("Declined")
        .attempt(2)
        .beganAfter(Duration.ofSeconds(2))
        .attempt(3)
        .beganAfter(Duration.ofSeconds(8));
  }

  @Test
  void aCallbackThatComesTooLateIsRefused() {
    run.mocks().clear();
    run.mocks().state("Reserve").computes(item -> item);
    run.mocks().state("Charge").returns("{\"receipt\": 1}");
    run.mocks().state("Await pickup").returns("{}").after(Duration.ofHours(25));

    TestExecution late = run.execute(INPUT);

    assertThat(late)
        .succeeded()
        .tookModelled(Duration.ofDays(1))
        .state("Await pickup")
        .failedWith("States.Timeout")
        .caughtBy("States.Timeout")
        .wentTo("Call a person");
    Assertions.assertThat(late.callbacks())
        .allMatch(callback -> callback.answer() == TaskTokens.Answer.TASK_TIMED_OUT);
  }

  @Test
  void aFailedItemIsFoundByItsIndex() {
    run.mocks().state("Reserve", 2).fails("Stock.Empty", "none left");

    TestExecution execution = run.execute(INPUT);

    assertThat(execution)
        .failedWith("Order.SoldOut")
        .map("Reserve items")
        .failedItems(1)
        .item(2)
        .failedWith("Stock.Empty", "none left");
  }

  @Test
  void aCallWithoutAMockFailsTheTestWithTheLineToAdd() {
    run.mocks().clear().state("Reserve").computes(item -> item);

    assertThatThrownBy(() -> run.execute(INPUT))
        .isInstanceOf(TestFailed.class)
        .hasMessageContaining("No mock answers the Task state `Charge`.")
        .hasMessageContaining("{\"card\":\"4711\",\"amount\":12.50}")
        .hasMessageContaining("mocks.state(\"Charge\").returns(\"{}\");")
        .hasMessageContaining("order.asl.json:31:5");
  }

  @Test
  void theSameSeedGivesTheSameHistoryToTheLastEvent() {
    TestExecution first = run.seed(7).execute(INPUT);
    TestExecution second = run.seed(7).execute(INPUT);

    Assertions.assertThat(first.history()).isEqualTo(second.history());
  }

  @Test
  void aWrongPathIsDrawnWhereItForks() {
    run.mocks().state("Charge").fails("X");
    TestExecution execution = run.execute(INPUT);

    assertThatThrownBy(
            () ->
                assertThat(execution)
                    .visitedExactly("Is it empty", "Reserve items", "Await pickup", "Done"))
        .hasMessageContaining("`Await pickup` was expected here");
  }
}
