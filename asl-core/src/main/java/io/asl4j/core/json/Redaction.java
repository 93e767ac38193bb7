package io.asl4j.core.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes secrets out of what is written down, such as logs and recordings: the value of every field
 * that a rule names, and the same text wherever else it occurs.
 *
 * <p>A rule is the name of a field, wherever it is, without regard to case, in which {@code *}
 * stands for any text; or, if it begins with a slash, a JSON pointer from the root of the value, in
 * which a step {@code *} stands for any field or element. Immutable and safe for use by any number
 * of threads.
 */
public final class Redaction {

  /** What stands where a secret was. */
  public static final String MARK = "redacted";

  /** Rules for field names that are always taken for secrets. */
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

  /** Who has a token may complete its task. */
  private static final String TOKENS = "*token*";

  /** Shorter texts may occur anywhere by chance. */
  private static final int SHORTEST = 6;

  /** A name and its value in a text, such as {@code apiKey=abc} or {@code "apiKey": "abc"}. */
  private static final Pattern NAMED_VALUE =
      Pattern.compile(
          "(?<![\\w.-])([\\w.-]++)(['\"]?\\s*+[:=]\\s*+)"
              + "(\"(?:[^\"\\\\]|\\\\.)*+\"|'[^']*+'|(?:(?:Bearer|Basic)\\s++)?[^\\s,;&)}\\]]++)",
          Pattern.CASE_INSENSITIVE);

  private final List<String> rules;
  private final boolean sparesExpressions;
  private final List<Pattern> names = new ArrayList<>();
  private final List<List<String>> pointers = new ArrayList<>();

  private Redaction(Collection<String> rules, boolean sparesExpressions) {
    this.rules = List.copyOf(rules);
    this.sparesExpressions = sparesExpressions;
    for (String rule : this.rules) {
      if (rule.startsWith("/")) {
        pointers.add(Pointers.steps(rule));
      } else {
        names.add(pattern(rule));
      }
    }
  }

  /** For payloads in logs: the rules of {@link #ALWAYS}, and every field that speaks of a token. */
  public static Redaction standard() {
    return with(List.of(TOKENS));
  }

  /** The rules of {@link #ALWAYS} and more. */
  public static Redaction with(Collection<String> rules) {
    return new Redaction(ALWAYS, false).and(rules);
  }

  /** No rules at all. */
  public static Redaction none() {
    return new Redaction(List.of(), false);
  }

  /** These rules and more. */
  public Redaction and(Collection<String> more) {
    Set<String> all = new LinkedHashSet<>(rules);
    all.addAll(more);
    return new Redaction(all, sparesExpressions);
  }

  /**
   * The same for values with a definition in them: its expressions say where a secret comes from,
   * not what it is, and stay.
   */
  public Redaction sparingExpressions() {
    return new Redaction(rules, true);
  }

  private static Pattern pattern(String glob) {
    String regex = "\\Q" + glob.toLowerCase(Locale.ROOT).replace("*", "\\E.*\\Q") + "\\E";
    return Pattern.compile(regex);
  }

  /** A copy of a value without the secrets. */
  public JsonNode apply(JsonNode value) {
    if (rules.isEmpty()) {
      return value;
    }
    return new Copy().of(value);
  }

  /**
   * A text for people without the secrets: JSON as a value, and otherwise each value that follows a
   * name and a colon or equals sign. Pointers mean nothing in a text that is not JSON.
   */
  public String text(String text) {
    if (rules.isEmpty()) {
      return text;
    }
    if (text.startsWith("{") || text.startsWith("[")) {
      try {
        return Json.write(apply(Json.parse(text)));
      } catch (JsonSyntaxFailed onlyLooksLikeIt) {
        return named(text);
      }
    }
    return named(text);
  }

  private String named(String text) {
    return NAMED_VALUE
        .matcher(text)
        .replaceAll(
            found ->
                Matcher.quoteReplacement(
                    isSecret(found.group(1))
                        ? found.group(1) + found.group(2) + MARK
                        : found.group()));
  }

  /**
   * An exception to log instead of one that was thrown: the same stack trace and causes, with
   * messages that name the class of the original and have no secrets.
   */
  public Throwable thrown(Throwable original) {
    return rules.isEmpty() ? original : RedactedThrowable.of(original, this);
  }

  private boolean isSecret(String field) {
    String name = field.toLowerCase(Locale.ROOT);
    return names.stream().anyMatch(pattern -> pattern.matcher(name).matches());
  }

  /** One value on its way to its copy. */
  private final class Copy {

    private final Set<String> secrets = new LinkedHashSet<>();
    private final Deque<String> path = new ArrayDeque<>();

    JsonNode of(JsonNode value) {
      collect(value, isPointedAt());
      return copy(value, isPointedAt());
    }

    private boolean enter(String step, boolean secret, boolean named) {
      path.addLast(step);
      return secret || (named && isSecret(step)) || isPointedAt();
    }

    private boolean isPointedAt() {
      return pointers.stream().anyMatch(this::leadsHere);
    }

    private boolean leadsHere(List<String> pointer) {
      if (pointer.size() != path.size()) {
        return false;
      }
      int i = 0;
      for (String step : path) {
        String wanted = pointer.get(i++);
        if (!wanted.equals("*") && !wanted.equals(step)) {
          return false;
        }
      }
      return true;
    }

    private void collect(JsonNode value, boolean secret) {
      if (value.isTextual() && secret && value.textValue().length() >= SHORTEST) {
        secrets.add(value.textValue());
      }
      for (Map.Entry<String, JsonNode> field : value.properties()) {
        boolean expression = sparesExpressions && field.getKey().endsWith(".$");
        boolean inside = enter(field.getKey(), secret, true);
        collect(field.getValue(), !expression && inside);
        path.removeLast();
      }
      for (int i = 0; i < value.size() && value.isArray(); i++) {
        collect(value.get(i), enter(Integer.toString(i), secret, false));
        path.removeLast();
      }
    }

    private JsonNode copy(JsonNode value, boolean secret) {
      if (value.isObject()) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        for (Map.Entry<String, JsonNode> field : value.properties()) {
          object.set(field.getKey(), copy(field.getValue(), enter(field.getKey(), secret, true)));
          path.removeLast();
        }
        return object;
      }
      if (value.isArray()) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode(value.size());
        for (int i = 0; i < value.size(); i++) {
          array.add(copy(value.get(i), enter(Integer.toString(i), secret, false)));
          path.removeLast();
        }
        return array;
      }
      if (secret && !value.isNull() && !(sparesExpressions && isExpression(value.asText()))) {
        return TextNode.valueOf(MARK);
      }
      return value.isTextual() ? TextNode.valueOf(without(value.textValue())) : value;
    }

    private String without(String text) {
      String result = text;
      for (String secret : secrets) {
        if (!sparesExpressions || !(secret.startsWith("{%") || secret.startsWith("$"))) {
          result = result.replace(secret, MARK);
        }
      }
      return result;
    }
  }

  private static boolean isExpression(String text) {
    return text.startsWith("{%") || text.startsWith("$.") || text.startsWith("$$");
  }
}
