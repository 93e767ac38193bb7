package io.asl4j.testing.replay;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Texts in a recording that stand for values it hides.
 *
 * <p>A <em>token</em> such as {@code <uuid:1>} may be part of a text and stands for the same text
 * throughout a case; a <em>word</em> such as {@code date} takes the place of a whole value. Both
 * can be bound to a concrete value. Immutable.
 */
final class Placeholders {

  private static final Pattern TOKEN = Pattern.compile("<[^<>]+>");

  private final Map<String, String> boundTokens;
  private final Map<String, String> boundWords;
  private final Set<String> tokens;
  private final Set<String> words;

  private Placeholders(
      Map<String, String> boundTokens,
      Map<String, String> boundWords,
      Set<String> tokens,
      Set<String> words) {
    this.boundTokens = boundTokens;
    this.boundWords = boundWords;
    this.tokens = tokens;
    this.words = words;
  }

  /**
   * @param bindings concrete values by placeholder; partition and region have some without that
   * @param wildcards the placeholders in what is expected
   * @param hidden more words that may stand for any value
   */
  static Placeholders of(JsonNode bindings, JsonNode wildcards, Set<String> hidden) {
    Map<String, String> boundTokens =
        new TreeMap<>(
            Comparator.comparingInt(String::length)
                .reversed()
                .thenComparing(Comparator.naturalOrder()));
    boundTokens.put("<partition>", "aws");
    boundTokens.put("<region>", "us-east-1");
    Map<String, String> boundWords = new TreeMap<>();
    for (var binding : bindings.properties()) {
      boolean token = TOKEN.matcher(binding.getKey()).find();
      (token ? boundTokens : boundWords).put(binding.getKey(), binding.getValue().asText());
    }
    Set<String> tokens = new HashSet<>();
    Set<String> words = new HashSet<>(hidden);
    for (JsonNode wildcard : wildcards) {
      Matcher inside = TOKEN.matcher(wildcard.asText());
      if (!inside.find()) {
        words.add(wildcard.asText());
        continue;
      }
      do {
        tokens.add(inside.group());
      } while (inside.find());
    }
    return new Placeholders(boundTokens, boundWords, tokens, words);
  }

  /** Replaces what is bound: tokens anywhere, words that are a whole value. */
  String bind(String text) {
    String bound = text;
    if (text.indexOf('<') >= 0) {
      for (var token : boundTokens.entrySet()) {
        bound = bound.replace(token.getKey(), token.getValue());
      }
    }
    return bound;
  }

  /** Replaces what is bound in every text of a value; object keys may hold tokens too. */
  JsonNode bind(JsonNode value) {
    if (value.isTextual()) {
      String word = boundWords.get(value.textValue());
      return TextNode.valueOf(word != null ? word : bind(value.textValue()));
    }
    if (value.isArray()) {
      ArrayNode bound = JsonNodeFactory.instance.arrayNode(value.size());
      value.forEach(element -> bound.add(bind(element)));
      return bound;
    }
    if (value.isObject()) {
      ObjectNode bound = JsonNodeFactory.instance.objectNode();
      value.properties().forEach(each -> bound.set(bind(each.getKey()), bind(each.getValue())));
      return bound;
    }
    return value;
  }

  /** Replaces tokens in every text of a value; those without a meaning stay. */
  JsonNode fill(JsonNode value, Map<String, String> meanings) {
    if (value.isTextual()) {
      StringBuilder filled = new StringBuilder();
      split(value.textValue()).forEach(part -> filled.append(meanings.getOrDefault(part, part)));
      return TextNode.valueOf(filled.toString());
    }
    if (value.isArray()) {
      ArrayNode filled = JsonNodeFactory.instance.arrayNode(value.size());
      value.forEach(element -> filled.add(fill(element, meanings)));
      return filled;
    }
    if (value.isObject()) {
      ObjectNode filled = JsonNodeFactory.instance.objectNode();
      value
          .properties()
          .forEach(each -> filled.set(each.getKey(), fill(each.getValue(), meanings)));
      return filled;
    }
    return value;
  }

  /** The same text with bound words replaced inside it too, where a recorder hid them there. */
  String bindWordsInside(String text) {
    String bound = text;
    for (var word : boundWords.entrySet()) {
      bound =
          bound.replaceAll(
              "(?<![\\w-])" + Pattern.quote(word.getKey()) + "(?![\\w-])",
              Matcher.quoteReplacement(word.getValue()));
    }
    return bound;
  }

  /** Whether a whole value may be anything. */
  boolean isWord(String text) {
    return words.contains(text);
  }

  /**
   * Whether the recording hides times, so that literal times in it are not to be trusted either.
   */
  boolean hidesTimes() {
    return words.stream().anyMatch(Placeholders::isTime)
        || tokens.stream().anyMatch(Placeholders::isTime);
  }

  private static boolean isTime(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return lower.contains("date") || lower.contains("time");
  }

  /**
   * Splits a text at its tokens.
   *
   * @return literals and tokens in turn, a literal first and last; one element if there is no token
   */
  List<String> split(String text) {
    List<String> parts = new ArrayList<>();
    int literalFrom = 0;
    int at = text.indexOf('<');
    while (at >= 0) {
      int end = endOfToken(text, at);
      if (end > 0) {
        parts.add(text.substring(literalFrom, at));
        parts.add(text.substring(at, end));
        literalFrom = end;
        at = text.indexOf('<', end);
      } else {
        at = text.indexOf('<', at + 1);
      }
    }
    parts.add(text.substring(literalFrom));
    return parts;
  }

  /** A recorder may hide a text twice, which leaves a token inside a token: {@code <<token>:1>}. */
  private int endOfToken(String text, int start) {
    int depth = 0;
    for (int i = start; i < text.length(); i++) {
      char c = text.charAt(i);
      depth += c == '<' ? 1 : c == '>' ? -1 : 0;
      if (depth == 0) {
        return isToken(text.substring(start, i + 1)) ? i + 1 : -1;
      }
    }
    return -1;
  }

  private boolean isToken(String balanced) {
    if (tokens.contains(balanced)) {
      return true;
    }
    Matcher inside = TOKEN.matcher(balanced);
    return inside.find()
        && inside.start() == 1
        && tokens.contains(inside.group())
        && balanced.substring(inside.end()).matches(":[0-9]+>");
  }
}
