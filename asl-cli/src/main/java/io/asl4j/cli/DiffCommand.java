package io.asl4j.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.asl4j.cli.diff.Change;
import io.asl4j.cli.diff.DefinitionDiff;
import io.asl4j.cli.diff.DiffText;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Tells what is different between two versions of a definition, as markdown. */
@Command(
    name = "diff",
    header = "Tells what is different between two versions of a definition, as markdown.",
    description = {
      "States added, removed, renamed and rewired, changed fields, and the new version as a graph.",
      "Exit codes: 0 no difference, 1 some difference, 2 bad usage or input."
    },
    footer = {"  asl diff old.asl.json new.asl.json"})
final class DiffCommand implements Callable<ExitCode> {
  private final Terminal terminal;

  @Parameters(index = "0", paramLabel = "OLD", description = "The definition as it was.")
  private Path before = Path.of("");

  @Parameters(index = "1", paramLabel = "NEW", description = "The definition as it is now.")
  private Path after = Path.of("");

  DiffCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public ExitCode call() {
    JsonNode old = GraphCommand.read(before).root();
    JsonNode now = GraphCommand.read(after).root();
    List<Change> changes = DefinitionDiff.between(old, now);
    terminal.out().print(DiffText.of(changes, now));
    return changes.isEmpty() ? ExitCode.OK : ExitCode.FAILED;
  }
}
