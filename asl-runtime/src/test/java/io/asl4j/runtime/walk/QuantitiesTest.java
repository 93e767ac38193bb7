package io.asl4j.runtime.walk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.asl4j.core.model.Quantity;
import io.asl4j.core.model.State;
import io.asl4j.core.query.QueryFailed;
import io.asl4j.runtime.Machines;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuantitiesTest {

  private static final Quantity AT_PATH = map("'MaxConcurrencyPath': '$.q'").maxConcurrency();

  private static final Quantity COMPUTED =
      map("'QueryLanguage': 'JSONata', 'MaxConcurrency': '{% $states.input.q %}'").maxConcurrency();

  private static final Quantity PERCENTAGE =
      map("'ToleratedFailurePercentagePath': '$.q'").toleratedFailurePercentage();

  @Test
  void aFieldThatIsNotThereIsAbsent() {
    assertThat(Quantities.integer(Quantity.absent(), Views.evaluation("{}")))
        .isEqualTo(Quantities.ABSENT);
    assertThat(Quantities.number(Quantity.absent(), Views.evaluation("{}"))).isEmpty();
  }

  @Test
  void aFixedNumberIsItself() {
    assertThat(
            Quantities.integer(map("'MaxConcurrency': 7").maxConcurrency(), Views.evaluation("{}")))
        .isEqualTo(7);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "0 | 0",
        "-3 | -3",
        "5.0 | 5",
        "1e3 | 1000",
        "0e30 | 0",
        "'12' | 12",
        "'12.0' | 12",
        "9223372036854775807 | 9223372036854775807",
      })
  void wholeNumbersCountHoweverTheyAreWritten(String value, long number) {
    assertThat(Quantities.integer(AT_PATH, input(value))).isEqualTo(number);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1.5",
        "'x'",
        "''",
        "true",
        "null",
        "[1]",
        "{}",
        "'1.5'",
        "1e400",
        "1e-400",
        "1e10000",
        "9223372036854775808",
        "9999999999999999999",
        "-9223372036854775809",
        "'9999999999999999999'"
      })
  void anythingElseIsNoInteger(String value) {
    assertThatExceptionOfType(QueryFailed.class)
        .isThrownBy(() -> Quantities.integer(AT_PATH, input(value)))
        .withMessageStartingWith("The MaxConcurrencyPath field refers to value ")
        .withMessageEndingWith(" which is not a valid integer: $.q");
  }

  @Test
  void aPathThatLeadsNowhereFails() {
    assertThatExceptionOfType(QueryFailed.class)
        .isThrownBy(() -> Quantities.integer(AT_PATH, Views.evaluation("{}")))
        .withMessage("Invalid path '$.q' : No results for path: $['q']");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1.5", "'1'", "null", "[1]", "9999999999999999999"})
  void aComputedIntegerMustBeOne(String value) {
    assertThatExceptionOfType(QueryFailed.class)
        .isThrownBy(() -> Quantities.integer(COMPUTED, input(value)))
        .withMessageContaining("Expected 'integer'");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "12.5", "1e400", "100"})
  void percentagesAreExact(String value) {
    assertThat(Quantities.number(PERCENTAGE, input(value))).contains(new BigDecimal(value));
  }

  @ParameterizedTest
  @ValueSource(strings = {"'x'", "null", "[]"})
  void aPercentageMustBeANumber(String value) {
    assertThatExceptionOfType(QueryFailed.class)
        .isThrownBy(() -> Quantities.number(PERCENTAGE, input(value)))
        .withMessageContaining("which is not a valid float");
  }

  private static io.asl4j.core.query.Evaluation input(String value) {
    return Views.evaluation("{'q': " + value + "}");
  }

  private static State.Map map(String members) {
    return (State.Map)
        Machines.state(
            "'Type': 'Map', 'End': true, 'ItemProcessor': {'ProcessorConfig': {'Mode':"
                + " 'DISTRIBUTED', 'ExecutionType': 'STANDARD'}, 'StartAt': 'I', 'States': {'I':"
                + " {'Type': 'Succeed'}}}, "
                + members);
  }
}
