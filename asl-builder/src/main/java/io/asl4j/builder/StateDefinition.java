package io.asl4j.builder;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * One state that is being written, in either query language.
 *
 * <p>A JSONata state may stand in a machine of either language, a JSONPath state in a JSONPath
 * machine only. The field {@code QueryLanguage} is written where it is needed.
 */
public sealed interface StateDefinition permits JsonPathState, JsonataState {

  /** The name, unique in the machine. */
  String name();

  /** What was written so far, as JSON; the caller's own copy. */
  JsonNode definition();
}
