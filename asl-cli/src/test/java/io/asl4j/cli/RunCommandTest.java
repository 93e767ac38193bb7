package io.asl4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.asl4j.core.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 120, unit = TimeUnit.SECONDS)
class RunCommandTest {

  private static final Path ORDER = Path.of("..", "asl-examples", "order");

  @TempDir private Path folder;

  @Test
  void theOutputGoesToStandardOutputAndThePathToStandardError() {
    CommandLineRun run =
        CommandLineRun.asl(
            "run",
            ORDER.resolve("order.asl.json").toString(),
            "--input",
            ORDER.resolve("order.json").toString(),
            "--tasks",
            ORDER.resolve("tasks.yaml").toString(),
            "--time",
            "virtual",
            "--seed",
            "7");

    assertThat(run.exit()).isEqualTo(ExitCode.OK);
    assertThat(Json.parse(run.out()).path("status").textValue()).isEqualTo("shipped");
    assertThat(run.errLines().getFirst()).startsWith("order  ").endsWith(", virtual time");
    assertThat(run.errLines().get(1))
        .isEqualTo(
            "    0.20s  ✗ Validate payment      Payments.GatewayBusy  The gateway asks to come back"
                + " later.");
    assertThat(run.errLines().get(2)).contains("↻ Validate payment      attempt 2 after ");
    assertThat(run.err())
        .contains("▾ Check warehouses      2 branches")
        .contains("    ✓ Check west          250ms")
        .contains("◇ In stock?             → Ask for approval")
        .contains("… Ask for approval      handed over, waits for its token")
        .contains("✓ Ask for approval      1.50s");
    assertThat(run.errLines().getLast()).startsWith("✓ succeeded in ");
    assertThat(run.err()).doesNotContain("\u001b");
  }

  @Test
  void aTerminalGetsColoursUnlessNoColorIsSet() throws IOException {
    String definition = file("m.asl.json", machine("{ \"Type\": \"Pass\", \"End\": true }"));

    assertThat(CommandLineRun.asl(Map.of(), true, "run", definition).err())
        .contains("\u001b[32m✓\u001b[0m");
    assertThat(CommandLineRun.asl(Map.of("NO_COLOR", "1"), true, "run", definition).err())
        .doesNotContain("\u001b[3");
  }

