package io.asl4j.cli.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.asl4j.core.graph.Highlight;
import io.asl4j.core.graph.Highlight.Mark;
import io.asl4j.core.graph.StateGraph;
import io.asl4j.core.json.Json;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** Histories in the order in which AWS writes their events, one line an event. */
class RecordedExecutionTest {

  private static final StateGraph GRAPH =
      StateGraph.of(
          Json.parse(
              """
              {"StartAt": "Charge", "States": {
                "Charge": {"Type": "Task", "Resource": "arn:aws:lambda:x", "Next": "Each",
                           "Catch": [{"ErrorEquals": ["Declined"], "Next": "Tell"}]},
                "Each": {"Type": "Map", "Next": "Both", "ItemProcessor": {"StartAt": "Pack",
                  "States": {"Pack": {"Type": "Task", "Resource": "arn:aws:lambda:y", "End": true}}}},
                "Both": {"Type": "Parallel", "End": true, "Branches": [
                  {"StartAt": "Rest", "States": {"Rest": {"Type": "Wait", "Seconds": 9, "End": true}}},
                  {"StartAt": "Stop", "States": {"Stop": {"Type": "Fail"}}}]},
                "Tell": {"Type": "Pass", "End": true}}}
              """));

  @Test
  void aRetriedTaskWasDoneAndSaysHowManyAttemptsItTook() throws IOException {
    Highlight seen =
        highlight(
            """
            0 ExecutionStarted
            0 TaskStateEntered Charge
            2 LambdaFunctionScheduled
            3 LambdaFunctionFailed
            4 LambdaFunctionScheduled
            5 LambdaFunctionSucceeded
            6 TaskStateExited Charge
            7 MapStateEntered Each
            """);

    assertThat(seen.marks())
        .containsEntry("/States/Charge", Mark.GOOD)
        .containsEntry("/States/Each", Mark.OPEN)
        .hasSize(2);
    assertThat(seen.notes()).containsEntry("/States/Charge", "2 attempts");
    assertThat(seen.taken())
        .containsExactly(new Highlight.Taken("/States/Charge", "/States/Each", false));
  }

  @Test
  void aCaughtErrorIsToldApartFromOneThatEndedTheExecution() throws IOException {
    Highlight seen =
        highlight(
            """
            0 ExecutionStarted
            0 TaskStateEntered Charge
            2 LambdaFunctionScheduled
            3 LambdaFunctionFailed
            4 TaskStateExited Charge
            5 PassStateEntered Tell
            6 PassStateExited Tell
            7 ExecutionSucceeded
            """);

    assertThat(seen.marks())
        .containsEntry("/States/Charge", Mark.CAUGHT)
        .containsEntry("/States/Tell", Mark.GOOD);
    assertThat(seen.taken())
        .containsExactly(new Highlight.Taken("/States/Charge", "/States/Tell", true));
  }

  @Test
  void iterationsAreCountedAndOnlyTheOneThatFailedIsRed() throws IOException {
    Highlight seen =
        highlight(
            """
            0 ExecutionStarted
            0 MapStateEntered Each
            2 MapStateStarted
            3 MapIterationStarted Each 0
            3 MapIterationStarted Each 1
            4 TaskStateEntered Pack
            5 TaskStateEntered Pack
            6 LambdaFunctionScheduled
            7 LambdaFunctionScheduled
            8 LambdaFunctionSucceeded
            10 TaskStateExited Pack
            11 MapIterationSucceeded Each 0
            9 LambdaFunctionFailed
            13 MapIterationFailed Each 1
            14 MapStateFailed
            15 ExecutionFailed
            """);

    assertThat(seen.marks())
        .containsEntry("/States/Each", Mark.BAD)
        .containsEntry("/States/Each/ItemProcessor/States/Pack", Mark.BAD);
    assertThat(seen.notes())
        .containsEntry("/States/Each", "2 items, failed")
        .containsEntry("/States/Each/ItemProcessor/States/Pack", "×2, 1 failed");
  }

  @Test
  void aBranchThatWasStoppedByAnotherOneIsGrey() throws IOException {
    Highlight seen =
        highlight(
            """
            0 ExecutionStarted
            0 ParallelStateEntered Both
            2 ParallelStateStarted
            3 WaitStateEntered Rest
            3 FailStateEntered Stop
            5 ParallelStateFailed
            6 ExecutionFailed
            """);

    assertThat(seen.marks())
        .containsEntry("/States/Both", Mark.BAD)
        .containsEntry("/States/Both/Branches/0/States/Rest", Mark.STOPPED)
        .containsEntry("/States/Both/Branches/1/States/Stop", Mark.BAD);
  }

  @Test
  void aQueryThatFailedIsFoundByTheEventThatItsCauseNames() throws IOException {
    ObjectNode history =
        history("0 ExecutionStarted\n0 PassStateEntered Tell\n0 ExecutionFailed\n");
    ((ObjectNode) history.at("/events/2"))
        .putObject("executionFailedEventDetails")
        .put("cause", "An error occurred in `Tell` (entered at the event id #2). Too deep.");

    assertThat(RecordedExecution.highlight(history, GRAPH).marks())
        .containsEntry("/States/Tell", Mark.BAD);
  }

  @Test
  void theListAloneAndTheReverseOrderAreReadToo() throws IOException {
    ArrayNode events =
        (ArrayNode) history("0 ExecutionStarted\n0 PassStateEntered Tell").get("events");
    ArrayNode reversed = JsonNodeFactory.instance.arrayNode().add(events.get(1)).add(events.get(0));

    assertThat(RecordedExecution.highlight(reversed, GRAPH).marks())
        .containsEntry("/States/Tell", Mark.OPEN);
  }

  @Test
  void whatIsNoWholeHistoryOfThisDefinitionIsSaid() {
    assertThatThrownBy(() -> highlight("0 ExecutionStarted\n0 PassStateEntered Ask"))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("event 2 enters the state `Ask`")
        .hasMessageContaining("another version");
    assertThatThrownBy(() -> RecordedExecution.highlight(Json.parse("{\"a\": 1}"), GRAPH))
        .hasMessageContaining("`events`");
    assertThatThrownBy(
            () ->
                RecordedExecution.highlight(
                    Json.parse("[{\"id\": 2, \"type\": \"ExecutionStarted\"}]"), GRAPH))
        .hasMessageContaining("event 1 is missing");
    assertThatThrownBy(() -> RecordedExecution.highlight(Json.parse("[7]"), GRAPH))
        .hasMessageContaining("`id` and `type`");
  }

  private static Highlight highlight(String events) throws IOException {
    return RecordedExecution.highlight(history(events), GRAPH);
  }

  /** A line has the id of the event before, the type, and the name and index of its details. */
  private static ObjectNode history(String lines) {
    ObjectNode history = JsonNodeFactory.instance.objectNode();
    ArrayNode events = history.putArray("events");
    for (String line : lines.lines().toList()) {
      String[] words = line.split(" ");
      String type = words[1];
      ObjectNode event =
          events
              .addObject()
              .put("id", events.size())
              .put("previousEventId", Long.parseLong(words[0]))
              .put("type", type);
      if (words.length > 2) {
        String key =
            type.matches("\\w+State(Entered|Exited)")
                ? type.replaceFirst("\\w+State", "state")
                : Character.toLowerCase(type.charAt(0)) + type.substring(1);
        ObjectNode details = event.putObject(key + "EventDetails").put("name", words[2]);
        if (words.length > 3) {
          details.put("index", Integer.parseInt(words[3]));
        }
      }
    }
    return history;
  }
}
