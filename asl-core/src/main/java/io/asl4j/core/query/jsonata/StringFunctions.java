package io.asl4j.core.query.jsonata;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.asl4j.core.json.FieldList;
import java.util.Locale;

/** The functions on texts. A character is a Unicode code point. */
final class StringFunctions {
  /** Texts are handled in pieces of this length, with a look at the clock between. */
  private static final int PIECE = 1 << 16;

  /** How it is written in lower case depends on the letters round it. */
  private static final char SIGMA = '\u03a3';

  private StringFunctions() {}

  static void addTo(Library library) {
    library.add("string", "<x-b?:s>", 1, StringFunctions::string);
    library.add("substring", "<s-nn?:s>", 3, StringFunctions::substring);
    library.add("substringBefore", "<s-s:s>", 2, StringFunctions::substringBefore);
    library.add("substringAfter", "<s-s:s>", 2, StringFunctions::substringAfter);
    library.add("lowercase", "<s-:s>", 1, (run, args) -> cased(run, args[0], false));
    library.add("uppercase", "<s-:s>", 1, (run, args) -> cased(run, args[0], true));
    library.add("length", "<s-:n>", 1, StringFunctions::length);
    library.add("trim", "<s-:s>", 1, StringFunctions::trim);
    library.add("pad", "<s-ns?:s>", 3, StringFunctions::pad);
    library.add("contains", "<s-(sf):b>", 2, StringFunctions::contains);
    library.add("match", "<s-f<s:o>n?:a<o>>", 3, StringFunctions::match);
    library.add("replace", "<s-(sf)(sf)n?:s>", 4, StringFunctions::replace);
    library.add("split", "<s-(sf)n?:a<s>>", 3, StringFunctions::split);
    library.add("join", "<a<s>s?:s>", 2, StringFunctions::join);
  }

  private static JsonNode text(Run run, String value) {
    run.checkText(value.length());
    run.tickCharacters(value.length());
    run.grow(value.length());
    return TextNode.valueOf(value);
  }

  private static JsonNode string(Run run, JsonNode[] args) {
    JsonNode value = run.unwrapped(args[0]);
    if (value.isMissingNode() || value.isTextual()) {
      return value;
    }
    return text(run, Texts.of(run, value, args[1].asBoolean()));
  }

  private static JsonNode substring(Run run, JsonNode[] args) {
    if (args[0].isMissingNode()) {
      return args[0];
    }
    if (args[1].isMissingNode()) {
      return args[2].isMissingNode() ? args[0] : TextNode.valueOf("");
    }
    String text = args[0].textValue();
    run.tickCharacters(text.length());
    int size = Texts.length(text);
    double start = args[1].doubleValue();
    if (size + start < 0) {
      start = 0;
    }
    double end = size;
    if (!args[2].isMissingNode()) {
      double length = args[2].doubleValue();
      if (length <= 0) {
        return TextNode.valueOf("");
      }
      end = Math.min(size, whole(start >= 0 ? start + length : size + start + length));
    }
    start = whole(start);
    double first = Math.min(size, start < 0 ? Math.max(0, size + start) : start);
    double past = end < 0 ? Math.max(0, size + end) : end;
    return first >= past ? TextNode.valueOf("") : text(run, slice(text, (int) first, (int) past));
  }

  private static double whole(double number) {
    return number < 0 ? Math.ceil(number) : Math.floor(number);
  }

  private static String slice(String text, int first, int past) {
    int begin = text.offsetByCodePoints(0, first);
    return text.substring(begin, text.offsetByCodePoints(begin, past - first));
  }

  private static JsonNode substringBefore(Run run, JsonNode[] args) {
    if (args[0].isMissingNode() || args[1].isMissingNode()) {
      return args[0];
    }
    String text = args[0].textValue();
    int at = TextSearch.indexOf(run, text, args[1].textValue(), 0);
    return at < 0 ? args[0] : text(run, text.substring(0, at));
  }

  private static JsonNode substringAfter(Run run, JsonNode[] args) {
    if (args[0].isMissingNode() || args[1].isMissingNode()) {
      return args[0];
    }
    String text = args[0].textValue();
    int at = TextSearch.indexOf(run, text, args[1].textValue(), 0);
    return at < 0 ? args[0] : text(run, text.substring(at + args[1].textValue().length()));
  }

