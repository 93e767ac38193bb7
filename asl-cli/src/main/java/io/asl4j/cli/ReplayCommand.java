package io.asl4j.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.asl4j.core.json.Json;
import io.asl4j.testing.replay.CaseUnreadable;
import io.asl4j.testing.replay.ConformancePage;
import io.asl4j.testing.replay.DivergenceReasons;
import io.asl4j.testing.replay.IdPattern;
import io.asl4j.testing.replay.RecordedCase;
import io.asl4j.testing.replay.ReplayReport;
import io.asl4j.testing.replay.ReplayReport.Verdict;
import io.asl4j.testing.replay.ReplaySuite;
import io.asl4j.testing.replay.ReplaySummary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Replays recorded executions and compares outcome and history with the recording. */
@Command(
    name = "replay",
    header = "Replays recorded executions and compares them with the recording, event by event.",
    description = {
      "A case is a JSON file: a definition, an input, what its tasks answered, and what AWS Step"
          + " Functions made of it. Executions run in modelled time; nothing outside is called.",
      "Exit codes: 0 nothing failed, 1 a case failed, 2 a case cannot be read."
    },
    footer = {
      "  asl replay recordings/",
      "  asl replay recordings/order.json --format json",
      "  asl replay recordings/ --area billing --id '*timeout*'",
      "  asl replay recordings/ --report docs/conformance.md"
    })
final class ReplayCommand implements Callable<ExitCode> {

  /** How results are written. */
  enum Format {
    TEXT,
    JSON
  }

  private final Terminal terminal;

  @Parameters(
      paramLabel = "PATH",
      arity = "1..*",
      description = "A case file, or a folder whose .json files are cases.")
  private List<Path> paths = List.of();

  @Option(
      names = "--area",
      paramLabel = "NAME",
      description = "Only cases of that area: the part of the id before the first slash.")
  private List<String> areas = List.of();

  @Option(
      names = "--id",
      paramLabel = "GLOB",
      description = "Only cases whose id fits: * is any run of characters, ? is one.")
  private List<String> ids = List.of();

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "text",
      description = "text, or json for one object a case and line.")
  private Format format = Format.TEXT;

  /** Null unless a page is asked for. */
  @Option(
      names = "--report",
      paramLabel = "FILE.md",
      description = "Also writes a Markdown page: counts by area, and every case that failed.")
  private @Nullable Path report;

  /** Null for the file beside the page. */
  @Option(
      names = "--reasons",
      paramLabel = "FILE.yaml",
      description =
          "Reasons for the page: a list of id, aws, ours, why. By default the page's own name with"
              + " -reasons.yaml, if it is there.")
  private @Nullable Path reasons;

  ReplayCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public ExitCode call() throws InterruptedException {
    List<ReplayReport> reports = new ArrayList<>();
    List<RecordedCase> cases = read(reports);
    boolean unreadable = !reports.isEmpty();
    if (cases.isEmpty() && !unreadable) {
      throw new UserError(
          "No recorded case fits.",
          "Name a case file or a folder that holds some, and see --area and --id.");
    }
    Optional<DivergenceReasons> known = readReasons();
    reports.addAll(ReplaySuite.run(cases, new Progress(terminal, cases.size())));
    reports.sort(Comparator.comparing(ReplayReport::id));
    switch (format) {
      case TEXT -> writeText(reports);
      case JSON -> writeJson(reports);
    }
    if (report != null) {
      write(report, ConformancePage.of(reports, known.orElse(DivergenceReasons.none())));
    }
    boolean failed = reports.stream().anyMatch(each -> each.verdict() == Verdict.FAILED);
    return unreadable ? ExitCode.BAD_INPUT : failed ? ExitCode.FAILED : ExitCode.OK;
  }

  private List<RecordedCase> read(List<ReplayReport> unreadable) {
    List<RecordedCase> cases = new ArrayList<>();
    for (Path path : paths) {
      for (Path file : files(path)) {
        try {
          RecordedCase recorded = RecordedCase.read(file);
          if (isWanted(recorded)) {
            cases.add(recorded);
          }
        } catch (CaseUnreadable e) {
          unreadable.add(ReplayReport.unreadable(file, e));
        }
      }
    }
    return cases;
  }

  private static List<Path> files(Path path) {
    try {
      return ReplaySuite.files(path);
    } catch (IOException e) {
      throw new UserError(
          e instanceof CaseUnreadable
              ? String.valueOf(e.getMessage())
              : "The folder `%s` cannot be read: %s.".formatted(path, e.getMessage()));
    }
  }

  private boolean isWanted(RecordedCase recorded) {
    return (areas.isEmpty() || areas.contains(recorded.area()))
        && (ids.isEmpty()
            || ids.stream().anyMatch(glob -> new IdPattern(glob).matches(recorded.id())));
  }

  private Optional<DivergenceReasons> readReasons() {
    Path file = reasons;
    if (file == null && report != null) {
      Path beside =
          report.resolveSibling(
              report.getFileName().toString().replaceFirst("\\.md$", "") + "-reasons.yaml");
      file = Files.exists(beside) ? beside : null;
    }
    if (file == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(DivergenceReasons.read(file));
    } catch (CaseUnreadable e) {
      throw new UserError(String.valueOf(e.getMessage()));
    }
  }

  private static void write(Path file, String text) {
    try {
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UserError(
          "The page `%s` cannot be written: %s.".formatted(file, e.getMessage()),
          "Its folder must exist.");
    }
  }

  private void writeJson(List<ReplayReport> reports) {
    for (ReplayReport each : reports) {
      ObjectNode line = JsonNodeFactory.instance.objectNode();
      line.put("id", each.id()).put("area", each.area()).put("kind", each.kind());
      line.put("passed", each.verdict() == Verdict.PASSED);
      line.put("supported", each.verdict() != Verdict.NOT_SUPPORTED);
      line.put("divergence", each.reason().isEmpty() ? null : each.reason());
      terminal.out().println(Json.write(line));
    }
    terminal.err().println(ReplaySummary.of(reports).total());
  }

  private void writeText(List<ReplayReport> reports) {
    Paint paint = terminal.outPaint();
    for (ReplayReport each : reports) {
      if (each.verdict() == Verdict.FAILED) {
        terminal.out().println(paint.red("FAILED") + " " + paint.bold(each.id()));
        each.reason().lines().forEach(line -> terminal.out().println("  " + coloured(line)));
        terminal.out().println();
      }
    }
    ReplaySummary summary = ReplaySummary.of(reports);
    int width = summary.areas().keySet().stream().mapToInt(String::length).max().orElse(4);
    String row = "%-" + Math.max(4, width) + "s  %6s  %6s  %13s";
    terminal.out().println(paint.bold(row.formatted("area", "passed", "failed", "not supported")));
    summary
        .areas()
        .forEach(
            (area, count) ->
                terminal
                    .out()
                    .println(
                        row.formatted(area, count.passed(), count.failed(), count.notSupported())));
    terminal.out().println(summary.total());
  }

  private String coloured(String line) {
    Paint paint = terminal.outPaint();
    String start = line.strip();
    return start.startsWith("- ")
        ? paint.red(line)
        : start.startsWith("+ ") ? paint.green(line) : line;
  }
}
