package io.asl4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.asl4j.core.Asl;
import io.asl4j.core.AslOptions;
import io.asl4j.core.diagnostic.Diagnostics;
import io.asl4j.core.json.DefinitionText;
import io.asl4j.core.json.Json;
import io.asl4j.core.json.SourceDocument;
import io.asl4j.core.json.SourceText;
import io.asl4j.core.json.SourceUnreadable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The schemas that {@code asl schema} prints, as an editor applies them: they accept what the
 * validator accepts, and refuse what can be told from fields and their values alone.
 */
class DefinitionSchemaTest {

  private static final Path FIXTURES = Repository.root().resolve("src-test-fixtures/definitions");
  private static final Path REAL =
      Path.of(
              System.getProperty(
                  "asl4j.shared", Repository.root().resolveSibling("shared").toString()))
          .resolve("definitions/real");

  private static final Schema JSONPATH = schema("jsonpath");
  private static final Schema JSONATA = schema("jsonata");

  /** Fields that are missing, unknown or of a wrong type, and values out of their range. */
  private static final Set<String> TOLD_BY_FIELDS =
      Set.of("ASL1004", "ASL1005", "ASL1006", "ASL1007", "ASL1008", "ASL1010");

  @ParameterizedTest
  @ValueSource(strings = {"jsonpath", "jsonata"})
  void theSchemasAreSchemas(String language) {
    Schema draft =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
            .getSchema(
                com.networknt.schema.SchemaLocation.of("http://json-schema.org/draft-07/schema#"));

    assertThat(draft.validate(printed(language))).isEmpty();
  }

  @Test
  void whatTheValidatorAcceptsTheSchemasAccept() throws Exception {
    List<String> refused = new ArrayList<>();
    int accepted = 0;
    for (Path file : definitions(FIXTURES)) {
      SourceDocument document = read(file);
      if (document.isReadable() && !findings(document).hasErrors()) {
        accepted++;
        errors(document).forEach(error -> refused.add(FIXTURES.relativize(file) + ": " + error));
      }
    }

    assertThat(refused).isEmpty();
    assertThat(accepted).isGreaterThan(15);
  }

  @Test
  void whatFieldsTellTheSchemasRefuse() throws Exception {
    List<String> accepted = new ArrayList<>();
    Set<String> seen = new TreeSet<>();
    for (Path file : definitions(FIXTURES)) {
      SourceDocument document = read(file);
      if (!document.isReadable()) {
        continue;
      }
      for (var error : findings(document).errors()) {
        boolean isTold = TOLD_BY_FIELDS.contains(error.code().id());
        seen.add(isTold ? error.code().id() : "");
        if (isTold && errors(document).isEmpty()) {
          accepted.add(FIXTURES.relativize(file) + ": " + error);
        }
      }
    }

    assertThat(accepted).isEmpty();
    assertThat(seen).containsAll(TOLD_BY_FIELDS);
  }

  @Test
  void realDefinitionsAreAccepted() throws Exception {
    if (!Files.isDirectory(REAL)) {
      System.out.println("DefinitionSchemaTest: left out, there is no folder " + REAL + ".");
      return;
    }
    List<String> refused = new ArrayList<>();
    for (Path file : definitions(REAL)) {
      errors(read(file)).forEach(error -> refused.add(file.getFileName() + ": " + error));
    }

    assertThat(refused).isEmpty();
  }

  private static Diagnostics findings(SourceDocument document) {
    return Asl.check(document, AslOptions.standard()).diagnostics();
  }

  private static List<Error> errors(SourceDocument document) {
    boolean isJsonata = document.root().path("QueryLanguage").asText().equals("JSONata");
    return (isJsonata ? JSONATA : JSONPATH).validate(document.root());
  }

  private static SourceDocument read(Path file) throws SourceUnreadable {
    return DefinitionText.read(SourceText.read(file));
  }

  private static List<Path> definitions(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(file -> file.toString().matches(".*\\.asl\\.(json|ya?ml)"))
          .sorted()
          .toList();
    }
  }

  private static JsonNode printed(String language) {
    return Json.parse(CommandLineRun.asl("schema", language).out());
  }

  private static Schema schema(String language) {
    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
        .getSchema(printed(language));
  }
}
