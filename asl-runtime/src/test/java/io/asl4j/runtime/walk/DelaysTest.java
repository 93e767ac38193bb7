package io.asl4j.runtime.walk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.asl4j.core.model.State;
import io.asl4j.core.query.QueryFailed;
import io.asl4j.runtime.Machines;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DelaysTest {

  private static final Instant NOW = StillHost.NOW;
  private static final String JSONATA = "'QueryLanguage': 'JSONata', ";

  @Test
  void secondsCountFromEntry() {
    assertThat(wakeAt("'Seconds': 30", "{}")).isEqualTo(NOW.plusSeconds(30));
    assertThat(wakeAt("'SecondsPath': '$.s'", "{'s': 0}")).isEqualTo(NOW);
    assertThat(wakeAt("'SecondsPath': '$.s'", "{'s': 45}")).isEqualTo(NOW.plusSeconds(45));
    assertThat(wakeAt(JSONATA + "'Seconds': '{% $states.input.s * 2 %}'", "{'s': 4}"))
        .isEqualTo(NOW.plusSeconds(8));
  }

  @Test
  void timestampsAreInstantsWhereverTheyLie() {
    Instant past = Instant.parse("2020-01-01T00:00:00Z");

    assertThat(wakeAt("'Timestamp': '2020-01-01T00:00:00Z'", "{}")).isEqualTo(past);
    assertThat(wakeAt("'TimestampPath': '$.t'", "{'t': '2020-01-01T02:00:00+02:00'}"))
        .isEqualTo(past);
    assertThat(
            wakeAt(
                JSONATA + "'Timestamp': '{% $states.input.t %}'",
                "{'t': '2020-01-01T00:00:00.000Z'}"))
        .isEqualTo(past);
  }

  @Test
  void theLongestWaitIsAsLongAsAws() {
    assertThat(wakeAt("'SecondsPath': '$.s'", "{'s': 2147483647}"))
        .isEqualTo(NOW.plus(Duration.ofSeconds(2_147_483_647)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"2147483648", "999999999999999999"})
  void longerWaitsAreRefused(String seconds) {
    assertFails("'SecondsPath': '$.s'", "{'s': " + seconds + "}", "Wait state delay is too long.");
    assertFails(
        JSONATA + "'Seconds': '{% $states.input.s %}'",
        "{'s': " + seconds + "}",
        "Wait state delay is too long.");
  }

  @Test
  void timestampsTooFarAheadAreRefused() {
    assertFails(
        "'TimestampPath': '$.t'", "{'t': '9999-12-31T23:59:59Z'}", "Wait state delay is too long.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{} | The SecondsPath parameter does not reference an input value: $.s",
        "{'s': 1.5} | The SecondsPath parameter cannot be parsed as a long value: $.s == 1.5",
        "{'s': 'x'} | The SecondsPath parameter cannot be parsed as a long value: $.s == x",
        "{'s': 1e99} | The SecondsPath parameter cannot be parsed as a long value: $.s == 1E+99",
        "{'s': -1} | The SecondsPath parameter references a negative value: $.s == -1",
      })
  void badSecondsAreFatal(String input, String text) {
    assertFails("'SecondsPath': '$.s'", input, text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"'tomorrow'", "'2026-01-01'", "1767225600", "null"})
  void badTimestampsAreFatal(String value) {
    assertThatExceptionOfType(QueryFailed.class)
        .isThrownBy(() -> wakeAt("'TimestampPath': '$.t'", "{'t': " + value + "}"))
        .withMessageStartingWith(
            "The TimestampPath parameter does not reference a valid ISO-8601 extended offset"
                + " date-time format string: $.t == ")
        .satisfies(failed -> assertThat(failed.error()).isEqualTo(QueryFailed.RUNTIME));
  }

  @Test
  void badComputedDelaysAreEvaluationErrors() {
    assertThatExceptionOfType(QueryFailed.class)
        .isThrownBy(() -> wakeAt(JSONATA + "'Seconds': '{% -1 %}'", "{}"))
        .satisfies(
            failed -> assertThat(failed.error()).isEqualTo(QueryFailed.QUERY_EVALUATION_ERROR));
    assertThatExceptionOfType(QueryFailed.class)
        .isThrownBy(() -> wakeAt(JSONATA + "'Timestamp': '{% 5 %}'", "{}"))
        .withMessageContaining("Expected 'string'");
  }

  private static void assertFails(String wait, String input, String text) {
    assertThatExceptionOfType(QueryFailed.class)
        .isThrownBy(() -> wakeAt(wait, input))
        .withMessage(text);
  }

  private static Instant wakeAt(String wait, String input) {
    State.Wait state = (State.Wait) Machines.state("'Type': 'Wait', 'End': true, " + wait);
    return Delays.wakeAt(state.delay(), Views.evaluation(input), NOW);
  }
}
