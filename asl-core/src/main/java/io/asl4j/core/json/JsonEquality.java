package io.asl4j.core.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.Map;

/**
 * Equality of JSON values by meaning, and the order of numbers.
 *
 * <p>Numbers are equal if they are the same number, however they are written or held: {@code 1},
 * {@code 1.0} and {@code 1E0}. Objects are equal if they have the same keys with equal values, in
 * any order. Nothing else is converted: {@code "1"} is not {@code 1}, a missing value is not null.
 * Copes with any depth.
 */
public final class JsonEquality {

  /**
   * The most digits that a long may have; a number with more places before its point is no long.
   */
  private static final int MAX_LONG_DIGITS = 19;

  private JsonEquality() {}

  /**
   * A value as an element of hash sets and a key of hash maps, equal by meaning.
   *
   * @param value the value; must not be changed
   */
  public record ByMeaning(JsonNode value) {

    @Override
    public boolean equals(Object other) {
      return other instanceof ByMeaning that && same(value, that.value);
    }

    @Override
    public int hashCode() {
      return hash(value);
    }
  }

  private record Pair(JsonNode left, JsonNode right) {}

  /** Says whether two values mean the same. */
  public static boolean same(JsonNode a, JsonNode b) {
    Deque<Pair> open = new ArrayDeque<>();
    open.push(new Pair(a, b));
    while (!open.isEmpty()) {
      Pair pair = open.pop();
      if (!sameHere(pair.left, pair.right, open)) {
        return false;
      }
    }
    return true;
  }

  @SuppressWarnings(
      "ReferenceEquality") // Path copies share most of their tree: what is shared need not be
  // walked.
  private static boolean sameHere(JsonNode left, JsonNode right, Deque<Pair> open) {
    if (left == right) {
      return true;
    }
    if (left.isNumber() && right.isNumber()) {
      return compareNumbers(left, right) == 0;
    }
    if (left.getNodeType() != right.getNodeType()) {
      return false;
    }
    if (!left.isContainerNode()) {
      return left.equals(right);
    }
    if (left.size() != right.size()) {
      return false;
    }
    if (left.isArray()) {
      Iterator<JsonNode> others = right.elements();
      for (JsonNode item : left) {
        open.push(new Pair(item, others.next()));
      }
      return true;
    }
    for (Map.Entry<String, JsonNode> field : left.properties()) {
      JsonNode other = right.get(field.getKey());
      if (other == null) {
        return false;
      }
      open.push(new Pair(field.getValue(), other));
    }
    return true;
  }

  /**
   * Compares two numbers by value, exactly, whatever their types; also fast for numbers with huge
   * exponents.
   *
   * <p>An infinity or NaN, which only calculated doubles can be, is ordered as by {@link
   * Double#compare}: NaN is above all.
   *
   * @return less than, equal to or greater than 0
   * @throws IllegalArgumentException if a value is not a number
   */
  public static int compareNumbers(JsonNode a, JsonNode b) {
    if (!a.isNumber() || !b.isNumber()) {
      throw new IllegalArgumentException(
          "Two numbers are expected, got " + a.getNodeType() + " and " + b.getNodeType() + ".");
    }
    if (isLong(a) && isLong(b)) {
      return Long.compare(a.longValue(), b.longValue());
    }
    if (!isFinite(a) || !isFinite(b)) {
      return Double.compare(finiteAsZero(a), finiteAsZero(b));
    }
    return a.decimalValue().compareTo(b.decimalValue());
  }

  private static boolean isLong(JsonNode number) {
    return number.isInt() || number.isLong() || number.isShort();
  }

  private static boolean isFinite(JsonNode number) {
    return !(number.isDouble() || number.isFloat()) || Double.isFinite(number.doubleValue());
  }

  /**
   * Stands in for a finite number beside an infinity or NaN: its value does not matter, and may be
   * beyond a double.
   */
  private static double finiteAsZero(JsonNode number) {
    return isFinite(number) ? 0 : number.doubleValue();
  }

  private record Step(JsonNode node, int path) {}

  /** Gives a hash that is equal for values that mean the same. */
  public static int hash(JsonNode value) {
    // Each scalar is mixed with the path to it and all are added up, so the order of keys cannot
    // matter and no recursion is needed.
    int sum = 0;
    Deque<Step> open = new ArrayDeque<>();
    open.push(new Step(value, 17));
    while (!open.isEmpty()) {
      Step step = open.pop();
      JsonNode node = step.node;
      sum += mix(step.path * 31 + own(node));
      if (node.isArray()) {
        for (int i = 0; i < node.size(); i++) {
          open.push(new Step(node.path(i), mix(step.path * 31 + i)));
        }
      } else if (node.isObject()) {
        node.properties()
            .forEach(
                field ->
                    open.push(
                        new Step(
                            field.getValue(), mix(step.path * 31 + field.getKey().hashCode()))));
      }
    }
    return sum;
  }

  private static int own(JsonNode node) {
    if (node.isNumber()) {
      return numberHash(node);
    }
    return node.isContainerNode() ? (node.isArray() ? 1 : 2) + 4 * node.size() : node.hashCode();
  }

  private static int numberHash(JsonNode number) {
    if (isLong(number)) {
      return Long.hashCode(number.longValue());
    }
    if (!isFinite(number)) {
      return Double.hashCode(number.doubleValue());
    }
    BigDecimal value = number.decimalValue().stripTrailingZeros();
    boolean mayBeLong =
        value.scale() <= 0 && (long) value.precision() - value.scale() <= MAX_LONG_DIGITS;
    if (mayBeLong && value.toBigIntegerExact().bitLength() < Long.SIZE) {
      return Long.hashCode(value.longValueExact());
    }
    return value.hashCode();
  }

  private static int mix(int bits) {
    int spread = bits * 0x9E3779B9;
    return spread ^ (spread >>> 15);
  }
}
