package io.asl4j.core.query.jsonata;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.asl4j.core.query.EvaluationBudget;
import io.asl4j.core.query.jsonata.JsonataSyntax.Operator;
import java.util.Arrays;
import java.util.Map;

/** Arithmetic, comparison, logic and concatenation. */
final class Operators {
  private Operators() {}

  static Code of(Operator operator, Code left, Code right, int offset) {
    return switch (operator) {
      case ADD, SUBTRACT, MULTIPLY, DIVIDE, REMAINDER ->
          new Arithmetic(operator, left, right, offset);
      case EQUAL -> new Equality(left, right, true);
      case NOT_EQUAL -> new Equality(left, right, false);
      case LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL ->
          new Comparison(operator, left, right, offset);
      case CONCATENATE -> Concatenation.of(left, right, offset);
      case AND -> new Both(left, right);
      case OR -> new Either(left, right);
      case IN -> new Membership(left, right);
    };
  }

  private static final class Arithmetic extends Code.Scalar {
    private final Operator operator;
    private final Code left;
    private final Code right;
    private final int offset;

    Arithmetic(Operator operator, Code left, Code right, int offset) {
      this.operator = operator;
      this.left = left;
      this.right = right;
      this.offset = offset;
    }

    @Override
    JsonNode value(Frame frame, JsonNode context) {
      JsonNode a = left.value(frame, context);
      JsonNode b = right.value(frame, context);
      if (a instanceof IntNode first && b instanceof IntNode second) {
        return ofWhole(frame.run, first.intValue(), second.intValue());
      }
      if (!Numbers.isNumeric(a, offset) && !a.isMissingNode()) {
        throw JsonataFailed.error("T2001", offset, operator.symbol(), a);
      }
      if (!Numbers.isNumeric(b, offset) && !b.isMissingNode()) {
        throw JsonataFailed.error("T2002", offset, operator.symbol(), b);
      }
      if (a.isMissingNode() || b.isMissingNode()) {
        return Values.NOTHING;
      }
      return frame.run.number(result(a.doubleValue(), b.doubleValue()));
    }

    /** The same as with doubles, which are exact for these as long as the result is small. */
    private JsonNode ofWhole(Run run, int a, int b) {
      // Comparing takes fewer instructions than a switch, which counts in the innermost loops.
      if (operator == Operator.ADD) {
        return Numbers.of((long) a + b);
      }
      if (operator == Operator.MULTIPLY) {
        long product = (long) a * b;
        if (product == (int) product) {
          return IntNode.valueOf((int) product);
        }
      }
      if (operator == Operator.SUBTRACT) {
        return Numbers.of((long) a - b);
      }
      return run.number(result(a, b));
    }

    private double result(double a, double b) {
      return switch (operator) {
        case ADD -> a + b;
        case SUBTRACT -> a - b;
        case MULTIPLY -> a * b;
        case DIVIDE -> a / b;
        case REMAINDER -> a % b;
        default -> throw new IllegalStateException("No arithmetic: " + operator);
      };
    }
  }

  /** {@code -a}. */
  static final class Negation extends Code.Scalar {
    private final Code operand;
    private final int offset;

    Negation(Code operand, int offset) {
      this.operand = operand;
      this.offset = offset;
    }

    @Override
    JsonNode value(Frame frame, JsonNode context) {
      JsonNode value = operand.value(frame, context);
      if (value.isMissingNode()) {
        return value;
      }
      if (!Numbers.isNumeric(value, offset)) {
        throw JsonataFailed.error("D1002", offset, "-", value);
      }
      return Numbers.of(-value.doubleValue());
    }
  }

  private static final class Equality extends Code.Scalar {
    private final Code left;
    private final Code right;
    private final boolean wanted;

    Equality(Code left, Code right, boolean wanted) {
      this.left = left;
      this.right = right;
      this.wanted = wanted;
    }

    @Override
    JsonNode value(Frame frame, JsonNode context) {
      JsonNode a = left.value(frame, context);
      JsonNode b = right.value(frame, context);
      if (a.isMissingNode() || b.isMissingNode()) {
        return BooleanNode.FALSE;
      }
      return BooleanNode.valueOf(Values.areEqual(frame.run, a, b) == wanted);
    }
  }

  private static final class Comparison extends Code.Scalar {
    private final Operator operator;
    private final Code left;
    private final Code right;
    private final int offset;

    Comparison(Operator operator, Code left, Code right, int offset) {
      this.operator = operator;
      this.left = left;
      this.right = right;
      this.offset = offset;
    }

    @Override
    JsonNode value(Frame frame, JsonNode context) {
      JsonNode a = left.value(frame, context);
      JsonNode b = right.value(frame, context);
      if (a instanceof IntNode first && b instanceof IntNode second) {
        return BooleanNode.valueOf(holds(first.intValue(), second.intValue()));
      }
      requireComparable(a);
      requireComparable(b);
      if (a.isMissingNode() || b.isMissingNode()) {
        return Values.NOTHING;
      }
      if (a.getNodeType() != b.getNodeType()) {
        throw JsonataFailed.error(
            "T2009", offset, operator.symbol(), Map.of("value", a, "value2", b));
      }
      if (a.isTextual()) {
        return BooleanNode.valueOf(holds(a.textValue().compareTo(b.textValue())));
      }
      return BooleanNode.valueOf(holds(a.doubleValue(), b.doubleValue()));
    }

