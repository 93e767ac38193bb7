package io.asl4j.core.model;

import io.asl4j.core.query.Expression;

/** A string in a definition: fixed, computed from the data, or left out. */
public sealed interface Text {

  /** The field is not there. */
  enum Absent implements Text {
    /** The only one. */
    ABSENT
  }

  /** A string in the text. */
  record Fixed(String value) implements Text {}

  /**
   * A JSONata expression, or the path or intrinsic function of {@code ErrorPath} and {@code
   * CausePath}.
   */
  record Computed(Expression expression) implements Text {}
}
