package io.asl4j.core.query.jsonpath;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * JSON values as plain Java values and their texts. AWS's intrinsic functions work on those, which
 * shows: {@code States.Format} prints an object as {@code {Arg1=1, Arg2=[]}} and a million as
 * {@code 1000000.0} when it was written {@code 1e6}.
 */
final class JavaText {

  private JavaText() {}

  /**
   * The text of the value: a string as it is, everything else as {@link String#valueOf(Object)} has
   * it.
   */
  static String of(JsonNode value) {
    return String.valueOf(plain(value));
  }

  /** The value as a map, a list, a string, a number, a boolean or null. */
  static @Nullable Object plain(JsonNode value) {
    return switch (value.getNodeType()) {
      case OBJECT -> members((ObjectNode) value);
      case ARRAY -> items((ArrayNode) value);
      case NUMBER -> number(value);
      case BOOLEAN -> value.booleanValue();
      case NULL, MISSING -> null;
      case STRING, BINARY, POJO -> value.asText();
    };
  }

  private static Object number(JsonNode value) {
    if (!value.isIntegralNumber()) {
      return value.doubleValue();
    }
    if (value.canConvertToInt()) {
      return value.intValue();
    }
    return value.canConvertToLong() ? (Object) value.longValue() : value.bigIntegerValue();
  }

  private static Map<String, @Nullable Object> members(ObjectNode value) {
    Map<String, @Nullable Object> members = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> member : value.properties()) {
      members.put(member.getKey(), plain(member.getValue()));
    }
    return members;
  }

  private static List<@Nullable Object> items(ArrayNode value) {
    List<@Nullable Object> items = new ArrayList<>(value.size());
    for (JsonNode item : value) {
      items.add(plain(item));
    }
    return items;
  }
}
