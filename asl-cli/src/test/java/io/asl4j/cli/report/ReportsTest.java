package io.asl4j.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.asl4j.cli.check.Checked;
import io.asl4j.core.diagnostic.Diagnostic;
import io.asl4j.core.diagnostic.Diagnostics;
import io.asl4j.core.diagnostic.Severity;
import io.asl4j.core.json.Json;
import io.asl4j.core.json.SourceText;
import io.asl4j.core.parse.Codes;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.apache.maven.plugin.surefire.log.api.NullConsoleLogger;
import org.apache.maven.plugins.surefire.report.ReportTestCase;
import org.apache.maven.plugins.surefire.report.ReportTestSuite;
import org.apache.maven.plugins.surefire.report.SurefireReportParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The formats as their readers read them. */
class ReportsTest {

  private static final SourceText TEXT =
      SourceText.of("my flows/a%b, c.asl.json", "{\n  \"StartAt\": \"<A> & \\u0001\"\n}\n");
  private static final Diagnostic ERROR =
      Diagnostic.error(Codes.MISSING_TARGET, "`StartAt` names `<A> & \u0001`,\nwhich is no state.")
          .hint("100% sure: mend it")
          .at("/StartAt", TEXT, TEXT.range(15, 29));
  private static final Diagnostic WARNING =
      Diagnostic.warning(Codes.NO_DOLLAR, "Odd.").at("", TEXT, TEXT.range(0, 0));
  private static final List<Checked> FILES =
      List.of(
          new Checked(TEXT.name(), Diagnostics.of(ERROR, WARNING), 1),
          new Checked("good.asl.json", Diagnostics.none(), 1));

  @TempDir Path folder;

  @Test
  void everyJsonFindingHasEveryField() {
    JsonNode findings = Json.parse(report(Format.JSON));

    assertThat(findings).hasSize(2);
    assertThat(findings.path(1))
        .isEqualTo(
            Json.parse(
                """
                {"file": "my flows/a%b, c.asl.json", "line": 2, "column": 14, "endLine": 2,
                 "endColumn": 28, "pointer": "/StartAt", "severity": "error", "code": "ASL2004",
                 "message": "`StartAt` names `<A> & \\u0001`,\\nwhich is no state.",
                 "hint": "100% sure: mend it", "awsCode": "MISSING_TRANSITION_TARGET"}\
                """));
  }

  @Test
  void annotationsEscapeWhatRunnersRead() {
    assertThat(report(Format.GITHUB).lines().skip(1).findFirst())
        .contains(
            "::error file=my flows/a%25b%2C c.asl.json,line=2,endLine=2,col=14,endColumn=27,"
                + "title=ASL2004 A transition goes to a state that does not exist::`StartAt` names"
                + " `<A> & \u0001`,%0Awhich is no state. (100%25 sure: mend it)");
  }

  @Test
  void gitlabFindingsHaveFingerprintsOfTheirOwn() {
    JsonNode issues = Json.parse(report(Format.GITLAB));

    assertThat(texts(issues, "fingerprint"))
        .doesNotHaveDuplicates()
        .allMatch(id -> id.length() == 32);
    assertThat(texts(issues, "severity")).containsExactly("minor", "critical");
    assertThat(issues.at("/1/location/lines/begin").asInt()).isEqualTo(2);
  }

  @Test
  void surefireReadsTheJunitReport() throws IOException {
    Files.writeString(folder.resolve("TEST-asl.xml"), report(Format.JUNIT));

    List<ReportTestSuite> suites =
        new SurefireReportParser(List.of(folder.toFile()), new NullConsoleLogger())
            .parseXMLReportFiles();

    assertThat(suites.stream().map(ReportTestSuite::getFullClassName))
        .containsExactly(TEXT.name(), "good.asl.json");
    assertThat(suites.stream().mapToInt(ReportTestSuite::getNumberOfTests).sum()).isEqualTo(2);
    assertThat(suites.stream().mapToInt(ReportTestSuite::getNumberOfFailures).sum()).isEqualTo(1);
    ReportTestCase failed = suites.getFirst().getTestCases().getFirst();
    assertThat(failed.hasFailure()).isTrue();
    assertThat(failed.getName()).isEqualTo("ASL2004 at 2:14");
    assertThat(failed.getFailureMessage()).startsWith("`StartAt` names `<A> & \uFFFD`,");
    assertThat(suites.get(1).getTestCases().getFirst().isSuccessful()).isTrue();
  }

  /** The rules of the schema of SARIF 2.1.0 for the parts that are written. */
  @Test
  void sarifHasWhatItsSchemaAsksFor() {
    JsonNode log = Json.parse(report(Format.SARIF));

    assertThat(log.path("version").asText()).isEqualTo("2.1.0");
    JsonNode run = log.at("/runs/0");
    JsonNode rules = run.at("/tool/driver/rules");
    assertThat(run.at("/tool/driver/name").asText()).isEqualTo("asl4j");
    assertThat(texts(rules, "id")).isSorted().doesNotHaveDuplicates();
    for (JsonNode rule : rules) {
      assertThat(rule.at("/shortDescription/text").asText()).isNotEmpty();
      assertThat(rule.at("/fullDescription/text").asText()).isNotEmpty();
      assertThat(rule.at("/help/text").asText()).isNotEmpty();
    }
    for (JsonNode result : run.path("results")) {
      assertThat(rules.path(result.path("ruleIndex").asInt()).path("id"))
          .isEqualTo(result.path("ruleId"));
      assertThat(result.path("level").asText()).isIn("none", "note", "warning", "error");
      assertThat(result.at("/message/text").asText()).isNotEmpty();
      JsonNode place = result.at("/locations/0/physicalLocation");
      assertThat(place.at("/artifactLocation/uri").asText())
          .isEqualTo("my%20flows/a%25b,%20c.asl.json");
      JsonNode region = place.path("region");
      assertThat(region.path("startLine").asInt()).isPositive();
      assertThat(region.path("startColumn").asInt()).isPositive();
      assertThat(region.path("endLine").asInt())
          .isGreaterThanOrEqualTo(region.path("startLine").asInt());
    }
    assertThat(run.at("/results/1/locations/0/physicalLocation/region"))
        .isEqualTo(
            Json.parse(
                "{\"startLine\": 2, \"startColumn\": 14, \"endLine\": 2, \"endColumn\": 28}"));
    assertThat(run.at("/columnKind").asText()).isEqualTo("utf16CodeUnits");
  }

  private static List<String> texts(JsonNode nodes, String field) {
    return StreamSupport.stream(nodes.spliterator(), false)
        .map(node -> node.path(field).asText())
        .toList();
  }

  private static String report(Format format) {
    StringWriter text = new StringWriter();
    PrintWriter writer = new PrintWriter(text);
    format.report(Optional.of(Severity.ERROR), false, "1.2.3").write(FILES, writer);
    writer.flush();
    return text.toString();
  }
}
