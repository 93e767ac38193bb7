package io.asl4j.core.query.jsonpath;

import java.util.ArrayList;
import java.util.List;

/**
 * Reads the text of a path.
 *
 * <p>Takes what AWS is known to run, which is wide: {@code $.a.b}, {@code $['a']}, {@code $.[0]},
 * {@code $.a[0]b} (a missing dot), hyphens and most other signs in names, blanks behind the path. A
 * backslash in a dotted name takes away the meaning of the next sign ({@code $.a\.b}). Functions
 * such as {@code length()} do not exist: like AWS it reads them as names, which no input has.
 *
 * @see <a href="https://states-language.net/#path">Amazon States Language, Paths and Reference
 *     Paths</a>
 */
final class PathSyntax {

  private final String text;
  private final int end;
  private final List<Step> steps = new ArrayList<>();
  private int at;

  private PathSyntax(String source) {
    this.text = source;
    this.end = source.stripTrailing().length();
  }

  /** A path, read. */
  record Parsed(Root root, List<Step> steps) {
    Parsed {
      steps = List.copyOf(steps);
    }

    /** Whether the path is made of names and indexes only. */
    boolean isDefinite() {
      return steps.stream()
          .allMatch(step -> step instanceof Step.Name || step instanceof Step.Index);
    }
  }

  static Parsed parse(String source) throws MalformedQuery {
    return new PathSyntax(source).parse();
  }

  private Parsed parse() throws MalformedQuery {
    if (end == 0 || text.charAt(0) != '$') {
      throw MalformedQuery.path("A path begins with `$`.", 0);
    }
    Root root = root();
    while (at < end) {
      step();
    }
    return new Parsed(root, steps);
  }

  private Root root() throws MalformedQuery {
    at = 1;
    Root root = Root.Input.INPUT;
    if (at < end && text.charAt(at) == '$') {
      at++;
      root = Root.Context.CONTEXT;
    } else if (at < end && isNameStart(text.codePointAt(at))) {
      root = variable();
    }
    if (at < end && text.charAt(at) != '.' && text.charAt(at) != '[') {
      throw MalformedQuery.path("Found `%s` where `.` or `[` was expected.".formatted(sign()), at);
    }
    return root;
  }

  private Root variable() {
    int start = at;
    while (at < end
        && (isNameStart(text.codePointAt(at))
            || Character.isUnicodeIdentifierPart(text.codePointAt(at)))) {
      at += Character.charCount(text.codePointAt(at));
    }
    return new Root.Variable(text.substring(start, at));
  }

  private static boolean isNameStart(int codePoint) {
    return codePoint == '_' || Character.isUnicodeIdentifierStart(codePoint);
  }

  private void step() throws MalformedQuery {
    if (text.charAt(at) == '[') {
      brackets();
      return;
    }
    if (text.startsWith("..", at)) {
      steps.add(Step.Descent.DESCENT);
      at += 2;
    } else if (text.charAt(at) == '.') {
      at++;
    }
    if (at == end) {
      throw MalformedQuery.path("The path ends where a name was expected.", at);
    }
    if (text.charAt(at) == '[') {
      brackets();
    } else if (text.charAt(at) == '*') {
      at++;
      steps.add(new Step.Many("*"));
    } else {
      dottedName();
    }
  }

  private void dottedName() throws MalformedQuery {
    StringBuilder name = new StringBuilder();
    while (at < end && text.charAt(at) != '.' && text.charAt(at) != '[') {
      if (text.charAt(at) == ' ') {
        throw MalformedQuery.path(
            "A name with a blank must stand in brackets: `['first name']`.", at);
      }
      if (text.charAt(at) == '\\' && at + 1 < end) {
        at++;
      }
      name.append(text.charAt(at));
      at++;
    }
    if (name.isEmpty()) {
      throw MalformedQuery.path("Found `%s` where a name was expected.".formatted(sign()), at);
    }
    steps.add(new Step.Name(name.toString()));
  }

