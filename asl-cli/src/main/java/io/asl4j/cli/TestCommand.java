package io.asl4j.cli;

import io.asl4j.core.diagnostic.DiagnosticPrinter;
import io.asl4j.testing.TestExecution;
import io.asl4j.testing.coverage.Coverage;
import io.asl4j.testing.coverage.CoverageReport;
import io.asl4j.testing.suite.CaseResult;
import io.asl4j.testing.suite.SuiteReport;
import io.asl4j.testing.suite.TestFile;
import io.asl4j.testing.suite.TestSuite;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Runs test cases written in YAML, or those of a mock file of Step Functions Local. */
@Command(
    name = "test",
    header = "Tests state machines with cases written in YAML: no Java, no cloud, no waiting.",
    description = {
      "A test file, NAME.asltest.yaml, names a definition and has cases: input, answers of tasks,"
          + " and what is expected. Executions run in modelled time.",
      "With --mock-config, PATH is the definition, and the cases are those of a MockConfigFile.json"
          + " of Step Functions Local.",
      "Exit codes: 0 all passed, 1 a case failed or too little is covered, 2 a file has mistakes."
    },
    footer = {
      "  asl test .",
      "  asl test order.asltest.yaml --coverage target/asl-coverage --fail-under 80",
      "  asl test workflows --report junit=report.xml",
      "  asl test order.asl.json --mock-config MockConfigFile.json --machine Order --case Happy"
    })
final class TestCommand implements Callable<ExitCode> {

  /** How results are written. */
  enum Format {
    TEXT,
    JSON,
    JUNIT
  }

  private final Terminal terminal;

