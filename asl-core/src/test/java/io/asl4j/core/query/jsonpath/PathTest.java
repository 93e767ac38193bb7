package io.asl4j.core.query.jsonpath;

import static io.asl4j.core.query.jsonpath.Jsons.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.asl4j.core.query.Evaluation;
import io.asl4j.core.query.QueryProblem;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * The cases of {@code src-test-fixtures/jsonpath}: a {@code path} either {@code gives} a value,
 * {@code misses} with a leaf text, or is {@code refused} when it is compiled, {@code at} an offset.
 * {@code find} says "nothing" where {@link Path#find} differs from read.
 */
class PathTest {

  private static final JsonPathLanguage LANGUAGE = new JsonPathLanguage();

  @TestFactory
  Stream<DynamicTest> readsAsTheFixturesSay() {
    return Jsons.fixtures("jsonpath").stream()
        .map(Jsons::read)
        .flatMap(
            file ->
                StreamSupport.stream(file.get("cases").spliterator(), false)
                    .map(example -> test(file, example)));
  }

  private static DynamicTest test(JsonNode file, JsonNode example) {
    return DynamicTest.dynamicTest(
        example.get("name").asText(),
        () -> {
          Evaluation evaluation =
              FixedSurroundings.evaluation(
                  file.get("input").deepCopy(), file.get("variables"), file.get("context"));
          check(example, evaluation);
          assertThat(evaluation.input()).isEqualTo(file.get("input"));
        });
  }

  private static void check(JsonNode example, Evaluation evaluation) throws PathNotFound {
    List<QueryProblem> problems = new ArrayList<>();
    Path path = LANGUAGE.path(example.get("path").textValue(), "InputPath", problems::add);

    assertThat(path.source()).isEqualTo(example.get("path").textValue());
    if (example.has("refused")) {
      assertThat(problems).singleElement().satisfies(problem -> assertRefused(problem, example));
      assertThat(path.find(evaluation)).isNull();
      return;
    }
    assertThat(problems).isEmpty();
    if (example.has("misses")) {
      assertThat(catchThrowableOfType(PathNotFound.class, () -> path.read(evaluation)).leafText())
          .isEqualTo(example.get("misses").asText());
      assertThat(path.find(evaluation)).isNull();
      return;
    }
    assertThat(path.read(evaluation)).isEqualTo(example.get("gives"));
    assertThat(path.find(evaluation)).isEqualTo(example.has("find") ? null : example.get("gives"));
  }

  private static void assertRefused(QueryProblem problem, JsonNode example) {
    assertThat(problem.kind()).isEqualTo(QueryProblem.Kind.PATH_SYNTAX);
    assertThat(problem.pointer()).isEmpty();
    assertThat(problem.message()).contains(example.get("refused").asText());
    if (example.has("at")) {
      assertThat(problem.offset()).isEqualTo(example.get("at").intValue());
    }
  }

  @Test
  void aHitIsTheNodeItself() throws PathNotFound {
    JsonNode input = json("{'a': {'b': [{'c': {}}]}}");

    assertThat(path("$.a.b[0].c").read(FixedSurroundings.evaluation(input)))
        .isSameAs(input.at("/a/b/0/c"));
    assertThat(path("$").read(FixedSurroundings.evaluation(input))).isSameAs(input);
  }

  @Test
  void aReferencePathTakesAnIndexBehindTheEndForAMiss() {
    Path path = LANGUAGE.referencePath("$.a[1]", "ItemsPath", PathTest::unexpected);
    Evaluation evaluation = FixedSurroundings.evaluation(json("{'a': [1]}"));

    PathNotFound miss = catchThrowableOfType(PathNotFound.class, () -> path.read(evaluation));

    assertThat(miss.leafText()).isEqualTo("No results for path: $['a'][1]");
    assertThat(miss.step()).isEqualTo("1");
  }

  @Test
  void aMissNamesTheStepThatFailed() {
    Path path = LANGUAGE.referencePath("$.discovery.objects", "ItemsPath", PathTest::unexpected);
    Evaluation evaluation = FixedSurroundings.evaluation(json("{'discovery': {}}"));

    assertThat(catchThrowableOfType(PathNotFound.class, () -> path.read(evaluation)).step())
        .isEqualTo("objects");
  }

  @Test
  void aReferencePathPointsAtOneNode() {
    for (String source :
        List.of("$.a[*]", "$..a", "$.a[0:2]", "$.a[0,1]", "$['a','b']", "$.a[?(@.b==1)]", "$.*")) {
      List<QueryProblem> problems = new ArrayList<>();
      LANGUAGE.referencePath(source, "ItemsPath", problems::add);

      assertThat(problems)
          .as(source)
          .extracting(QueryProblem::kind)
          .containsExactly(QueryProblem.Kind.NOT_A_REFERENCE_PATH);
    }
    for (String source :
        List.of(
            "$",
            "$.a",
            "$.a[0]",
            "$['a b'].c",
            "$$.Map.Item.Value",
            "$items",
            "$.a\\.b",
            "$.a-b:c")) {
      LANGUAGE.referencePath(source, "ItemsPath", PathTest::unexpected);
    }
  }

  @Test
  void definitePathsSaySo() {
    assertThat(path("$.a[0]['b']").isDefinite()).isTrue();
    assertThat(path("$.a[*]").isDefinite()).isFalse();
    assertThat(path("$..a").isDefinite()).isFalse();
    assertThat(path("$.a[?(@.b)]").isDefinite()).isFalse();
  }

  @Test
  void theNullPathGivesAnEmptyObject() throws PathNotFound {
    assertThat(JsonPathLanguage.NULL_PATH.read(FixedSurroundings.evaluation(json("{'a': 1}"))))
        .isEqualTo(json("{}"));
    assertThat(JsonPathLanguage.NULL_PATH.source()).isEqualTo("null");
  }

  @Test
  void twentyThousandStepsAreWalkedWithoutDepth() throws PathNotFound {
    ObjectNode input = JsonNodeFactory.instance.objectNode();
    ObjectNode inner = input;
    for (int i = 0; i < 20_000; i++) {
      inner = inner.putObject("a");
    }
    Path path = path("$" + ".a".repeat(20_000));

    assertThat(path.read(FixedSurroundings.evaluation(input))).isSameAs(inner);
  }

  @Test
  void longPathsThatMatchManyNodesAreRefused() {
    List<QueryProblem> problems = new ArrayList<>();

    LANGUAGE.path("$" + "[*]".repeat(20_000), "InputPath", problems::add);

    assertThat(problems)
        .singleElement()
        .satisfies(problem -> assertThat(problem.message()).contains("at most 256 steps"));
  }

  @Test
  void deepFiltersAreAProblemAndNoCrash() {
    List<QueryProblem> problems = new ArrayList<>();

    LANGUAGE.path(
        "$.a[?(" + "(".repeat(20_000) + "@.b" + ")".repeat(20_000) + ")]",
        "InputPath",
        problems::add);

    assertThat(problems).hasSize(1);
  }

  @Test
  void theDeepestDocumentsAreSearchedToTheirEnd() throws Exception {
    JsonNode input = json("{'a':".repeat(900) + "1" + "}".repeat(900));
    List<JsonNode> found = new ArrayList<>();

    Thread.ofVirtual()
        .start(
            () -> {
              JsonNode value = path("$..a").find(FixedSurroundings.evaluation(input));
              found.add(value == null ? JsonNodeFactory.instance.nullNode() : value);
            })
        .join();

    assertThat(found).singleElement().satisfies(value -> assertThat(value.size()).isEqualTo(900));
  }

  private static Path path(String source) {
    return LANGUAGE.path(source, "InputPath", PathTest::unexpected);
  }

  private static void unexpected(QueryProblem problem) {
    throw new AssertionError(problem);
  }
}
