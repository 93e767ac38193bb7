package io.asl4j.testing.replay;

import com.fasterxml.jackson.databind.JsonNode;
import io.asl4j.core.json.Json;
import io.asl4j.core.json.JsonEquality;
import io.asl4j.core.json.JsonSyntaxFailed;
import io.asl4j.core.json.Pointers;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Compares values with recorded ones, in which placeholders match any text.
 *
 * <p>The order of object keys does not count, numbers compare by value, and a token stands for the
 * same text wherever it occurs in the case; what it stands for is learnt from the first match. Not
 * safe for use by several threads.
 */
final class Matching {

  /**
   * The first place where two values differ.
   *
   * @param at JSON pointer of the place
   * @param what one sentence without the place
   */
  record Difference(String at, String what) {

    Difference under(String name) {
      return new Difference(Pointers.child("", name) + at, what);
    }

    @Override
    public String toString() {
      return at.isEmpty() ? what : at + ": " + what;
    }
  }

  private final Placeholders placeholders;
  private final ServiceDate serviceDate;
  private Map<String, String> known = new HashMap<>();

  Matching(RecordedCase recorded) {
    this(recorded.placeholders(), recorded.serviceDate());
  }

  private Matching(Placeholders placeholders, ServiceDate serviceDate) {
    this.placeholders = placeholders;
    this.serviceDate = serviceDate;
  }

  /** One that forgets what it learns; it knows what this one has learnt so far. */
  Matching trial() {
    Matching trial = new Matching(placeholders, serviceDate);
    trial.known = new HashMap<>(known);
    return trial;
  }

  /** Replaces the tokens whose meaning is known by what they stand for. */
  JsonNode fill(JsonNode value) {
    return known.isEmpty() ? value : placeholders.fill(value, known);
  }

  /** Takes over what a trial has learnt. */
  void learn(Matching trial) {
    known = trial.known;
  }

  /**
   * Compares; learns what tokens stand for only if the values match.
   *
   * @return empty if they match
   */
  Optional<Difference> compare(JsonNode expected, JsonNode actual) {
    return attempt(() -> difference("", expected, actual));
  }

  /**
   * The same for a member of an event that AWS sends as text and a recorder may have parsed: our
   * text is parsed too if the recorded value is an object or a list.
   */
  Optional<Difference> compareParsed(JsonNode expected, JsonNode actual) {
    return attempt(
        () -> difference("", expected, expected.isContainerNode() ? parsed(actual) : actual));
  }

  private interface Comparison {
    Optional<Difference> run();
  }

  private Optional<Difference> attempt(Comparison comparison) {
    Map<String, String> before = new HashMap<>(known);
    Optional<Difference> found = comparison.run();
    if (found.isPresent()) {
      known = before;
    }
    return found;
  }

  private static JsonNode parsed(JsonNode text) {
    if (!text.isTextual()) {
      return text;
    }
    try {
      return Json.parse(text.textValue());
    } catch (JsonSyntaxFailed notJson) {
      return text;
    }
  }

  private Optional<Difference> difference(String at, JsonNode expected, JsonNode actual) {
    if (expected.isTextual()) {
      return matches(expected.textValue(), actual)
          ? Optional.empty()
          : Optional.of(differs(at, expected, actual));
    }
    if (expected.isObject() && actual.isObject()) {
      return objects(at, expected, actual);
    }
    if (expected.isArray() && actual.isArray()) {
      return arrays(at, expected, actual);
    }
    boolean same =
        !expected.isContainerNode()
            && !actual.isContainerNode()
            && JsonEquality.same(expected, actual);
    return same ? Optional.empty() : Optional.of(differs(at, expected, actual));
  }

  private static Difference differs(String at, JsonNode expected, JsonNode actual) {
    return new Difference(
        at,
        "expected %s, got %s"
            .formatted(Excerpts.value(expected, actual), Excerpts.value(actual, expected)));
  }

  private Optional<Difference> arrays(String at, JsonNode expected, JsonNode actual) {
    int common = Math.min(expected.size(), actual.size());
    for (int i = 0; i < common; i++) {
      Optional<Difference> found =
          difference(Pointers.child(at, i), expected.get(i), actual.get(i));
      if (found.isPresent()) {
        return found;
      }
    }
    if (expected.size() == actual.size()) {
      return Optional.empty();
    }
    return Optional.of(
        new Difference(
            at,
            "expected %d elements, got %d: %s"
                .formatted(expected.size(), actual.size(), Named.value(actual))));
  }

