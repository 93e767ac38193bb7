package io.asl4j.runtime.teststate;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Which retrier or catcher handles an error.
 *
 * @param catchIndex the position of the catcher in {@code Catch}, from 0
 * @param retryIndex the position of the retrier in {@code Retry}, from 0
 * @param retryBackoffInterval how long the retrier waits before the next attempt
 */
public record ErrorDetails(
    OptionalInt catchIndex, OptionalInt retryIndex, Optional<Duration> retryBackoffInterval) {

  static ErrorDetails caught(int catcher) {
    return new ErrorDetails(OptionalInt.of(catcher), OptionalInt.empty(), Optional.empty());
  }

  static ErrorDetails retried(int retrier, Duration delay) {
    return new ErrorDetails(OptionalInt.empty(), OptionalInt.of(retrier), Optional.of(delay));
  }

  /** The same as AWS writes it; the interval in whole seconds. */
  ObjectNode toJson() {
    ObjectNode written = JsonNodeFactory.instance.objectNode();
    catchIndex.ifPresent(index -> written.put("catchIndex", index));
    retryIndex.ifPresent(index -> written.put("retryIndex", index));
    retryBackoffInterval.ifPresent(
        delay -> written.put("retryBackoffIntervalSeconds", delay.toSeconds()));
    return written;
  }
}
