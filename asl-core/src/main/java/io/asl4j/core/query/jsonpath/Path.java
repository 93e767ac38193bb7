package io.asl4j.core.query.jsonpath;

import com.fasterxml.jackson.databind.JsonNode;
import io.asl4j.core.query.Evaluation;
import org.jspecify.annotations.Nullable;

/**
 * A compiled JSONPath: into the input ({@code $.a}), the context object ({@code $$.Execution.Id})
 * or a variable ({@code $order.id}).
 *
 * <p>Immutable and safe for use by any number of threads at once. What a path gives belongs to the
 * document it looked into and must never be changed.
 */
public interface Path {

  /**
   * The path as it was written; {@code null} for the JSON null of {@code InputPath} and {@code
   * OutputPath}.
   */
  String source();

  /**
   * Whether the path can match one node only; an indefinite path gives an array, even for one
   * match.
   */
  boolean isDefinite();

  /**
   * Reads the node that the path points at.
   *
   * <p>An index behind the end of an array gives null, as in AWS, unless the path was compiled as a
   * reference path.
   *
   * @throws PathNotFound when a definite path matches nothing; its message is the leaf text that
   *     AWS quotes, such as {@code No results for path: $['x']}
   */
  JsonNode read(Evaluation evaluation) throws PathNotFound;

  /**
   * Reads the node that the path points at. An index behind the end of an array points at nothing
   * here, which is what makes {@code "Variable": "$.items[0]", "IsPresent": true} the usual test
   * for an empty array.
   *
   * @return null when there is none
   */
  @Nullable JsonNode find(Evaluation evaluation);

  /** What the path reads. */
  References references();
}