  private Optional<Difference> objects(String at, JsonNode expected, JsonNode actual) {
    Map<String, JsonNode> left = new LinkedHashMap<>();
    actual.properties().forEach(member -> left.put(member.getKey(), member.getValue()));
    List<String> hiddenKeys = new ArrayList<>();
    for (var member : expected.properties()) {
      JsonNode found = left.remove(member.getKey());
      if (found == null) {
        hiddenKeys.add(member.getKey());
        continue;
      }
      Optional<Difference> difference =
          difference(Pointers.child(at, member.getKey()), member.getValue(), found);
      if (difference.isPresent()) {
        return difference;
      }
    }
    for (String key : hiddenKeys) {
      Optional<Difference> difference = hiddenKey(at, key, expected.get(key), left);
      if (difference.isPresent()) {
        return difference;
      }
    }
    return left.entrySet().stream()
        .filter(extra -> !serviceDate.lacksRedriveCount(extra.getKey(), expected))
        .findFirst()
        .map(
            extra ->
                new Difference(
                    Pointers.child(at, extra.getKey()),
                    "expected nothing, got " + Named.value(extra.getValue())));
  }

  /** A key may hold a token as well. */
  private Optional<Difference> hiddenKey(
      String at, String key, JsonNode expected, Map<String, JsonNode> left) {
    String place = Pointers.child(at, key);
    if (placeholders.split(key).size() > 1) {
      for (String candidate : List.copyOf(left.keySet())) {
        if (attempt(() -> keyAndValue(place, key, candidate, expected, left)).isEmpty()) {
          left.remove(candidate);
          return Optional.empty();
        }
      }
    }
    return Optional.of(
        new Difference(place, "expected %s, got nothing".formatted(Named.value(expected))));
  }

  private Optional<Difference> keyAndValue(
      String place, String key, String candidate, JsonNode expected, Map<String, JsonNode> left) {
    JsonNode value = left.get(candidate);
    return value != null && textMatches(key, candidate)
        ? difference(place, expected, value)
        : Optional.of(new Difference(place, "no such key"));
  }

  private boolean matches(String expected, JsonNode actual) {
    if (placeholders.isWord(expected)) {
      return true;
    }
    return actual.isTextual() && textMatches(expected, actual.textValue());
  }

  private boolean textMatches(String expected, String actual) {
    List<String> parts = placeholders.split(expected);
    if (parts.size() == 1) {
      return expected.equals(actual)
          || placeholders.bindWordsInside(expected).equals(actual)
          || (placeholders.hidesTimes() && isTime(expected) && isTime(actual));
    }
    Map<String, Integer> groups = new LinkedHashMap<>();
    Matcher matcher = pattern(parts, groups).matcher(actual);
    if (!matcher.matches()) {
      return false;
    }
    groups.forEach((token, group) -> known.put(token, matcher.group(group)));
    return true;
  }

  /** Tokens that are known stand for themselves; a new one captures, its next place refers back. */
  private Pattern pattern(List<String> parts, Map<String, Integer> groups) {
    StringBuilder regex = new StringBuilder();
    for (int i = 0; i < parts.size(); i++) {
      String part = parts.get(i);
      String value = known.get(part);
      Integer group = groups.get(part);
      if (i % 2 == 0) {
        regex.append(Pattern.quote(part));
      } else if (value != null) {
        regex.append(Pattern.quote(value));
      } else if (group != null) {
        regex.append("\\").append(group);
      } else {
        groups.put(part, groups.size() + 1);
        regex.append("(.*?)");
      }
    }
    return Pattern.compile(regex.toString(), Pattern.DOTALL);
  }

  private static boolean isTime(String text) {
    if (text.length() < 19 || text.charAt(4) != '-' || text.charAt(10) != 'T') {
      return false;
    }
    try {
      OffsetDateTime.parse(text);
      return true;
    } catch (DateTimeParseException e) {
      return false;
    }
  }
}
