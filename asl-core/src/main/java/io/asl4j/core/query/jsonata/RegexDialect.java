package io.asl4j.core.query.jsonata;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Writes a regular expression of JavaScript as one of Java that finds the same.
 *
 * <p>Java's matcher can try exponentially many ways through parts that match nothing without ever
 * looking at the text, so that nobody can stop it. A pattern with so many ways is written with a
 * look behind at the start of each of them, and is to be matched against a text with a line end
 * before it, so that there always is something to look at.
 */
final class RegexDialect {
  private static final String BLANKS =
      "\\t\\n\\x0B\\f\\r \\u00a0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000\\ufeff";
  private static final String LINE_ENDS = "\\n\\r\\u2028\\u2029";
  private static final String PUNCTUATION_IN_CLASS = "[&~";
  private static final Pattern QUANTIFIER = Pattern.compile("\\{\\d+(?:,\\d*)?}");

  private static final int FEW_WAYS = 8;
  private static final String LOOK_BEHIND = "(?<=[\\s\\S])";
  private static final Pattern GROUP_START = Pattern.compile("\\((?:\\?(?:[:=!]|<[=!]|<\\w+>))?");

  private final String source;
  private final boolean lines;
  private final boolean looks;
  private final StringBuilder out = new StringBuilder();
  private int at;

  private RegexDialect(String source, boolean lines) {
    this.source = source;
    this.lines = lines;
    this.looks = needsLooks(source);
  }

  /** Whether the pattern is written with looks behind. */
  static boolean needsLooks(String source) {
    return source.chars().filter(c -> c == '(' || c == '|').count() >= FEW_WAYS;
  }

  /**
   * The pattern for Java.
   *
   * @param lines whether {@code ^} and {@code $} stand for the ends of lines too
   */
  static String toJava(String source, boolean lines) {
    return new RegexDialect(source, lines).translated();
  }

  private String translated() {
    while (at < source.length()) {
      char c = source.charAt(at);
      switch (c) {
        case '\\' -> escape(false);
        case '[' -> characterClass();
        case '.' -> put("[^" + LINE_ENDS + "]");
        case '^' -> put(start());
        case '(' -> group();
        case '|' -> put(looks ? "|" + LOOK_BEHIND : "|");
        case '$' -> put(lines ? "(?:(?![^" + LINE_ENDS + "]))" : "\\z");
        case '{' -> brace();
        default -> put(String.valueOf(c));
      }
    }
    return out.toString();
  }

  private void put(String text) {
    out.append(text);
    at++;
  }

  private String start() {
    if (lines) {
      return "(?:(?<![^" + LINE_ENDS + "]))";
    }
    return looks ? "(?<![\\s\\S]{2})" : "\\A";
  }

  private void group() {
    Matcher start = GROUP_START.matcher(source).region(at, source.length());
    if (!looks || !start.lookingAt()) {
      put("(");
      return;
    }
    out.append(start.group()).append(LOOK_BEHIND);
    at = start.end();
  }

  /** A brace that counts nothing stands for itself. */
  private void brace() {
    boolean counts = QUANTIFIER.matcher(source).region(at, source.length()).lookingAt();
    put(counts ? "{" : "\\{");
  }

  private void escape(boolean inClass) {
    if (at + 1 >= source.length()) {
      put("\\\\");
      return;
    }
    char c = source.charAt(at + 1);
    at++;
    switch (c) {
      case 's' -> put(inClass ? BLANKS : "[" + BLANKS + "]");
      case 'S' -> put("[^" + BLANKS + "]");
      case 'd', 'D', 'w', 'W', 't', 'n', 'r', 'f' -> put("\\" + c);
      case 'x' -> put(hasDigits(2) ? "\\x" : "x");
      case 'u' -> put(hasDigits(4) ? "\\u" : "u");
      case 'c' -> put(isLetter(at + 1) ? "\\c" : "\\\\c");
      case 'b' -> put(inClass ? "\\x08" : "\\b");
      case 'B' -> put(inClass ? "B" : "\\B");
      case 'v' -> put("\\x0B");
      case '0' -> put("\\x00");
      case 'k' -> put(source.startsWith("<", at + 1) ? "\\k" : "k");
      case '1', '2', '3', '4', '5', '6', '7', '8', '9' -> put("\\" + c);
      default -> put(isWordCharacter(c) ? String.valueOf(c) : "\\" + c);
    }
  }

  /** Whether so many hexadecimal digits follow; without them the letter stands for itself. */
  private boolean hasDigits(int count) {
    for (int i = at + 1; i <= at + count; i++) {
      if (i >= source.length() || Character.digit(source.charAt(i), 16) < 0) {
        return false;
      }
    }
    return true;
  }

  private boolean isLetter(int position) {
    return position < source.length()
        && Character.toLowerCase(source.charAt(position)) >= 'a'
        && Character.toLowerCase(source.charAt(position)) <= 'z';
  }

  private static boolean isWordCharacter(char c) {
    return c == '_' || Character.isLetterOrDigit(c);
  }

  private void characterClass() {
    boolean negated = source.startsWith("^", at + 1);
    int first = at + (negated ? 2 : 1);
    if (source.startsWith("]", first)) {
      at = first;
      put(negated ? "[\\s\\S]" : "(?!)");
      return;
    }
    put("[");
    if (negated) {
      put("^");
    }
    while (at < source.length() && source.charAt(at) != ']') {
      char c = source.charAt(at);
      if (c == '\\') {
        escape(true);
      } else if (c == '-') {
        hyphen(first);
      } else if (PUNCTUATION_IN_CLASS.indexOf(c) >= 0 || c == '^') {
        put("\\" + c);
      } else {
        put(String.valueOf(c));
      }
    }
    if (at < source.length()) {
      put("]");
    }
  }

  /** A hyphen at either end of a class stands for itself. */
  private void hyphen(int first) {
    boolean atEnd = at == first || source.startsWith("]", at + 1);
    put(atEnd ? "\\-" : "-");
  }
}
