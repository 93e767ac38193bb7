package io.asl4j.cli;

import io.asl4j.cli.check.CheckRefused;
import io.asl4j.cli.proof.Speed;
import io.asl4j.cli.proof.ValidationPage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
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
    footer = {
      "  asl proof definitions/ --reasons src-test-fixtures/definitions-corpus-exceptions.txt \\",
      "      --report docs/validation.md",
      "  asl proof definitions/ --speed"
    })
final class ProofCommand implements Callable<ExitCode> {
  private final Terminal terminal;

  @Parameters(
      paramLabel = "DEFINITIONS",
      description = "A folder with real/, valid-tricky/, invalid/ and baseline.md.")
  private Path definitions = Path.of("");

  @Option(names = "--report", paramLabel = "FILE", description = "Where the page goes.")
  private @Nullable Path report;

  @Option(
      names = "--reasons",
      paramLabel = "FILE",
      description = "Why cases are judged otherwise than they say: id, a tab, the reason.")
  private @Nullable Path reasons;

  @Option(
      names = "--speed",
      description = "Only measures how long a thousand real definitions take, and how much memory.")
  private boolean isTimed;

  ProofCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public ExitCode call() {
    try {
      if (isTimed) {
        return speed();
      }
      String page = ValidationPage.of(definitions, reasons(), WallClock.now());
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

  private List<String> reasons() throws IOException {
    return reasons == null ? List.of() : Files.readAllLines(reasons);
  }

  private ExitCode speed() {
    long start = WallClock.mark();
    Speed.run(definitions, WallClock.now());
    Duration taken = WallClock.since(start);
    String memory =
        Speed.peakKibibytes().map(peak -> ", at most %,d KiB of memory".formatted(peak)).orElse("");
    terminal
        .out()
        .println(
            "%,d definitions checked in %,d ms after start on %d processors%s"
                .formatted(
                    Speed.DEFINITIONS,
                    taken.toMillis(),
                    Runtime.getRuntime().availableProcessors(),
                    memory));
    return ExitCode.OK;
  }
}
