package io.asl4j.runtime.map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.asl4j.runtime.failure.StateFailed;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class ToleranceTest {

  @Test
  void withoutThresholdsOneFailureIsTooMany() {
    assertThat(Tolerance.none().exceeded(0, 10)).isFalse();
    assertThat(Tolerance.none().exceeded(1, 10)).isTrue();
    assertThat(Tolerance.none().exceeded(1)).isTrue();
  }

  @Test
  void aCountMayBeReachedButNotPassed() {
    Tolerance tolerance = new Tolerance(2, BigDecimal.ZERO);

    assertThat(tolerance.exceeded(2)).isFalse();
    assertThat(tolerance.exceeded(2, 2)).isFalse();
    assertThat(tolerance.exceeded(3)).isTrue();
    assertThat(tolerance.exceeded(3, 1000)).isTrue();
  }

  @Test
  void aPercentageMayBeReachedButNotPassed() {
    Tolerance tolerance = new Tolerance(0, new BigDecimal("33.3"));

    assertThat(tolerance.exceeded(333, 1000)).isFalse();
    assertThat(tolerance.exceeded(334, 1000)).isTrue();
    assertThat(tolerance.exceeded(1, 3)).isTrue();
    assertThat(tolerance.exceeded(0, 0)).isFalse();
  }

  @Test
  void aPercentageAloneIsNotExceededBeforeAllItemsAreKnown() {
    assertThat(new Tolerance(0, BigDecimal.ONE).exceeded(1_000_000)).isFalse();
  }

  @Test
  void ofTwoThresholdsEitherIsEnough() {
    Tolerance tolerance = new Tolerance(5, BigDecimal.TEN);

    assertThat(tolerance.exceeded(2, 10)).isTrue();
    assertThat(tolerance.exceeded(6, 1000)).isTrue();
    assertThat(tolerance.exceeded(5, 1000)).isFalse();
  }

  @Test
  void aHundredPercentToleratesEverything() {
    assertThat(new Tolerance(0, BigDecimal.valueOf(100)).exceeded(7, 7)).isFalse();
  }

  @Test
  void thresholdsOutOfRangeFailInTheWordsOfTheService() {
    assertThatThrownBy(() -> new Tolerance(-1, BigDecimal.ZERO))
        .isInstanceOf(StateFailed.class)
        .hasMessage("States.Runtime: ToleratedFailureCount cannot be negative.");
    assertThatThrownBy(() -> new Tolerance(0, new BigDecimal("100.1")))
        .isInstanceOf(StateFailed.class)
        .hasMessage("States.Runtime: ToleratedFailurePercentage must be between 0 and 100.");
    assertThatThrownBy(() -> new Tolerance(0, new BigDecimal("-1.1")))
        .hasMessage("States.Runtime: ToleratedFailurePercentage must be between 0 and 100.");
  }

  @Test
  void theFailureHasTheWordsOfTheService() {
    assertThat(Tolerance.failure())
        .hasMessage(
            "States.ExceedToleratedFailureThreshold: The specified tolerated failure threshold was"
                + " exceeded");
  }
}
