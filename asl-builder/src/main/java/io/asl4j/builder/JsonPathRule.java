package io.asl4j.builder;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * One rule of a JSONPath Choice state: a condition, and where it leads.
 *
 * @see JsonPath#rule
 */
public final class JsonPathRule extends Fields<JsonPathRule>
    implements JsonPathAssigning<JsonPathRule>, Leading<JsonPathRule> {

  JsonPathRule(ObjectNode fields) {
    super(fields);
  }

  @Override
  JsonPathRule with(ObjectNode changed) {
    return new JsonPathRule(changed);
  }
}
