package io.asl4j.cli.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.asl4j.cli.check.Checked;
import io.asl4j.core.diagnostic.Diagnostic;
import io.asl4j.core.diagnostic.Severity;
import io.asl4j.core.json.Json;
import java.io.PrintWriter;
import java.util.List;

/**
 * The code quality report of GitLab.
 *
 * @see <a href="https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format">Code
 *     Quality report format</a>
 */
final class GitlabReport implements Report {

  @Override
  public void write(List<Checked> files, PrintWriter to) {
    Finding.Fingerprints fingerprints = new Finding.Fingerprints();
    ArrayNode issues = JsonNodeFactory.instance.arrayNode();
    for (Checked file : files) {
      for (Diagnostic diagnostic : file.diagnostics()) {
        issues.add(issue(diagnostic, fingerprints.of(diagnostic)));
      }
    }
    to.print(Json.pretty(issues) + "\n");
  }

  private static ObjectNode issue(Diagnostic diagnostic, String fingerprint) {
    ObjectNode issue =
        JsonNodeFactory.instance
            .objectNode()
            .put("description", Finding.text(diagnostic))
            .put("check_name", diagnostic.code().id())
            .put("fingerprint", fingerprint)
            .put("severity", severity(diagnostic.severity()));
    issue
        .putObject("location")
        .put("path", diagnostic.file())
        .putObject("lines")
        .put("begin", Finding.range(diagnostic).startLine())
        .put("end", Finding.range(diagnostic).endLine());
    return issue;
  }

  private static String severity(Severity severity) {
    return switch (severity) {
      case ERROR -> "critical";
      case WARNING -> "minor";
      case INFO -> "info";
    };
  }
}
