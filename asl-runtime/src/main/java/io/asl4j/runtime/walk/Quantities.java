package io.asl4j.runtime.walk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.asl4j.core.model.Quantity;
import io.asl4j.core.query.Evaluation;
import io.asl4j.core.query.Expression;
import io.asl4j.core.query.QueryFailed;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Numbers of a definition that may come from the data. Pure.
 *
 * <p>Numeric strings count as numbers where a path leads to them, as AWS accepts them from
 * variables.
 */
final class Quantities {

  /** Stands for a field that is not there. */
  static final long ABSENT = Long.MIN_VALUE;

  /** A number in a string, of a size that is cheap to read. */
  private static final Pattern DECIMAL = Pattern.compile("[+-]?\\d{1,100}(\\.\\d{1,100})?");

  private static final BigDecimal LEAST = BigDecimal.valueOf(ABSENT + 1);

  private static final BigDecimal GREATEST = BigDecimal.valueOf(Long.MAX_VALUE);

  private Quantities() {}

  /** An integer; {@link #ABSENT} when the field is not there. */
  static long integer(Quantity quantity, Evaluation evaluation) {
    return switch (quantity) {
      case Quantity.Absent absent -> ABSENT;
      case Quantity.Fixed fixed -> fixed.value().longValue();
      case Quantity.AtPath at -> {
        BigDecimal value = atPath(at, evaluation, "integer");
        if (!isInteger(value)) {
          throw notValid(at, Entry.narrow(at.path(), at.field(), evaluation), "integer");
        }
        yield value.longValue();
      }
      case Quantity.Computed computed -> {
        JsonNode value = computed.expression().evaluate(evaluation);
        if (!value.isNumber() || !isInteger(value.decimalValue())) {
          throw QueryFailed.unexpectedType(computed.expression(), "integer", value);
        }
        yield value.longValue();
      }
    };
  }

  /** A number; empty when the field is not there. */
  static Optional<BigDecimal> number(Quantity quantity, Evaluation evaluation) {
    return switch (quantity) {
      case Quantity.Absent absent -> Optional.empty();
      case Quantity.Fixed fixed -> Optional.of(fixed.value());
      case Quantity.AtPath at -> Optional.of(atPath(at, evaluation, "float"));
      case Quantity.Computed computed -> Optional.of(number(computed.expression(), evaluation));
    };
  }

  private static BigDecimal number(Expression expression, Evaluation evaluation) {
    JsonNode value = expression.evaluate(evaluation);
    if (!value.isNumber()) {
      throw QueryFailed.unexpectedType(expression, "number", value);
    }
    return value.decimalValue();
  }

  private static BigDecimal atPath(Quantity.AtPath at, Evaluation evaluation, String expected) {
    JsonNode value = Entry.narrow(at.path(), at.field(), evaluation);
    if (value.isNumber()) {
      return value.decimalValue();
    }
    if (value instanceof TextNode text && DECIMAL.matcher(text.textValue()).matches()) {
      return new BigDecimal(text.textValue());
    }
    throw notValid(at, value, expected);
  }

  /** Whether it is whole and fits a long; the size is looked at first because it is cheap. */
  private static boolean isInteger(BigDecimal value) {
    return value.compareTo(LEAST) >= 0
        && value.compareTo(GREATEST) <= 0
        && value.stripTrailingZeros().scale() <= 0;
  }

  private static QueryFailed notValid(Quantity.AtPath at, JsonNode value, String expected) {
    String shown = value.isTextual() ? value.textValue() : value.toString();
    return QueryFailed.runtime(
        at.field(),
        "The %s field refers to value \"%s\" which is not a valid %s: %s"
            .formatted(at.field(), shown, expected, at.path().source()));
  }
}
