package io.asl4j.core.parse;

import com.fasterxml.jackson.databind.JsonNode;
import io.asl4j.core.query.Rfc3339;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * What values a field takes, as far as that can be told without looking at other fields.
 *
 * <p>A field that JSONata can compute takes a string in <code>{% %}</code> instead, in JSONata
 * states only.
 */
sealed interface ValueType {

  /** Any JSON at all. */
  enum Anything implements ValueType {
    /** The only one. */
    ANYTHING
  }

  /** A JSON object. */
  record Fields(boolean isComputable) implements ValueType {}

  /** A JSON array of at least so many elements. */
  record Elements(int atLeast) implements ValueType {}

  /** A JSON array or object. */
  record Collection() implements ValueType {}

  /** A string. */
  record Characters() implements ValueType {}

  /** A string or null. */
  record CharactersOrNull() implements ValueType {}

  /** A boolean. */
  record Truth(boolean isComputable) implements ValueType {}

  /** A number without fraction, both bounds included. */
  record Whole(long min, long max, boolean isComputable) implements ValueType {}

  /** A number, both bounds included. */
  record Decimal(long min, long max, boolean isComputable) implements ValueType {}

  /** One of a few strings. */
  record OneOf(List<String> words) implements ValueType {}

  /** An RFC 3339 timestamp with upper-case T and Z. */
  record Moment() implements ValueType {}

  /**
   * Says why a value does not fit.
   *
   * @param language the query language of the state around the field
   * @return empty if it fits, or if it holds a placeholder so that nobody can tell
   */
  default Optional<Misfit> misfit(JsonNode value, Dialect language) {
    if (Placeholders.isIn(value)
        || (language == Dialect.JSONATA
            && takesExpression()
            && ExpressionText.isExpression(value))) {
      return Optional.empty();
    }
    return switch (this) {
      case Anything anything -> Optional.empty();
      case Fields fields ->
          wrongTypeUnless(value.isObject(), "an object", "Object", takesExpression(), language);
      case Elements elements -> elementsMisfit(value, elements.atLeast());
      case Collection collection ->
          wrongTypeUnless(value.isContainerNode(), "an array, an object", "Array", true, language);
      case Characters characters ->
          wrongTypeUnless(value.isTextual(), "a string", "String", false, language);
      case CharactersOrNull nullable ->
          wrongTypeUnless(
              value.isTextual() || value.isNull(), "a string or null", "String", false, language);
      case Truth truth ->
          wrongTypeUnless(
              value.isBoolean(), "true or false", "Boolean", takesExpression(), language);
      case Whole whole -> wholeMisfit(value, whole, language);
      case Decimal decimal -> decimalMisfit(value, decimal, language);
      case OneOf oneOf -> wordMisfit(value, oneOf.words());
      case Moment moment -> momentMisfit(value);
    };
  }

  /** Whether a JSONata expression may stand for the value. */
  default boolean takesExpression() {
    return switch (this) {
      case Fields fields -> fields.isComputable();
      case Truth truth -> truth.isComputable();
      case Whole whole -> whole.isComputable();
      case Decimal decimal -> decimal.isComputable();
      case Collection collection -> true;
      case Moment moment -> true;
      case Characters characters -> true;
      case Anything anything -> true;
      case Elements elements -> false;
      case CharactersOrNull nullable -> false;
      case OneOf oneOf -> false;
    };
  }

  private static Optional<Misfit> wrongTypeUnless(
      boolean fits, String expected, String awsType, boolean isComputable, Dialect language) {
    if (fits) {
      return Optional.empty();
    }
    String orComputed =
        isComputable && language == Dialect.JSONATA ? " or a JSONata expression in {% %}" : "";
    return Optional.of(
        new Misfit(Codes.WRONG_TYPE, expected + orComputed, "Expected value of type " + awsType));
  }

  private static Optional<Misfit> elementsMisfit(JsonNode value, int atLeast) {
    if (!value.isArray()) {
      return Optional.of(new Misfit(Codes.WRONG_TYPE, "an array", "Expected value of type Array"));
    }
    if (value.size() < atLeast) {
      return Optional.of(
          new Misfit(Codes.EMPTY_VALUE, "an array that is not empty", "Value cannot be empty"));
    }
    return Optional.empty();
  }

  private static Optional<Misfit> wholeMisfit(JsonNode value, Whole whole, Dialect language) {
    boolean isWhole = value.isNumber() && value.decimalValue().stripTrailingZeros().scale() <= 0;
    if (!isWhole) {
      return wrongTypeUnless(false, "a whole number", "Integer", whole.isComputable(), language);
    }
    return rangeMisfit(value.decimalValue(), whole.min(), whole.max(), true);
  }

  private static Optional<Misfit> decimalMisfit(JsonNode value, Decimal decimal, Dialect language) {
    if (!value.isNumber()) {
      return wrongTypeUnless(false, "a number", "Number", decimal.isComputable(), language);
    }
    return rangeMisfit(value.decimalValue(), decimal.min(), decimal.max(), false);
  }

  private static Optional<Misfit> rangeMisfit(
      BigDecimal value, long min, long max, boolean isWhole) {
    if (value.compareTo(BigDecimal.valueOf(min)) < 0) {
      return Optional.of(
          new Misfit(
              Codes.OUT_OF_RANGE, "at least " + min, "Minimum value is " + shown(min, isWhole)));
    }
    if (value.compareTo(BigDecimal.valueOf(max)) > 0) {
      return Optional.of(
          new Misfit(
              Codes.OUT_OF_RANGE, "at most " + max, "Maximum value is " + shown(max, isWhole)));
    }
    return Optional.empty();
  }

  /** A bound as AWS prints it. */
  private static String shown(long bound, boolean isWhole) {
    return isWhole ? Long.toString(bound) : bound + ".0";
  }

  private static Optional<Misfit> wordMisfit(JsonNode value, List<String> words) {
    if (value.isTextual() && words.contains(value.textValue())) {
      return Optional.empty();
    }
    String expected =
        words.size() == 1
            ? "`" + words.getFirst() + "`"
            : "one of `" + String.join("`, `", words) + "`";
    return Optional.of(
        new Misfit(
            Codes.NOT_ALLOWED,
            expected,
            "Value should be one of the following: [" + String.join(", ", words) + "]"));
  }

  private static Optional<Misfit> momentMisfit(JsonNode value) {
    if (!value.isTextual()) {
      return Optional.of(new Misfit(Codes.WRONG_TYPE, "a string", "Expected value of type String"));
    }
    if (Rfc3339.parse(value.textValue()).isPresent()) {
      return Optional.empty();
    }
    return Optional.of(
        new Misfit(
            Codes.TIMESTAMP,
            "an RFC 3339 timestamp with upper-case T and Z, such as 2030-01-31T08:00:00Z",
            "String does not match RFC3339 timestamp"));
  }
}
