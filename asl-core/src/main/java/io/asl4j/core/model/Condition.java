package io.asl4j.core.model;

import com.fasterxml.jackson.databind.JsonNode;
import io.asl4j.core.query.Expression;
import io.asl4j.core.query.jsonpath.Path;
import java.util.List;

/** What must hold for a choice rule to be taken. */
public sealed interface Condition {

  /** All of them hold; later ones are not looked at after one that does not. */
  record And(List<Condition> conditions) implements Condition {
    public And {
      conditions = List.copyOf(conditions);
    }
  }

  /** One of them holds; later ones are not looked at after it. */
  record Or(List<Condition> conditions) implements Condition {
    public Or {
      conditions = List.copyOf(conditions);
    }
  }

  /** It does not hold. */
  record Not(Condition condition) implements Condition {}

  /** A comparison of a variable with a value in the text or elsewhere in the data. */
  record Comparison(Path variable, Operator operator, Operand operand) implements Condition {}

  /** A JSONata expression, which must give a boolean. */
  record Computed(Expression expression) implements Condition {}

  /** A JSON boolean where a JSONata expression may stand. */
  record Fixed(boolean holds) implements Condition {}

  /** What a variable is compared with. */
  sealed interface Operand {}

  /** A value in the text. */
  record Value(JsonNode value) implements Operand {}

  /** The value that a path points at. */
  record AtPath(Path path) implements Operand {}

  /** How two values are compared. */
  enum Relation {
    /** The same. */
    EQUALS,
    /** Less than. */
    LESS_THAN,
    /** Greater than. */
    GREATER_THAN,
    /** Less than, or the same. */
    LESS_THAN_EQUALS,
    /** Greater than, or the same. */
    GREATER_THAN_EQUALS
  }

  /**
   * The comparison operators of JSONPath choice rules; the {@code Path} twins have an operand
   * {@link AtPath}.
   */
  sealed interface Operator {}

  /** {@code StringEquals} and so on: strings by UTF-16 code unit. */
  record Strings(Relation relation) implements Operator {}

  /** {@code NumericEquals} and so on: numbers by value, 1 equals 1.0. */
  record Numbers(Relation relation) implements Operator {}

  /** {@code TimestampEquals} and so on: RFC 3339 timestamps as instants. */
  record Timestamps(Relation relation) implements Operator {}

  /** Operators without an order. */
  enum Test implements Operator {
    /** {@code BooleanEquals}. */
    BOOLEAN_EQUALS,
    /** {@code StringMatches}: {@code *} stands for any run of characters. */
    STRING_MATCHES,
    /** {@code IsNull}. */
    IS_NULL,
    /** {@code IsPresent}. */
    IS_PRESENT,
    /** {@code IsNumeric}. */
    IS_NUMERIC,
    /** {@code IsString}. */
    IS_STRING,
    /** {@code IsBoolean}. */
    IS_BOOLEAN,
    /** {@code IsTimestamp}. */
    IS_TIMESTAMP
  }
}
