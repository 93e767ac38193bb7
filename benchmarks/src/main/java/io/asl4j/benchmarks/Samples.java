package io.asl4j.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The data that all contenders work on. */
final class Samples {

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private Samples() {}

  /** About 1 KB: 16 texts of about 50 characters, a number, a boolean, and a list of three. */
  static ObjectNode record() {
    ObjectNode record = NODES.objectNode();
    for (int i = 1; i <= 16; i++) {
      record.put("field" + i, text(i));
    }
    record.put("amount", 1299);
    record.put("paid", true);
    record.putArray("tags").add("new").add("gift").add("express");
    return record;
  }

  private static String text(int number) {
    return "text number %02d, filled up to a length of about fifty".formatted(number);
  }

  /** The same record as plain Java objects. */
  static Map<String, Object> recordAsMap() {
    Map<String, Object> record = new LinkedHashMap<>();
    for (int i = 1; i <= 16; i++) {
      record.put("field" + i, text(i));
    }
    record.put("amount", 1299);
    record.put("paid", true);
    record.put("tags", List.of("new", "gift", "express"));
    return record;
  }

  /** The input of the chain. */
  static ObjectNode order() {
    ObjectNode order = NODES.objectNode();
    order.put("id", "order-1");
    order.set("data", record());
    return order;
  }

  /** The same order as plain Java objects. */
  static Map<String, Object> orderAsMap() {
    Map<String, Object> order = new LinkedHashMap<>();
    order.put("id", "order-1");
    order.put("data", recordAsMap());
    return order;
  }

  /** The input of the park. */
  static ObjectNode waitingOrder(int seconds) {
    return order().put("seconds", seconds);
  }

  /** The input of the counter. */
  static ObjectNode zero() {
    return NODES.objectNode().put("i", 0);
  }

  /** The input of a map. */
  static ObjectNode items(int count) {
    ObjectNode input = NODES.objectNode();
    ArrayNode items = input.putArray("items");
    for (int i = 0; i < count; i++) {
      items.addObject().put("id", i).put("name", "item-" + i);
    }
    return input;
  }

  /**
   * Whether a result of the chain is the order with ten records.
   *
   * @throws IllegalStateException if it is not
   */
  static void checkChain(JsonNode result) {
    ObjectNode expected = order();
    for (int i = 1; i <= 10; i++) {
      expected.set("r" + i, record());
    }
    same(expected, result);
  }

  /** The same for the park. */
  static void checkPark(JsonNode result, int seconds) {
    ObjectNode expected = waitingOrder(seconds);
    expected.set("r1", record());
    same(expected, result);
  }

  /** The same for the counter. */
  static void checkCounter(JsonNode result) {
    if (result.size() != 1 || result.path("i").intValue() != 1000) {
      throw new IllegalStateException("The counter ended as " + result);
    }
  }

  /** The same for a map, whose results are its items. */
  static void checkMap(JsonNode results, int count) {
    same(items(count).get("items"), results);
  }

  private static void same(JsonNode expected, JsonNode result) {
    if (!expected.equals(result)) {
      throw new IllegalStateException("Expected " + expected + " but the result was " + result);
    }
  }
}
