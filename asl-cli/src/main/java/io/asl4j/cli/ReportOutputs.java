package io.asl4j.cli;

import io.asl4j.cli.check.Checked;
import io.asl4j.cli.report.Format;
import io.asl4j.cli.report.Report;
import io.asl4j.core.diagnostic.Severity;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Where the reports of a check go: one to standard output at the most, others into files. */
final class ReportOutputs {

  /**
   * One report.
   *
   * @param file empty for standard output
   */
  private record Output(Format format, Optional<Path> file) {}

  private final List<Output> outputs;
  private final Optional<Severity> failsAt;
  private final Terminal terminal;

  private ReportOutputs(List<Output> outputs, Optional<Severity> failsAt, Terminal terminal) {
    this.outputs = outputs;
    this.failsAt = failsAt;
    this.terminal = terminal;
  }

  /**
   * Reads what the command line asks for.
   *
   * @param wanted {@code FORMAT} or {@code FORMAT=FILE} each
   */
  static ReportOutputs of(List<String> wanted, Optional<Severity> failsAt, Terminal terminal) {
    List<Output> outputs = new ArrayList<>(wanted.stream().map(ReportOutputs::output).toList());
    long onScreen = outputs.stream().filter(output -> output.file().isEmpty()).count();
    if (onScreen > 1) {
      throw new UserError(
          "More than one format would go to standard output.",
          "Give all but one a file, such as --format sarif=asl.sarif.");
    }
    if (onScreen == 0) {
      boolean isAction = "true".equals(terminal.environment().get("GITHUB_ACTIONS"));
      outputs.add(new Output(isAction ? Format.GITHUB : Format.PRETTY, Optional.empty()));
    }
    return new ReportOutputs(List.copyOf(outputs), failsAt, terminal);
  }

  private static Output output(String wanted) {
    int equals = wanted.indexOf('=');
    String name = equals < 0 ? wanted : wanted.substring(0, equals);
    Format format =
        Format.named(name)
            .orElseThrow(
                () ->
                    new UserError(
                        "`" + name + "` is not a format.",
                        "It is one of: "
                            + Arrays.stream(Format.values())
                                .map(Format::label)
                                .collect(Collectors.joining(", "))
                            + "."));
    return new Output(
        format, equals < 0 ? Optional.empty() : Optional.of(Path.of(wanted.substring(equals + 1))));
  }

  /**
   * Writes all reports.
   *
   * @throws UserError if a file cannot be written
   */
  void write(List<Checked> checked) {
    for (Output output : outputs) {
      boolean colored = output.file().isEmpty() && terminal.outPaint().on();
      Report report = output.format().report(failsAt, colored, AslVersion.number());
      if (output.file().isEmpty()) {
        report.write(checked, terminal.out());
        terminal.out().flush();
      } else {
        writeFile(report, checked, output.file().get());
      }
    }
  }

  private static void writeFile(Report report, List<Checked> checked, Path file) {
    try (PrintWriter to = new PrintWriter(Files.newBufferedWriter(file, StandardCharsets.UTF_8))) {
      report.write(checked, to);
      if (to.checkError()) {
        throw new UserError("The report `" + file + "` could not be written completely.");
      }
    } catch (IOException e) {
      throw new UserError(
          "The report `" + file + "` cannot be written: " + e + ".", "Does its folder exist?");
    }
  }
}