  @Test
  void aTaskThatNothingAnswersIsToldWithItsPlaceAndWhatMayHaveBeenMeant() throws IOException {
    String definition =
        file(
            "m.asl.json",
            machine(
                "{ \"Type\": \"Task\", \"Resource\":"
                    + " \"arn:aws:lambda:us-east-1:123456789012:function:charge\", \"End\": true"
                    + " }"));
    String tasks =
        file(
            "tasks.yaml",
            "resources:\n"
                + "  arn:aws:lambda:us-east-1:123456789012:function:charges:\n"
                + "    return: 1\n");

    CommandLineRun run = CommandLineRun.asl("run", definition, "--tasks", tasks);

    assertThat(run.exit()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(run.err())
        .contains("m.asl.json:")
        .contains("Nothing answers the Task state")
        .contains("Did you mean `arn:aws:lambda:us-east-1:123456789012:function:charges`?");
  }

  @Test
  void aFailureIsShownWithErrorAndCauseAndEndsWithOne() throws IOException {
    String definition =
        file(
            "m.asl.json",
            machine("{ \"Type\": \"Fail\", \"Error\": \"No\", \"Cause\": \"{\\\"why\\\":1}\" }"));

    CommandLineRun run = CommandLineRun.asl("run", definition);

    assertThat(run.exit()).isEqualTo(ExitCode.FAILED);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains("✗ failed after").contains("  error: No").contains("\"why\": 1");
  }

  @Test
  void jsonIsOneObjectWhateverTheEnd() throws IOException {
    String good = file("good.asl.json", machine("{ \"Type\": \"Pass\", \"End\": true }"));
    String bad = file("bad.asl.json", machine("{ \"Type\": \"Fail\", \"Error\": \"No\" }"));

    CommandLineRun succeeded =
        CommandLineRun.asl("run", good, "-i", "{\"a\":1.10}", "--format", "json", "--name", "n");
    JsonNode object = Json.parse(succeeded.out());
    assertThat(object.path("status").textValue()).isEqualTo("SUCCEEDED");
    assertThat(object.path("output")).isEqualTo(Json.parse("{\"a\":1.10}"));
    assertThat(object.path("name").textValue()).isEqualTo("n");
    assertThat(succeeded.outLines()).hasSize(1);

    CommandLineRun failed = CommandLineRun.asl("run", bad, "--format", "json", "-q");
    assertThat(failed.exit()).isEqualTo(ExitCode.FAILED);
    assertThat(Json.parse(failed.out()).path("error").textValue()).isEqualTo("No");
    assertThat(failed.err()).isEmpty();
  }

  @Test
  void aMachineThatTakesTooLongEndsWithOne() throws IOException {
    String definition =
        file(
            "m.asl.yaml",
            """
            StartAt: W
            TimeoutSeconds: 3600
            States:
              W: { Type: Wait, Seconds: 86400, End: true }
            """);

    CommandLineRun run =
        CommandLineRun.asl("run", definition, "--time", "virtual", "--format", "json");

    assertThat(run.exit()).isEqualTo(ExitCode.FAILED);
    assertThat(Json.parse(run.out()).path("status").textValue()).isEqualTo("TIMED_OUT");
    assertThat(run.err())
        .contains("– W      stopped")
        .contains("✗ timed out after 1h 00m of virtual time");
  }

  @Test
  void theHistoryIsWrittenAsAwsPrintsIt() throws IOException {
    String definition = file("m.asl.json", machine("{ \"Type\": \"Pass\", \"End\": true }"));
    Path history = folder.resolve("history.json");

    CommandLineRun.asl("run", definition, "--input", "[1]", "--history", history.toString());

    JsonNode events = Json.parse(Files.readString(history)).path("events");
    assertThat(events.findValuesAsText("type"))
        .containsExactly(
            "ExecutionStarted", "PassStateEntered", "PassStateExited", "ExecutionSucceeded");
    assertThat(events.get(0).path("executionStartedEventDetails").path("input").textValue())
        .isEqualTo("[1]");
  }

  @Test
  void iterationsAreIndentedAndManyAreNotShown() throws IOException {
    String definition =
        file(
            "m.asl.json",
            machine(
                """
                { "Type": "Map", "End": true, "ItemProcessor": { "StartAt": "Each", "States": {
                    "Each": { "Type": "Pass", "End": true } } } }
                """));
    List<Integer> items = IntStream.range(0, 25).boxed().toList();

    CommandLineRun run =
        CommandLineRun.asl("run", definition, "-i", items.toString(), "--time", "virtual");

    assertThat(run.err())
        .contains("▾ S           25 items")
        .contains("  ✓ [0] Each")
        .contains("  ✓ [9] Each")
        .doesNotContain("[10]")
        .contains("15 more iterations not shown");
  }

  @Test
  void branchesThatAreStoppedBecauseOfAnotherAreSaidToBe() throws IOException {
    String definition =
        file(
            "m.asl.json",
            machine(
                """
                { "Type": "Parallel", "End": true, "Branches": [
                    { "StartAt": "Long", "States": { "Long": { "Type": "Wait", "Seconds": 99, "End": true } } },
                    { "StartAt": "Short", "States": { "Short": { "Type": "Wait", "Seconds": 9, "Next": "Broken" },
                                                      "Broken": { "Type": "Fail", "Error": "No" } } } ] }
                """));

    CommandLineRun run = CommandLineRun.asl("run", definition, "--time", "virtual");

    assertThat(run.errLines().subList(1, 6))
        .containsExactly(
            "    0.00s  ▾ S             2 branches",
            "    9.00s    ✓ Short       waited 9.00s",
            "    9.00s    ✗ Broken",
            "    9.00s    – Long        stopped",
            "    9.00s  ✗ S             failed");
  }

  @Test
  void aProgramAndAChildExecutionRunWithoutACloud() throws IOException {
    file(
        "child.asl.json",
        machine(
            "{ \"Type\": \"Task\", \"Resource\": \"arn:aws:states:::lambda:invoke\", \"End\": true"
                + " }"));
    String definition =
        file(
            "m.asl.json",
            machine(
                """
                { "Type": "Task", "Resource": "arn:aws:states:::states:startExecution.sync:2",
                  "Parameters": { "StateMachineArn": "arn:aws:states:us-east-1:123456789012:stateMachine:child",
                                  "Input.$": "$" },
                  "OutputPath": "$.Output", "End": true }
                """));
    String tasks = file("tasks.yaml", "resources: { 'arn:aws:states:::lambda:*': { exec: cat } }");

    CommandLineRun run = CommandLineRun.asl("run", definition, "-i", "{\"a\":1}", "-t", tasks);

    assertThat(run.err()).contains("▸ child").contains("✓ succeeded");
    assertThat(Json.parse(run.out())).isEqualTo(Json.parse("{\"a\":1}"));
  }

  @Test
  void theSameSeedGivesTheSameRandomNumbers() throws IOException {
    String definition =
        file(
            "m.asl.json",
            """
            { "QueryLanguage": "JSONata", "StartAt": "S", "States": {
                "S": { "Type": "Pass", "Output": "{% $uuid() %}", "End": true } } }
            """);

    String first = CommandLineRun.asl("run", definition, "--seed", "5").out();

    assertThat(CommandLineRun.asl("run", definition, "--seed", "5").out()).isEqualTo(first);
    assertThat(CommandLineRun.asl("run", definition, "--seed", "6").out()).isNotEqualTo(first);
  }

  private static String machine(String state) {
    return "{ \"StartAt\": \"S\", \"States\": { \"S\": " + state + " } }";
  }

  private String file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text).toString();
  }
}
