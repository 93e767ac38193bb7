package io.asl4j.builder;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.asl4j.core.model.Retrier.Jitter;
import java.time.Duration;

/**
 * Which errors are retried, how often and after what delay.
 *
 * @see <a href="https://states-language.net/#retrying-after-error">Amazon States Language, Retrying
 *     after error</a>
 * @see JsonPath#retrier
 * @see Jsonata#retrier
 */
public final class Retrier extends Fields<Retrier> {

  Retrier(ObjectNode fields) {
    super(fields);
  }

  @Override
  Retrier with(ObjectNode changed) {
    return new Retrier(changed);
  }

  /** {@code IntervalSeconds}: the first delay; 1 by default. */
  public Retrier intervalSeconds(long seconds) {
    return field("IntervalSeconds", seconds);
  }

  /**
   * {@code IntervalSeconds} as a duration.
   *
   * @throws IllegalArgumentException if it is no number of whole seconds
   */
  public Retrier interval(Duration interval) {
    return intervalSeconds(Data.seconds(interval));
  }

  /** {@code MaxAttempts}: how often it is tried again; 3 by default, 0 for never. */
  public Retrier maxAttempts(long attempts) {
    return field("MaxAttempts", attempts);
  }

  /** {@code BackoffRate}: by what each delay is longer than the one before; 2 by default. */
  public Retrier backoffRate(double rate) {
    return field("BackoffRate", rate);
  }

  /** {@code MaxDelaySeconds}: how long a delay is at the most. */
  public Retrier maxDelaySeconds(long seconds) {
    return field("MaxDelaySeconds", seconds);
  }

  /**
   * {@code MaxDelaySeconds} as a duration.
   *
   * @throws IllegalArgumentException if it is no number of whole seconds
   */
  public Retrier maxDelay(Duration delay) {
    return maxDelaySeconds(Data.seconds(delay));
  }

  /** {@code JitterStrategy}: whether a delay is drawn at random; {@code NONE} by default. */
  public Retrier jitterStrategy(Jitter strategy) {
    return field("JitterStrategy", strategy.name());
  }
}
