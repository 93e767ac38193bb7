package io.asl4j.builder;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Where a JSONata state goes after an error; expressions see it as {@code $states.errorOutput}.
 *
 * @see Jsonata#catcher
 */
public final class JsonataCatcher extends Fields<JsonataCatcher>
    implements Assigning<JsonataCatcher>, JsonataOutput<JsonataCatcher>, Leading<JsonataCatcher> {

  JsonataCatcher(ObjectNode fields) {
    super(fields);
  }

  @Override
  JsonataCatcher with(ObjectNode changed) {
    return new JsonataCatcher(changed);
  }
}
