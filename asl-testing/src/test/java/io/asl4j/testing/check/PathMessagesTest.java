package io.asl4j.testing.check;

import static io.asl4j.testing.assertion.AslAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.asl4j.testing.TestExecution;
import io.asl4j.testing.TestRun;
import org.junit.jupiter.api.Test;

/** A path that is not as expected says why the execution went another way. */
class PathMessagesTest {

  private final TestRun run =
      TestRun.ofText(
          """
          {"StartAt": "Work", "States": {
            "Work": {"Type": "Task", "Resource": "svc:work",
              "Catch": [{"ErrorEquals": ["Rare"], "Next": "End"},
                        {"ErrorEquals": ["States.ALL"], "ResultPath": "$.error", "Next": "Sort"}],
              "Next": "Sort"},
            "Sort": {"Type": "Choice", "Choices": [
                {"And": [{"Variable": "$.kind", "StringEquals": "a"},
                         {"Variable": "$.count", "NumericGreaterThan": 3}], "Next": "Left"},
                {"Variable": "$.kind", "IsPresent": true, "Next": "Right"}],
              "Default": "End"},
            "Left": {"Type": "Pass", "Next": "End"},
            "Right": {"Type": "Pass", "Next": "End"},
            "End": {"Type": "Succeed"}}}\
          """);

  private TestExecution execute(String result) {
    run.mocks().state("Work").instead().returns(result);
    return run.execute("{}");
  }

  @Test
  void aRuleThatDidNotHoldIsShownWithItsValues() {
    TestExecution execution = execute("{\"kind\": \"a\", \"count\": 2}");

    assertThatThrownBy(() -> assertThat(execution).visitedExactly("Work", "Sort", "Left", "End"))
        .hasMessageContaining("took its rule 2, since its rule 1, to `Left`, did not hold:")
        .hasMessageContaining("$.kind = \"a\"\n    $.count = 2\n");
  }

  @Test
  void aRuleThatHeldBeforeTheExpectedOneIsShown() {
    TestExecution execution = execute("{\"kind\": \"b\", \"count\": 2}");

    assertThatThrownBy(() -> assertThat(execution).visitedExactly("Work", "Sort", "End"))
        .hasMessageContaining("took its rule 2, which held:")
        .hasMessageContaining("$.kind = \"b\"");
  }

  @Test
  void aCatcherThatTookOverIsNamedWithTheFailure() {
    run.mocks().state("Work").instead().fails("Broken", "It broke.");
    TestExecution execution = run.execute("{}");

    assertThatThrownBy(() -> assertThat(execution).visitedExactly("Work", "End"))
        .hasMessageContaining("failed, and its catcher 2 took over: Broken: It broke.");
  }
}
