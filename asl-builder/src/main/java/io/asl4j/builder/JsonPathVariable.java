package io.asl4j.builder;

import java.time.Instant;

/**
 * A value in the data that a JSONPath choice rule compares with another: the field {@code Variable}
 * and the comparison operators.
 *
 * @param path a reference path ({@code $.total}) or a path into a variable ({@code $order.total})
 * @see JsonPath#variable
 */
public record JsonPathVariable(String path) {

  /** {@code StringEquals}: a string that is equal to another, by UTF-16 code unit. */
  public JsonPathCondition stringEquals(String text) {
    return condition("StringEquals", text);
  }

  /** {@code StringEqualsPath}: the same with what stands at a path. */
  public JsonPathCondition stringEqualsPath(String path) {
    return condition("StringEqualsPath", path);
  }

  /** {@code StringLessThan}: a string that is less than another, by UTF-16 code unit. */
  public JsonPathCondition stringLessThan(String text) {
    return condition("StringLessThan", text);
  }

  /** {@code StringLessThanPath}: the same with what stands at a path. */
  public JsonPathCondition stringLessThanPath(String path) {
    return condition("StringLessThanPath", path);
  }

  /** {@code StringGreaterThan}: a string that is greater than another, by UTF-16 code unit. */
  public JsonPathCondition stringGreaterThan(String text) {
    return condition("StringGreaterThan", text);
  }

  /** {@code StringGreaterThanPath}: the same with what stands at a path. */
  public JsonPathCondition stringGreaterThanPath(String path) {
    return condition("StringGreaterThanPath", path);
  }

  /** {@code StringLessThanEquals}: a string that is at most another, by UTF-16 code unit. */
  public JsonPathCondition stringLessThanEquals(String text) {
    return condition("StringLessThanEquals", text);
  }

  /** {@code StringLessThanEqualsPath}: the same with what stands at a path. */
  public JsonPathCondition stringLessThanEqualsPath(String path) {
    return condition("StringLessThanEqualsPath", path);
  }

  /** {@code StringGreaterThanEquals}: a string that is at least another, by UTF-16 code unit. */
  public JsonPathCondition stringGreaterThanEquals(String text) {
    return condition("StringGreaterThanEquals", text);
  }

  /** {@code StringGreaterThanEqualsPath}: the same with what stands at a path. */
  public JsonPathCondition stringGreaterThanEqualsPath(String path) {
    return condition("StringGreaterThanEqualsPath", path);
  }

  /** {@code NumericEquals}: a number that is equal to another. */
  public JsonPathCondition numericEquals(Number number) {
    return condition("NumericEquals", number);
  }

  /** {@code NumericEqualsPath}: the same with what stands at a path. */
  public JsonPathCondition numericEqualsPath(String path) {
    return condition("NumericEqualsPath", path);
  }

  /** {@code NumericLessThan}: a number that is less than another. */
  public JsonPathCondition numericLessThan(Number number) {
    return condition("NumericLessThan", number);
  }

  /** {@code NumericLessThanPath}: the same with what stands at a path. */
  public JsonPathCondition numericLessThanPath(String path) {
    return condition("NumericLessThanPath", path);
  }

  /** {@code NumericGreaterThan}: a number that is greater than another. */
  public JsonPathCondition numericGreaterThan(Number number) {
    return condition("NumericGreaterThan", number);
  }

  /** {@code NumericGreaterThanPath}: the same with what stands at a path. */
  public JsonPathCondition numericGreaterThanPath(String path) {
    return condition("NumericGreaterThanPath", path);
  }

  /** {@code NumericLessThanEquals}: a number that is at most another. */
  public JsonPathCondition numericLessThanEquals(Number number) {
    return condition("NumericLessThanEquals", number);
  }

  /** {@code NumericLessThanEqualsPath}: the same with what stands at a path. */
  public JsonPathCondition numericLessThanEqualsPath(String path) {
    return condition("NumericLessThanEqualsPath", path);
  }

  /** {@code NumericGreaterThanEquals}: a number that is at least another. */
  public JsonPathCondition numericGreaterThanEquals(Number number) {
    return condition("NumericGreaterThanEquals", number);
  }

  /** {@code NumericGreaterThanEqualsPath}: the same with what stands at a path. */
  public JsonPathCondition numericGreaterThanEqualsPath(String path) {
    return condition("NumericGreaterThanEqualsPath", path);
  }

  /** {@code TimestampEquals}: a timestamp that is equal to another as an instant. */
  public JsonPathCondition timestampEquals(Instant instant) {
    return condition("TimestampEquals", instant);
  }

  /** {@code TimestampEquals} with an RFC 3339 timestamp as it is to be written. */
  public JsonPathCondition timestampEquals(String timestamp) {
    return condition("TimestampEquals", timestamp);
  }