  private void brackets() throws MalformedQuery {
    int start = at;
    at++;
    skipBlanks();
    if (at == end) {
      throw notClosed(start);
    }
    char first = text.charAt(at);
    if (first == '\'' || first == '"') {
      quotedNames(start);
    } else if (first == '*') {
      at++;
      steps.add(new Step.Many("*"));
      close(start);
    } else if (first == '?') {
      steps.add(new Step.Many(FilterSyntax.read(text, at, end)));
      at = FilterSyntax.endOf(text, at, end);
      close(start);
    } else {
      numbers(start);
    }
  }

  private void quotedNames(int start) throws MalformedQuery {
    List<String> names = new ArrayList<>();
    char quote = text.charAt(at);
    names.add(quotedName(start));
    skipBlanks();
    while (at < end && text.charAt(at) == ',') {
      at++;
      skipBlanks();
      if (at == end || (text.charAt(at) != '\'' && text.charAt(at) != '"')) {
        throw MalformedQuery.path("A quoted name was expected.", at);
      }
      names.add(quotedName(start));
      skipBlanks();
    }
    close(start);
    steps.add(names.size() == 1 ? new Step.Name(names.get(0), quote) : new Step.Names(names));
  }

  private String quotedName(int start) throws MalformedQuery {
    char quote = text.charAt(at);
    at++;
    StringBuilder name = new StringBuilder();
    while (at < end && text.charAt(at) != quote) {
      if (text.charAt(at) == '\\') {
        at++;
        name.append(escaped(start));
      } else {
        name.append(text.charAt(at));
        at++;
      }
    }
    if (at == end) {
      throw notClosed(start);
    }
    at++;
    return name.toString();
  }

  private char escaped(int start) throws MalformedQuery {
    if (at == end) {
      throw notClosed(start);
    }
    char sign = text.charAt(at);
    at++;
    return switch (sign) {
      case 'n' -> '\n';
      case 't' -> '\t';
      case 'r' -> '\r';
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'u' -> unicode();
      default -> sign;
    };
  }

  private char unicode() throws MalformedQuery {
    int value = 0;
    for (int digits = 0; digits < 4; digits++) {
      int digit = at < end ? Character.digit(text.charAt(at), 16) : -1;
      if (digit < 0) {
        throw MalformedQuery.path("Four hexadecimal digits were expected behind `\\u`.", at);
      }
      value = value * 16 + digit;
      at++;
    }
    return (char) value;
  }

  /** Reads an index, a slice or several indexes. */
  private void numbers(int start) throws MalformedQuery {
    int close = text.indexOf(']', at);
    if (close < 0 || close >= end) {
      throw notClosed(start);
    }
    String inside = text.substring(at, close).strip();
    if (inside.matches("-?\\d{1,10}")) {
      steps.add(new Step.Index(index(inside)));
    } else if (inside.matches("-?\\d{1,9} *(, *-?\\d{1,9} *)+") || isSlice(inside)) {
      steps.add(new Step.Many(inside.replace(" ", "")));
    } else {
      throw MalformedQuery.path(
          "Found `[%s]`; a quoted name, an index, a slice, `*` or a filter `?(...)` was expected."
              .formatted(inside),
          start);
    }
    at = close + 1;
  }

  private static boolean isSlice(String inside) {
    return inside.matches("(-?\\d{1,9})?:(-?\\d{1,9})?(:\\d{0,9})?") && !inside.matches(":+");
  }

  private int index(String digits) throws MalformedQuery {
    long value = Long.parseLong(digits);
    if (value < Integer.MIN_VALUE || value > Integer.MAX_VALUE) {
      throw MalformedQuery.path("The index %s is out of range.".formatted(digits), at);
    }
    return (int) value;
  }

  private void close(int start) throws MalformedQuery {
    skipBlanks();
    if (at == end) {
      throw notClosed(start);
    }
    if (text.charAt(at) != ']') {
      throw MalformedQuery.path("Found `%s` where `]` was expected.".formatted(sign()), at);
    }
    at++;
  }

  private MalformedQuery notClosed(int start) {
    return MalformedQuery.path("The bracket is not closed.", start);
  }

  private void skipBlanks() {
    while (at < end && text.charAt(at) == ' ') {
      at++;
    }
  }

  private String sign() {
    return Character.toString(text.codePointAt(at));
  }
}
