package io.asl4j.cli;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;

/** Explains a command: {@code asl help run} says what {@code asl run --help} says. */
@Command(
    name = "help",
    header = "Explains a command.",
    footer = {"  asl help", "  asl help completion"})
final class HelpCommand implements Callable<ExitCode> {
  private final Terminal terminal;

  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "COMMAND",
      arity = "0..*",
      description = "The command to explain; without one, all are listed.")
  private List<String> names = List.of();

  HelpCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public ExitCode call() {
    CommandLine explained = spec.root().commandLine();
    for (String name : names) {
      CommandLine found = explained.getSubcommands().get(name);
      if (found == null) {
        throw new UnmatchedArgumentException(explained, List.of(name));
      }
      explained = found;
    }
    explained.usage(terminal.out());
    return ExitCode.OK;
  }
}
