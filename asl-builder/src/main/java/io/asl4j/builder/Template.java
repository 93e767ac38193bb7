package io.asl4j.builder;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * An object whose fields are partly computed: for arguments, parameters, outputs and variables.
 *
 * <p>Immutable; fields keep the order in which they were put.
 */
public sealed interface Template permits JsonPathTemplate, JsonataTemplate {

  /** The template as JSON; the caller's own copy. */
  JsonNode definition();
}
