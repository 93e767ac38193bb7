package io.asl4j.core.query.jsonpath;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.asl4j.core.query.Evaluation;
import io.asl4j.core.query.QueryProblem;
import io.asl4j.core.query.Template;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.BiPredicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Replays what AWS answered to the intrinsic functions and paths in the {@code Parameters} of
 * single Pass states.
 */
class RecordedIntrinsicsTest {

  private static final Path CASES =
      Path.of(System.getProperty("asl4j.shared", "../../shared"), "conformance", "cases");

  @TestFactory
  Stream<DynamicTest> giveWhatAwsGave() {
    Assumptions.assumeTrue(Files.isDirectory(CASES), "Left out: no recordings in " + CASES + ".");
    return Stream.of("intrinsic_functions", "base")
        .flatMap(area -> Jsons.files(CASES.resolve(area)).stream())
        .filter(file -> isSinglePass(Jsons.read(file)))
        .map(
            file ->
                DynamicTest.dynamicTest(
                    file.getFileName().toString(), () -> replay(Jsons.read(file))));
  }

  private static boolean isSinglePass(JsonNode recording) {
    JsonNode states = recording.path("definition").path("States");
    JsonNode state = states.path(recording.path("definition").path("StartAt").asText());
    return states.size() == 1
        && state.has("Parameters")
        && recording.path("expect").path("status").asText().equals("SUCCEEDED");
  }

  private static void replay(JsonNode recording) {
    JsonNode definition = recording.path("definition");
    JsonNode parameters =
        definition.path("States").path(definition.path("StartAt").asText()).path("Parameters");
    List<QueryProblem> problems = new ArrayList<>();

    Template template = new JsonPathLanguage().template(parameters, "Parameters", problems::add);
    JsonNode output = template.evaluate(evaluation(recording));

    assertThat(problems).isEmpty();
    JsonNode expected = recording.path("expect").path("output");
    assertThat(matches(expected, output)).as("%s should match %s", output, expected).isTrue();
  }

  private static Evaluation evaluation(JsonNode recording) {
    JsonNode input = recording.path("input");
    ObjectNode context = JsonNodeFactory.instance.objectNode();
    context.putObject("Execution").put("Name", "<ExecArnPart_0idx>").set("Input", input);
    context
        .putObject("StateMachine")
        .put("Id", "arn:<partition>:states:<region>:111111111111:stateMachine:<ArnPart_0idx>")
        .put("Name", "<ArnPart_0idx>");
    return FixedSurroundings.evaluation(input, JsonNodeFactory.instance.objectNode(), context);
  }

  /** Numbers by value; what the recorder hid matches anything. */
  private static boolean matches(JsonNode expected, JsonNode actual) {
    if (expected.asText().equals("RandomNumberGenerated")) {
      return actual.isInt();
    }
    if (expected.asText().equals("generated-uuid")) {
      return actual
          .asText()
          .matches("[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}");
    }
    if (expected.isNumber() && actual.isNumber()) {
      return expected.decimalValue().compareTo(actual.decimalValue()) == 0;
    }
    if (expected.isObject() && actual.isObject()) {
      return all(
          expected, actual, (key, value) -> actual.has(key) && matches(value, actual.get(key)));
    }
    if (expected.isArray() && actual.isArray()) {
      int[] i = {0};
      return expected.size() == actual.size()
          && Stream.generate(() -> i[0]++)
              .limit(expected.size())
              .allMatch(at -> matches(expected.get(at), actual.get(at)));
    }
    return Objects.equals(expected, actual);
  }

  private static boolean all(
      JsonNode expected, JsonNode actual, BiPredicate<String, JsonNode> holds) {
    return expected.size() == actual.size()
        && expected.properties().stream()
            .allMatch(member -> holds.test(member.getKey(), member.getValue()));
  }
}
