package io.asl4j.runtime.walk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.asl4j.core.model.Condition;
import io.asl4j.core.model.State;
import io.asl4j.core.query.QueryFailed;
import io.asl4j.runtime.Machines;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChoosingTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "StringEquals | 'a' | 'a' | true",
        "StringEquals | 'a' | 'A' | false",
        "StringEquals | 'a' | 1 | false",
        "StringLessThan | 'b' | 'a' | true",
        "StringLessThan | 'b' | 'b' | false",
        "StringLessThan | 'a' | 'B' | true",
        "StringGreaterThan | 'a' | 'b' | true",
        "StringLessThanEquals | 'b' | 'b' | true",
        "StringGreaterThanEquals | 'b' | 'a' | false",
        "StringMatches | 'a*' | 'abc' | true",
        "StringMatches | 'a*' | 1 | false",
        "NumericEquals | 1 | 1.0 | true",
        "NumericEquals | 1 | '1' | false",
        "NumericEquals | 0.1 | 0.10 | true",
        "NumericEquals | 9007199254740993 | 9007199254740992 | false",
        "NumericEquals | 0 | -0.0 | true",
        "NumericLessThan | 1 | 0.99999999999999999999 | true",
        "NumericLessThan | 1 | true | false",
        "NumericLessThanEquals | 1 | 1 | true",
        "NumericGreaterThanEquals | 1 | null | false",
        "BooleanEquals | true | true | true",
        "BooleanEquals | true | false | false",
        "BooleanEquals | true | 'true' | false",
        "BooleanEquals | false | null | false",
        "TimestampEquals | '2026-01-01T00:00:00Z' | '2026-01-01T01:00:00+01:00' | true",
        "TimestampEquals | '2026-01-01T00:00:00Z' | '2026-01-01' | false",
        "TimestampEquals | '2026-01-01T00:00:00Z' | 1767225600 | false",
        "TimestampLessThan | '2026-01-01T00:00:00.5Z' | '2026-01-01T00:00:00.499Z' | true",
        "TimestampGreaterThan | '2026-01-01T00:00:00Z' | '2026-01-01T00:00:01Z' | true",
        "TimestampLessThanEquals | '2026-01-01T00:00:00Z' | '2026-01-01T00:00:00Z' | true",
        "TimestampGreaterThanEquals | '2026-01-01T00:00:00Z' | '2025-12-31T23:59:59Z' | false",
        "IsNull | true | null | true",
        "IsNull | true | 0 | false",
        "IsNull | false | 0 | true",
        "IsPresent | true | null | true",
        "IsPresent | false | null | false",
        "IsNumeric | true | 1.5 | true",
        "IsNumeric | true | '1' | false",
        "IsNumeric | false | '1' | true",
        "IsString | true | '' | true",
        "IsString | false | 1 | true",
        "IsBoolean | true | false | true",
        "IsBoolean | true | 'false' | false",
        "IsTimestamp | true | '2026-01-01T00:00:00Z' | true",
        "IsTimestamp | true | '2026-13-01T00:00:00Z' | false",
        "IsTimestamp | false | 1 | true",
      })
  void comparesStrictlyByType(String operator, String operand, String variable, boolean holds) {
    String rule = "'Variable': '$.v', '" + operator + "': " + operand;

    assertThat(holds(rule, "{'v': " + variable + "}")).isEqualTo(holds);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "StringEqualsPath | 'a' | 'a' | true",
        "StringLessThanPath | 'b' | 'a' | true",
        "StringGreaterThanPath | 'b' | 'a' | false",
        "NumericEqualsPath | 1 | 1.0 | true",
        "NumericEqualsPath | '1' | 1 | false",
        "NumericGreaterThanPath | 1e300 | 1e301 | true",
        "NumericGreaterThanPath | 99999999999999999999 | 1e20 | true",
        "NumericEqualsPath | 100000000000000000000 | 1e20 | true",
        "NumericGreaterThanEqualsPath | 2 | 3 | true",
        "BooleanEqualsPath | false | false | true",
        "BooleanEqualsPath | 'false' | false | false",
        "TimestampLessThanPath | '2026-01-02T00:00:00Z' | '2026-01-01T00:00:00Z' | true",
        "TimestampLessThanPath | 'tomorrow' | '2026-01-01T00:00:00Z' | false",
      })
  void comparesWithWhatAPathFinds(String operator, String operand, String variable, boolean holds) {
    String rule = "'Variable': '$.v', '" + operator + "': '$.o'";

    assertThat(holds(rule, "{'v': " + variable + ", 'o': " + operand + "}")).isEqualTo(holds);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'StringEquals': 'a'",
        "'NumericLessThan': 1",
        "'BooleanEquals': true",
        "'TimestampEquals': '2026-01-01T00:00:00Z'",
        "'StringMatches': '*'",
        "'IsNull': true",
        "'IsNumeric': false",
        "'IsString': false",
        "'IsBoolean': false",
        "'IsTimestamp': false"
      })
  void aMissingVariableFailsTheState(String operator) {
    assertThatExceptionOfType(QueryFailed.class)
        .isThrownBy(() -> holds("'Variable': '$.no', " + operator, "{'v': 1}"))
        .withMessage(
            "Invalid path '$.no': The choice state's condition path references an invalid value.")
        .satisfies(failed -> assertThat(failed.error()).isEqualTo(QueryFailed.RUNTIME));
  }

  @Test
  void aMissingOperandFailsTheState() {
    assertThatExceptionOfType(QueryFailed.class)
        .isThrownBy(() -> holds("'Variable': '$.v', 'NumericEqualsPath': '$.no'", "{'v': 1}"))
        .withMessageContaining("'$.no'");
  }

  @Test
  void isPresentAsksWhetherSomethingIsThere() {
    assertThat(holds("'Variable': '$.no', 'IsPresent': false", "{'v': 1}")).isTrue();
    assertThat(holds("'Variable': '$.no', 'IsPresent': true", "{'v': 1}")).isFalse();
    assertThat(holds("'Variable': '$.v[0]', 'IsPresent': true", "{'v': []}")).isFalse();
    assertThat(holds("'Variable': '$.v[0]', 'IsPresent': true", "{'v': [null]}")).isTrue();
  }

  @Test
  void laterConditionsAreNotLookedAtOnceTheAnswerIsKnown() {
    String missing = "{'Variable': '$.no', 'NumericEquals': 1}";

    assertThat(
            holds("'Or': [{'Variable': '$.v', 'NumericEquals': 1}, " + missing + "]", "{'v': 1}"))
        .isTrue();
    assertThat(
            holds("'And': [{'Variable': '$.v', 'NumericEquals': 2}, " + missing + "]", "{'v': 1}"))
        .isFalse();
    assertThatExceptionOfType(QueryFailed.class)
        .isThrownBy(() -> holds("'Not': " + missing, "{'v': 1}"));
  }

  @Property(tries = 200)
  void andOrAndNotFollowDeMorgan(@ForAll boolean left, @ForAll boolean right) {
    String input = "{'l': " + left + ", 'r': " + right + "}";
    String l = "{'Variable': '$.l', 'BooleanEquals': true}";
    String r = "{'Variable': '$.r', 'BooleanEquals': true}";

    assertThat(holds("'And': [" + l + ", " + r + "]", input)).isEqualTo(left && right);
    assertThat(holds("'Not': {'Or': [{'Not': " + l + "}, {'Not': " + r + "}]}", input))
        .isEqualTo(left && right);
  }

  @Property(tries = 200)
  void integersOfAnySizeCompareByValue(@ForAll long left, @ForAll long right) {
    String input = "{'v': " + left + ", 'o': " + right + "}";

    assertThat(holds("'Variable': '$.v', 'NumericLessThanPath': '$.o'", input))
        .isEqualTo(left < right);
    assertThat(
            holds(
                "'Variable': '$.v', 'NumericLessThanPath': '$.o'",
                "{'v': " + left + ".0, 'o': " + right + "}"))
        .isEqualTo(left < right);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "'true'", "null", "[]"})
  void aComputedConditionMustBeABoolean(String value) {
    Condition condition =
        conditionOf("'QueryLanguage': 'JSONata',", "'Condition': '{% $states.input.v %}'");

    assertThatExceptionOfType(QueryFailed.class)
        .isThrownBy(() -> Choosing.holds(condition, Views.evaluation("{'v': " + value + "}")))
        .withMessageContaining("Expected 'boolean'")
        .satisfies(
            failed -> assertThat(failed.error()).isEqualTo(QueryFailed.QUERY_EVALUATION_ERROR));
  }

  private static boolean holds(String rule, String input) {
    return Choosing.holds(condition(rule), Views.evaluation(input));
  }

  private static Condition condition(String rule) {
    return conditionOf("", rule);
  }

  private static Condition conditionOf(String language, String rule) {
    State.Choice choice =
        (State.Choice)
            Machines.machine(
                    "{'StartAt': 'S', 'States': {'S': {'Type': 'Choice', "
                        + language
                        + "'Choices': [{"
                        + rule
                        + ", 'Next': 'E'}]}, 'E': {'Type': 'Succeed'}}}")
                .root()
                .state("S");
    return choice.rules().getFirst().condition();
  }
}
