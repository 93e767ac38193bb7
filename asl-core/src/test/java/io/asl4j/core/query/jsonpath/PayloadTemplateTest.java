package io.asl4j.core.query.jsonpath;

import static io.asl4j.core.query.jsonpath.Jsons.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import io.asl4j.core.query.Evaluation;
import io.asl4j.core.query.QueryFailed;
import io.asl4j.core.query.QueryProblem;
import io.asl4j.core.query.Template;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PayloadTemplateTest {

  private static final JsonPathLanguage LANGUAGE = new JsonPathLanguage();

  @Test
  void replacesFieldsAtEveryDepthAlsoInsideArrays() {
    JsonNode template =
        json("{'a.$': '$.x', 'b': {'c': [{'d.$': '$.y'}, [{'e.$': '$.x'}], 'f']}, 'g': 1}");

    assertThat(evaluate(template, json("{'x': 1, 'y': [2]}")))
        .isEqualTo(json("{'a': 1, 'b': {'c': [{'d': [2]}, [{'e': 1}], 'f']}, 'g': 1}"));
  }

  @Test
  void keepsTheOrderOfKeys() {
    JsonNode value =
        evaluate(json("{'z': 1, 'b.$': '$.x', 'a': {'d.$': '$.x', 'c': 2}}"), json("{'x': 0}"));

    assertThat(value).hasToString("{\"z\":1,\"b\":0,\"a\":{\"d\":0,\"c\":2}}");
  }

  @Test
  void takesEverythingElseLiterally() {
    JsonNode template =
        json(
            "{'a': '$.x', 'b': '$$.Execution', 'c': 'States.UUID()', 'd': '$v', 'e': ['$.x', '{% $x"
                + " %}', null, 0.10]}");

    assertThat(compile(template).evaluate(FixedSurroundings.evaluation(json("{}"))))
        .isSameAs(template);
  }

  @Test
  void sharesThePartsWithoutFields() {
    JsonNode template = json("{'a.$': '$.x', 'b': {'c': [1, 2]}}");

    assertThat(evaluate(template, json("{'x': 1}")).get("b")).isSameAs(template.get("b"));
  }

  @Test
  void sharesWhatPathsFind() {
    JsonNode input = json("{'x': {'y': 1}}");

    assertThat(evaluate(json("{'a.$': '$.x'}"), input).get("a")).isSameAs(input.get("x"));
  }

  @Test
  void readsInputContextAndVariables() {
    Evaluation evaluation =
        FixedSurroundings.evaluation(
            json("{'x': 1}"), json("{'v': {'w': 2}}"), json("{'State': {'Name': 'S'}}"));

    assertThat(
            compile(
                    json(
                        "{'a.$': '$', 'b.$': '$.x', 'c.$': '$$', 'd.$': '$$.State.Name', 'e.$':"
                            + " '$v', 'f.$': '$v.w'}"))
                .evaluate(evaluation))
        .isEqualTo(
            json(
                "{'a': {'x': 1}, 'b': 1, 'c': {'State': {'Name': 'S'}}, 'd': 'S', 'e': {'w': 2},"
                    + " 'f': 2}"));
  }

  @Test
  void anIndexBehindTheEndGivesNull() {
    assertThat(evaluate(json("{'a.$': '$.x[5]'}"), json("{'x': [1]}")))
        .isEqualTo(json("{'a': null}"));
  }

  @Test
  void aMissingPathFailsWithTheFieldAndTheInput() {
    assertFails(
        "{'a': [{'value.$': '$.nope.deep'}]}",
        "The JSONPath '$.nope.deep' specified for the field 'value.$' could not be found in the"
            + " input '{\"other\":1}'");
  }

  @Test
  void aMissingContextPathShowsTheContextObject() {
    assertFails(
        "{'value.$': '$$.Task.Token'}",
        "The JSONPath '$$.Task.Token' specified for the field 'value.$' could not be found in the"
            + " input '{\"State\":{}}'");
  }

  @Test
  void aMissingPathInAVariableShowsTheVariable() {
    assertFails(
        "{'value.$': '$v.x'}",
        "The JSONPath '$v.x' specified for the field 'value.$' could not be found in the input"
            + " '{\"y\":2}'");
  }

  @Test
  void aVariableThatIsNotAssignedFails() {
    assertFails(
        "{'value.$': '$nope'}",
        "The JSONPath '$nope' specified for the field 'value.$' could not be found in the input"
            + " '{\"other\":1}'");
  }

  @Test
  void anIndexOfNoArrayShowsTheWordsOfThePathLibrary() {
    assertFails(
        "{'value.$': '$.other[0]'}",
        "Filter: [0] can only be applied to arrays. Current context is: 1");
  }

  @Test
  void theInputNullHasNoPaths() {
    QueryFailed failure =
        catchThrowableOfType(QueryFailed.class, () -> evaluate(json("{'a.$': '$'}"), json("null")));

    assertThat(failure.text())
        .isEqualTo("Unable to apply Path transformation to null or empty input.");
  }

  @Test
  void inputsArePrintedAsTheyCameWithExactNumbers() {
    QueryFailed failure =
        catchThrowableOfType(
            QueryFailed.class,
            () -> evaluate(json("{'a.$': '$.x'}"), json("{'n': 1.10, 'b': [1E+400, 'ä']}")));

    assertThat(failure.text())
        .endsWith("could not be found in the input '{\"n\":1.10,\"b\":[1E+400,\"ä\"]}'");
  }

  @Test
  void errorPathsAreNamedWithoutASuffix() {
    QueryFailed failure =
        catchThrowableOfType(
            QueryFailed.class,
            () ->
                LANGUAGE
                    .expression("$.ErrorX", "ErrorPath", PayloadTemplateTest::unexpected)
                    .evaluate(FixedSurroundings.evaluation(json("{'Error': 'e'}"))));

    assertThat(failure.text())
        .isEqualTo(
            "The JSONPath '$.ErrorX' specified for the field 'ErrorPath' could not be found in the"
                + " input '{\"Error\":\"e\"}'");
    assertThat(failure.error()).isEqualTo(QueryFailed.RUNTIME);
    assertThat(failure.getStackTrace()).isEmpty();
  }

  @Test
  void everyProblemIsReportedWithItsPlace() {
    List<QueryProblem> problems = new ArrayList<>();

    LANGUAGE.template(
        json(
            "{'a.$': 'x', 'b': [{'c/d.$': 5}, {'e~.$': '$.f['}], 'g': 1, 'g.$': '$.g', 'h.$':"
                + " 'States.Nope()', 'i.$': 'States.MathAdd(1)'}"),
        "Parameters",
        problems::add);

    assertThat(problems)
        .extracting(QueryProblem::pointer, QueryProblem::kind, QueryProblem::offset)
        .containsExactly(
            tuple("/a.$", QueryProblem.Kind.PATH_SYNTAX, 0),
            tuple("/b/0/c~1d.$", QueryProblem.Kind.PATH_SYNTAX, 0),
            tuple("/b/1/e~0.$", QueryProblem.Kind.PATH_SYNTAX, 3),
            tuple("/g.$", QueryProblem.Kind.DUPLICATE_KEY, 0),
            tuple("/h.$", QueryProblem.Kind.INTRINSIC, 0),
            tuple("/i.$", QueryProblem.Kind.INTRINSIC_ARGUMENTS, 0));
  }

  @Test
  void whatIsBrokenFailsWhenItIsEvaluated() {
    Template template = LANGUAGE.template(json("{'a.$': 'x'}"), "Parameters", problem -> {});

    assertThat(
            catchThrowableOfType(
                    QueryFailed.class,
                    () -> template.evaluate(FixedSurroundings.evaluation(json("{}"))))
                .text())
        .isEqualTo(
            "The value for the field 'a.$' must be a valid JSONPath or a valid intrinsic function"
                + " call");
  }

  @Test
  void theFailureNamesThePlaceInTheTemplate() {
    QueryFailed failure =
        catchThrowableOfType(
            QueryFailed.class, () -> evaluate(json("{'a': [{'b.$': '$.x'}]}"), json("{}")));

    assertThat(failure.location()).isEqualTo("Parameters/a[0]/b.$");
  }

  @Test
  void scalarsAndArraysAreTemplatesToo() {
    assertThat(evaluate(json("1"), json("{}"))).isEqualTo(json("1"));
    assertThat(evaluate(json("[{'a.$': '$.x'}]"), json("{'x': 1}"))).isEqualTo(json("[{'a': 1}]"));
  }

  @Test
  void templatesTellWhatTheyRead() {
    Template template =
        compile(
            json(
                "{'a.$': '$.x', 'b': [{'c.$': 'States.Format($t, $order.id,"
                    + " States.Array($$.State.Name, $.y[*]))'}]}"));

    References references = References.of(template);

    assertThat(references.variables()).isEqualTo(Set.of("t", "order"));
    assertThat(references.context()).isEqualTo(Set.of("$$.State.Name"));
    assertThat(references.input()).isEqualTo(Set.of("$.x", "$.y[*]"));
    assertThat(References.of(Template.input())).isEqualTo(References.NONE);
    assertThat(
            References.of(LANGUAGE.expression("$v.a", "ErrorPath", PayloadTemplateTest::unexpected))
                .variables())
        .containsExactly("v");
    assertThat(
            LANGUAGE
                .path("$v[0]", "InputPath", PayloadTemplateTest::unexpected)
                .references()
                .variables())
        .containsExactly("v");
  }

  @Test
  void onlySomeFunctionsGiveStrings() {
    assertThat(
            JsonPathLanguage.canGiveString(
                LANGUAGE.expression("$.a", "ErrorPath", PayloadTemplateTest::unexpected)))
        .isTrue();
    assertThat(
            JsonPathLanguage.canGiveString(
                LANGUAGE.expression(
                    "States.Hash($.a, 'MD5')", "ErrorPath", PayloadTemplateTest::unexpected)))
        .isTrue();
    assertThat(
            JsonPathLanguage.canGiveString(
                LANGUAGE.expression(
                    "States.MathAdd($.a, 1)", "ErrorPath", PayloadTemplateTest::unexpected)))
        .isFalse();
  }

  @Test
  void oneTemplateServesManyThreads() {
    Template template =
        compile(
            json(
                "{'a.$': '$.x', 'b.$': '$.l[?(@.n > $.x)]', 'c.$': 'States.Format(\\'{} {}\\', $.x, $.l[*].n)'}"
                    .replace("\\'", "\\u0027")));

    List<String> wrong =
        IntStream.range(0, 20_000)
            .parallel()
            .filter(i -> !evaluate(template, i).equals(expected(i)))
            .mapToObj(i -> evaluate(template, i).toString())
            .toList();

    assertThat(wrong).isEmpty();
  }

  private static JsonNode evaluate(Template template, int i) {
    return template.evaluate(
        FixedSurroundings.evaluation(
            json("{'x': %d, 'l': [{'n': %d}, {'n': %d}]}".formatted(i, i, i + 1))));
  }

  private static JsonNode expected(int i) {
    return json("{'a': %d, 'b': [{'n': %d}], 'c': '%d [%d, %d]'}".formatted(i, i + 1, i, i, i + 1));
  }

  private static void assertFails(String template, String text) {
    Evaluation evaluation =
        FixedSurroundings.evaluation(
            json("{'other': 1}"), json("{'v': {'y': 2}}"), json("{'State': {}}"));

    QueryFailed failure =
        catchThrowableOfType(QueryFailed.class, () -> compile(json(template)).evaluate(evaluation));

    assertThat(failure.text()).isEqualTo(text);
    assertThat(failure.error()).isEqualTo(QueryFailed.RUNTIME);
  }

  private static JsonNode evaluate(JsonNode template, JsonNode input) {
    return compile(template).evaluate(FixedSurroundings.evaluation(input));
  }

  private static Template compile(JsonNode template) {
    return LANGUAGE.template(template, "Parameters", PayloadTemplateTest::unexpected);
  }

  private static void unexpected(QueryProblem problem) {
    throw new AssertionError(problem);
  }
}
