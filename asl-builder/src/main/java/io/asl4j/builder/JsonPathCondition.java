package io.asl4j.builder;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * What must hold for a JSONPath choice rule to be taken.
 *
 * @see JsonPath#variable
 * @see JsonPath#and
 * @see JsonPath#or
 * @see JsonPath#not
 */
public final class JsonPathCondition extends Fields<JsonPathCondition> {

  JsonPathCondition(ObjectNode fields) {
    super(fields);
  }

  @Override
  JsonPathCondition with(ObjectNode changed) {
    return new JsonPathCondition(changed);
  }
}
