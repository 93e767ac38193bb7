package io.asl4j.core.query.jsonata;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.asl4j.core.query.EvaluationBudget;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Runs JSONata's own test suite, where it is at hand. Every case must pass: there is no list of
 * exceptions.
 */
class JsonataSuiteTest {

  private static final Path SUITE =
      Path.of(System.getProperty("asl4j.shared", "../../shared"), "jsonata-suite");
  private static final long NANOS_A_MILLISECOND = 1_000_000L;

  @TestFactory
  Stream<DynamicTest> everyCaseGivesWhatJsonataGives() {
    Assumptions.assumeTrue(Files.isDirectory(SUITE), "Left out: no test suite in " + SUITE + ".");
    return JsonataCase.jsonFiles(SUITE.resolve("groups")).stream()
        .flatMap(file -> cases(file).stream())
        .map(each -> DynamicTest.dynamicTest(each.id(), each::check));
  }

  private static List<JsonataCase> cases(Path file) {
    JsonNode content = JsonataCase.read(file);
    List<JsonataCase> cases = new ArrayList<>();
    if (content.isArray()) {
      content.forEach(each -> cases.add(one(file, cases.size(), each)));
    } else {
      cases.add(one(file, 0, content));
    }
    return cases;
  }

  private static JsonataCase one(Path file, int number, JsonNode each) {
    JsonNode error = each.has("error") ? each.path("error") : each;
    boolean fails = error.has("code");
    return new JsonataCase(
        SUITE.resolve("groups").relativize(file) + "#" + number,
        expression(file, each),
        JsonataDialect.STANDARD,
        new FixedEnvironment(
            input(each), JsonataCase.bindings(each.path("bindings")), budget(each)),
        each.has("result") ? Optional.of(each.path("result")) : Optional.empty(),
        each.path("unordered").asBoolean(),
        fails ? error.path("code").asText() : "",
        each.path("error").path("message").asText(""));
  }

  private static String expression(Path file, JsonNode each) {
    if (each.has("expr")) {
      return each.path("expr").textValue();
    }
    try {
      return Files.readString(file.resolveSibling(each.path("expr-file").textValue()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static JsonNode input(JsonNode each) {
    if (each.has("data")) {
      return each.path("data");
    }
    return each.hasNonNull("dataset")
        ? JsonataCase.read(SUITE.resolve("datasets/" + each.path("dataset").asText() + ".json"))
        : MissingNode.getInstance();
  }

  private static EvaluationBudget budget(JsonNode each) {
    EvaluationBudget budget = EvaluationBudget.unlimited(System::nanoTime);
    if (each.has("depth")) {
      budget = budget.withMaxDepth(each.path("depth").intValue());
    }
    return each.has("timelimit")
        ? budget.withMaxNanos(each.path("timelimit").longValue() * NANOS_A_MILLISECOND)
        : budget;
  }
}
