package io.asl4j.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Runs typical command lines once, so that the Java process that does it can write down the classes
 * that they need: the launcher starts it after a build to make the cache from which later starts
 * are fast. What the commands print is thrown away, and what they end with does not matter.
 */
final class Rehearsal {
  /** Ends at once also in real time, and touches each type of state that needs no task. */
  private static final String MACHINE =
      """
      {"StartAt": "Both", "QueryLanguage": "JSONata", "States": {
        "Both": {"Type": "Parallel", "Next": "Each", "Output": "{% $sum($states.result) %}", "Branches": [
          {"StartAt": "One", "States": {"One": {"Type": "Pass", "Output": 1, "End": true}}},
          {"StartAt": "Two", "States": {"Two": {"Type": "Pass", "Output": "{% 1 + 1 %}", "End": true}}}]},
        "Each": {"Type": "Map", "Items": [1, 2], "Next": "Which", "ItemProcessor": {
          "StartAt": "Item", "States": {"Item": {"Type": "Wait", "Seconds": 0, "End": true}}}},
        "Which": {"Type": "Choice", "Choices": [{"Condition": "{% false %}", "Next": "No"}], "Default": "Yes"},
        "Yes": {"Type": "Succeed"},
        "No": {"Type": "Fail", "QueryLanguage": "JSONPath", "Error": "No"}}}
      """;

  private Rehearsal() {}

  /**
   * Runs the command lines.
   *
   * @param arguments the root folder of the repository, whose example is run
   */
  public static void main(String[] arguments) throws IOException {
    Path order = Path.of(arguments[0], "asl-examples", "order");
    Path machine = Files.createTempFile("rehearsal", ".asl.json");
    try {
      Files.writeString(machine, MACHINE);
      asl("--version");
      asl("--help");
      asl("help", "run");
      asl("--no-such-option");
      asl("validate", order.resolve("order.asl.json").toString(), machine.toString());
      asl("explain", "ASL2004");
      asl("run", machine.toString(), "--input", "{}");
      asl(
          "run",
          order.resolve("order.asl.json").toString(),
          "--input",
          order.resolve("order.json").toString(),
          "--tasks",
          order.resolve("tasks.yaml").toString(),
          "--time",
          "virtual");
    } finally {
      Files.delete(machine);
    }
    // As a process begins and ends: with its own streams, and by its exit code.
    Main.main(new String[] {"--version"});
  }

  /** Once plainly and once as on a screen. */
  private static void asl(String... commandLine) {
    PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
    for (boolean onScreen : List.of(false, true)) {
      AslCommand.run(Terminal.of(nowhere, nowhere, onScreen, onScreen, Map.of()), commandLine);
    }
  }
}
