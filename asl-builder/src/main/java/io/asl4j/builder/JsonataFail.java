package io.asl4j.builder;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Ends its scope with an error, whose name and cause may be expressions.
 *
 * @see Jsonata#fail
 */
public final class JsonataFail extends StateFields<JsonataFail>
    implements JsonataState, Failing<JsonataFail> {

  JsonataFail(String name, ObjectNode fields) {
    super(name, Language.JSONATA, fields);
  }

  @Override
  JsonataFail with(ObjectNode changed) {
    return new JsonataFail(name(), changed);
  }
}
