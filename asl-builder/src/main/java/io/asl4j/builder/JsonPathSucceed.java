package io.asl4j.builder;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Ends its scope with success.
 *
 * @see JsonPath#succeed
 */
public final class JsonPathSucceed extends StateFields<JsonPathSucceed>
    implements JsonPathState, JsonPathFlow<JsonPathSucceed> {

  JsonPathSucceed(String name, ObjectNode fields) {
    super(name, Language.JSONPATH, fields);
  }

  @Override
  JsonPathSucceed with(ObjectNode changed) {
    return new JsonPathSucceed(name(), changed);
  }
}
