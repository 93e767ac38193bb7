package io.asl4j.core.query.jsonata;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ContainerNode;
import com.fasterxml.jackson.databind.node.NumericNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Map;

/** What an expression gives to the world: no functions, not too much, and JSON only. */
final class Results {
  private static final int BYTES_A_NUMBER = 8;
  private static final int BYTES_A_SIGN = 2;

  /** Nobody could write or read JSON that is nested more deeply. */
  private static final int DEEPEST = 1000;

  private Results() {}

  /**
   * The value as it may leave.
   *
   * @param mayHoldFunctions whether the expression handles functions as values
   */
  static JsonNode checked(Run run, JsonNode value, boolean mayHoldFunctions) {
    if (run.hasBuilt()) {
      measure(run, value, 0, 0);
    } else if (mayHoldFunctions) {
      refuseFunctions(run, value);
    }
    boolean spellOut = run.madeNonFinite() && run.dialect() == JsonataDialect.AWS;
    return spellOut ? spelledOut(run, value) : value;
  }

  private static void refuseFunctions(Run run, JsonNode value) {
    if (value instanceof InternalValue) {
      throw JsonataFailed.unsupportedResult();
    }
    if (value instanceof ContainerNode<?> container) {
      run.tick(1L + container.size());
      for (JsonNode child : container) {
        if (child instanceof ContainerNode<?> || child instanceof InternalValue) {
          refuseFunctions(run, child);
        }
      }
    }
  }

  /**
   * Adds the size of a value to what was measured so far; refuses too much at once, and functions.
   */
  private static long measure(Run run, JsonNode value, int depth, long before) {
    if (!(value instanceof ContainerNode<?>)) {
      long size = before + ofLeaf(value);
      run.checkSize(size);
      return size;
    }
    if (depth > DEEPEST) {
      throw JsonataFailed.stackOverflow();
    }
    run.tick(1L + value.size());
    long size = before;
    if (value instanceof ObjectNode object) {
      for (Map.Entry<String, JsonNode> field : object.properties()) {
        JsonNode child = field.getValue();
        size += field.getKey().length() + 2 * BYTES_A_SIGN;
        size =
            child instanceof ContainerNode<?>
                ? measure(run, child, depth + 1, size)
                : size + ofLeaf(child);
      }
    } else if (value instanceof ArrayNode array) {
      int count = array.size();
      for (int i = 0; i < count; i++) {
        JsonNode child = array.get(i);
        size++;
        size =
            child instanceof ContainerNode<?>
                ? measure(run, child, depth + 1, size)
                : size + ofLeaf(child);
      }
    }
    run.checkSize(size);
    return size;
  }

  private static int ofLeaf(JsonNode value) {
    if (value instanceof NumericNode) {
      return BYTES_A_NUMBER;
    }
    if (value instanceof TextNode text) {
      return text.textValue().length() + BYTES_A_SIGN;
    }
    if (value instanceof InternalValue) {
      throw JsonataFailed.unsupportedResult();
    }
    return BYTES_A_NUMBER;
  }

  /** A copy in which numbers that JSON does not know are texts. */
  private static JsonNode spelledOut(Run run, JsonNode value) {
    run.tick();
    if (value.isDouble() && !Double.isFinite(value.doubleValue())) {
      return TextNode.valueOf(Double.toString(value.doubleValue()));
    }
    if (value instanceof ObjectNode object) {
      ObjectNode copy = Values.object();
      object
          .properties()
          .forEach(field -> copy.set(field.getKey(), spelledOut(run, field.getValue())));
      return copy;
    }
    if (value instanceof ArrayNode array) {
      ArrayNode copy = Values.array(array.size());
      array.forEach(item -> copy.add(spelledOut(run, item)));
      return copy;
    }
    return value;
  }
}
