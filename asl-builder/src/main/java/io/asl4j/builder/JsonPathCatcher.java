package io.asl4j.builder;

import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Where a JSONPath state goes after an error.
 *
 * @see JsonPath#catcher
 */
public final class JsonPathCatcher extends Fields<JsonPathCatcher>
    implements JsonPathAssigning<JsonPathCatcher>, Leading<JsonPathCatcher> {

  JsonPathCatcher(ObjectNode fields) {
    super(fields);
  }

  @Override
  JsonPathCatcher with(ObjectNode changed) {
    return new JsonPathCatcher(changed);
  }

  /** {@code ResultPath}: where the Error Output is put into the input; in its place by default. */
  public JsonPathCatcher resultPath(String path) {
    return field("ResultPath", path);
  }

  /** {@code ResultPath} null: the Error Output is dropped, and the input goes on. */
  public JsonPathCatcher discardResult() {
    return field("ResultPath", NullNode.getInstance());
  }
}
