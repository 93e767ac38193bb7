package io.asl4j.core.model;

import io.asl4j.core.query.Expression;
import io.asl4j.core.query.jsonpath.Path;
import java.time.Instant;

/** How long a Wait state waits: exactly one of its four fields. */
public sealed interface Delay {

  /** {@code Seconds}, {@code SecondsPath}, or a JSONata {@code Seconds}. */
  record Seconds(Quantity seconds) implements Delay {}

  /** {@code Timestamp} in the text. */
  record Until(Instant instant) implements Delay {}

  /** {@code TimestampPath}. */
  record UntilAtPath(Path path) implements Delay {}

  /** A JSONata {@code Timestamp}. */
  record UntilComputed(Expression expression) implements Delay {}
}
