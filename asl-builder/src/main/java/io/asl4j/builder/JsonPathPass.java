package io.asl4j.builder;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Hands its input, or a fixed result, on.
 *
 * @see JsonPath#pass
 */
public final class JsonPathPass extends StateFields<JsonPathPass>
    implements JsonPathState,
        JsonPathFlow<JsonPathPass>,
        JsonPathResult<JsonPathPass>,
        JsonPathAssigning<JsonPathPass>,
        Continuing<JsonPathPass> {

  JsonPathPass(String name, ObjectNode fields) {
    super(name, Language.JSONPATH, fields);
  }

  @Override
  JsonPathPass with(ObjectNode changed) {
    return new JsonPathPass(name(), changed);
  }

  /** {@code Result}: a fixed result. */
  public JsonPathPass result(Object result) {
    return field("Result", result);
  }
}
