package io.asl4j.builder;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.asl4j.core.json.Json;
import java.util.Set;

/** What all pieces have in common: fields under their names, as JSON that never changes. */
abstract class Fields<S> implements Part<S> {

  private final ObjectNode fields;

  /** Takes the node over; it must not be changed afterwards. */
  Fields(ObjectNode fields) {
    this.fields = fields;
  }

  static ObjectNode none() {
    return JsonNodeFactory.instance.objectNode();
  }

  /**
   * A copy of an object whose one field, which keeps its place, holds other pieces and is written
   * by them.
   */
  static ObjectNode withPlaceFor(String name, JsonNode object) {
    ObjectNode copy = none();
    object
        .properties()
        .forEach(
            field ->
                copy.set(
                    field.getKey(),
                    field.getKey().equals(name) ? copy.nullNode() : field.getValue().deepCopy()));
    return copy;
  }

  /** The same piece with other fields; the node is given away. */
  abstract S with(ObjectNode changed);

  /** The fields that are made of other pieces and cannot be set as JSON. */
  Set<String> reserved() {
    return Set.of();
  }

  /**
   * The piece as JSON, a fresh tree.
   *
   * @param machine the query language of the machine that it becomes a part of
   */
  ObjectNode json(Language machine) {
    return fields.deepCopy();
  }

  @Override
  public JsonNode definition() {
    return json(Language.JSONPATH);
  }

  @Override
  public S field(String name, Object value) {
    if (reserved().contains(name)) {
      throw new IllegalArgumentException(
          "Field `%s` of a %s is made of states; use the method for it."
              .formatted(name, getClass().getSimpleName()));
    }
    ObjectNode changed = fields.deepCopy();
    changed.set(name, Data.of(value));
    return with(changed);
  }

  @Override
  public S without(String name) {
    ObjectNode changed = fields.deepCopy();
    if (!reserved().contains(name)) {
      changed.remove(name);
    }
    return with(changed);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Fields<?> that
        && getClass() == that.getClass()
        && json(Language.JSONPATH).equals(that.json(Language.JSONPATH));
  }

  @Override
  public int hashCode() {
    return json(Language.JSONPATH).hashCode();
  }

  /** The JSON. */
  @Override
  public String toString() {
    return Json.write(definition());
  }
}
