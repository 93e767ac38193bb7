package io.asl4j.runtime;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/** How an execution ended. Immutable. */
public sealed interface ExecutionResult {

  /** It reached its end; {@code output} must not be changed. */
  record Succeeded(JsonNode output) implements ExecutionResult {}

  /** An error that nothing caught; null stands for an error name or cause that was not given. */
  record Failed(@Nullable String error, @Nullable String cause) implements ExecutionResult {}

  /** It took longer than the {@code TimeoutSeconds} of its machine. */
  record TimedOut() implements ExecutionResult {}

  /** It was stopped; null stands for an error name or cause that was not given. */
  record Aborted(@Nullable String error, @Nullable String cause) implements ExecutionResult {}

  /**
   * The status as AWS spells it: {@code SUCCEEDED}, {@code FAILED}, {@code TIMED_OUT} or {@code
   * ABORTED}.
   */
  default String status() {
    return switch (this) {
      case Succeeded succeeded -> "SUCCEEDED";
      case Failed failed -> "FAILED";
      case TimedOut timedOut -> "TIMED_OUT";
      case Aborted aborted -> "ABORTED";
    };
  }

  /**
   * The output of an execution that succeeded.
   *
   * @throws IllegalStateException if it did not, with error and cause in the message
   */
  default JsonNode output() {
    if (this instanceof Succeeded succeeded) {
      return succeeded.output();
    }
    throw new IllegalStateException("The execution did not succeed: " + this);
  }
}
