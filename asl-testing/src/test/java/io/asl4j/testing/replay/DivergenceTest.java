package io.asl4j.testing.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a reader is told about a replay that leaves its recording. */
class DivergenceTest {

  @TempDir Path folder;

  private ReplayReport replay(String tasks, String output, String more) throws Exception {
    Path file = folder.resolve("case.json");
    Files.writeString(
        file,
        """
        {"id": "shop/price", "input": {"item": "tea"},
         "definition": {"StartAt": "Price", "States": {"Price":
           {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "End": true}}},
         "tasks": {%s},
         "expect": {"status": "SUCCEEDED", "output": %s%s}}
        """
            .formatted(tasks, output, more));
    return Replay.run(RecordedCase.read(file));
  }

  @Test
  void isTheFirstMemberThatDiffersWithBothValues() throws Exception {
    ReplayReport report =
        replay("\"Price\": [{\"when\": {}, \"result\": {\"price\": 4}}]", "{\"price\": 5}", "");

    assertThat(report.verdict()).isEqualTo(ReplayReport.Verdict.FAILED);
    assertThat(report.reason()).isEqualTo("output/price: expected 5, got 4");
  }

  @Test
  void showsTheFirstEventThatDiffersBetweenThoseAroundIt() throws Exception {
    ReplayReport report =
        replay(
            "\"Price\": [{\"when\": {}, \"result\": 4}]",
            "4",
            """
            , "history": [
              {"id": 1, "previousEventId": 0, "type": "ExecutionStarted", "input": {"item": "tea"}},
              {"id": 2, "previousEventId": 1, "type": "TaskStateEntered", "name": "Price", "input": {"item": "tea"}}]
            """);

    assertThat(report.reason().lines())
        .startsWith(
            "event 2: /previousEventId: expected 1, got 0",
            "    1 <- 0 ExecutionStarted {\"input\":{\"item\":\"tea\"}}",
            "  - 2 <- 1 TaskStateEntered {\"name\":\"Price\",\"input\":{\"item\":\"tea\"}}",
            "  + 2 <- 0 TaskStateEntered {\"name\":\"Price\",\"input\":{\"item\":\"tea\"}}");
  }

  @Test
  void namesARequestThatTheRecordingHasNoAnswerFor() throws Exception {
    ReplayReport report = replay("", "4", "");

    assertThat(report.reason())
        .contains("status: expected \"SUCCEEDED\", got \"FAILED\"")
        .endsWith(
            "State `Price` asked for {\"item\":\"tea\"}, but the recording has no answer for"
                + " that.");
  }

  @Test
  void saysThatADefinitionIsNotValidHere() throws Exception {
    Path file = folder.resolve("case.json");
    Files.writeString(
        file,
        "{\"definition\": {\"StartAt\": \"Nowhere\", \"States\": {}}, \"expect\": {\"status\":"
            + " \"SUCCEEDED\"}}");

    ReplayReport report = Replay.run(RecordedCase.read(file));

    assertThat(report.verdict()).isEqualTo(ReplayReport.Verdict.FAILED);
    assertThat(report.reason()).startsWith("The definition is not valid here.");
  }
}
