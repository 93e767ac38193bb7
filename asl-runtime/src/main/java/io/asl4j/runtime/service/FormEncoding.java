package io.asl4j.runtime.service;

import com.fasterxml.jackson.databind.JsonNode;
import io.asl4j.core.json.Json;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Writes JSON as {@code application/x-www-form-urlencoded}: {@code a=1&b[c]=2}.
 *
 * <p>The formats say how arrays are written; inside of arrays and objects, names are in brackets,
 * which stay readable.
 */
enum FormEncoding {
  /** {@code a[0]=x&a[1]=y}. */
  INDICES,
  /** {@code a=x&a=y}. */
  REPEAT,
  /** {@code a=x,y}. */
  COMMAS,
  /** {@code a[]=x&a[]=y}. */
  BRACKETS;

  /** Writes the fields of an object. */
  String write(JsonNode object) {
    List<String> pairs = new ArrayList<>();
    object.properties().forEach(field -> add(encoded(field.getKey()), field.getValue(), pairs));
    return String.join("&", pairs);
  }

  private void add(String name, JsonNode value, List<String> pairs) {
    if (value.isObject()) {
      value
          .properties()
          .forEach(
              field -> add(name + "[" + encoded(field.getKey()) + "]", field.getValue(), pairs));
      return;
    }
    if (!value.isArray()) {
      pairs.add(name + "=" + encoded(text(value)));
      return;
    }
    if (this == COMMAS) {
      pairs.add(
          name
              + "="
              + value
                  .valueStream()
                  .map(element -> encoded(text(element)))
                  .collect(Collectors.joining(",")));
      return;
    }
    for (int i = 0; i < value.size(); i++) {
      String suffix =
          switch (this) {
            case INDICES -> "[" + i + "]";
            case BRACKETS -> "[]";
            case REPEAT, COMMAS -> "";
          };
      add(name + suffix, value.get(i), pairs);
    }
  }

  static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  /** The text of a string, the JSON of anything else; null is empty. */
  static String text(JsonNode value) {
    if (value.isNull()) {
      return "";
    }
    return value.isTextual() ? value.textValue() : Json.write(value);
  }
}
