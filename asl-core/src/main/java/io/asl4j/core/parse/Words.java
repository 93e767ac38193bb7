package io.asl4j.core.parse;

import com.fasterxml.jackson.databind.JsonNode;
import io.asl4j.core.json.Json;
import java.util.List;
import java.util.Locale;

/** How messages name things: in backticks, with commas, and never longer than a reader wants. */
public final class Words {

  private static final int MAX_SHOWN = 60;

  private Words() {}

  /** A name in backticks, cut if it is long. */
  public static String quoted(String name) {
    return "`" + cut(name) + "`";
  }

  /** Names in backticks with commas between. */
  public static String list(List<String> names) {
    return "`" + String.join("`, `", names) + "`";
  }

  /** What a value is, for "but is ...": small values themselves, big ones by their type. */
  public static String found(JsonNode value) {
    if (value.isObject()) {
      return value.isEmpty() ? "an empty object" : "an object";
    }
    if (value.isArray()) {
      return value.isEmpty() ? "an empty array" : "an array";
    }
    if (value.isTextual()) {
      return "the string `" + cut(value.textValue()) + "`";
    }
    return "`" + cut(Json.write(value)) + "`";
  }

  /** The same with a capital letter in front. */
  public static String capitalized(String text) {
    return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
  }

  private static String cut(String text) {
    if (text.length() <= MAX_SHOWN) {
      return text;
    }
    int end = Character.isHighSurrogate(text.charAt(MAX_SHOWN - 1)) ? MAX_SHOWN - 1 : MAX_SHOWN;
    return text.substring(0, end) + "…";
  }
}