  private static JsonNode cased(Run run, JsonNode text, boolean upper) {
    if (text.isMissingNode()) {
      return text;
    }
    String value = text.textValue();
    if (value.length() <= PIECE) {
      run.tickCharacters(value.length());
      return TextNode.valueOf(cased(value, upper));
    }
    StringBuilder result = new StringBuilder(value.length());
    for (int from = 0, to; from < value.length(); from = to) {
      to = endOfPiece(value, from);
      result.append(cased(value.substring(from, to), upper));
      run.tickCharacters(to - from);
      run.checkText(result.length());
    }
    return text(run, result.toString());
  }

  private static String cased(String text, boolean upper) {
    return upper ? text.toUpperCase(Locale.ROOT) : text.toLowerCase(Locale.ROOT);
  }

  /**
   * Where a piece ends: never in a surrogate pair, and at a blank where a sigma may be the last.
   */
  private static int endOfPiece(String text, int from) {
    int end = Math.min(from + PIECE, text.length());
    if (end < text.length() && Character.isLowSurrogate(text.charAt(end))) {
      end--;
    }
    int sigma = text.lastIndexOf(SIGMA, end);
    if (end == text.length() || sigma < from) {
      return end;
    }
    int blank = text.lastIndexOf(' ', end - 1);
    if (blank < from) {
      blank = text.indexOf(' ', end);
    }
    return blank < 0 ? text.length() : blank + 1;
  }

  private static JsonNode length(Run run, JsonNode[] args) {
    if (args[0].isMissingNode()) {
      return args[0];
    }
    String text = args[0].textValue();
    run.tickCharacters(text.length());
    return Numbers.of((long) Texts.length(text));
  }

