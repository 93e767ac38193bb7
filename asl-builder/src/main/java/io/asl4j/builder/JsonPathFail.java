package io.asl4j.builder;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Ends its scope with an error.
 *
 * @see JsonPath#fail
 */
public final class JsonPathFail extends StateFields<JsonPathFail>
    implements JsonPathState, Failing<JsonPathFail> {

  JsonPathFail(String name, ObjectNode fields) {
    super(name, Language.JSONPATH, fields);
  }

  @Override
  JsonPathFail with(ObjectNode changed) {
    return new JsonPathFail(name(), changed);
  }

  /** {@code ErrorPath}: a path or intrinsic function that gives the name of the error. */
  public JsonPathFail errorPath(String path) {
    return field("ErrorPath", path);
  }

  /** {@code CausePath}: a path or intrinsic function that says what happened. */
  public JsonPathFail causePath(String path) {
    return field("CausePath", path);
  }
}