  @Parameters(
      paramLabel = "PATH",
      arity = "1..*",
      description = "Test files, or folders in which all *.asltest.yaml are run.")
  private List<Path> paths = List.of();

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "text",
      description = "text, json, or junit for the XML that build servers read.")
  private Format format = Format.TEXT;

  /** Null for standard output. */
  @Option(
      names = "--output",
      paramLabel = "FILE",
      description = "Writes the results there instead of to standard output.")
  private @Nullable Path output;

  @Option(
      names = "--report",
      paramLabel = "FORMAT=FILE",
      description =
          "Also writes the results there, in another format. Can be given more than once.")
  private Map<Format, Path> reports = Map.of();

  @Option(
      names = "--name",
      paramLabel = "GLOB",
      description = "Only cases whose name fits: * is any run of characters, ? is one.")
  private List<String> names = List.of();

  /** Null for the seed of each case. */
  @Option(
      names = "--seed",
      paramLabel = "NUMBER",
      description = "The seed of random numbers and of the turns of branches, for all cases.")
  private @Nullable Long seed;

  /** Null when coverage is not to be written. */
  @Option(
      names = "--coverage",
      paramLabel = "DIR",
      description = "Writes what the cases cover there: HTML, JSON, JaCoCo XML, LCOV.")
  private @Nullable Path coverageFolder;

  @Option(
      names = "--fail-under",
      paramLabel = "PERCENT",
      description = "Fails if less than that is covered.")
  private double failUnder;

  @ArgGroup(exclusive = false, heading = "%nMock files of Step Functions Local:%n")
  private MockFileOptions mockFile = new MockFileOptions();

  TestCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public ExitCode call() {
    Coverage coverage = new Coverage();
    SuiteReport report;
    if (mockFile.isGiven()) {
      report = mockFile.run(terminal, paths, coverage);
    } else {
      mockFile
          .uselessOption()
          .ifPresent(
              option -> {
                throw new UserError(
                    "`%s` is for mock files of Step Functions Local.".formatted(option),
                    "Name one with --mock-config FILE, or leave the option out.");
              });
      report = suite().run(coverage);
      if (!names.isEmpty() && report.results().isEmpty() && !report.diagnostics().hasErrors()) {
        throw new UserError(
            "No case has a name like %s."
                .formatted(String.join(" or ", names.stream().map(n -> "`" + n + "`").toList())),
            "`asl test` without --name lists the names of all cases.");
      }
    }
    write(report);
    boolean covered = cover(coverage.report());
    if (report.diagnostics().hasErrors()) {
      return ExitCode.BAD_INPUT;
    }
    return report.failed().isEmpty() && covered ? ExitCode.OK : ExitCode.FAILED;
  }

  private TestSuite suite() {
    List<TestFile> files = new ArrayList<>();
    for (Path path : paths) {
      List<Path> found = find(path);
      if (found.isEmpty()) {
        throw new UserError(
            "There is no *.asltest.yaml in `%s`.".formatted(path),
            "docs/testing.md shows how to write one.");
      }
      found.forEach(file -> files.add(TestFile.read(file)));
    }
    List<IdGlob> globs = names.stream().map(IdGlob::new).toList();
    return new TestSuite(
        files,
        test -> globs.isEmpty() || globs.stream().anyMatch(glob -> glob.matches(test.name())),
        seed == null ? OptionalLong.empty() : OptionalLong.of(seed));
  }

  private static List<Path> find(Path path) {
    try {
      return TestFile.find(path);
    } catch (IOException e) {
      throw new UserError(String.valueOf(e.getMessage()));
    }
  }

  private void write(SuiteReport report) {
    reports.forEach((as, file) -> write(file, text(report, as, new Paint(false))));
    Paint paint = output == null ? terminal.outPaint() : new Paint(false);
    String text = text(report, format, paint);
    if (output == null) {
      terminal.out().print(text);
      terminal.out().flush();
    } else {
      write(output, text);
    }
    if (format != Format.TEXT || output != null) {
      terminal.err().println(report.total());
    }
  }

  private String text(SuiteReport report, Format format, Paint paint) {
    return switch (format) {
      case TEXT -> text(report, paint);
      case JSON -> report.json() + "\n";
      case JUNIT -> report.junitXml();
    };
  }

  private String text(SuiteReport report, Paint paint) {
    StringBuilder text = new StringBuilder();
    for (CaseResult result : report.results()) {
      String verdict = result.passed() ? paint.green("passed") : paint.red("FAILED");
      text.append(verdict).append(" ").append(result.test().name());
      text.append(mockFile.isGiven() ? end(result) : "").append("\n");
      if (!result.passed()) {
        result.message().lines().forEach(line -> text.append("    ").append(line).append("\n"));
      }
    }
    if (!report.diagnostics().isEmpty()) {
      DiagnosticPrinter printer =
          paint.on() ? DiagnosticPrinter.colored() : DiagnosticPrinter.plain();
      text.append(printer.print(report.diagnostics()));
    }
    return text.append(report.total()).append("\n").toString();
  }

  /** A mock file does not say how a case is to end; so the result does. */
  private static String end(CaseResult result) {
    TestExecution execution = result.execution().orElse(null);
    if (execution == null || !result.passed()) {
      return "";
    }
    return execution
        .failure()
        .map(failure -> ": " + execution.status() + " with " + failure)
        .orElse(": " + execution.status());
  }

  private static void write(Path file, String text) {
    try {
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UserError(
          "The file `%s` cannot be written: %s.".formatted(file, e.getMessage()),
          "Its folder must exist.");
    }
  }

  /** Whether enough is covered. */
  private boolean cover(CoverageReport report) {
    if (coverageFolder != null) {
      try {
        report.writeTo(coverageFolder);
      } catch (IOException e) {
        throw new UserError(
            "The coverage cannot be written to `%s`: %s."
                .formatted(coverageFolder, e.getMessage()));
      }
    }
    if (coverageFolder != null || failUnder > 0) {
      terminal.err().println(report.summary());
    }
    if (!report.isUnder(failUnder / 100)) {
      return true;
    }
    terminal
        .err()
        .println(
            terminal.errPaint().red("error:")
                + " Coverage is %s, but --fail-under asks for %s %%."
                    .formatted(report.total(), failUnder));
    return false;
  }

  /** {@code *} is any run of characters, {@code ?} is one. */
  private record IdGlob(String glob) {
    boolean matches(String text) {
      String regex = "\\Q" + glob.replace("*", "\\E.*\\Q").replace("?", "\\E.\\Q") + "\\E";
      return text.matches(regex);
    }
  }
}
