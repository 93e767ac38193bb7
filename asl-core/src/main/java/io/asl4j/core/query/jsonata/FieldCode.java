package io.asl4j.core.query.jsonata;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** A field of the context: the path of one plain step. */
final class FieldCode extends Code.Sequenced {
  private final String name;
  private final PathCode path;

  FieldCode(String name) {
    this.name = PathCode.Field.shared(name);
    this.path =
        new PathCode(List.of(new PathCode.Field(name)), PathCode.Start.EACH, PathCode.Keep.NEVER);
  }

  @Override
  JsonNode raw(Frame frame, JsonNode context) {
    if (context instanceof ObjectNode object) {
      JsonNode found = object.get(name);
      if (found == null) {
        return Values.NOTHING;
      }
      if (!(found instanceof Sequence)) {
        return found;
      }
    }
    return path.raw(frame, context);
  }
}
