package io.asl4j.builder;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** An object with JSONata in it: fields with fixed values, and fields that are computed. */
public final class JsonataTemplate implements Template {

  private final ObjectNode fields;

  JsonataTemplate(ObjectNode fields) {
    this.fields = fields;
  }

  /**
   * Adds a field with a fixed value, or with a template inside. A text in <code>{% %}</code> is an
   * expression.
   */
  public JsonataTemplate put(String name, Object value) {
    ObjectNode more = fields.deepCopy();
    more.set(name, Data.of(value));
    return new JsonataTemplate(more);
  }

  /**
   * Adds a field that is computed.
   *
   * @param code JSONata, as for {@link Jsonata#expression}
   */
  public JsonataTemplate expression(String name, String code) {
    return put(name, Jsonata.expression(code));
  }

  @Override
  public JsonNode definition() {
    return fields.deepCopy();
  }
}
