package io.asl4j.core.query;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * JSON with compiled queries in it, such as {@code Parameters}, {@code Arguments}, {@code Output}
 * or {@code Assign}.
 *
 * <p>Immutable and safe for use by any number of threads at once. The parts of a template without
 * queries are shared by all values that it gives, so a value must never be changed.
 */
public interface Template {

  /**
   * Gives the JSON with each query replaced by its value.
   *
   * @throws QueryFailed when a query has no value or cannot be evaluated
   */
  JsonNode evaluate(Evaluation evaluation);

  /** A template for a field that was left out and stands for the input. */
  static Template input() {
    return Evaluation::input;
  }

  /**
   * A template for a field that was left out and stands for the result, or the input where there is
   * no result.
   */
  static Template resultOrInput() {
    return evaluation -> {
      JsonNode result = evaluation.result();
      return result == null ? evaluation.input() : result;
    };
  }

  /** A template for a catcher's output that was left out and stands for the Error Output. */
  static Template errorOutput() {
    return evaluation -> {
      JsonNode errorOutput = evaluation.errorOutput();
      return errorOutput == null ? evaluation.input() : errorOutput;
    };
  }

  /** A template without queries. */
  static Template literal(JsonNode value) {
    return evaluation -> value;
  }
}
