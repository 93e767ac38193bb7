package io.asl4j.core.query.jsonata;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BigIntegerNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.NumericNode;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** JSONata's numbers are doubles; a whole one is kept in an integer node. */
final class Numbers {
  /** Below this every whole double is exact. */
  private static final double EXACT = 0x1p53;

  /** From here on JavaScript, and we, write numbers with an exponent. */
  private static final double EXPONENT_FROM = 1e21;

  private static final long FIFTEEN_DIGITS_BELOW = 1_000_000_000_000_000L;

  private static final int EXPONENT_DIGITS_FROM = 21;
  private static final int ZEROS_UP_TO = -6;
  private static final MathContext ONE_DIGIT = new MathContext(1, RoundingMode.HALF_UP);
  private static final MathContext FIFTEEN_DIGITS = new MathContext(15, RoundingMode.HALF_UP);

  private Numbers() {}

  static JsonNode of(long value) {
    return value == (int) value ? IntNode.valueOf((int) value) : LongNode.valueOf(value);
  }

  static JsonNode of(double value) {
    int small = (int) value;
    if (small == value) {
      return IntNode.valueOf(small);
    }
    if (value != Math.rint(value) || Math.abs(value) >= EXPONENT_FROM) {
      return DoubleNode.valueOf(value);
    }
    if (Math.abs(value) < EXACT) {
      return LongNode.valueOf((long) value);
    }
    return BigIntegerNode.valueOf(new BigDecimal(Double.toString(value)).toBigInteger());
  }

  /** Whether a value is a number that arithmetic accepts; an infinite one is an error. */
  static boolean isNumeric(JsonNode value, int offset) {
    if (!(value instanceof NumericNode)) {
      return false;
    }
    if (value instanceof DoubleNode && !Double.isFinite(value.doubleValue())) {
      if (Double.isNaN(value.doubleValue())) {
        return false;
      }
      throw JsonataFailed.error("D1001", offset, "", value);
    }
    return true;
  }

  static boolean isWhole(JsonNode value) {
    if (value instanceof IntNode || value instanceof LongNode) {
      return true;
    }
    double number = value.doubleValue();
    return value instanceof NumericNode && Double.isFinite(number) && number == Math.rint(number);
  }

  /**
   * The number as {@code $string} writes it: at most 15 significant digits. AWS has identifiers in
   * its data that are longer; there a whole number is written as it is.
   */
  static String text(JsonNode value, JsonataDialect dialect) {
    boolean isExact =
        value instanceof IntNode
            || (value.isIntegralNumber() && dialect == JsonataDialect.AWS)
            || (value instanceof LongNode && Math.abs(value.longValue()) < FIFTEEN_DIGITS_BELOW);
    return isExact ? value.asText() : text(shortened(value.doubleValue()));
  }

  /** The number with at most 15 significant digits. */
  static double shortened(double number) {
    if (!Double.isFinite(number)) {
      return number;
    }
    BigDecimal shortest = new BigDecimal(Double.toString(number));
    return shortest.precision() <= FIFTEEN_DIGITS.getPrecision()
        ? number
        : new BigDecimal(number).round(FIFTEEN_DIGITS).doubleValue();
  }

  /** A number in JavaScript's notation. */
  static String text(double number) {
    if (Double.isNaN(number)) {
      return "NaN";
    }
    if (Double.isInfinite(number)) {
      return number > 0 ? "Infinity" : "-Infinity";
    }
    if (number == (long) number && Math.abs(number) < EXACT) {
      return Long.toString((long) number);
    }
    BigDecimal decimal = shortest(Math.abs(number));
    String digits = decimal.unscaledValue().toString();
    String text = placed(digits, digits.length() - decimal.scale());
    return number < 0 ? "-" + text : text;
  }

  /** The shortest decimal that reads as the number; Java writes two digits where one would do. */
  private static BigDecimal shortest(double number) {
    BigDecimal decimal = new BigDecimal(Double.toString(number)).stripTrailingZeros();
    BigDecimal shorter = decimal.round(ONE_DIGIT);
    return number < Double.MIN_NORMAL && shorter.doubleValue() == number ? shorter : decimal;
  }

  private static String placed(String digits, int point) {
    if (digits.length() <= point && point <= EXPONENT_DIGITS_FROM) {
      return digits + "0".repeat(point - digits.length());
    }
    if (point > 0 && point <= EXPONENT_DIGITS_FROM) {
      return digits.substring(0, point) + "." + digits.substring(point);
    }
    if (point > ZEROS_UP_TO && point <= 0) {
      return "0." + "0".repeat(-point) + digits;
    }
    String mantissa = digits.length() == 1 ? digits : digits.charAt(0) + "." + digits.substring(1);
    int exponent = point - 1;
    return mantissa + "e" + (exponent < 0 ? "-" : "+") + Math.abs(exponent);
  }
}
