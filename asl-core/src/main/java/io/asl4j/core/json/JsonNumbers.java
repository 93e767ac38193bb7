package io.asl4j.core.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BigIntegerNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.LongNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Optional;

/**
 * Number literals: exact values, within limits that keep every later calculation with them cheap.
 */
final class JsonNumbers {

  /** Every whole number of so few characters fits in a long. */
  private static final int SAFE_LONG_LENGTH = 18;

  /**
   * From more digits before the point on, an exponent that was written is kept; Java draws the same
   * line for doubles.
   */
  private static final int MAX_EXPANDED_DIGITS = 7;

  private JsonNumbers() {}

  /** Says why a literal is beyond the limits; empty if it is not. */
  static Optional<String> fault(CharSequence literal) {
    int length = literal.length();
    if (length > Json.MAX_NUMBER_LENGTH) {
      return Optional.of(tooLong(length));
    }
    int exponentAt = exponentAt(literal, length);
    if (exponentAt < length && exponentIsTooBig(literal, exponentAt + 1, length)) {
      return Optional.of(
          "The exponent of this number is too big; it may be -"
              + Json.MAX_EXPONENT
              + " to "
              + Json.MAX_EXPONENT
              + ".");
    }
    return Optional.empty();
  }

  static String tooLong(int length) {
    return "A number of "
        + length
        + " characters is too long; at most "
        + Json.MAX_NUMBER_LENGTH
        + " are read.";
  }

  private static int exponentAt(CharSequence literal, int length) {
    int at = 0;
    while (at < length && literal.charAt(at) != 'e' && literal.charAt(at) != 'E') {
      at++;
    }
    return at;
  }

  private static boolean exponentIsTooBig(CharSequence literal, int from, int length) {
    int exponent = 0;
    for (int i = from; i < length; i++) {
      char c = literal.charAt(i);
      if (c == '+' || c == '-') {
        continue;
      }
      exponent = exponent * 10 + (c - '0');
      if (exponent > Json.MAX_EXPONENT) {
        return true;
      }
    }
    return false;
  }

  /**
   * Gives the value of a whole-number literal that is within the limits: the smallest of Jackson's
   * node types that holds it.
   */
  static JsonNode whole(String literal) {
    if (literal.length() > SAFE_LONG_LENGTH) {
      return whole(new BigInteger(literal));
    }
    return whole(Long.parseLong(literal));
  }

  static JsonNode whole(BigInteger value) {
    return value.bitLength() < Long.SIZE
        ? whole(value.longValueExact())
        : BigIntegerNode.valueOf(value);
  }

  private static JsonNode whole(long value) {
    return value == (int) value ? IntNode.valueOf((int) value) : LongNode.valueOf(value);
  }

  /**
   * Gives the exact value of a literal with point or exponent that is within the limits. Trailing
   * zeroes are kept; a value without any fraction gets one zero after the point if that is short,
   * so that it does not turn into a whole number when written: 15e-1 is 1.5, 1.5e1 is 15.0, 1e2 is
   * 100.0, 1e400 stays.
   */
  static JsonNode decimal(String literal) {
    BigDecimal value = new BigDecimal(literal);
    boolean shortWithoutExponent =
        value.scale() <= 0 && value.precision() - value.scale() <= MAX_EXPANDED_DIGITS;
    return DecimalNode.valueOf(
        value.scale() == 0 || shortWithoutExponent ? value.setScale(1) : value);
  }
}
