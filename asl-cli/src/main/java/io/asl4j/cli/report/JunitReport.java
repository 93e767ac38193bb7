package io.asl4j.cli.report;

import io.asl4j.cli.check.Checked;
import io.asl4j.core.diagnostic.Diagnostic;
import io.asl4j.core.diagnostic.Severity;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;

/**
 * JUnit's XML as Surefire writes it: a suite for the check, a case for each finding that fails it,
 * and one case for each file without such findings, with milder findings as its output.
 */
final class JunitReport implements Report {

  private final Optional<Severity> failsAt;

  JunitReport(Optional<Severity> failsAt) {
    this.failsAt = failsAt;
  }

  @Override
  public void write(List<Checked> files, PrintWriter to) {
    int failures = files.stream().mapToInt(file -> failing(file).size()).sum();
    int tests = files.stream().mapToInt(file -> Math.max(1, failing(file).size())).sum();
    to.print("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    to.print(
        "<testsuite name=\"asl validate\" time=\"0\" tests=\"%d\" errors=\"0\" skipped=\"0\" failures=\"%d\">\n"
            .formatted(tests, failures));
    files.forEach(file -> write(file, to));
    to.print("</testsuite>\n");
  }

  private void write(Checked file, PrintWriter to) {
    List<Diagnostic> failing = failing(file);
    if (failing.isEmpty()) {
      writePassed(file, to);
      return;
    }
    for (Diagnostic diagnostic : failing) {
      to.print(
          "  <testcase name=\"%s\" classname=\"%s\" time=\"0\">\n"
              .formatted(
                  xml(diagnostic.code() + " at " + Finding.range(diagnostic)), xml(file.file())));
      to.print(
          "    <failure message=\"%s\" type=\"%s\">%s</failure>\n"
              .formatted(
                  xml(diagnostic.message()),
                  xml(diagnostic.code().id()),
                  xml(details(diagnostic))));
      to.print("  </testcase>\n");
    }
  }

  private static void writePassed(Checked file, PrintWriter to) {
    to.print(
        "  <testcase name=\"is valid\" classname=\"%s\" time=\"0\"".formatted(xml(file.file())));
    if (file.diagnostics().isEmpty()) {
      to.print("/>\n");
      return;
    }
    to.print(
        ">\n    <system-out>%s</system-out>\n  </testcase>\n"
            .formatted(xml(file.diagnostics().toString())));
  }

  private List<Diagnostic> failing(Checked file) {
    return file.diagnostics().stream()
        .filter(
            diagnostic ->
                failsAt
                    .filter(mildest -> diagnostic.severity().compareTo(mildest) <= 0)
                    .isPresent())
        .toList();
  }

  private static String details(Diagnostic diagnostic) {
    String hint = diagnostic.hint().map(text -> "\nhint: " + text).orElse("");
    String aws = diagnostic.aws().code().isEmpty() ? "" : "\nAWS: " + diagnostic.aws().code();
    return diagnostic + "\npointer: " + diagnostic.pointer() + hint + aws;
  }

  /** Escapes a text; what XML 1.0 cannot hold at all becomes a replacement sign. */
  static String xml(String text) {
    StringBuilder escaped = new StringBuilder(text.length());
    text.codePoints()
        .forEach(
            c -> {
              switch (c) {
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '&' -> escaped.append("&amp;");
                case '"' -> escaped.append("&quot;");
                case '\n' -> escaped.append("&#10;");
                case '\t' -> escaped.append("&#9;");
                default -> escaped.appendCodePoint(isXml(c) ? c : 0xFFFD);
              }
            });
    return escaped.toString();
  }

  private static boolean isXml(int c) {
    return (c >= 0x20 && c <= 0xD7FF) || (c >= 0xE000 && c <= 0xFFFD) || c >= 0x10000;
  }
}
