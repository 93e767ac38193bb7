package io.asl4j.testing;

import static io.asl4j.testing.assertion.AslAssertions.assertThat;
import static io.asl4j.testing.assertion.BddAslAssertions.then;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.asl4j.testing.assertion.AslSoftAssertions;
import org.assertj.core.error.AssertJMultipleFailuresError;
import org.junit.jupiter.api.Test;

/** What is read back from the events of Parallel and Map states inside each other. */
class NestedScopesTest {

  private static final String NESTED =
      """
      {"StartAt": "Both", "States": {
        "Both": {"Type": "Parallel",
          "Retry": [{"ErrorEquals": ["Again"], "MaxAttempts": 2}],
          "Catch": [{"ErrorEquals": ["States.ALL"], "Next": "Caught"}],
          "Branches": [
            {"StartAt": "Left", "States": {"Left": {"Type": "Task", "Resource": "svc:left", "End": true}}},
            {"StartAt": "Rows", "States": {"Rows": {"Type": "Map", "ItemsPath": "$.rows", "MaxConcurrency": 1,
              "ItemProcessor": {"StartAt": "Cells", "States": {"Cells": {"Type": "Map",
                "ItemProcessor": {"StartAt": "Cell", "States": {
                  "Cell": {"Type": "Task", "Resource": "svc:cell", "Next": "Full?"},
                  "Full?": {"Type": "Choice", "Choices": [{"Variable": "$", "NumericEquals": 99, "Next": "Overflow"}],
                    "Default": "Kept"},
                  "Overflow": {"Type": "Fail", "Error": "Cell.Overflow", "Cause": "99 is too much."},
                  "Kept": {"Type": "Succeed"}}},
                "End": true}}},
              "End": true}}}],
          "Next": "Done"},
        "Done": {"Type": "Succeed"},
        "Caught": {"Type": "Pass", "End": true}}}\
      """;

  private TestRun run(long seed) {
    TestRun run = TestRun.ofText(NESTED).seed(seed);
    run.mocks().state("Left").returns("0");
    run.mocks().state("Cell").computes(cell -> cell);
    return run;
  }

  @Test
  void visitsKnowTheirItemUnderEverySeed() {
    for (long seed = 0; seed < 20; seed++) {
      TestExecution execution = run(seed).execute("{\"rows\": [[1, 2], [3], []]}");

      assertThat(execution)
          .succeeded()
          .visitedExactly("Both", "Done")
          .output()
          .isEqualTo("[0, [[1, 2], [3], []]]");
      assertThat(execution).map("Rows").items(3).item(1).visitedExactly("Cells").hadOutput("[3]");
      assertThat(execution).state("Cell").visits(3).item(1).visits(1).hadInput("2");
      assertThat(execution).branch("Both", 1).visitedExactly("Rows").succeeded();
    }
  }

  @Test
  void aFailStateDeepInsideIsFoundAsTheReason() {
    TestExecution execution = run(3).execute("{\"rows\": [[1], [2, 99]]}");

    assertThat(execution)
        .succeeded()
        .visitedExactly("Both", "Caught")
        .state("Both")
        .caughtBy("Cell.Overflow");
    assertThat(execution).state("Overflow").failedWith("Cell.Overflow", "99 is too much.");
    assertThat(execution).map("Rows").item(1).failedWith("Cell.Overflow");
    assertThat(execution).map("Rows").item(0).succeeded();
  }

  @Test
  void attemptsOfAParallelStateAreCounted() {
    TestRun run = run(1);
    run.mocks().clear().state("Left").fails("Again").returns("0");
    run.mocks().state("Cell").computes(cell -> cell);

    TestExecution execution = run.execute("{\"rows\": []}");

    assertThat(execution)
        .succeeded()
        .state("Both")
        .attempts(2)
        .retried(1)
        .attempt(1)
        .failedWith("Again");
  }

  @Test
  void softAssertionsCollectAllFailures() {
    TestExecution execution = run(0).execute("{\"rows\": []}");

    assertThatThrownBy(
            () -> {
              try (AslSoftAssertions softly = new AslSoftAssertions()) {
                softly.assertThat(execution).failed().visitedExactly("Both", "Caught");
                softly.assertThat(execution).state("Left").attempts(2);
              }
            })
        .isInstanceOf(AssertJMultipleFailuresError.class)
        .hasMessageContaining("3 failures")
        .hasMessageContaining("Expected 2 attempts of `Left`, but there were 1.");
  }

  @Test
  void descriptionsAndTheOtherWordsWork() {
    TestExecution execution = run(0).execute("{\"rows\": []}");

    then(execution).succeeded();
    assertThatThrownBy(() -> assertThat(execution).as("the order").failed())
        .hasMessageStartingWith("[the order] Expected the execution to end as FAILED.");
    assertThatThrownBy(() -> assertThat(execution).visited("Bth"))
        .hasMessageContaining("Did you mean `Both`?");
    assertThat(execution.toString()).contains("path     Both -> Done");
  }
}
