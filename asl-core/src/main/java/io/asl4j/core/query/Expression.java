package io.asl4j.core.query;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A compiled query that gives one value: a path, an intrinsic function call or a JSONata
 * expression.
 *
 * <p>Immutable and safe for use by any number of threads at once.
 */
public interface Expression {

  /** The query as it was written, without the {@code {% %}} of JSONata. */
  String source();

  /**
   * Where AWS says the query stands, for messages and the {@code location} of an {@code
   * EvaluationFailed} event, such as {@code Items} or {@code Choices[1]/Condition}.
   */
  String location();

  /**
   * Gives the value of the query.
   *
   * @return a value that belongs to the caller's input or is new; never to be changed
   * @throws QueryFailed when the query has no value or cannot be evaluated
   */
  JsonNode evaluate(Evaluation evaluation);
}
