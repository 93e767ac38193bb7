package io.asl4j.core.model;

import io.asl4j.core.query.Expression;
import io.asl4j.core.query.jsonpath.Path;
import java.math.BigDecimal;

/** A number in a definition: fixed, found in the data, computed, or left out. */
public sealed interface Quantity {

  /** The field is not there. */
  enum Absent implements Quantity {
    /** The only one. */
    ABSENT
  }

  /** A number in the text. */
  record Fixed(BigDecimal value) implements Quantity {}

  /**
   * A JSONPath to a number.
   *
   * @param field the name of the field, such as {@code MaxConcurrencyPath}, for messages
   */
  record AtPath(String field, Path path) implements Quantity {}

  /** A JSONata expression that gives a number. */
  record Computed(Expression expression) implements Quantity {}

  /** The field is not there. */
  static Quantity absent() {
    return Absent.ABSENT;
  }
}
