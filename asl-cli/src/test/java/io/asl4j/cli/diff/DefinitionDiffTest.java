package io.asl4j.cli.diff;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.asl4j.core.json.Json;
import java.util.List;
import org.junit.jupiter.api.Test;

class DefinitionDiffTest {

  private static final JsonNode OLD =
      Json.parse(
          """
          {"StartAt": "A", "States": {
            "A": {"Type": "Task", "Resource": "x:y", "Retry": [{"ErrorEquals": ["E"], "MaxAttempts": 2}], "Next": "B"},
            "B": {"Type": "Pass", "Result": 1, "Next": "C"},
            "C": {"Type": "Map", "ItemProcessor": {"StartAt": "I", "States": {"I": {"Type": "Pass", "End": true}}}, "Next": "D"},
            "D": {"Type": "Succeed"}}}
          """);

  @Test
  void tellsWhatHappenedToStates() {
    JsonNode now =
        Json.parse(
            """
            {"StartAt": "A", "States": {
              "A": {"Type": "Task", "Resource": "x:y", "Retry": [{"ErrorEquals": ["E"], "MaxAttempts": 5}], "Next": "B2"},
              "B2": {"Type": "Pass", "Result": 1, "Next": "New"},
              "New": {"Type": "Wait", "Seconds": 1, "Next": "C"},
              "C": {"Type": "Map", "ItemProcessor": {"StartAt": "I", "States": {"I": {"Type": "Pass", "Result": 0, "End": true}}}, "End": true}}}
            """);

    assertThat(DefinitionDiff.between(OLD, now))
        .containsExactly(
            new Change.Field("/States/A/Retry/0/MaxAttempts", "A", "Retry/0/MaxAttempts", "2", "5"),
            new Change.Renamed("/States/B2", "B", "B2"),
            new Change.Field("/States/B2/Next", "B2", "Next", "\"C\"", "\"New\""),
            new Change.Added("/States/New", "New"),
            new Change.Field("/States/C/ItemProcessor/States/I/Result", "I", "Result", "", "0"),
            new Change.Field("/States/C/End", "C", "End", "", "true"),
            new Change.Field("/States/C/Next", "C", "Next", "\"D\"", ""),
            new Change.Removed("/States/D", "D"));
  }

  @Test
  void theSameDefinitionHasNoDifference() {
    assertThat(DefinitionDiff.between(OLD, OLD)).isEmpty();
    assertThat(DiffText.of(List.of(), OLD)).isEqualTo("No difference.\n");
  }

  @Test
  void markdownNamesChangesAndMarksTheGraph() {
    List<Change> changes =
        List.of(new Change.Field("/States/A/Next", "A", "Next", "\"B\"", "\"C\""));

    assertThat(DiffText.of(changes, OLD))
        .startsWith("- rewired `A`: `Next` from `\"B\"` to `\"C\"`\n\n```mermaid\nflowchart TD\n")
        .contains("style s0 fill:#fdf0c4")
        .endsWith("```\n");
  }
}
