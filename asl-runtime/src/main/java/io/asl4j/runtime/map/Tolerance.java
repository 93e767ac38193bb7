package io.asl4j.runtime.map;

import io.asl4j.runtime.failure.ErrorName;
import io.asl4j.runtime.failure.StateFailed;
import java.math.BigDecimal;

/**
 * How many failures a Distributed Map lives with.
 *
 * <p>A threshold of 0 is one that was not set: with both at 0 any failure is too many, otherwise
 * only the thresholds above 0 count, and reaching one is tolerated, passing it is not. (The
 * service's {@code DescribeMapRun} shows 0 for a threshold that was left out, so the two cannot
 * differ.) What is counted are items: those of a failed or timed-out batch all count.
 *
 * @param count {@code ToleratedFailureCount}; 0 when left out
 * @param percentage {@code ToleratedFailurePercentage}, from 0 to 100; 0 when left out
 * @see <a
 *     href="https://docs.aws.amazon.com/step-functions/latest/dg/maprun-fail-threshold.html">AWS
 *     Step Functions, Tolerated failure threshold</a>
 */
public record Tolerance(long count, BigDecimal percentage) {

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  private static final Tolerance NONE = new Tolerance(0, BigDecimal.ZERO);

  /**
   * Thresholds.
   *
   * @throws StateFailed {@code States.Runtime}, in the words of the service, if one is out of range
   */
  public Tolerance {
    if (count < 0) {
      throw StateFailed.runtime("ToleratedFailureCount cannot be negative.");
    }
    if (percentage.signum() < 0 || percentage.compareTo(HUNDRED) > 0) {
      throw StateFailed.runtime("ToleratedFailurePercentage must be between 0 and 100.");
    }
  }

  /** Not one failure is tolerated. */
  public static Tolerance none() {
    return NONE;
  }

  /**
   * Whether so many failures are too many however many items there are: the check to make while
   * items are still being read.
   *
   * @param failed items that failed or timed out so far
   */
  public boolean exceeded(long failed) {
    if (count == 0 && percentage.signum() == 0) {
      return failed > 0;
    }
    return count > 0 && failed > count;
  }

  /**
   * Whether so many failures among so many items are too many.
   *
   * @param failed items that failed or timed out
   * @param total all items of the Map
   */
  public boolean exceeded(long failed, long total) {
    if (exceeded(failed)) {
      return true;
    }
    return percentage.signum() > 0
        && BigDecimal.valueOf(failed)
                .multiply(HUNDRED)
                .compareTo(percentage.multiply(BigDecimal.valueOf(total)))
            > 0;
  }

  /** How a Map Run fails that exceeded its thresholds. */
  public static StateFailed failure() {
    return StateFailed.of(
        ErrorName.EXCEED_TOLERATED_FAILURE_THRESHOLD,
        "The specified tolerated failure threshold was exceeded");
  }
}
