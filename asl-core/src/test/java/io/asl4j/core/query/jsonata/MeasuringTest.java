package io.asl4j.core.query.jsonata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.asl4j.core.json.FieldList;
import io.asl4j.core.json.Json;
import io.asl4j.core.json.Measured;
import io.asl4j.core.query.EvaluationBudget;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.LongFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Data that was measured before costs as much as the same data that was not. */
final class MeasuringTest {

  private static final JsonNode RECORD =
      json("{'a': [1, 2, {'b': ['c', null, true]}], 'd': 'text', 'e': {'f': {}}}");

  /** Steps are not looked at one by one. */
  private static final long STEPS_BETWEEN_LOOKS = 260;

  private static final String USE = "{'x': $s, 'y': [$s, {'z': $s}]}";

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void dataThatGoesThroughManyExpressionsCostsAsIfItWereNew(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    JsonNode data = json("{'id': 'order-1', 'data': {'list': [1, 2, 3]}}");
    boolean wasMeasured = false;
    for (int i = 0; i < 60; i++) {
      data = changed((ObjectNode) data, random);
      wasMeasured |= isMeasured(data);

      assertCostsAsIfNew(data);
    }
    assertThat(wasMeasured).isTrue();
  }

  private static JsonNode changed(ObjectNode data, SplittableRandom random) {
    String name = "r" + random.nextInt(20);
    switch (random.nextInt(8)) {
      case 0 -> data.put(name, "x".repeat(random.nextInt(50)));
      case 1 -> data.remove(name);
      case 2 -> data.set(name, RECORD);
      case 3 -> data.properties().forEach(field -> field.setValue(RECORD));
      case 4 -> data.properties().removeIf(field -> field.getKey().equals(name));
      case 5 -> {
        return evaluated(
            "$merge([$s, {'" + name + "': $r}, {'id': $r}])", data, EvaluationBudget.aws());
      }
      default -> {
        return evaluated("$merge([$s, {'" + name + "': [$r, $r]}])", data, EvaluationBudget.aws());
      }
    }
    return data;
  }

  private static boolean isMeasured(JsonNode data) {
    FieldList fields = FieldList.of((ObjectNode) data);
    return fields != null && !fields.measured().equals(Measured.NOTHING);
  }

  private static void assertCostsAsIfNew(JsonNode data) {
    JsonNode fresh = Json.parse(data.toString());
    EvaluationBudget budget = EvaluationBudget.aws(() -> 0L);
    assertThat(least(budget::withMaxBytes, data)).isEqualTo(least(budget::withMaxBytes, fresh));
    assertThat(least(budget::withMaxSteps, data))
        .isCloseTo(least(budget::withMaxSteps, fresh), within(STEPS_BETWEEN_LOOKS));
  }

  /** The smallest budget that is enough. */
  private static long least(LongFunction<EvaluationBudget> budget, JsonNode data) {
    long tooLittle = -1;
    long enough = 1 << 20;
    while (enough - tooLittle > 1) {
      long middle = (tooLittle + enough) / 2;
      if (outcome(USE, data, budget.apply(middle)).startsWith("{")) {
        enough = middle;
      } else {
        tooLittle = middle;
      }
    }
    return enough;
  }

  @Test
  void levelsAreCountedThroughWhatWasMeasured() {
    EvaluationBudget budget = EvaluationBudget.aws(() -> 0L);
    String wrap = "{'n': $s, 'list': [1, 2, 3]}";
    JsonNode data = json("{}");
    for (int level = 1; level < 1_000; level++) {
      data = evaluated(wrap, data, budget);
    }

    assertThat(isMeasured(data)).isTrue();
    data = evaluated(wrap, data, budget);
    assertThat(outcome(wrap, data, budget)).startsWith("STACK_OVERFLOW");
    assertThat(outcome(wrap, data.deepCopy(), budget)).startsWith("STACK_OVERFLOW");
  }

  @Test
  void aCopyWithAnotherValueIsMeasuredAnew() {
    JsonNode data = evaluated("{'a': $r, 'b': $r, 'c': $r}", RECORD, EvaluationBudget.aws());
    assertThat(isMeasured(data)).isTrue();

    JsonNode replaced = evaluated("$merge([$s, {'b': 1}])", data, EvaluationBudget.aws());
    JsonNode longer = evaluated("$merge([$s, {'d': $r}])", data, EvaluationBudget.aws());

    assertCostsAsIfNew(data);
    assertCostsAsIfNew(replaced);
    assertCostsAsIfNew(longer);
  }

  private static JsonNode json(String text) {
    return Json.parse(text.replace('\'', '"'));
  }

  private static String outcome(String expression, JsonNode data, EvaluationBudget budget) {
    try {
      return evaluated(expression, data, budget).toString();
    } catch (JsonataFailed failed) {
      return failed.kind() + ": " + failed.described();
    }
  }

  private static JsonNode evaluated(String expression, JsonNode data, EvaluationBudget budget) {
    return Jsonata.compile(expression)
        .evaluate(
            FixedEnvironment.empty()
                .withVariables(Map.of("s", data, "r", RECORD))
                .withBudget(budget));
  }
}
