package io.asl4j.cli.report;

import io.asl4j.cli.check.Checked;
import io.asl4j.core.diagnostic.AwsFinding;
import io.asl4j.core.diagnostic.Diagnostic;
import io.asl4j.core.diagnostic.DiagnosticPrinter;
import io.asl4j.core.diagnostic.Diagnostics;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;

/** For people: each finding with its line, and a count at the end. */
final class PrettyReport implements Report {

  private final DiagnosticPrinter printer;

  PrettyReport(boolean colored) {
    this.printer = colored ? DiagnosticPrinter.colored() : DiagnosticPrinter.plain();
  }

  @Override
  public void write(List<Checked> files, PrintWriter to) {
    List<Diagnostic> all = new ArrayList<>();
    for (Checked file : files) {
      for (Diagnostic diagnostic : file.diagnostics()) {
        to.print(printer.print(diagnostic));
        to.print(awsWords(diagnostic));
        to.print('\n');
        all.add(diagnostic);
      }
    }
    int definitions = files.stream().mapToInt(Checked::definitions).sum();
    to.print(counted(definitions, "definition") + " in " + counted(files.size(), "file") + ": ");
    to.print(printer.summary(Diagnostics.of(all)) + "\n");
  }

  private static String awsWords(Diagnostic diagnostic) {
    AwsFinding aws = diagnostic.aws();
    if (aws.message().isEmpty()) {
      return aws.code().isEmpty() ? "" : "  = AWS: " + aws.code() + "\n";
    }
    String at = aws.location().isEmpty() ? "" : " at " + aws.location();
    String words = cut(aws.message().replaceAll("\\p{Cntrl}+", " "));
    return "  = AWS: " + aws.code() + ": " + words + cut(at) + "\n";
  }

  private static String cut(String text) {
    return text.length() <= 200 ? text : text.substring(0, 199) + "…";
  }

  private static String counted(int count, String noun) {
    return count + " " + noun + (count == 1 ? "" : "s");
  }
}
