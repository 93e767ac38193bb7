package io.asl4j.testing.suite;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Takes secrets out of recordings: the value of every field with a telling name, and the same text
 * wherever else it occurs. Immutable.
 */
public final class Redaction {

  /** What stands where a secret was. */
  public static final String MARK = "redacted";

  /** Field names that are always taken for secrets; {@code *} stands for any text. */
  public static final List<String> ALWAYS =
      List.of(
          "*password*",
          "*passwd*",
          "*secret*",
          "*apikey*",
          "*api_key*",
          "*api-key*",
          "*accesskey*",
          "*access_key*",
          "authorization",
          "cookie",
          "*credential*",
          "*privatekey*",
          "*private_key*");

  /** Shorter texts may occur anywhere by chance. */
  private static final int SHORTEST = 6;

  private final List<Pattern> names;

  private Redaction(Collection<String> globs) {
    this.names = globs.stream().map(Redaction::pattern).toList();
  }

  /**
   * The rules of {@link #ALWAYS} and more.
   *
   * @param globs field names, without regard to case
   */
  public static Redaction with(Collection<String> globs) {
    Set<String> all = new LinkedHashSet<>(ALWAYS);
    all.addAll(globs);
    return new Redaction(all);
  }

  /** No rules at all. */
  public static Redaction none() {
    return new Redaction(List.of());
  }

  private static Pattern pattern(String glob) {
    String regex = "\\Q" + glob.toLowerCase(Locale.ROOT).replace("*", "\\E.*\\Q") + "\\E";
    return Pattern.compile(regex);
  }

  /** A copy without the secrets. */
  JsonNode apply(JsonNode value) {
    Set<String> secrets = new LinkedHashSet<>();
    collect(value, false, secrets);
    return copy(value, false, secrets);
  }

  private boolean isSecret(String field) {
    String name = field.toLowerCase(Locale.ROOT);
    return names.stream().anyMatch(pattern -> pattern.matcher(name).matches());
  }

  private void collect(JsonNode value, boolean secret, Set<String> secrets) {
    if (value.isTextual() && secret && value.textValue().length() >= SHORTEST) {
      secrets.add(value.textValue());
    }
    for (Map.Entry<String, JsonNode> field : value.properties()) {
      // Expressions of the definition say where a secret comes from, not what it is.
      boolean expression = field.getKey().endsWith(".$");
      collect(field.getValue(), !expression && (secret || isSecret(field.getKey())), secrets);
    }
    if (value.isArray()) {
      value.forEach(element -> collect(element, secret, secrets));
    }
  }

  private JsonNode copy(JsonNode value, boolean secret, Set<String> secrets) {
    if (value.isObject()) {
      ObjectNode object = JsonNodeFactory.instance.objectNode();
      value
          .properties()
          .forEach(
              field ->
                  object.set(
                      field.getKey(),
                      copy(field.getValue(), secret || isSecret(field.getKey()), secrets)));
      return object;
    }
    if (value.isArray()) {
      ArrayNode array = JsonNodeFactory.instance.arrayNode();
      value.forEach(element -> array.add(copy(element, secret, secrets)));
      return array;
    }
    if (secret && value.isValueNode() && !value.isNull() && !isExpression(value)) {
      return TextNode.valueOf(MARK);
    }
    return value.isTextual() ? TextNode.valueOf(without(value.textValue(), secrets)) : value;
  }

  private static boolean isExpression(JsonNode value) {
    String text = value.asText();
    return text.startsWith("{%") || text.startsWith("$.") || text.startsWith("$$");
  }

  private static String without(String text, Set<String> secrets) {
    String result = text;
    for (String secret : secrets) {
      if (!secret.startsWith("{%") && !secret.startsWith("$")) {
        result = result.replace(secret, MARK);
      }
    }
    return result;
  }
}
