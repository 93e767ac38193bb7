package io.asl4j.runtime.map;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Objects;

/**
 * What an {@code ItemReader} asks for, with its queries evaluated.
 *
 * @param resource such as {@code arn:aws:states:::s3:getObject}
 * @param arguments {@code Parameters} or {@code Arguments}; an object
 * @param config {@code ReaderConfig}; an empty object when left out
 * @param maxItems how many items at the most; 0 for no limit (as measured on AWS), negative is
 *     refused when the items are opened
 */
public record ReadRequest(String resource, JsonNode arguments, JsonNode config, long maxItems) {

  /** A request; all parts must be there. */
  public ReadRequest {
    Objects.requireNonNull(resource, "resource");
    Objects.requireNonNull(arguments, "arguments");
    Objects.requireNonNull(config, "config");
  }
}
