package io.asl4j.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One command line run in this process, with what it wrote and what it ended with. */
record CommandLineRun(ExitCode exit, String out, String err) {

  static CommandLineRun asl(String... arguments) {
    return asl(Map.of(), false, arguments);
  }

  /**
   * Runs a command line.
   *
   * @param environment the variables it sees
   * @param onTerminal whether both of its streams are terminals
   */
  static CommandLineRun asl(
      Map<String, String> environment, boolean onTerminal, String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    Terminal terminal =
        Terminal.of(
            new PrintWriter(out),
            new PrintWriter(err),
            onTerminal,
            onTerminal,
            new HashMap<>(environment));
    ExitCode exit = AslCommand.run(terminal, arguments);
    return new CommandLineRun(exit, out.toString(), err.toString());
  }

  List<String> outLines() {
    return out.lines().toList();
  }

  List<String> errLines() {
    return err.lines().toList();
  }
}
