package io.asl4j.core.query.jsonata;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** A field of the context: the path of one plain step. */
final class FieldCode extends Code.Sequenced {
  private final String name;
  private final PathCode path;

  FieldCode(String name) {
    this.name = PathCode.Field.shared(name);
    this.path = new PathCode(List.of(new PathCode.Field(name)), PathCode.Start.EACH, false);
  }

  @Override
  JsonNode raw(Frame frame, JsonNode context) {
    JsonNode found = Values.plainField(context, name);
    return found == null ? path.raw(frame, context) : found;
  }

  @Override
  JsonNode value(Frame frame, JsonNode context) {
    JsonNode found = Values.plainField(context, name);
    return found == null ? path.value(frame, context) : found;
  }
}
