package io.asl4j.cli;

import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Path;
import java.util.Map;

/**
 * Runs typical command lines once, so that the Java process that does it can write down the classes
 * that they need: the launcher starts it after a build to make the cache from which later starts
 * are fast. What the commands print is thrown away, and what they end with does not matter.
 */
final class Rehearsal {
  private static final String[][] COMMAND_LINES = {
    {"--version"}, {"--help"}, {"help", "completion"}, {"--no-such-option"}
  };

  private Rehearsal() {}

  /**
   * Runs the command lines.
   *
   * @param arguments the root folder of the repository, for commands that read its examples
   */
  public static void main(String[] arguments) {
    PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
    for (String[] commandLine : COMMAND_LINES) {
      AslCommand.run(Terminal.of(nowhere, nowhere, false, false, Map.of()), commandLine);
    }
    for (String root : arguments) {
      AslCommand.run(Terminal.of(nowhere, nowhere, true, true, Map.of()), exampleRun(root));
    }
  }

  private static String[] exampleRun(String root) {
    Path order = Path.of(root, "asl-examples", "order");
    return new String[] {
      "run",
      order.resolve("order.asl.json").toString(),
      "--input",
      order.resolve("order.json").toString(),
      "--tasks",
      order.resolve("tasks.yaml").toString(),
    };
  }
}
