package io.asl4j.core.query.jsonpath;

import com.fasterxml.jackson.databind.JsonNode;
import io.asl4j.core.query.Evaluation;
import org.jspecify.annotations.Nullable;

/**
 * A compiled JSONPath: into the input ({@code $.a}), the context object ({@code $$.Execution.Id})
 * or a variable ({@code $order.id}).
 *
 * <p>Immutable and safe for use by any number of threads at once.
 */
public interface Path {

  /** The path as it was written. */
  String source();

  /**
   * Whether the path can match one node only; an indefinite path gives an array, even for one
   * match.
   */
  boolean isDefinite();

  /**
   * Reads the node that the path points at.
   *
   * @throws PathNotFound when a definite path matches nothing; its message is the leaf text that
   *     AWS quotes, such as {@code No results for path: $['x']}
   */
  JsonNode read(Evaluation evaluation) throws PathNotFound;

  /**
   * Reads the node that the path points at.
   *
   * @return null when there is none
   */
  @Nullable JsonNode find(Evaluation evaluation);
}
