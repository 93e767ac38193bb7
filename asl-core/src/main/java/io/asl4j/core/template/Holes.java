package io.asl4j.core.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.asl4j.core.json.Pointers;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Places of a definition whose value is known only when it is deployed: placeholders <code>${Name}
 * </code>, and functions of CloudFormation that stand for them.
 */
public final class Holes {

  private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([A-Za-z_][A-Za-z0-9_.:-]*)}");

  private Holes() {}

  /** Gives a value with every function of CloudFormation in it replaced by a placeholder. */
  static JsonNode replaced(JsonNode value) {
    Optional<String> function = function(value);
    if (function.isPresent()) {
      return TextNode.valueOf(placeholder(value, function.get()));
    }
    if (value.isObject()) {
      ObjectNode copy = JsonNodeFactory.instance.objectNode();
      value.properties().forEach(field -> copy.set(field.getKey(), replaced(field.getValue())));
      return copy;
    }
    if (value.isArray()) {
      ArrayNode copy = JsonNodeFactory.instance.arrayNode(value.size());
      value.forEach(item -> copy.add(replaced(item)));
      return copy;
    }
    return value;
  }

  /** The function that an object calls: {@code Ref}, {@code Fn::Sub} and so on. */
  static Optional<String> function(JsonNode value) {
    if (!value.isObject() || value.size() != 1) {
      return Optional.empty();
    }
    String key = value.fieldNames().next();
    boolean isFunction =
        key.startsWith("Fn::") || (key.equals("Ref") && value.path(key).isTextual());
    return isFunction ? Optional.of(key) : Optional.empty();
  }

  /** The text that a function makes, as far as it is known; the rest is placeholders. */
  static String placeholder(JsonNode call, String function) {
    JsonNode argument = call.path(function);
    if (function.equals("Fn::Sub")) {
      return argument.isArray() ? argument.path(0).asText() : argument.asText();
    }
    if (function.equals("Fn::Join") && argument.path(1).isArray()) {
      StringBuilder joined = new StringBuilder();
      for (JsonNode piece : argument.path(1)) {
        if (!joined.isEmpty()) {
          joined.append(argument.path(0).asText());
        }
        joined.append(piece.isTextual() ? piece.textValue() : nameless(piece));
      }
      return joined.toString();
    }
    return nameless(call);
  }

  /** A placeholder for a call; it says what is called as far as a placeholder can. */
  static String nameless(JsonNode call) {
    String words = call.toString().replaceAll("[^A-Za-z0-9.]+", "_").replaceAll("^_+|_+$", "");
    return "${"
        + (words.isEmpty() || !Character.isLetter(words.charAt(0)) ? "_" + words : words)
        + "}";
  }

  /**
   * The names of placeholders inside a value, each with the pointer of its first place; those
   * inside functions are for the tool itself.
   */
  public static Map<String, String> names(JsonNode value) {
    Map<String, String> names = new LinkedHashMap<>();
    collect(value, Pointers.ROOT, names);
    return names;
  }

  private static void collect(JsonNode value, String pointer, Map<String, String> into) {
    if (function(value).isPresent()) {
      return;
    }
    if (value.isTextual()) {
      Matcher matcher = PLACEHOLDER.matcher(value.textValue());
      while (matcher.find()) {
        into.putIfAbsent(matcher.group(1), pointer);
      }
      return;
    }
    if (value.isObject()) {
      value
          .properties()
          .forEach(
              field -> collect(field.getValue(), Pointers.child(pointer, field.getKey()), into));
      return;
    }
    for (int i = 0; i < value.size(); i++) {
      collect(value.path(i), Pointers.child(pointer, i), into);
    }
  }
}
