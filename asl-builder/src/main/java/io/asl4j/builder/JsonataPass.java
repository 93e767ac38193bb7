package io.asl4j.builder;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Hands its input, or an output made of it, on.
 *
 * @see Jsonata#pass
 */
public final class JsonataPass extends StateFields<JsonataPass>
    implements JsonataState,
        JsonataOutput<JsonataPass>,
        Assigning<JsonataPass>,
        Continuing<JsonataPass> {

  JsonataPass(String name, ObjectNode fields) {
    super(name, Language.JSONATA, fields);
  }

  @Override
  JsonataPass with(ObjectNode changed) {
    return new JsonataPass(name(), changed);
  }
}
