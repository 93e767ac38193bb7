package io.asl4j.builder;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.asl4j.core.parse.Languages;

/** The two query languages. */
enum Language {
  JSONPATH("JSONPath"),
  JSONATA("JSONata");

  private final String word;

  Language(String word) {
    this.word = word;
  }

  /** As the field {@code QueryLanguage} spells it. */
  String word() {
    return word;
  }

  /** The query language of a whole machine. */
  static Language ofMachine(JsonNode definition) {
    return ofState(JsonNodeFactory.instance.objectNode(), definition);
  }

  /** The query language of a state: its own, or that of the machine around it. */
  static Language ofState(JsonNode state, JsonNode machine) {
    return Languages.isJsonata(state, machine) ? JSONATA : JSONPATH;
  }
}
