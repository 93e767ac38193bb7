package io.asl4j.core.query.jsonpath;

import static io.asl4j.core.query.jsonpath.Jsons.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.asl4j.core.query.Evaluation;
import io.asl4j.core.query.Expression;
import io.asl4j.core.query.QueryFailed;
import io.asl4j.core.query.QueryProblem;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * The cases of {@code src-test-fixtures/intrinsics}: {@code call} with {@code input}, {@code
 * variables} and {@code context} either {@code gives} a value, {@code fails} with the words behind
 * "had the following error: ", or is {@code refused} when it is compiled. {@code warns} is a part
 * of the one warning; without it there is none.
 */
class IntrinsicFunctionTest {

  private static final JsonNode NOTHING = JsonNodeFactory.instance.objectNode();

  @TestFactory
  Stream<DynamicContainer> answersAsTheFixturesSay() {
    return Jsons.fixtures("intrinsics").stream()
        .map(
            file ->
                DynamicContainer.dynamicContainer(
                    file.getFileName().toString(), cases(Jsons.read(file))));
  }

  private static Stream<DynamicTest> cases(JsonNode file) {
    return StreamSupport.stream(file.spliterator(), false)
        .map(
            example -> DynamicTest.dynamicTest(example.get("name").asText(), () -> check(example)));
  }

  private static void check(JsonNode example) {
    List<QueryProblem> problems = new ArrayList<>();
    String call = example.get("call").textValue();
    Expression expression =
        new JsonPathLanguage().expression(call, "Parameters/v.$", problems::add);

    if (example.has("refused")) {
      assertThat(problems)
          .singleElement()
          .satisfies(problem -> assertRefused(problem, example.get("refused").asText()));
      return;
    }
    if (example.has("warns")) {
      assertThat(problems)
          .singleElement()
          .satisfies(problem -> assertWarned(problem, example.get("warns").asText()));
    } else {
      assertThat(problems).isEmpty();
    }
    Evaluation evaluation = evaluation(example);
    JsonNode before = evaluation.input().deepCopy();
    if (example.has("fails")) {
      QueryFailed failure =
          catchThrowableOfType(QueryFailed.class, () -> expression.evaluate(evaluation));
      assertThat(failure.error()).isEqualTo(QueryFailed.RUNTIME);
      assertThat(failure.text())
          .isEqualTo(
              "The function '%s' had the following error: %s", call, example.get("fails").asText());
    } else {
      JsonNode value = expression.evaluate(evaluation);
      assertThat(value.toString()).isEqualTo(example.get("gives").toString());
    }
    assertThat(evaluation.input()).isEqualTo(before);
  }

  private static void assertRefused(QueryProblem problem, String part) {
    assertThat(problem.kind()).isIn(QueryProblem.Kind.INTRINSIC, QueryProblem.Kind.PATH_SYNTAX);
    assertThat(problem.message()).contains(part);
  }

  private static void assertWarned(QueryProblem problem, String part) {
    assertThat(problem.kind()).isEqualTo(QueryProblem.Kind.INTRINSIC_ARGUMENTS);
    assertThat(problem.message()).contains(part);
  }

  private static Evaluation evaluation(JsonNode example) {
    return FixedSurroundings.evaluation(
        part(example, "input"), part(example, "variables"), part(example, "context"));
  }

  private static JsonNode part(JsonNode example, String name) {
    return example.has(name) ? example.get(name) : NOTHING;
  }

  @Test
  void limitsOfTenThousandCharactersAreExact() {
    ObjectNode input = JsonNodeFactory.instance.objectNode();
    input
        .put("fits", "a".repeat(10_000))
        .put("tooLong", "a".repeat(10_001))
        .put("astral", "😀".repeat(10_000));

    for (String call :
        List.of("States.Base64Encode(%s)", "States.Base64Decode(%s)", "States.Hash(%s, 'MD5')")) {
      assertThat(evaluate(call.formatted("$.fits"), input).isTextual()).isTrue();
      assertThat(evaluate(call.formatted("$.astral"), input).isTextual()).isTrue();
      assertThat(
              catchThrowableOfType(
                  QueryFailed.class, () -> evaluate(call.formatted("$.tooLong"), input)))
          .hasMessageContaining("Invalid arguments in States.");
    }
  }

  @Test
  void randomNumbersStayInTheirRangeAndReachBothEnds() {
    Expression expression = compile("States.MathRandom(-2, 3)");
    Evaluation evaluation = FixedSurroundings.evaluation(NOTHING);
    Set<Integer> seen = new HashSet<>();
    for (int i = 0; i < 1000; i++) {
      seen.add(expression.evaluate(evaluation).intValue());
    }

    assertThat(seen).containsExactlyInAnyOrder(-2, -1, 0, 1, 2);
  }

  @Test
  void randomNumbersCoverTheWholeRangeOfIntegers() {
    Expression expression = compile("States.MathRandom(-2147483648, 2147483647)");
    Evaluation evaluation = FixedSurroundings.evaluation(NOTHING);

    assertThat(Stream.generate(() -> expression.evaluate(evaluation).intValue()).limit(100))
        .anyMatch(number -> number < -1_000_000_000)
        .anyMatch(number -> number > 1_000_000_000);
  }

  @Test
  void chanceComesFromTheSurroundingsOnly() {
    String call = "States.Array(States.UUID(), States.UUID(), States.MathRandom(0, 1000000))";

    assertThat(evaluate(call, NOTHING)).isEqualTo(evaluate(call, NOTHING));
    assertThat(evaluate(call, NOTHING).get(0)).isNotEqualTo(evaluate(call, NOTHING).get(1));
  }

  @Test
  void uniqueIdentifiersAreOfVersionFour() {
    assertThat(evaluate("States.UUID()", NOTHING).asText())
        .matches("[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}");
  }

  @Test
  void exactNumbersComeThroughUnchanged() {
    assertThat(
            evaluate(
                    "States.JsonToString(States.StringToJson($.a))",
                    json("{'a': '[1.0, 1.10, 1E+400, 100000000000000000000.5]'}"))
                .asText())
        .isEqualTo("[1.0,1.10,1E+400,100000000000000000000.5]");
  }

  private static JsonNode evaluate(String call, JsonNode input) {
    return compile(call).evaluate(FixedSurroundings.evaluation(input));
  }

  private static Expression compile(String call) {
    return new JsonPathLanguage()
        .expression(call, "Parameters/v.$", problem -> assertThat(problem).isNull());
  }
}
