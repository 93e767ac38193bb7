package io.asl4j.builder;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A payload template of JSONPath: fields with fixed values, and fields that take theirs from a path
 * or an intrinsic function.
 *
 * @see <a href="https://states-language.net/#payload-template">Amazon States Language, payload
 *     template</a>
 */
public final class JsonPathTemplate implements Template {

  private final ObjectNode fields;

  JsonPathTemplate(ObjectNode fields) {
    this.fields = fields;
  }

  /** Adds a field with a fixed value, or with a template inside. */
  public JsonPathTemplate put(String name, Object value) {
    ObjectNode more = fields.deepCopy();
    more.set(name, Data.of(value));
    return new JsonPathTemplate(more);
  }

  /**
   * Adds a field that is computed; it is written with the ending {@code .$}.
   *
   * @param path a path ({@code $.order.id}), a path into the context ({@code $$.Execution.Id}), a
   *     variable ({@code $total}) or an intrinsic function ({@code States.UUID()})
   */
  public JsonPathTemplate path(String name, String path) {
    return put(name + ".$", path);
  }

  @Override
  public JsonNode definition() {
    return fields.deepCopy();
  }
}
