package io.asl4j.testing.replay;

import com.fasterxml.jackson.databind.JsonNode;
import io.asl4j.core.json.Json;
import java.util.Locale;

/** Values named in messages: by type, or cut to a length that a reader takes in. */
final class Named {

  private static final int LONGEST = 200;

  private Named() {}

  static String typeOf(JsonNode value) {
    return switch (value.getNodeType()) {
      case OBJECT, ARRAY -> "an " + value.getNodeType().name().toLowerCase(Locale.ROOT);
      case NULL -> "null";
      case MISSING -> "missing";
      case BINARY, BOOLEAN, NUMBER, POJO, STRING ->
          "a " + value.getNodeType().name().toLowerCase(Locale.ROOT);
    };
  }

  static String value(JsonNode value) {
    return value.isMissingNode() ? "nothing" : cut(Json.write(value));
  }

  static String cut(String text) {
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "...";
  }
}