    private void requireComparable(JsonNode value) {
      if (!value.isTextual() && !value.isNumber() && !value.isMissingNode()) {
        throw JsonataFailed.error("T2010", offset, operator.symbol(), value);
      }
    }

    private boolean holds(int order) {
      return switch (operator) {
        case LESS -> order < 0;
        case LESS_OR_EQUAL -> order <= 0;
        case GREATER -> order > 0;
        case GREATER_OR_EQUAL -> order >= 0;
        default -> throw new IllegalStateException("No comparison: " + operator);
      };
    }

    // Not by order: nothing holds between a number and NaN.
    private boolean holds(double a, double b) {
      return switch (operator) {
        case LESS -> a < b;
        case LESS_OR_EQUAL -> a <= b;
        case GREATER -> a > b;
        case GREATER_OR_EQUAL -> a >= b;
        default -> throw new IllegalStateException("No comparison: " + operator);
      };
    }
  }

  /** {@code a & b & c}, kept flat so that long chains are built once. */
  private static final class Concatenation extends Code.Scalar {
    private final Code[] parts;
    private final int offset;

    private Concatenation(Code[] parts, int offset) {
      this.parts = parts;
      this.offset = offset;
    }

    static Code of(Code left, Code right, int offset) {
      if (!(left instanceof Concatenation chain)) {
        return new Concatenation(new Code[] {left, right}, offset);
      }
      Code[] parts = Arrays.copyOf(chain.parts, chain.parts.length + 1);
      parts[chain.parts.length] = right;
      return new Concatenation(parts, offset);
    }

    @Override
    JsonNode value(Frame frame, JsonNode context) {
      Run run = frame.run;
      StringBuilder text = new StringBuilder();
      for (Code part : parts) {
        append(run, text, part.value(frame, context));
      }
      run.checkSize(text.length());
      run.tick(text.length() / 64);
      run.grow(text.length());
      return TextNode.valueOf(text.toString());
    }

    private void append(Run run, StringBuilder text, JsonNode value) {
      if (value.isTextual()) {
        text.append(value.textValue());
        return;
      }
      try {
        text.append(Texts.of(run, value, false));
      } catch (JsonataFailed failed) {
        throw failed.at(offset, "&");
      }
    }
  }

  private static final class Both extends Code.Scalar {
    private final Code left;
    private final Code right;

    Both(Code left, Code right) {
      this.left = left;
      this.right = right;
    }

    @Override
    JsonNode value(Frame frame, JsonNode context) {
      Run run = frame.run;
      return BooleanNode.valueOf(
          Values.isTruthy(run, left.value(frame, context))
              && Values.isTruthy(run, right.value(frame, context)));
    }
  }

  private static final class Either extends Code.Scalar {
    private final Code left;
    private final Code right;

    Either(Code left, Code right) {
      this.left = left;
      this.right = right;
    }

    @Override
    JsonNode value(Frame frame, JsonNode context) {
      Run run = frame.run;
      return BooleanNode.valueOf(
          Values.isTruthy(run, left.value(frame, context))
              || Values.isTruthy(run, right.value(frame, context)));
    }
  }

  private static final class Membership extends Code.Scalar {
    private final Code left;
    private final Code right;

    Membership(Code left, Code right) {
      this.left = left;
      this.right = right;
    }

    @Override
    JsonNode value(Frame frame, JsonNode context) {
      JsonNode item = left.value(frame, context);
      JsonNode group = right.value(frame, context);
      if (item.isMissingNode() || group.isMissingNode()) {
        return BooleanNode.FALSE;
      }
      if (!(group instanceof ArrayNode array)) {
        return BooleanNode.valueOf(Values.areEqual(frame.run, item, group));
      }
      for (int i = 0; i < array.size(); i++) {
        if (Values.areEqual(frame.run, item, array.get(i))) {
          return BooleanNode.TRUE;
        }
      }
      return BooleanNode.FALSE;
    }
  }

  /** {@code from..to}. */
  static final class Range extends Code.Sequenced {
    private final Code from;
    private final Code to;
    private final int offset;

    Range(Code from, Code to, int offset) {
      this.from = from;
      this.to = to;
      this.offset = offset;
    }

    @Override
    JsonNode raw(Frame frame, JsonNode context) {
      JsonNode first = from.value(frame, context);
      JsonNode last = to.value(frame, context);
      if (!first.isMissingNode() && !Numbers.isWhole(first)) {
        throw JsonataFailed.error("T2003", offset, "..", first);
      }
      if (!last.isMissingNode() && !Numbers.isWhole(last)) {
        throw JsonataFailed.error("T2004", offset, "..", last);
      }
      if (first.isMissingNode() || last.isMissingNode()) {
        return Values.NOTHING;
      }
      return numbers(frame.run, first.doubleValue(), last.doubleValue());
    }

    private JsonNode numbers(Run run, double first, double last) {
      if (first > last) {
        return Values.NOTHING;
      }
      double size = last - first + 1;
      if (size > EvaluationBudget.LONGEST_RANGE) {
        throw JsonataFailed.error("D2014", offset, "..", Numbers.of(size));
      }
      return stepping(run, first, 1, (long) size);
    }
  }

  /** So many numbers from a first one on. */
  static JsonNode stepping(Run run, double first, double step, long size) {
    if (size > run.budget().maxSequence()) {
      throw JsonataFailed.memory();
    }
    Sequence numbers = Sequence.sized(run, (int) size);
    for (long i = 0; i < size; i++) {
      run.tick();
      numbers.add(Numbers.of(first + i * step));
    }
    run.grow(24 * size);
    return numbers;
  }
}
