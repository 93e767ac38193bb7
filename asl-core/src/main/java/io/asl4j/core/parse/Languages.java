package io.asl4j.core.parse;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Which query language counts where.
 *
 * <p>A state has its own, else that of the whole machine. It never inherits from a Map or Parallel
 * state around it.
 */
public final class Languages {

  private static final String FIELD = "QueryLanguage";

  private Languages() {}

  static Dialect ofMachine(Spot definition) {
    return read(definition.node(), Dialect.JSONPATH);
  }

  static Dialect ofState(Spot state, Dialect ofMachine) {
    return read(state.node(), ofMachine);
  }

  /** Whether the queries of a state are JSONata. */
  public static boolean isJsonata(JsonNode state, JsonNode definition) {
    return read(state, read(definition, Dialect.JSONPATH)) == Dialect.JSONATA;
  }

  private static Dialect read(JsonNode object, Dialect otherwise) {
    return switch (object.path(FIELD).asText()) {
      case "JSONPath" -> Dialect.JSONPATH;
      case "JSONata" -> Dialect.JSONATA;
      default -> otherwise;
    };
  }
}
