package io.asl4j.core.query.jsonata;

/** Which functions and limits an expression is compiled for. */
public enum JsonataDialect {
  /**
   * What AWS Step Functions runs: JSONata 2.0.6 without {@code $eval}, with {@code $partition},
   * {@code $range}, {@code $hash}, {@code $random(seed)}, {@code $uuid} and {@code $parse};
   * non-finite numbers in a result become the texts {@code "Infinity"}, {@code "-Infinity"} and
   * {@code "NaN"}.
   */
  AWS,

  /** JSONata 2.0.6 as its own project publishes it. */
  STANDARD
}
