package io.asl4j.core.query.jsonata;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A field of a variable, such as the {@code $item.price} that functions are full of: short where
 * the variable is an object, for any other value the path in full.
 */
final class MemberCode extends Code.Sequenced {
  private final Code variable;
  private final String field;
  private final PathCode path;

  /**
   * A path in short.
   *
   * @param path the path of these two steps
   */
  MemberCode(Code variable, String field, PathCode path) {
    this.variable = variable;
    this.field = field;
    this.path = path;
  }

  @Override
  JsonNode raw(Frame frame, JsonNode context) {
    JsonNode object = variable.value(frame, context);
    JsonNode found = Values.plainField(object, field);
    return found == null ? path.afterFirst(frame, object) : found;
  }

  @Override
  JsonNode value(Frame frame, JsonNode context) {
    JsonNode object = variable.value(frame, context);
    JsonNode found = Values.plainField(object, field);
    return found == null ? Sequence.collapse(path.afterFirst(frame, object)) : found;
  }
}
