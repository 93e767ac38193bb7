package io.asl4j.core.query.jsonpath;

import com.fasterxml.jackson.databind.JsonNode;
import io.asl4j.core.query.Evaluation;
import org.jspecify.annotations.Nullable;

/**
 * What a text that is no path compiles to, next to the problem that was reported: it matches
 * nothing.
 */
record BrokenPath(String source, String problem) implements Path {

  @Override
  public boolean isDefinite() {
    return true;
  }

  @Override
  public JsonNode read(Evaluation evaluation) throws PathNotFound {
    throw PathNotFound.missing(problem, source);
  }

  @Override
  public @Nullable JsonNode find(Evaluation evaluation) {
    return null;
  }

  @Override
  public References references() {
    return References.NONE;
  }
}
