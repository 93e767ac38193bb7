package io.asl4j.builder;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Ends its scope with success.
 *
 * @see Jsonata#succeed
 */
public final class JsonataSucceed extends StateFields<JsonataSucceed>
    implements JsonataState, JsonataOutput<JsonataSucceed> {

  JsonataSucceed(String name, ObjectNode fields) {
    super(name, Language.JSONATA, fields);
  }

  @Override
  JsonataSucceed with(ObjectNode changed) {
    return new JsonataSucceed(name(), changed);
  }
}