  private static JsonNode trim(Run run, JsonNode[] args) {
    if (args[0].isMissingNode()) {
      return args[0];
    }
    StringBuilder trimmed = new StringBuilder();
    String text = args[0].textValue();
    boolean gap = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (i % PIECE == 0) {
        run.tickCharacters(PIECE);
      }
      if (" \t\n\r".indexOf(c) >= 0) {
        gap = true;
        continue;
      }
      if (gap && !trimmed.isEmpty()) {
        trimmed.append(' ');
      }
      gap = false;
      trimmed.append(c);
    }
    return text(run, trimmed.toString());
  }

  private static JsonNode pad(Run run, JsonNode[] args) {
    if (args[0].isMissingNode() || args[1].isMissingNode()) {
      return args[0];
    }
    String text = args[0].textValue();
    double width = args[1].doubleValue();
    double lacking = Math.abs(whole(width)) - Texts.length(text);
    if (lacking <= 0) {
      return args[0];
    }
    run.checkText((long) (lacking + text.length()));
    boolean blank = args[2].isMissingNode() || args[2].textValue().isEmpty();
    String padding = padding(run, blank ? " " : args[2].textValue(), (int) lacking);
    return text(run, width > 0 ? text + padding : padding + text);
  }

  private static String padding(Run run, String unit, int characters) {
    int[] points = unit.codePoints().toArray();
    StringBuilder padding = new StringBuilder();
    for (int i = 0; i < characters; i++) {
      run.tick();
      padding.appendCodePoint(points[i % points.length]);
    }
    return padding.toString();
  }

  private static JsonNode contains(Run run, JsonNode[] args) {
    if (args[0].isMissingNode()) {
      return args[0];
    }
    String text = args[0].textValue();
    if (args[1] instanceof FunctionValue matcher) {
      return BooleanNode.valueOf(Match.first(run, matcher, text, "contains").isPresent());
    }
    return args[1].isMissingNode()
        ? BooleanNode.FALSE
        : BooleanNode.valueOf(TextSearch.indexOf(run, text, args[1].textValue(), 0) >= 0);
  }

  /** How many matches are wanted; a negative number is an error. */
  private static double limit(JsonNode limit, String code) {
    if (limit.isMissingNode()) {
      return Double.POSITIVE_INFINITY;
    }
    if (limit.doubleValue() < 0) {
      throw JsonataFailed.error(code, JsonataFailed.NOWHERE, "", limit);
    }
    return limit.doubleValue();
  }

  private static JsonNode match(Run run, JsonNode[] args) {
    if (args[0].isMissingNode()) {
      return args[0];
    }
    double limit = limit(args[2], "D3040");
    Sequence matches = Sequence.empty(run);
    if (limit == 0) {
      return matches;
    }
    var found = Match.first(run, (FunctionValue) args[1], args[0].textValue(), "match");
    for (int count = 0; found.isPresent() && count < limit; count++) {
      run.grow(128);
      Match match = found.get();
      matches.add(
          FieldList.object(3)
              .put("match", match.text())
              .<ObjectNode>set("index", Numbers.of((long) match.start()))
              .set("groups", match.groupsAsJson()));
      found = match.next();
    }
    return matches;
  }

  private static JsonNode replace(Run run, JsonNode[] args) {
    if (args[0].isMissingNode()) {
      return args[0];
    }
    if (args[1].isTextual() && args[1].textValue().isEmpty()) {
      throw JsonataFailed.error("D3010", JsonataFailed.NOWHERE, "", args[1]);
    }
    double limit = limit(args[3], "D3011");
    String text = args[0].textValue();
    if (limit == 0 || args[1].isMissingNode()) {
      return args[0];
    }
    if (args[1] instanceof FunctionValue matcher) {
      return text(run, replaced(run, text, matcher, Replacement.of(args[2]), limit));
    }
    String wanted = args[1].textValue();
    String replacement = args[2].isMissingNode() ? "undefined" : args[2].asText();
    StringBuilder result = new StringBuilder();
    int position = 0;
    int at = TextSearch.indexOf(run, text, wanted, 0);
    for (int count = 0; at >= 0 && count < limit; count++) {
      run.tick();
      result.append(text, position, at).append(replacement);
      run.checkText(result.length());
      position = at + wanted.length();
      at = TextSearch.indexOf(run, text, wanted, position);
    }
    return text(run, result.append(text, position, text.length()).toString());
  }

  private static String replaced(
      Run run, String text, FunctionValue matcher, Replacement replacement, double limit) {
    StringBuilder result = new StringBuilder();
    int position = 0;
    var found = Match.first(run, matcher, text, "replace");
    for (int count = 0; found.isPresent() && count < limit; count++) {
      Match match = found.get();
      result.append(text, position, Math.max(position, match.start()));
      result.append(replacement.of(run, match));
      run.checkText(result.length());
      position = Math.min(text.length(), match.start() + match.text().length());
      found = match.next();
    }
    return result.append(text, position, text.length()).toString();
  }

  private static JsonNode split(Run run, JsonNode[] args) {
    if (args[0].isMissingNode()) {
      return args[0];
    }
    double limit = limit(args[2], "D3020");
    String text = args[0].textValue();
    ArrayNode parts = Values.array(8);
    if (limit == 0) {
      return parts;
    }
    if (args[1] instanceof FunctionValue matcher) {
      splitByMatches(run, text, matcher, limit, parts);
    } else if (args[1].isMissingNode()) {
      parts.add(text);
    } else {
      splitByText(run, text, args[1].textValue(), Math.floor(limit), parts);
    }
    return parts;
  }

  private static void splitByMatches(
      Run run, String text, FunctionValue matcher, double limit, ArrayNode parts) {
    int start = 0;
    var found = Match.first(run, matcher, text, "split");
    while (found.isPresent() && parts.size() < limit) {
      Match match = found.get();
      add(run, parts, text.substring(start, Math.max(start, match.start())));
      start = match.end();
      found = match.next();
    }
    if (parts.size() < limit) {
      add(run, parts, text.substring(Math.min(start, text.length())));
    }
  }

  private static void splitByText(
      Run run, String text, String separator, double limit, ArrayNode parts) {
    if (separator.isEmpty()) {
      for (int i = 0; i < text.length() && parts.size() < limit; i++) {
        add(run, parts, text.substring(i, i + 1));
      }
      return;
    }
    int start = 0;
    int at = TextSearch.indexOf(run, text, separator, 0);
    while (at >= 0 && parts.size() < limit) {
      add(run, parts, text.substring(start, at));
      start = at + separator.length();
      at = TextSearch.indexOf(run, text, separator, start);
    }
    if (parts.size() < limit) {
      add(run, parts, text.substring(start));
    }
  }

  private static void add(Run run, ArrayNode parts, String part) {
    run.tick();
    run.grow(32 + part.length());
    parts.add(part);
  }

  private static JsonNode join(Run run, JsonNode[] args) {
    if (args[0].isMissingNode()) {
      return args[0];
    }
    String separator = args[1].isMissingNode() ? "" : args[1].textValue();
    StringBuilder joined = new StringBuilder();
    String before = "";
    for (JsonNode part : args[0]) {
      run.tick();
      String next = part.textValue();
      run.checkText((long) joined.length() + before.length() + next.length());
      joined.append(before).append(next);
      before = separator;
    }
    return text(run, joined.toString());
  }
}
