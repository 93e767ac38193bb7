package io.asl4j.core.parse;

/**
 * One field that a kind of object can have.
 *
 * @param name the key
 * @param dialect in which query languages
 * @param type what values it takes
 * @param isRequired whether the object must have it, in the query languages that have it
 */
record Field(String name, Dialect dialect, ValueType type, boolean isRequired) {

  static Field optional(String name, ValueType type) {
    return new Field(name, Dialect.BOTH, type, false);
  }

  static Field required(String name, ValueType type) {
    return new Field(name, Dialect.BOTH, type, true);
  }

  static Field jsonPath(String name, ValueType type) {
    return new Field(name, Dialect.JSONPATH, type, false);
  }

  static Field jsonata(String name, ValueType type) {
    return new Field(name, Dialect.JSONATA, type, false);
  }

  Field mandatory() {
    return new Field(name, dialect, type, true);
  }
}
