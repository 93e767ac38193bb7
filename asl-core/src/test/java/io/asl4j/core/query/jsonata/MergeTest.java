package io.asl4j.core.query.jsonata;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.asl4j.core.json.Json;
import io.asl4j.core.query.EvaluationBudget;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code $merge} of two parts, the second one written, is made in another way than of three. */
final class MergeTest {

  private static final Map<String, JsonNode> DATA = data();

  private static Map<String, JsonNode> data() {
    Map<String, JsonNode> data = new HashMap<>();
    data.put("k", Json.parse("\"a\""));
    data.put("o", Json.parse("{\"z\": 1, \"a\": {\"b\": [2]}, \"m\": null}"));
    data.put("few", object(16));
    data.put("many", object(17));
    data.put("huge", object(1_000));
    data.put("list", Json.parse("[{\"a\": 1}, {\"b\": 2, \"a\": 3}]"));
    data.put("one", Json.parse("[{\"a\": 1}]"));
    data.put("mixed", Json.parse("[{\"a\": 1}, 2]"));
    data.put("none", Json.parse("[]"));
    return data;
  }

  private static ObjectNode object(int size) {
    ObjectNode object = (ObjectNode) Json.parse("{}");
    IntStream.range(0, size).forEach(i -> object.put("f" + i, i));
    return object;
  }

  static Stream<String[]> parts() {
    List<String> first =
        List.of(
            "$o",
            "{}",
            "$few",
            "$many",
            "$huge",
            "$list",
            "$one",
            "$mixed",
            "$none",
            "[$o]",
            "[]",
            "$nothing",
            "1",
            "'a'",
            "null",
            "$sum",
            "function(){ $o }",
            "$list[a = 3]",
            "$list.{'a': a}",
            "$error('first')",
            "$merge([$o, {'x': $o}])",
            "$merge($list)",
            "$sift($huge, function($v){ $v < 20 })");
    List<String> second =
        List.of(
            "{}",
            "{'a': 9}",
            "{'r': $nothing}",
            "{'r': $nothing, 'z': [1]}",
            "{'r': $o, 'a': $o.a, 'f3': $list}",
            "{'f': function(){ 1 }}",
            "{'r': $error('second')}",
            "{'r': $merge([$o, {'r': $merge([$few, {'f20': $o}])}])}",
            "{'r': $, 's': $$}",
            "{'a': 1, 'a': 2}",
            "{$k: 1}",
            "{1: 1}",
            "{'f1': 1, 'f2': 1, 'g1': 1, 'g2': 1, 'g3': 1, 'g4': 1, 'g5': 1, 'g6': 1, 'g7': 1}");
    return first.stream().flatMap(one -> second.stream().map(other -> new String[] {one, other}));
  }

  @ParameterizedTest
  @MethodSource("parts")
  void twoPartsGiveWhatTheyGiveWithAThirdThatIsNothing(String first, String second) {
    String two = "$merge([" + first + ", " + second + "])";
    String three = "$merge([" + first + ", " + second + ", $nothing])";
    String before = DATA.toString();

    assertSame(two, three, Long.MAX_VALUE);
    assertSame("$list.(" + two + ")", "$list.(" + three + ")", Long.MAX_VALUE);
    assertSame("$none.(" + two + ")", "$none.(" + three + ")", Long.MAX_VALUE);
    assertSame("$string(" + two + ")", "$string(" + three + ")", Long.MAX_VALUE);
    assertThat(DATA).hasToString(before);
  }

  @Test
  void countsAsManySteps() {
    String two = "$map([1..50], function($i){ ($merge([$huge, {'f1': 1, 'g': $i}]); $i) })";
    String three = two.replace("}])", "}, $nothing])");

    for (long steps = 49_000; steps < 53_000; steps += 20) {
      assertSame(two, three, steps);
    }
    assertThat(outcome(two, 49_000)).startsWith("TIMEOUT");
    assertThat(outcome(two, 53_000)).startsWith("[");
  }

  @Test
  void goesDownAsDeep() {
    String two = "( $f := function($n){ $n = 0 ? {} : $merge([$f($n - 1), {'n': $n}]).n }; $f(99))";
    String three = two.replace("}])", "}, $nothing])");
    for (int depth = 1; depth < 12; depth++) {
      EvaluationBudget budget = EvaluationBudget.aws(() -> 0L).withMaxDepth(depth);
      String shallow = "$merge([$merge([$o, {'x': $merge([$o, {'y': [[1]]}])}]), {'z': 1}])";
      assertThat(outcome(shallow, budget))
          .isEqualTo(outcome(shallow.replace("}])", "}, $nothing])"), budget));
    }
    assertSame(two, three, Long.MAX_VALUE);
  }

  @Test
  void theResultIsTheirsWhoGotIt() {
    ObjectNode merged = (ObjectNode) evaluated("$merge([$o, {'r': 1}])", EvaluationBudget.aws());
    String before = DATA.toString();

    merged.put("r", 2).put("z", "changed").remove("m");
    IntStream.range(0, 20).forEach(i -> merged.put("more" + i, i));

    assertThat(DATA).hasToString(before);
    assertThat(merged).hasSize(23).isEqualTo(Json.parse(merged.toString()));
  }

  @Test
  void aResultOfManyObjectsHoldsWhatTheyHold() {
    ArrayNode objects = (ArrayNode) Json.parse("[]");
    ObjectNode expected = (ObjectNode) Json.parse("{}");
    for (int i = 0; i < 3_000; i++) {
      objects.addObject().put("k" + i % 40, i).put("last", i);
      expected.put("k" + i % 40, i).put("last", i);
    }
    JsonNode merged =
        Jsonata.compile("$merge($)").evaluate(FixedEnvironment.of(objects).withVariables(DATA));

    assertThat(merged).hasToString(expected.toString());
  }

  private static void assertSame(String expression, String other, long steps) {
    assertThat(outcome(expression, steps)).as(expression).isEqualTo(outcome(other, steps));
  }

  private static String outcome(String expression, long steps) {
    return outcome(expression, EvaluationBudget.aws(() -> 0L).withMaxSteps(steps));
  }

  /** The value with its fields in order, or the failure with its place. */
  private static String outcome(String expression, EvaluationBudget budget) {
    try {
      return evaluated(expression, budget).toString();
    } catch (JsonataFailed failed) {
      return failed.kind() + " at " + failed.offset() + ": " + failed.described();
    }
  }

  private static JsonNode evaluated(String expression, EvaluationBudget budget) {
    return Jsonata.compile(expression)
        .evaluate(FixedEnvironment.empty().withVariables(DATA).withBudget(budget));
  }
}
