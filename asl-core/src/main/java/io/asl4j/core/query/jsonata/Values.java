package io.asl4j.core.query.jsonata;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What JSONata thinks of values: truth, equality, joining. */
final class Values {
  static final JsonNode NOTHING = MissingNode.getInstance();

  /** Elements after which it is time for a look at the clock. */
  private static final int PIECE = 1 << 16;

  private Values() {}

  static ArrayNode array(int capacity) {
    return new ArrayNode(JsonNodeFactory.instance, capacity);
  }

  /** Whether a value counts as true; nothing does not. */
  static boolean isTruthy(Run run, JsonNode value) {
    return switch (value.getNodeType()) {
      case BOOLEAN -> value.booleanValue();
      case STRING -> !value.textValue().isEmpty();
      case NUMBER -> Numbers.isNumeric(value, JsonataFailed.NOWHERE) && value.doubleValue() != 0;
      case OBJECT -> !value.isEmpty();
      case ARRAY -> isAnyTruthy(run, value);
      case POJO -> !(value instanceof FunctionValue function) || function.countsAsTrue();
      case NULL, MISSING, BINARY -> false;
    };
  }

  private static boolean isAnyTruthy(Run run, JsonNode array) {
    for (JsonNode item : array) {
      run.tick();
      if (isTruthy(run, item)) {
        return true;
      }
    }
    return false;
  }

  @SuppressWarnings("ReferenceEquality") // the same node needs no look inside
  static boolean areEqual(Run run, JsonNode left, JsonNode right) {
    if (left == right) {
      return true;
    }
    run.tick();
    if (left.getNodeType() != right.getNodeType()) {
      return false;
    }
    return switch (left.getNodeType()) {
      case NUMBER -> left.doubleValue() == right.doubleValue();
      case STRING -> left.textValue().equals(right.textValue());
      case BOOLEAN -> left.booleanValue() == right.booleanValue();
      case NULL, MISSING -> true;
      case ARRAY -> areArraysEqual(run, left, right);
      case OBJECT -> areObjectsEqual(run, (ObjectNode) left, (ObjectNode) right);
      case POJO, BINARY -> left.equals(right);
    };
  }

  private static boolean areArraysEqual(Run run, JsonNode left, JsonNode right) {
    if (left.size() != right.size()) {
      return false;
    }
    for (int i = 0; i < left.size(); i++) {
      if (!areEqual(run, left.get(i), right.get(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean areObjectsEqual(Run run, ObjectNode left, ObjectNode right) {
    if (left.size() != right.size()) {
      return false;
    }
    for (Map.Entry<String, JsonNode> field : left.properties()) {
      JsonNode other = right.get(field.getKey());
      if (other == null || !areEqual(run, field.getValue(), other)) {
        return false;
      }
    }
    return true;
  }

  /** One array of both values, each as its elements if it is an array; nothing adds nothing. */
  static JsonNode append(Run run, JsonNode first, JsonNode second) {
    if (first.isMissingNode()) {
      return second;
    }
    if (second.isMissingNode()) {
      return first;
    }
    long size = (long) sizeOf(first) + sizeOf(second);
    run.checkArray(size);
    ArrayNode joined = array((int) size);
    addAll(run, joined, first);
    addAll(run, joined, second);
    return joined;
  }

  static void addAll(Run run, ArrayNode target, JsonNode value) {
    int size = sizeOf(value);
    run.tick(size / 8);
    run.grow(8L * size);
    if (value instanceof ArrayNode array) {
      run.checkArray((long) target.size() + size);
      for (int i = 0; i < size; i++) {
        if (i % PIECE == PIECE - 1) {
          run.look();
        }
        target.add(array.get(i));
      }
    } else {
      target.add(value);
    }
  }

  static int sizeOf(JsonNode value) {
    return value instanceof ArrayNode array ? array.size() : 1;
  }

  /**
   * The field of a single object, nothing if it has none; null in all cases that take more than
   * that, because the value is no object or what it holds is still a sequence.
   */
  static @Nullable JsonNode plainField(JsonNode value, String name) {
    if (!(value instanceof ObjectNode object)) {
      return null;
    }
    JsonNode found = object.get(name);
    if (found == null) {
      return NOTHING;
    }
    return found instanceof Sequence ? null : found;
  }

  /** The field of an object, or of each object of an array however deep. */
  static JsonNode lookup(Run run, JsonNode value, String name) {
    if (value instanceof ObjectNode object) {
      JsonNode found = object.get(name);
      return found == null ? NOTHING : found;
    }
    if (!(value instanceof ArrayNode array)) {
      return NOTHING;
    }
    Sequence found = Sequence.empty(run);
    collect(run, array, name, found);
    return found;
  }

  private static void collect(Run run, ArrayNode array, String name, Sequence found) {
    int size = array.size();
    for (int i = 0; i < size; i++) {
      run.tick();
      JsonNode item = array.get(i);
      if (item instanceof ObjectNode object) {
        JsonNode value = object.get(name);
        if (value != null) {
          addLookup(run, found, value);
        }
      } else if (item instanceof ArrayNode inner) {
        collect(run, inner, name, found);
      }
    }
  }

  private static void addLookup(Run run, Sequence found, JsonNode value) {
    if (value instanceof ArrayNode array) {
      addAll(run, found, array);
    } else {
      run.grow(8);
      found.add(value);
    }
  }
}
