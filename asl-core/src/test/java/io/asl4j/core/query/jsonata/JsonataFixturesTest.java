package io.asl4j.core.query.jsonata;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Expressions and what comes out of them, one file a family of functions or operators. */
class JsonataFixturesTest {

  private static final Path FIXTURES = Path.of("../src-test-fixtures/jsonata");

  @TestFactory
  Stream<DynamicTest> everyExpressionGivesWhatItsFixtureSays() {
    return cases().stream().map(each -> DynamicTest.dynamicTest(each.id(), each::check));
  }

  @Test
  void everyFunctionHasAFixture() {
    Set<String> missing = new TreeSet<>(Library.of(JsonataDialect.AWS).names());
    missing.addAll(Library.of(JsonataDialect.STANDARD).names());
    cases().forEach(each -> missing.removeIf(name -> each.expression().contains("$" + name)));
    assertThat(missing).isEmpty();
  }

  private static List<JsonataCase> cases() {
    List<JsonataCase> cases = new ArrayList<>();
    for (Path file : JsonataCase.jsonFiles(FIXTURES)) {
      JsonNode family = JsonataCase.read(file);
      for (JsonNode each : family.path("cases")) {
        cases.add(one(file, family, each));
      }
    }
    return cases;
  }

  private static JsonataCase one(Path file, JsonNode family, JsonNode each) {
    String expression = each.path("expression").textValue();
    JsonNode input = each.has("input") ? each.path("input") : family.path("input");
    String dialect = each.path("dialect").asText(family.path("dialect").asText("STANDARD"));
    return new JsonataCase(
        file.getFileName() + ": " + expression,
        expression,
        JsonataDialect.valueOf(dialect),
        FixedEnvironment.of(input.isMissingNode() ? MissingNode.getInstance() : input)
            .withVariables(JsonataCase.bindings(each.path("variables"))),
        each.has("result") ? Optional.of(each.path("result")) : Optional.empty(),
        false,
        each.path("code").asText(""),
        each.path("message").asText(""));
  }
}
