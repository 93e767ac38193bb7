package io.asl4j.builder;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * One rule of a JSONata Choice state: a condition, and where it leads.
 *
 * @see Jsonata#rule
 */
public final class JsonataRule extends Fields<JsonataRule>
    implements Assigning<JsonataRule>, JsonataOutput<JsonataRule>, Leading<JsonataRule> {

  JsonataRule(ObjectNode fields) {
    super(fields);
  }

  @Override
  JsonataRule with(ObjectNode changed) {
    return new JsonataRule(changed);
  }
}
