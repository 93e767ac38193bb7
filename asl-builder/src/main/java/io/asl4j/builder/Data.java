package io.asl4j.builder;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.asl4j.core.json.Json;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SequencedCollection;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Turns Java values into JSON, the same value always into the same JSON. */
final class Data {

  private static final ObjectMapper MAPPER =
      Json.newMapper().configure(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS, true);
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private Data() {}

  /**
   * Gives the value as JSON that nobody else holds.
   *
   * @param value null becomes a JSON null
   * @throws IllegalArgumentException if it cannot be written as JSON
   */
  static JsonNode of(@Nullable Object value) {
    return switch (value) {
      case null -> JSON.nullNode();
      case JsonNode node -> copy(node);
      case Template template -> template.definition();
      case CharSequence text -> JSON.textNode(text.toString());
      case Boolean truth -> JSON.booleanNode(truth);
      case Number number -> copy(number(number));
      case Instant instant -> JSON.textNode(instant.toString());
      case Map<?, ?> map -> object(map);
      case Iterable<?> items -> array(items);
      case Object[] items -> array(Arrays.asList(items));
      case Part<?> part ->
          throw new IllegalArgumentException(
              "A %s is no data: it has a method of its own."
                  .formatted(part.getClass().getSimpleName()));
      default -> bean(value);
    };
  }

  /** The elements of an array so far, and more. */
  static ArrayNode appended(JsonNode array, List<? extends Part<?>> more) {
    ArrayNode all = JSON.arrayNode();
    array.forEach(all::add);
    more.forEach(part -> all.add(part.definition()));
    return all;
  }

  /** An object so far, and one more field. */
  static ObjectNode with(JsonNode object, String name, Object value) {
    ObjectNode more = object.isObject() ? object.deepCopy() : JSON.objectNode();
    more.set(name, of(value));
    return more;
  }

  /**
   * Gives a duration in seconds.
   *
   * @throws IllegalArgumentException if there is a fraction
   */
  static long seconds(Duration duration) {
    if (duration.toNanosPart() != 0) {
      throw new IllegalArgumentException(
          "The Amazon States Language counts in whole seconds, and %s is not a number of them."
              .formatted(duration));
    }
    return duration.toSeconds();
  }

  /** A decimal that is written without a fraction if it has none: {@code 2}, not {@code 2.0}. */
  static BigDecimal decimal(double number) {
    if (!Double.isFinite(number)) {
      throw new IllegalArgumentException("JSON has no number " + number + ".");
    }
    BigDecimal exact = BigDecimal.valueOf(number).stripTrailingZeros();
    return exact.scale() < 0 ? exact.setScale(0) : exact;
  }

  /** Written and read, so that numbers and depth are what any definition can hold. */
  private static JsonNode copy(JsonNode node) {
    return Json.parse(Json.write(node));
  }

  private static JsonNode number(Number number) {
    return switch (number) {
      case Byte small -> JSON.numberNode(small.intValue());
      case Short small -> JSON.numberNode(small.intValue());
      case Integer whole -> JSON.numberNode(whole);
      case Long whole -> JSON.numberNode(whole);
      case BigInteger whole -> JSON.numberNode(whole);
      case BigDecimal exact -> DecimalNode.valueOf(exact);
      case Double binary -> DecimalNode.valueOf(decimal(binary));
      case Float binary -> DecimalNode.valueOf(decimal(Double.parseDouble(binary.toString())));
      default -> bean(number);
    };
  }

  private static ObjectNode object(Map<?, ?> map) {
    ObjectNode object = JSON.objectNode();
    if (map instanceof SequencedMap<?, ?>) {
      map.forEach((key, value) -> object.set(String.valueOf(key), of(value)));
    } else {
      Map<String, JsonNode> byKey = new TreeMap<>();
      map.forEach((key, value) -> byKey.put(String.valueOf(key), of(value)));
      byKey.forEach(object::set);
    }
    return object;
  }

  private static ArrayNode array(Iterable<?> items) {
    List<JsonNode> nodes = new ArrayList<>();
    items.forEach(item -> nodes.add(of(item)));
    if (items instanceof Set<?> && !(items instanceof SequencedCollection<?>)) {
      nodes.sort(Comparator.comparing(Json::write));
    }
    return JSON.arrayNode().addAll(nodes);
  }

  private static JsonNode bean(Object value) {
    try {
      return copy(MAPPER.valueToTree(value));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "A %s cannot be written as JSON here; turn it into a JsonNode with a mapper of your own."
              .formatted(value.getClass().getName()),
          e);
    }
  }
}
