package io.asl4j.runtime.walk;

import static org.assertj.core.api.Assertions.assertThat;

import io.asl4j.core.model.Retrier;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class BackoffTest {

  private static final Duration LONGEST = Duration.ofDays(366);

  @Test
  void doublesFromOneSecondWhenNothingIsSaid() {
    Retrier retrier =
        retrier(
            Retrier.DEFAULT_INTERVAL_SECONDS,
            Retrier.DEFAULT_BACKOFF_RATE,
            Retrier.NO_MAX_DELAY,
            Retrier.Jitter.NONE);

    assertThat(List.of(delay(retrier, 0), delay(retrier, 1), delay(retrier, 2)))
        .containsExactly(Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofSeconds(4));
  }

  @Test
  void staysTheSameWithARateOfOne() {
    Retrier retrier = retrier(7, BigDecimal.ONE, Retrier.NO_MAX_DELAY, Retrier.Jitter.NONE);

    assertThat(delay(retrier, 0)).isEqualTo(delay(retrier, 99_999_999)).hasSeconds(7);
  }

  @Test
  void isNeverInfinite() {
    Retrier retrier =
        retrier(99_999_999, new BigDecimal("1e300"), Retrier.NO_MAX_DELAY, Retrier.Jitter.NONE);

    assertThat(delay(retrier, 99_999_999)).isEqualTo(LONGEST);
  }

  @Test
  void keepsFractionsOfSeconds() {
    Retrier retrier = retrier(1, new BigDecimal("1.5"), Retrier.NO_MAX_DELAY, Retrier.Jitter.NONE);

    assertThat(delay(retrier, 1)).isEqualTo(Duration.ofMillis(1_500));
  }

  @Property
  void jitterTakesAPartOfTheDelayAndNeverAllOfIt(
      @ForAll @LongRange(min = 1, max = 99_999_999) long interval,
      @ForAll @DoubleRange(min = 1, max = 10) double rate,
      @ForAll @LongRange(min = 1, max = 31_622_400) long cap,
      @ForAll @LongRange(max = 1_000_000) long used,
      @ForAll @DoubleRange(max = 1, maxIncluded = false) double unit) {
    BigDecimal factor = BigDecimal.valueOf(rate);
    Duration whole = delay(retrier(interval, factor, cap, Retrier.Jitter.NONE), used);

    Duration part = Backoff.delay(retrier(interval, factor, cap, Retrier.Jitter.FULL), used, unit);

    assertThat(part).isBetween(Duration.ZERO, whole);
    assertThat(part.toNanos()).isCloseTo((long) (whole.toNanos() * unit), within(whole));
  }

  @Property
  void growsUpToTheCapAndNoFurther(
      @ForAll @LongRange(min = 1, max = 99_999_999) long interval,
      @ForAll @DoubleRange(min = 1, max = 1_000) double rate,
      @ForAll @LongRange(min = 1, max = 31_622_400) long cap,
      @ForAll @LongRange(max = 10_000) long used) {
    Retrier retrier = retrier(interval, BigDecimal.valueOf(rate), cap, Retrier.Jitter.NONE);

    assertThat(delay(retrier, used))
        .isPositive()
        .isLessThanOrEqualTo(delay(retrier, used + 1))
        .isLessThanOrEqualTo(Duration.ofSeconds(cap))
        .isLessThanOrEqualTo(LONGEST);
  }

  private static org.assertj.core.data.Offset<Long> within(Duration whole) {
    return org.assertj.core.data.Offset.offset(1 + whole.toNanos() / 1_000_000_000);
  }

  private static Duration delay(Retrier retrier, long used) {
    return Backoff.delay(retrier, used, 0);
  }

  private static Retrier retrier(long interval, BigDecimal rate, long cap, Retrier.Jitter jitter) {
    return new Retrier(List.of("States.ALL"), interval, 3, rate, cap, jitter);
  }
}
