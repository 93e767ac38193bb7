package io.asl4j.cli;

import io.asl4j.cli.check.AllCodes;
import io.asl4j.core.diagnostic.DiagnosticCode;
import io.asl4j.core.diagnostic.Nearest;
import io.asl4j.testing.suite.SuiteFindings;
import io.asl4j.testing.tasks.TasksFindings;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Explains a code of `asl validate`: what it means, why it matters, how to put it right. */
@Command(
    name = "explain",
    header = "Explains a code of `asl validate`.",
    description = "Without a code, all are listed.",
    footer = {"  asl explain ASL2004", "  asl explain"})
final class ExplainCommand implements Callable<ExitCode> {
  private final Terminal terminal;

  @Parameters(paramLabel = "CODE", arity = "0..*", description = "Such as ASL2004.")
  private List<String> ids = List.of();

  ExplainCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public ExitCode call() {
    List<DiagnosticCode> codes = new ArrayList<>(AllCodes.sorted());
    codes.addAll(TasksFindings.all());
    codes.addAll(SuiteFindings.all());
    if (ids.isEmpty()) {
      codes.forEach(
          code ->
              terminal.out().println(terminal.outPaint().bold(code.id()) + "  " + code.title()));
      return ExitCode.OK;
    }
    List<DiagnosticCode> wanted = new ArrayList<>();
    ids.forEach(id -> wanted.add(find(id, codes)));
    for (int i = 0; i < wanted.size(); i++) {
      if (i > 0) {
        terminal.out().println();
      }
      explain(wanted.get(i));
    }
    return ExitCode.OK;
  }

  private static DiagnosticCode find(String id, List<DiagnosticCode> codes) {
    String upper = id.toUpperCase(Locale.ROOT);
    return codes.stream()
        .filter(code -> code.id().equals(upper))
        .findFirst()
        .orElseThrow(
            () ->
                new UserError(
                    "There is no code `" + id + "`.",
                    Nearest.to(upper, codes.stream().map(DiagnosticCode::id).toList())
                            .map(near -> "Did you mean `" + near + "`? ")
                            .orElse("")
                        + "`asl explain` lists all."));
  }

  private void explain(DiagnosticCode code) {
    Paint paint = terminal.outPaint();
    terminal.out().println(paint.bold(code.id() + ": " + code.title()));
    terminal.out().println();
    wrapped(code.explanation()).forEach(terminal.out()::println);
    part("Wrong", code.wrong());
    part("Right", code.right());
    part("Source", code.source());
    if (code.id().startsWith("ASL")) {
      part("AWS's code", code.aws().orElse("none: AWS accepts it"));
    }
  }

  private void part(String heading, String text) {
    if (!text.isEmpty()) {
      terminal.out().println();
      terminal.out().println(terminal.outPaint().bold(heading + ":"));
      text.lines().forEach(line -> terminal.out().println("  " + line));
    }
  }

  private static List<String> wrapped(String text) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : text.split(" ", -1)) {
      if (!line.isEmpty() && line.length() + 1 + word.length() > 80) {
        lines.add(line.toString());
        line.setLength(0);
      }
      line.append(line.isEmpty() ? "" : " ").append(word);
    }
    lines.add(line.toString());
    return lines;
  }
}
