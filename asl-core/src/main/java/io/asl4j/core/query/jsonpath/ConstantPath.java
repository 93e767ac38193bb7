package io.asl4j.core.query.jsonpath;

import com.fasterxml.jackson.databind.JsonNode;
import io.asl4j.core.query.Evaluation;

/** The JSON null in place of a path: the same value whatever the input. */
record ConstantPath(String source, JsonNode value) implements Path {

  @Override
  public boolean isDefinite() {
    return true;
  }

  @Override
  public JsonNode read(Evaluation evaluation) {
    return value;
  }

  @Override
  public JsonNode find(Evaluation evaluation) {
    return value;
  }

  @Override
  public References references() {
    return References.NONE;
  }
}
