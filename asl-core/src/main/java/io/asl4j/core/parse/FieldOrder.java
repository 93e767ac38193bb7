package io.asl4j.core.parse;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** The order in which readers expect the fields of a state machine, a scope or a state. */
public final class FieldOrder {

  private static final List<String> SCOPE =
      List.of(
          "Comment",
          "QueryLanguage",
          "Version",
          "TimeoutSeconds",
          "ProcessorConfig",
          "StartAt",
          "States");

  private FieldOrder() {}

  /**
   * The canonical order of an object's fields.
   *
   * @return all fields that such an object can have; empty if it is neither a state nor a scope
   */
  public static List<String> of(JsonNode object) {
    if (object.has("States") && object.has("StartAt")) {
      return SCOPE;
    }
    return Shapes.ofState(object.path("Type").asText()).map(FieldOrder::of).orElse(List.of());
  }

  /** The canonical order of the fields of a machine, a branch or an item processor. */
  static List<String> ofScope() {
    return SCOPE;
  }

  /** The canonical order of any other object: that of its table, and last where it leads to. */
  static List<String> of(Shape shape) {
    List<String> order = new ArrayList<>();
    shape.fields().forEach(field -> order.add(field.name()));
    if (order.remove("Next")) {
      order.add("Next");
    }
    return order;
  }
}
