package io.asl4j.cli;

import io.asl4j.cli.check.CheckRefused;
import io.asl4j.cli.proof.ValidationPage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes the page about validation, with its scores on a corpus of definitions. */
@Command(
    name = "proof",
    hidden = true,
    header = "Scores the checks on a corpus of definitions and writes docs/validation.md.",
    footer = {"  asl proof definitions/ --report docs/validation.md"})
final class ProofCommand implements Callable<ExitCode> {
  private final Terminal terminal;

  @Parameters(
      paramLabel = "DEFINITIONS",
      description = "A folder with real/, valid-tricky/, invalid/ and baseline.md.")
  private Path definitions = Path.of("");

  @Option(names = "--report", paramLabel = "FILE", description = "Where the page goes.")
  private @Nullable Path report;

  ProofCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public ExitCode call() {
    try {
      String page = ValidationPage.of(definitions, WallClock.now());
      if (report == null) {
        terminal.out().print(page);
      } else {
        Files.writeString(report, page);
      }
      return ExitCode.OK;
    } catch (CheckRefused e) {
      throw new UserError(e.message(), e.hint().orElse(""));
    } catch (IOException e) {
      throw new UserError("The corpus `" + definitions + "` cannot be read: " + e + ".");
    }
  }
}
