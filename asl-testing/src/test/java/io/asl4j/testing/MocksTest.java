package io.asl4j.testing;

import static io.asl4j.testing.assertion.AslAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.asl4j.core.json.Json;
import io.asl4j.runtime.failure.StateFailed;
import java.util.List;
import org.junit.jupiter.api.Test;

class MocksTest {

  private static final String TWO =
      """
      {"StartAt": "First", "States": {
        "First": {"Type": "Task", "Resource": "shop:stock:get", "ResultPath": "$.first", "Next": "Second"},
        "Second": {"Type": "Task", "Resource": "shop:stock:put", "ResultPath": "$.second",
          "Retry": [{"ErrorEquals": ["Busy"], "MaxAttempts": 5}], "End": true}}}\
      """;

  private final TestRun run = TestRun.ofText(TWO);

  @Test
  void aStateWinsOverAResourceAndALongerPatternOverAShorterOne() {
    run.mocks().resource("shop:*").returns("1");
    run.mocks().resource("shop:stock:*").returns("2");
    run.mocks().state("First").returns("3");

    assertThat(run.execute("{}")).output().isEqualTo("{\"first\": 3, \"second\": 2}");
  }

  @Test
  void aConditionWinsOverNone() {
    run.mocks().resource("shop:*").returns("1");
    run.mocks().state("Second", input -> input.path("kind").asText().equals("b")).returns("2");
    run.mocks().state("Second").returns("3");

    assertThat(run.execute("{\"kind\": \"b\"}")).output().has("/second", "2");
    assertThat(run.execute("{\"kind\": \"c\"}")).output().has("/second", "3");
  }

  @Test
  void whatATestSaysCanComeInsteadOfWhatAllTestsShare() {
    run.mocks().resource("shop:*").returns("1");
    run.mocks().state("First").returns("2").only();

    run.mocks().state("First").instead().returns("3");

    assertThat(run.execute("{}")).output().isEqualTo("{\"first\": 3, \"second\": 1}");
  }

  @Test
  void twoMocksForOneCallFailTheTest() {
    run.mocks().resource("shop:*").returns("1");
    run.mocks().state("First", input -> true).returns("2");
    run.mocks().state("First", input -> input.isObject()).returns("3");

    assertThatThrownBy(() -> run.execute("{}"))
        .hasMessageStartingWith("2 mocks are for the same call of the Task state `First`.")
        .hasMessageContaining("MocksTest.java:");
  }

  @Test
  void theLastAnswerStaysUnlessItIsSaidOtherwise() {
    run.mocks().state("First").returns("1");
    run.mocks().state("Second").fails("Busy").returns("2");
    assertThat(run.execute("{}")).succeeded().state("Second").attempts(2);
    assertThat(run.execute("{}")).succeeded().state("Second").attempts(2);

    run.mocks().clear().state("First").returns("1");
    run.mocks().state("Second").fails("Busy").times(2).only();
    assertThatThrownBy(() -> run.execute("{}"))
        .hasMessageContaining("Call 3 of the Task state `Second` has no answer");
  }

  @Test
  void aMockThatChangesItsInputChangesNothingElse() {
    run.mocks()
        .resource("shop:*")
        .computes(
            input -> {
              ((ObjectNode) input).put("spoilt", true);
              return input;
            });

    TestExecution execution = run.execute("{\"a\": 1}");

    assertThat(execution)
        .state("Second")
        .hadInput("{\"a\": 1, \"first\": {\"a\": 1, \"spoilt\": true}}");
    assertThat(execution.input()).isEqualTo(Json.parse("{\"a\": 1}"));
  }

  @Test
  void aTreeThatIsChangedAfterwardsIsNotTheAnswer() {
    ObjectNode answer = (ObjectNode) Json.parse("{\"n\": 1}");
    run.mocks().resource("shop:*").returns(answer);
    answer.put("n", 2);

    assertThat(run.execute("{}")).output().has("/first", "{\"n\": 1}");
  }

  @Test
  void aFunctionMayFailTheTask() {
    run.mocks().state("First").returns("1");
    run.mocks()
        .state("Second")
        .computes(
            input -> {
              throw StateFailed.of("Stock.Gone", "yesterday");
            });

    assertThat(run.execute("{}")).failedWith("Stock.Gone", "yesterday");
  }

  @Test
  void aFunctionThatBreaksFailsTheTestWithItsException() {
    run.mocks().state("First").computes(input -> Json.parse(List.of("{}").get(1)));

    assertThatThrownBy(() -> run.execute("{}"))
        .isInstanceOf(TestFailed.class)
        .hasMessageContaining("The mock of state `First`")
        .hasCauseInstanceOf(IndexOutOfBoundsException.class);
  }

  @Test
  void aStrictRunReportsMocksThatNoCallReached() {
    run.strict().mocks().resource("shop:*").returns("1");
    run.mocks().state("Second", input -> input.has("rare")).returns("2");

    assertThatThrownBy(() -> run.execute("{}"))
        .hasMessageStartingWith("A mock was never reached:")
        .hasMessageContaining("state `Second`, with a condition on the input (MocksTest.java:");
  }

  @Test
  void aMockForAnUnknownStateIsAMistakeWithASuggestion() {
    run.mocks().state("Frist").returns("1");

    assertThatThrownBy(() -> run.execute("{}")).hasMessageContaining("Did you mean `First`?");
  }

  @Test
  void aMachineThatLoopsForEverEndsWithTheLimitOfItsHistory() {
    TestRun loop =
        TestRun.ofText(
            """
            {"StartAt": "A", "States": {
              "A": {"Type": "Choice", "Choices": [{"Variable": "$.stop", "IsPresent": true, "Next": "B"}], "Default": "A"},
              "B": {"Type": "Succeed"}}}\
            """);

    assertThat(loop.execute("{}")).failedWith("States.Runtime");
  }
}
