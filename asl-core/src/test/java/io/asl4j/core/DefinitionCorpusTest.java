package io.asl4j.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.asl4j.core.diagnostic.Diagnostic;
import io.asl4j.core.diagnostic.Severity;
import io.asl4j.core.json.Json;
import io.asl4j.core.json.SourceText;
import io.asl4j.core.validate.AwsVerdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Definitions of others, and what AWS answered to some; left out when the shared folder is not
 * there.
 */
final class DefinitionCorpusTest {

  private static final Path SHARED = Path.of(System.getProperty("asl4j.shared", "../../shared"));
  private static final Set<String> JUDGED =
      Set.of("aws-verbatim", "aws-verbatim-quoted", "aws-same-rule", "spec", "docs");

  @Test
  void acceptsRealDefinitions() throws IOException {
    List<String> refused = refused(files("definitions/real"));

    assertThat(refused).isEmpty();
  }

  @Test
  void acceptsWhatAwsAcceptsHoweverOdd() throws IOException {
    Set<String> exceptions = exceptions();

    List<String> refused = refused(files("definitions/valid-tricky/text"));

    assertThat(refused).allMatch(exceptions::contains);
  }

  @Test
  void findsEachKnownDefectWhereItIs() throws IOException {
    Set<String> exceptions = exceptions();
    Map<String, int[]> table = new TreeMap<>();
    List<String> missed = new ArrayList<>();
    for (Path file : files("definitions/invalid")) {
      JsonNode known = Json.parse(Files.readString(file));
      String evidence = known.path("evidence").asText();
      if (!known.isObject() || !JUDGED.contains(evidence)) {
        continue;
      }
      String id = known.path("id").asText();
      Parsed parsed = Asl.parse(text(id), options(id, known));
      for (JsonNode problem : known.path("problems")) {
        int[] row = table.computeIfAbsent(evidence, key -> new int[2]);
        row[1]++;
        if (isFound(parsed, problem.path("where").asText())) {
          row[0]++;
        } else if (!exceptions.contains(id)) {
          missed.add(id + " " + problem.path("where").asText());
        }
      }
    }
    table.forEach(
        (evidence, row) ->
            System.out.printf(
                "%s: %d of %d defects are errors at their place%n", evidence, row[0], row[1]));

    assertThat(missed).isEmpty();
  }

  @Test
  void answersAsAwsDid() throws IOException {
    List<String> different = new ArrayList<>();
    int compared = 0;
    for (Path file : files("conformance/cases")) {
      JsonNode recorded = Json.parse(Files.readString(file));
      String kind = recorded.path("kind").asText();
      if (!kind.equals("create-error") && !kind.equals("validate")) {
        continue;
      }
      compared++;
      AwsVerdict verdict =
          AwsVerdict.of(Asl.parse(definition(recorded), options("", recorded)).diagnostics());
      boolean isSame =
          kind.equals("validate")
              ? recorded.at("/expect/response").equals(verdict.validation(false, 0))
              : recorded
                  .at("/expect/message")
                  .asText()
                  .replace("<partition>", "aws")
                  .equals(verdict.creationError().orElse(""));
      if (!isSame) {
        different.add(file.getFileName() + " " + verdict);
      }
    }

    assertThat(compared).isPositive();
    assertThat(different).isEmpty();
  }

  private static boolean isFound(Parsed parsed, String where) {
    return parsed.diagnostics().stream()
        .filter(found -> found.severity() == Severity.ERROR || AwsVerdict.refuses(found))
        .map(Diagnostic::pointer)
        .anyMatch(at -> (at + "/").startsWith(where + "/"));
  }

  private static boolean isRefused(Parsed parsed) {
    return !parsed.isValid() || !AwsVerdict.of(parsed.diagnostics()).isAccepted();
  }

  private static List<String> refused(List<Path> files) throws IOException {
    List<String> refused = new ArrayList<>();
    for (Path file : files) {
      if (!file.endsWith("index.json") && isRefused(Asl.read(file))) {
        refused.add(file.getFileName().toString().replace(".asl.json", ""));
      }
    }
    return refused;
  }

  private static SourceText text(String id) throws IOException {
    return SourceText.read(SHARED.resolve("definitions/invalid/text").resolve(id + ".asl.json"));
  }

  private static SourceText definition(JsonNode recorded) {
    JsonNode definition = recorded.path("definition");
    String text = definition.isTextual() ? definition.asText() : definition.toString();
    for (Map.Entry<String, JsonNode> binding : recorded.path("bindings").properties()) {
      text = text.replace(binding.getKey(), binding.getValue().asText());
    }
    return SourceText.of("definition.json", text);
  }

  private static AslOptions options(String id, JsonNode known) {
    boolean isExpress = known.path("type").asText().equals("EXPRESS") || id.contains("express-");
    return isExpress ? AslOptions.express() : AslOptions.standard();
  }

  private static Set<String> exceptions() throws IOException {
    return Files.readAllLines(
            Path.of("..", "src-test-fixtures", "definitions-corpus-exceptions.txt"))
        .stream()
        .filter(line -> !line.startsWith("#"))
        .map(line -> line.substring(0, line.indexOf('\t')))
        .collect(Collectors.toSet());
  }

  private static List<Path> files(String folder) throws IOException {
    Path from = SHARED.resolve(folder);
    assumeTrue(Files.isDirectory(from), () -> "left out: there is no folder " + from);
    try (Stream<Path> files = Files.walk(from, folder.startsWith("conformance") ? 2 : 1)) {
      return files
          .filter(file -> file.toString().matches(".*\\.(json|yaml|yml)"))
          .sorted()
          .toList();
    }
  }
}
