package io.asl4j.core.query.jsonpath;

import static io.asl4j.core.query.jsonpath.Jsons.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.asl4j.core.query.QueryFailed;
import io.asl4j.core.query.QueryProblem;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ResultPathTest {

  private static final JsonPathLanguage LANGUAGE = new JsonPathLanguage();
  private static final JsonNode RESULT = json("{'r': 1}");

  @Test
  void theDollarSignReplacesTheInput() {
    assertThat(path("$").write(json("{'a': 1}"), RESULT)).isSameAs(RESULT);
    assertThat(path("$")).isSameAs(JsonPathLanguage.REPLACE_INPUT);
  }

  @Test
  void nullKeepsTheInput() {
    JsonNode input = json("'x'");

    assertThat(JsonPathLanguage.DISCARD_RESULT.write(input, RESULT)).isSameAs(input);
    assertThat(JsonPathLanguage.DISCARD_RESULT.source()).isEqualTo("null");
  }

  @Test
  void addsAndReplacesMembers() {
    assertThat(path("$.b").write(json("{'a': 1}"), RESULT))
        .isEqualTo(json("{'a': 1, 'b': {'r': 1}}"));
    assertThat(path("$.a").write(json("{'a': {'x': 1}, 'b': 2}"), RESULT))
        .hasToString("{\"a\":{\"r\":1},\"b\":2}");
    assertThat(path("$['a b'].c").write(json("{'a b': {'d': 0}}"), RESULT))
        .isEqualTo(json("{'a b': {'d': 0, 'c': {'r': 1}}}"));
  }

  @Test
  void makesTheObjectsThatAreMissing() {
    assertThat(path("$.a.b.c").write(json("{}"), RESULT))
        .isEqualTo(json("{'a': {'b': {'c': {'r': 1}}}}"));
  }

  @Test
  void replacesItemsOfArrays() {
    assertThat(path("$.a[1]").write(json("{'a': [0, 1, 2]}"), RESULT))
        .isEqualTo(json("{'a': [0, {'r': 1}, 2]}"));
    assertThat(path("$.a[-1].b").write(json("{'a': [0, {}]}"), RESULT))
        .isEqualTo(json("{'a': [0, {'b': {'r': 1}}]}"));
    assertThat(path("$[0]").write(json("[0]"), RESULT)).isEqualTo(json("[{'r': 1}]"));
  }

  @Test
  void copiesOnlyWhatLiesOnThePath() {
    JsonNode input = json("{'a': {'b': {'c': 1}, 'side': {'x': [1]}}, 'other': [{'y': 1}]}");
    JsonNode before = input.deepCopy();

    JsonNode output = path("$.a.b.c").write(input, RESULT);

    assertThat(input).isEqualTo(before);
    assertThat(output.at("/a/side")).isSameAs(input.at("/a/side"));
    assertThat(output.at("/other")).isSameAs(input.at("/other"));
    assertThat(output.at("/a/b/c")).isSameAs(RESULT);
    assertThat(output.at("/a/b")).isNotSameAs(input.at("/a/b"));
  }

  @Test
  void anInputWithoutMembersConflicts() {
    assertConflict("$.r", "'input1'", "Unable to apply ReferencePath $.r to input \"input1\"");
    assertConflict("$.r.s", "null", "Unable to apply ReferencePath $.r.s to input null");
    assertConflict("$.r", "5", "Unable to apply ReferencePath $.r to input 5");
  }

  @Test
  void aStepThatDoesNotFitConflicts() {
    assertConflict("$.a.b", "{'a': 'x'}", "Unable to apply step \"a\" to input {\"a\":\"x\"}");
    assertConflict("$.a", "[1]", "Unable to apply step \"a\" to input [1]");
    assertConflict(
        "$.a[0]", "{'a': {'b': 1}}", "Unable to apply step \"[0]\" to input {\"a\":{\"b\":1}}");
    assertConflict(
        "$.a[2]", "{'a': [1, 2]}", "Unable to apply step \"[2]\" to input {\"a\":[1,2]}");
    assertConflict(
        "$.a[-3].b", "{'a': [1, 2]}", "Unable to apply step \"[-3]\" to input {\"a\":[1,2]}");
    assertConflict("$.a[0]", "{}", "Unable to apply step \"[0]\" to input {}");
  }

  @Test
  void onlyReferencePathsIntoTheInputAreTaken() {
    assertRefused("$.a[*]", QueryProblem.Kind.NOT_A_REFERENCE_PATH);
    assertRefused("$..a", QueryProblem.Kind.NOT_A_REFERENCE_PATH);
    assertRefused("$.a[0:2]", QueryProblem.Kind.NOT_A_REFERENCE_PATH);
    assertRefused("$.a[?(@.b==1)]", QueryProblem.Kind.NOT_A_REFERENCE_PATH);
    assertRefused("$$.Execution.Input", QueryProblem.Kind.NOT_A_REFERENCE_PATH);
    assertRefused("$v", QueryProblem.Kind.NOT_A_REFERENCE_PATH);
    assertRefused("a", QueryProblem.Kind.PATH_SYNTAX);
    assertRefused("$.a[", QueryProblem.Kind.PATH_SYNTAX);
    assertRefused("States.UUID()", QueryProblem.Kind.PATH_SYNTAX);
  }

  @Test
  void twentyThousandStepsAreWrittenWithoutDepth() {
    JsonNode output =
        path("$" + ".a".repeat(20_000)).write(JsonNodeFactory.instance.objectNode(), RESULT);

    int depth = 0;
    for (JsonNode node = output;
        node instanceof ObjectNode object && object.has("a");
        node = object.get("a")) {
      depth++;
    }
    assertThat(depth).isEqualTo(20_000);
  }

  private static void assertConflict(String path, String input, String text) {
    QueryFailed failure =
        catchThrowableOfType(QueryFailed.class, () -> path(path).write(json(input), RESULT));

    assertThat(failure.error()).isEqualTo("States.ReferencePathConflict");
    assertThat(failure.location()).isEqualTo("ResultPath");
    assertThat(failure.text()).isEqualTo(text);
  }

  private static void assertRefused(String source, QueryProblem.Kind kind) {
    List<QueryProblem> problems = new ArrayList<>();

    ResultPath path = LANGUAGE.resultPath(source, "ResultPath", problems::add);

    assertThat(problems).extracting(QueryProblem::kind).containsExactly(kind);
    assertThat(catchThrowableOfType(QueryFailed.class, () -> path.write(json("{}"), RESULT)))
        .isNotNull();
  }

  private static ResultPath path(String source) {
    return LANGUAGE.resultPath(source, "ResultPath", problem -> assertThat(problem).isNull());
  }
}
