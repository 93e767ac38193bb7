package io.asl4j.core.parse;

/** In which query language a state has a field. */
enum Dialect {
  /** In both. */
  BOTH,
  /** In JSONPath states only. */
  JSONPATH,
  /** In JSONata states only. */
  JSONATA;

  boolean includes(Dialect language) {
    return this == BOTH || this == language;
  }

  /** The name as {@code QueryLanguage} spells it. */
  String languageName() {
    return switch (this) {
      case JSONPATH -> "JSONPath";
      case JSONATA -> "JSONata";
      case BOTH -> "JSONPath or JSONata";
    };
  }
}
