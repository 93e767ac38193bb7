package io.asl4j.runtime;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/**
 * What to start an execution with.
 *
 * @param input handed over: not to be changed afterwards
 * @param name unique for its machine; made up when empty
 * @param seed what all random numbers of the execution are drawn from; made up when empty
 */
public record ExecutionRequest(JsonNode input, Optional<String> name, Optional<Long> seed) {

  /** A request with an input only. */
  public static ExecutionRequest of(JsonNode input) {
    return new ExecutionRequest(input, Optional.empty(), Optional.empty());
  }

  /** The same with a name. */
  public ExecutionRequest withName(String executionName) {
    return new ExecutionRequest(input, Optional.of(executionName), seed);
  }

  /**
   * The same with a seed, so that random numbers, unique ids and jitter come out the same again.
   */
  public ExecutionRequest withSeed(long number) {
    return new ExecutionRequest(input, name, Optional.of(number));
  }
}
