package io.asl4j.testing.suite;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.asl4j.core.json.DefinitionText;
import io.asl4j.core.json.Json;
import io.asl4j.core.json.SourceText;
import io.asl4j.core.json.SourceUnreadable;
import io.asl4j.testing.Fixtures;
import io.asl4j.testing.JsonSchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The schema that editors complete test files by says the same as the reader of test files. */
class TestFileSchemaTest {

  private static final Path SCHEMA = Fixtures.root().resolve("docs/asltest.schema.json");

  private JsonSchema schema = JsonSchema.ofSchemas();

  @BeforeEach
  void readTheSchema() throws IOException {
    schema = JsonSchema.read(SCHEMA);
  }

  private static JsonNode yaml(Path file) throws SourceUnreadable {
    return DefinitionText.read(SourceText.read(file), DefinitionText.Format.YAML).root();
  }

  @Test
  void theSchemaIsASchema() throws IOException {
    assertThat(JsonSchema.ofSchemas().problems(Json.parse(Files.readString(SCHEMA)))).isEmpty();
  }

  @TestFactory
  Stream<DynamicTest> takesEveryTestFileOfTheProject() throws IOException {
    Path root = Fixtures.root();
    return Stream.of("asl-examples", "asl-testing/src/test/resources", "src-test-fixtures/testing")
        .flatMap(folder -> testFiles(root.resolve(folder)))
        .filter(file -> !file.toString().contains("testing/bad"))
        .map(
            file ->
                DynamicTest.dynamicTest(
                    root.relativize(file).toString(),
                    () -> assertThat(schema.problems(yaml(file))).isEmpty()));
  }

  private static Stream<Path> testFiles(Path folder) {
    try {
      return TestFile.find(folder).stream();
    } catch (IOException gone) {
      throw new IllegalStateException(gone);
    }
  }

  /** What the schema refuses, the reader refuses, too. */
  @TestFactory
  Stream<DynamicTest> refusesWhatTheReaderRefuses() throws IOException {
    Path folder = Fixtures.file("schema");
    JsonNode refused = yaml(folder.resolve("refused.yaml"));
    return refused.properties().stream()
        .map(
            (Map.Entry<String, JsonNode> broken) ->
                DynamicTest.dynamicTest(
                    broken.getKey(), () -> isRefused(broken.getValue(), folder)));
  }

  private void isRefused(JsonNode broken, Path folder) {
    assertThat(schema.problems(broken)).as("the schema").isNotEmpty();
    SourceText text = SourceText.of("broken.asltest.json", Json.pretty(broken));
    assertThat(TestFile.parse(text, folder).diagnostics().errors()).as("the reader").isNotEmpty();
  }
}