  /** {@code TimestampEqualsPath}: the same with what stands at a path. */
  public JsonPathCondition timestampEqualsPath(String path) {
    return condition("TimestampEqualsPath", path);
  }

  /** {@code TimestampLessThan}: a timestamp that is less than another as an instant. */
  public JsonPathCondition timestampLessThan(Instant instant) {
    return condition("TimestampLessThan", instant);
  }

  /** {@code TimestampLessThan} with an RFC 3339 timestamp as it is to be written. */
  public JsonPathCondition timestampLessThan(String timestamp) {
    return condition("TimestampLessThan", timestamp);
  }

  /** {@code TimestampLessThanPath}: the same with what stands at a path. */
  public JsonPathCondition timestampLessThanPath(String path) {
    return condition("TimestampLessThanPath", path);
  }

  /** {@code TimestampGreaterThan}: a timestamp that is greater than another as an instant. */
  public JsonPathCondition timestampGreaterThan(Instant instant) {
    return condition("TimestampGreaterThan", instant);
  }

  /** {@code TimestampGreaterThan} with an RFC 3339 timestamp as it is to be written. */
  public JsonPathCondition timestampGreaterThan(String timestamp) {
    return condition("TimestampGreaterThan", timestamp);
  }

  /** {@code TimestampGreaterThanPath}: the same with what stands at a path. */
  public JsonPathCondition timestampGreaterThanPath(String path) {
    return condition("TimestampGreaterThanPath", path);
  }

  /** {@code TimestampLessThanEquals}: a timestamp that is at most another as an instant. */
  public JsonPathCondition timestampLessThanEquals(Instant instant) {
    return condition("TimestampLessThanEquals", instant);
  }

  /** {@code TimestampLessThanEquals} with an RFC 3339 timestamp as it is to be written. */
  public JsonPathCondition timestampLessThanEquals(String timestamp) {
    return condition("TimestampLessThanEquals", timestamp);
  }

  /** {@code TimestampLessThanEqualsPath}: the same with what stands at a path. */
  public JsonPathCondition timestampLessThanEqualsPath(String path) {
    return condition("TimestampLessThanEqualsPath", path);
  }

  /** {@code TimestampGreaterThanEquals}: a timestamp that is at least another as an instant. */
  public JsonPathCondition timestampGreaterThanEquals(Instant instant) {
    return condition("TimestampGreaterThanEquals", instant);
  }

  /** {@code TimestampGreaterThanEquals} with an RFC 3339 timestamp as it is to be written. */
  public JsonPathCondition timestampGreaterThanEquals(String timestamp) {
    return condition("TimestampGreaterThanEquals", timestamp);
  }

  /** {@code TimestampGreaterThanEqualsPath}: the same with what stands at a path. */
  public JsonPathCondition timestampGreaterThanEqualsPath(String path) {
    return condition("TimestampGreaterThanEqualsPath", path);
  }

  /** {@code BooleanEquals}: this boolean. */
  public JsonPathCondition booleanEquals(boolean truth) {
    return condition("BooleanEquals", truth);
  }

  /** {@code BooleanEqualsPath}: the same with what stands at a path. */
  public JsonPathCondition booleanEqualsPath(String path) {
    return condition("BooleanEqualsPath", path);
  }

  /** {@code StringMatches}: a string that fits a pattern, in which {@code *} is any text. */
  public JsonPathCondition stringMatches(String pattern) {
    return condition("StringMatches", pattern);
  }

  /** {@code IsNull}: whether the value is a JSON null. */
  public JsonPathCondition isNull(boolean expected) {
    return condition("IsNull", expected);
  }

  /** {@code IsPresent}: whether the value is there at all. */
  public JsonPathCondition isPresent(boolean expected) {
    return condition("IsPresent", expected);
  }

  /** {@code IsNumeric}: whether the value is a number. */
  public JsonPathCondition isNumeric(boolean expected) {
    return condition("IsNumeric", expected);
  }

  /** {@code IsString}: whether the value is a string. */
  public JsonPathCondition isString(boolean expected) {
    return condition("IsString", expected);
  }

  /** {@code IsBoolean}: whether the value is a boolean. */
  public JsonPathCondition isBoolean(boolean expected) {
    return condition("IsBoolean", expected);
  }

  /** {@code IsTimestamp}: whether the value is an RFC 3339 timestamp. */
  public JsonPathCondition isTimestamp(boolean expected) {
    return condition("IsTimestamp", expected);
  }

  private JsonPathCondition condition(String operator, Object operand) {
    return new JsonPathCondition(Fields.none().put("Variable", path)).field(operator, operand);
  }
}
