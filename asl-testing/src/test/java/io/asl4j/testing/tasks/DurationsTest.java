package io.asl4j.testing.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DurationsTest {

  @ParameterizedTest
  @CsvSource({
    "3s, PT3S",
    "2 days, PT48H",
    "1h 30m, PT1H30M",
    "1.5s, PT1.5S",
    "200ms, PT0.2S",
    "1 week 1 day, PT192H",
    "PT1H, PT1H",
    "p1d, PT24H",
    "0s, PT0S"
  })
  void durationsAreReadAsPeopleWriteThem(String text, Duration expected) {
    assertThat(Durations.parse(text)).contains(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "soon", "3", "3 parsecs", "s3", "3s!", "PT", "-3s", "999999999999w"})
  void whatIsNoDurationIsRefused(String text) {
    assertThat(Durations.parse(text)).isEmpty();
  }
}
