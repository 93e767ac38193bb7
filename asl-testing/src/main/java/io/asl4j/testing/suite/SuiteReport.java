package io.asl4j.testing.suite;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.asl4j.core.diagnostic.Diagnostic;
import io.asl4j.core.diagnostic.DiagnosticPrinter;
import io.asl4j.core.diagnostic.Diagnostics;
import io.asl4j.core.json.Json;
import io.asl4j.testing.TestExecution;
import io.asl4j.testing.trace.Shown;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;

/**
 * What came of all cases of some files. Immutable.
 *
 * @param results in the order they were run
 * @param diagnostics what was wrong with the files
 */
public record SuiteReport(List<CaseResult> results, Diagnostics diagnostics) {

  /** Keeps its own copy. */
  public SuiteReport {
    results = List.copyOf(results);
  }

  /** The cases that failed. */
  public List<CaseResult> failed() {
    return results.stream().filter(result -> !result.passed()).toList();
  }

  /** {@code 12 passed, 1 failed, 2 errors in test files}. */
  public String total() {
    int errors = diagnostics.errors().size();
    int failed = failed().size();
    String text = "%d passed, %d failed".formatted(results.size() - failed, failed);
    return errors == 0
        ? text
        : text + ", %d %s in test files".formatted(errors, errors == 1 ? "error" : "errors");
  }

  /** Every failed case with its problems, and the errors of the files; empty if all went well. */
  public String text() {
    StringJoiner lines = new StringJoiner("\n");
    lines.setEmptyValue("");
    failed().forEach(result -> lines.add("FAILED " + result.message()).add(""));
    if (!diagnostics.isEmpty()) {
      lines.add(DiagnosticPrinter.plain().print(diagnostics));
    }
    return lines.toString();
  }

  /** One JSON object: totals, cases, errors. */
  public String json() {
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    root.put("passed", results.size() - failed().size());
    root.put("failed", failed().size());
    root.put("errors", diagnostics.errors().size());
    ArrayNode cases = root.putArray("cases");
    for (CaseResult result : results) {
      ObjectNode node =
          cases
              .addObject()
              .put("file", result.test().file())
              .put("line", result.test().line())
              .put("name", result.test().name())
              .put("seed", result.test().seed())
              .put("passed", result.passed());
      result.execution().ifPresent(execution -> execution(node, execution));
      ArrayNode problems = node.putArray("problems");
      result.problems().forEach(problems::add);
    }
    ArrayNode findings = root.putArray("diagnostics");
    for (Diagnostic diagnostic : diagnostics) {
      findings
          .addObject()
          .put("code", diagnostic.code().id())
          .put("severity", diagnostic.severity().label())
          .put("file", diagnostic.file())
          .put("line", diagnostic.range().map(range -> range.startLine()).orElse(0))
          .put("column", diagnostic.range().map(range -> range.startColumn()).orElse(0))
          .put("message", diagnostic.message())
          .put("hint", diagnostic.hint().orElse(""));
    }
    return Json.pretty(root);
  }

  private static void execution(ObjectNode node, TestExecution execution) {
    node.put("status", execution.status());
    execution.output().ifPresent(output -> node.set("output", output));
    execution
        .failure()
        .ifPresent(failure -> node.put("error", failure.error()).put("cause", failure.cause()));
    ArrayNode path = node.putArray("path");
    execution.path().forEach(path::add);
    node.put("took", execution.took().toString());
  }

  /** The XML that build servers read: a suite for each file; an error of a file is a case. */
  public String junitXml() {
    Map<String, StringJoiner> suites = new LinkedHashMap<>();
    Map<String, int[]> counts = new LinkedHashMap<>();
    for (CaseResult result : results) {
      String file = result.test().file();
      counts.computeIfAbsent(file, f -> new int[3])[0]++;
      String body = "/>";
      if (!result.passed()) {
        counts.get(file)[1]++;
        String first = result.problems().getFirst().lines().findFirst().orElse("");
        body =
            "><failure message=\"%s\">%s</failure></testcase>"
                .formatted(Shown.markup(first), Shown.markup(result.message()));
      }
      suite(suites, file)
          .add(
              "<testcase classname=\"%s\" name=\"%s\" file=\"%s\" line=\"%d\" time=\"0\"%s"
                  .formatted(
                      Shown.markup(file),
                      Shown.markup(result.test().name()),
                      Shown.markup(file),
                      result.test().line(),
                      body));
    }
    for (Diagnostic error : diagnostics.errors()) {
      int[] count = counts.computeIfAbsent(error.file(), f -> new int[3]);
      count[0]++;
      count[2]++;
      suite(suites, error.file())
          .add(
              "<testcase classname=\"%s\" name=\"%s\" time=\"0\"><error message=\"%s\">%s</error></testcase>"
                  .formatted(
                      Shown.markup(error.file()),
                      Shown.markup(error.code() + " " + error.message()),
                      Shown.markup(error.message()),
                      Shown.markup(error.toString())));
    }
    StringJoiner xml = new StringJoiner("\n", "", "\n");
    xml.add("<?xml version=\"1.0\" encoding=\"UTF-8\"?>").add("<testsuites>");
    suites.forEach(
        (file, lines) -> {
          int[] count = counts.getOrDefault(file, new int[3]);
          xml.add(
              "<testsuite name=\"%s\" tests=\"%d\" failures=\"%d\" errors=\"%d\" skipped=\"0\">"
                  .formatted(Shown.markup(file), count[0], count[1], count[2]));
          xml.add(lines.toString()).add("</testsuite>");
        });
    return xml.add("</testsuites>").toString();
  }

  private static StringJoiner suite(Map<String, StringJoiner> suites, String file) {
    return suites.computeIfAbsent(file, f -> new StringJoiner("\n"));
  }
}
