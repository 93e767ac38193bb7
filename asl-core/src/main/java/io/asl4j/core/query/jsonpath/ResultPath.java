package io.asl4j.core.query.jsonpath;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Where a result goes in the raw input of its state.
 *
 * <p>Immutable and safe for use by any number of threads at once.
 *
 * @see <a href="https://states-language.net/#using-resultpath">Amazon States Language,
 *     ResultPath</a>
 */
public interface ResultPath {

  /** The path as it was written; {@code null} for the JSON null. */
  String source();

  /**
   * Puts a result into an input. Neither is changed: only the objects and arrays along the path are
   * copied.
   *
   * <p>Names that are missing on the way are made; an array must have the element of an index
   * already.
   *
   * @throws io.asl4j.core.query.QueryFailed with {@code States.ReferencePathConflict} when the path
   *     cannot be applied to this input
   */
  JsonNode write(JsonNode rawInput, JsonNode result);
}
