package io.asl4j.cli.report;

import io.asl4j.cli.check.Checked;
import io.asl4j.core.diagnostic.Diagnostic;
import io.asl4j.core.diagnostic.Severity;
import io.asl4j.core.json.SourceRange;
import java.io.PrintWriter;
import java.util.List;

/**
 * Workflow commands of GitHub Actions, one a finding: {@code ::error file=...,line=...::message}.
 *
 * @see <a
 *     href="https://docs.github.com/actions/writing-workflows/choosing-what-your-workflow-does/workflow-commands-for-github-actions">Workflow
 *     commands for GitHub Actions</a>
 */
final class GithubReport implements Report {

  @Override
  public void write(List<Checked> files, PrintWriter to) {
    for (Checked file : files) {
      for (Diagnostic diagnostic : file.diagnostics()) {
        to.print(command(diagnostic) + "\n");
      }
    }
  }

  private static String command(Diagnostic diagnostic) {
    SourceRange range = Finding.range(diagnostic);
    // The end column of an annotation is inclusive, and only meaningful on one line.
    String columns =
        range.isOnOneLine()
            ? ",col=%d,endColumn=%d"
                .formatted(
                    range.startColumn(), Math.max(range.startColumn(), range.endColumn() - 1))
            : "";
    return "::%s file=%s,line=%d,endLine=%d%s,title=%s::%s"
        .formatted(
            command(diagnostic.severity()),
            property(diagnostic.file()),
            range.startLine(),
            range.endLine(),
            columns,
            property(diagnostic.code().id() + " " + diagnostic.code().title()),
            data(Finding.text(diagnostic)));
  }

  private static String command(Severity severity) {
    return switch (severity) {
      case ERROR -> "error";
      case WARNING -> "warning";
      case INFO -> "notice";
    };
  }

  private static String data(String text) {
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
  }

  private static String property(String text) {
    return data(text).replace(":", "%3A").replace(",", "%2C");
  }
}
