package io.asl4j.core.query;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/**
 * What one query is evaluated against.
 *
 * @param input what {@code $} means in JSONPath; {@code $states.input} in JSONata
 * @param result {@code $states.result}; null where the field has none
 * @param errorOutput {@code $states.errorOutput}; null outside a catcher
 * @param surroundings variables, context object, time and random numbers
 */
public record Evaluation(
    JsonNode input,
    @Nullable JsonNode result,
    @Nullable JsonNode errorOutput,
    Surroundings surroundings) {

  /** An evaluation that sees an input only. */
  public static Evaluation of(JsonNode input, Surroundings surroundings) {
    return new Evaluation(input, null, null, surroundings);
  }

  /** The same surroundings with another {@code $}. */
  public Evaluation withInput(JsonNode other) {
    return new Evaluation(other, result, errorOutput, surroundings);
  }

  /** The same with {@code $states.result}. */
  public Evaluation withResult(JsonNode other) {
    return new Evaluation(input, other, errorOutput, surroundings);
  }

  /** The same with {@code $states.errorOutput}. */
  public Evaluation withErrorOutput(JsonNode other) {
    return new Evaluation(input, result, other, surroundings);
  }
}
