package io.asl4j.core.query.jsonpath;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The intrinsic functions about arrays. */
final class ArrayFunctions {

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  /** The most items that {@code States.ArrayRange} gives. */
  static final int MAX_RANGE = 1000;

  private ArrayFunctions() {}

  static JsonNode array(IntrinsicArguments arguments) {
    return NODES.arrayNode(arguments.count()).addAll(arguments.values());
  }

  static JsonNode partition(IntrinsicArguments arguments) throws IntrinsicFailed {
    ArrayNode items = arguments.array(0);
    int size = arguments.integer(1);
    if (size < 1) {
      throw arguments.invalid();
    }
    ArrayNode parts = NODES.arrayNode();
    ArrayNode part = NODES.arrayNode();
    for (JsonNode item : items) {
      if (part.size() == size) {
        parts.add(part);
        part = NODES.arrayNode();
      }
      part.add(item);
    }
    return part.isEmpty() ? parts : parts.add(part);
  }

  /**
   * AWS compares the texts of the values, so true is found in an array that holds the string {@code
   * true}.
   */
  static JsonNode contains(IntrinsicArguments arguments) throws IntrinsicFailed {
    String wanted = JavaText.of(arguments.value(1));
    for (JsonNode item : arguments.array(0)) {
      if (JavaText.of(item).equals(wanted)) {
        return BooleanNode.TRUE;
      }
    }
    return BooleanNode.FALSE;
  }

  static JsonNode range(IntrinsicArguments arguments) throws IntrinsicFailed {
    long first = arguments.integer(0);
    long last = arguments.integer(1);
    long step = arguments.integer(2);
    if (step == 0 || (last - first) / step >= MAX_RANGE) {
      throw arguments.invalid();
    }
    ArrayNode numbers = NODES.arrayNode();
    for (long number = first; step > 0 ? number <= last : number >= last; number += step) {
      numbers.add((int) number);
    }
    return numbers;
  }

  /** An index behind the end fails, but for an empty array, where AWS gives null. */
  static JsonNode getItem(IntrinsicArguments arguments) throws IntrinsicFailed {
    ArrayNode items = arguments.array(0);
    int index = arguments.integer(1);
    if (index < 0) {
      throw arguments.invalid();
    }
    if (items.isEmpty()) {
      return NullNode.getInstance();
    }
    if (index >= items.size()) {
      throw arguments.invalid();
    }
    return items.get(index);
  }

  static JsonNode length(IntrinsicArguments arguments) throws IntrinsicFailed {
    return IntNode.valueOf(arguments.array(0).size());
  }

  /**
   * AWS gives the items in the order of a hash set of plain Java values, not as they came: {@code
   * [true, false]} becomes {@code [false, true]}, {@code [[1, 2], [2, 1]]} becomes {@code [[2, 1],
   * [1, 2]]}.
   */
  static JsonNode unique(IntrinsicArguments arguments) throws IntrinsicFailed {
    ArrayNode items = arguments.array(0);
    List<@Nullable Object> values = new ArrayList<>(items.size());
    Map<@Nullable Object, JsonNode> first = new HashMap<>();
    for (JsonNode item : items) {
      Object value = JavaText.plain(item);
      values.add(value);
      first.putIfAbsent(value, item);
    }
    ArrayNode unique = NODES.arrayNode(first.size());
    // The size of the set's table, which its constructor takes from the list, decides the order.
    for (Object value : new HashSet<>(values)) {
      unique.add(first.get(value));
    }
    return unique;
  }
}
