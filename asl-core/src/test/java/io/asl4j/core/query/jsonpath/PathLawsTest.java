package io.asl4j.core.query.jsonpath;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.asl4j.core.query.Evaluation;
import io.asl4j.core.query.QueryFailed;
import io.asl4j.core.query.Template;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds for all documents and paths. */
class PathLawsTest {

  private static final JsonPathLanguage LANGUAGE = new JsonPathLanguage();
  private static final JsonNode RESULT = TextNode.valueOf("the result");

  @Property(tries = 1000, edgeCases = EdgeCasesMode.NONE)
  void whatWasWrittenIsRead(@ForAll("documents") JsonNode input, @ForAll("paths") String path) {
    JsonNode before = input.deepCopy();
    JsonNode output = write(path, input);

    assertThat(input).isEqualTo(before);
    if (!output.isMissingNode()) {
      assertThat(
              LANGUAGE
                  .referencePath(path, "ItemsPath", PathLawsTest::unexpected)
                  .find(FixedSurroundings.evaluation(output)))
          .isSameAs(RESULT);
    }
  }

  @Property(tries = 1000, edgeCases = EdgeCasesMode.NONE)
  void writingWhatWasReadChangesNothing(
      @ForAll("documents") JsonNode input, @ForAll("paths") String path) {
    JsonNode found =
        LANGUAGE
            .referencePath(path, "ItemsPath", PathLawsTest::unexpected)
            .find(FixedSurroundings.evaluation(input));

    if (found != null) {
      assertThat(
              LANGUAGE.resultPath(path, "ResultPath", PathLawsTest::unexpected).write(input, found))
          .isEqualTo(input);
    }
  }

  @Property(tries = 1000, edgeCases = EdgeCasesMode.NONE)
  void evaluationNeverChangesItsInput(
      @ForAll("documents") JsonNode input, @ForAll("calls") String call) {
    ObjectNode source = JsonNodeFactory.instance.objectNode().put("a.$", call).put("b.$", "$..*");
    Template template = LANGUAGE.template(source, "Parameters", problem -> {});
    Evaluation evaluation = FixedSurroundings.evaluation(input, input, input);
    JsonNode before = input.deepCopy();

    Throwable failure = catchThrowable(() -> template.evaluate(evaluation));

    assertThat(input).isEqualTo(before);
    if (failure != null) {
      assertThat(failure).isInstanceOf(QueryFailed.class);
    }
  }

  @Property(tries = 2000)
  void anyTextIsCompiledOrReported(@ForAll("texts") String text) {
    List<Object> problems = new ArrayList<>();
    LANGUAGE.expression(text, "ErrorPath", problems::add);
    LANGUAGE.path(text, "InputPath", problems::add);
    LANGUAGE.resultPath(text, "ResultPath", problems::add);

    assertThat(problems).hasSizeLessThan(20);
  }

  private static JsonNode write(String path, JsonNode input) {
    try {
      return LANGUAGE.resultPath(path, "ResultPath", PathLawsTest::unexpected).write(input, RESULT);
    } catch (QueryFailed e) {
      assertThat(e.error()).isEqualTo(QueryFailed.REFERENCE_PATH_CONFLICT);
      return JsonNodeFactory.instance.missingNode();
    }
  }

  private static void unexpected(Object problem) {
    throw new AssertionError(problem);
  }

  @Provide
  Arbitrary<JsonNode> documents() {
    return Generated.documents();
  }

  @Provide
  Arbitrary<String> paths() {
    return Generated.paths();
  }

  @Provide
  Arbitrary<String> calls() {
    return Arbitraries.of(
            "States.Array(%s, $)",
            "States.ArrayUnique(%s)",
            "States.ArrayPartition(%s, 2)",
            "States.ArrayContains(%s, $)",
            "States.ArrayGetItem(%s, 0)",
            "States.JsonMerge(%s, $, false)",
            "States.JsonToString(%s)",
            "States.Format('{}', %s)",
            "States.Hash(%s, 'MD5')",
            "States.MathAdd(%s, 1)",
            "States.StringToJson(States.JsonToString(%s))",
            "States.StringSplit(%s, 't')")
        .flatMap(call -> Generated.paths().map(call::formatted));
  }

  /** Signs that mean something, in any order. */
  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.of(
            "$",
            "$$",
            ".",
            "..",
            "[",
            "]",
            "(",
            ")",
            "'",
            "\"",
            "\\",
            "?",
            "@",
            "*",
            ",",
            ":",
            "-",
            "0",
            "1",
            " ",
            "a",
            "x.y",
            "==",
            "&&",
            "States.",
            "States.Array(",
            "Format",
            "{}",
            "true",
            "\\u",
            "😀",
            "[?(@.a==",
            ")]",
            "['a']")
        .list()
        .ofMaxSize(8)
        .map(parts -> String.join("", parts));
  }
}
