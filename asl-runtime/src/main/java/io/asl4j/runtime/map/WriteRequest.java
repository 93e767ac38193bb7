package io.asl4j.runtime.map;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Objects;

/**
 * What a {@code ResultWriter} with a resource asks for, with its queries evaluated.
 *
 * @param resource such as {@code arn:aws:states:::s3:putObject}
 * @param arguments {@code Parameters} or {@code Arguments}; an object
 * @param form the form of the results
 * @param mapRunArn the ARN of the Map Run, which ends with {@code :} and its UUID
 */
public record WriteRequest(String resource, JsonNode arguments, ResultForm form, String mapRunArn) {

  /** A request; all parts must be there. */
  public WriteRequest {
    Objects.requireNonNull(resource, "resource");
    Objects.requireNonNull(arguments, "arguments");
    Objects.requireNonNull(form, "form");
    Objects.requireNonNull(mapRunArn, "mapRunArn");
  }
}
