package io.asl4j.core.query.jsonpath;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a call of an intrinsic function: {@code States.Format('{} of {}', $.n,
 * States.ArrayLength($.items))}.
 *
 * @see <a href="https://states-language.net/#intrinsic-functions">Amazon States Language, Intrinsic
 *     Functions</a>
 */
final class IntrinsicSyntax {

  /** How deep calls may be nested. */
  static final int MAX_DEPTH = 10;

  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._]+");
  private static final Pattern NUMBER =
      Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][+-]?[0-9]{1,9})?");

  private final String text;
  private final int end;
  private int at;

  private IntrinsicSyntax(String source) {
    this.text = source;
    this.end = source.stripTrailing().length();
  }

  static Intrinsic.Call parse(String source) throws MalformedQuery {
    IntrinsicSyntax syntax = new IntrinsicSyntax(source);
    Intrinsic.Call call = syntax.call(1);
    if (syntax.at < syntax.end) {
      throw syntax.unexpected("the end of the call");
    }
    return call;
  }

  private Intrinsic.Call call(int depth) throws MalformedQuery {
    IntrinsicFunction function = function();
    if (depth > MAX_DEPTH) {
      throw MalformedQuery.intrinsic(
          "Calls are nested more than %d deep.".formatted(MAX_DEPTH), at);
    }
    if (at == end || text.charAt(at) != '(') {
      throw unexpected("`(`");
    }
    at++;
    List<Intrinsic> arguments = new ArrayList<>();
    skipBlanks();
    if (at < end && text.charAt(at) == ')') {
      at++;
      return new Intrinsic.Call(function, arguments);
    }
    while (true) {
      arguments.add(argument(depth));
      skipBlanks();
      if (at < end && text.charAt(at) == ')') {
        at++;
        return new Intrinsic.Call(function, arguments);
      }
      if (at == end || text.charAt(at) != ',') {
        throw unexpected("`,` or `)`");
      }
      at++;
      skipBlanks();
    }
  }

  private IntrinsicFunction function() throws MalformedQuery {
    int start = at;
    Matcher name = NAME.matcher(text).region(at, end);
    if (!name.lookingAt()) {
      throw unexpected("the name of an intrinsic function");
    }
    at = name.end();
    return IntrinsicFunction.named(name.group())
        .orElseThrow(
            () ->
                MalformedQuery.intrinsic(
                    "There is no intrinsic function `%s`.".formatted(name.group()), start));
  }

  private Intrinsic argument(int depth) throws MalformedQuery {
    if (at == end) {
      throw unexpected("an argument");
    }
    char first = text.charAt(at);
    if (first == '\'') {
      return quoted();
    }
    if (first == '$') {
      return path();
    }
    if (first == '-' || (first >= '0' && first <= '9')) {
      return number();
    }
    return word(depth);
  }

  private Intrinsic word(int depth) throws MalformedQuery {
    Matcher word = NAME.matcher(text).region(at, end);
    if (!word.lookingAt()) {
      throw unexpected("a string in single quotes, a number, a path or a call");
    }
    if (IntrinsicFunction.beginsCall(word.group())) {
      return call(depth + 1);
    }
    JsonNode value =
        switch (word.group()) {
          case "true" -> BooleanNode.TRUE;
          case "false" -> BooleanNode.FALSE;
          case "null" -> NullNode.getInstance();
          default ->
              throw MalformedQuery.intrinsic(
                  "`%s` is no argument; a string stands in single quotes.".formatted(word.group()),
                  at);
        };
    at = word.end();
    return new Intrinsic.Literal(value);
  }

  private Intrinsic number() throws MalformedQuery {
    Matcher number = NUMBER.matcher(text).region(at, end);
    if (!number.lookingAt()) {
      throw unexpected("a number");
    }
    at = number.end();
    boolean isInteger = number.group(2) == null && number.group(3) == null;
    return new Intrinsic.Literal(
        isInteger ? integer(number.group()) : DecimalNode.valueOf(new BigDecimal(number.group())));
  }

  private static JsonNode integer(String digits) {
    BigInteger value = new BigInteger(digits);
    if (value.bitLength() < Integer.SIZE) {
      return JsonNodeFactory.instance.numberNode(value.intValue());
    }
    return value.bitLength() < Long.SIZE
        ? JsonNodeFactory.instance.numberNode(value.longValue())
        : JsonNodeFactory.instance.numberNode(value);
  }

  private Intrinsic quoted() throws MalformedQuery {
    int start = at;
    StringBuilder value = new StringBuilder();
    at++;
    while (at < end && text.charAt(at) != '\'') {
      if (text.charAt(at) == '\\') {
        at++;
        if (at == end || "'\\{}".indexOf(text.charAt(at)) < 0) {
          throw MalformedQuery.intrinsic(
              "A backslash in a string may stand before `'`, `\\`, `{` and `}` only.", at - 1);
        }
      }
      value.append(text.charAt(at));
      at++;
    }
    if (at == end) {
      throw MalformedQuery.intrinsic("The string is not closed.", start);
    }
    at++;
    return new Intrinsic.Quoted(
        text.substring(start + 1, at - 1), TextNode.valueOf(value.toString()));
  }

  private Intrinsic path() throws MalformedQuery {
    int start = at;
    at = endOfPath();
    String source = text.substring(start, at);
    try {
      PathSyntax.Parsed parsed = PathSyntax.parse(source);
      Path path =
          parsed.isDefinite()
              ? new DefinitePath(
                  source, parsed.root(), parsed.steps(), DefinitePath.PastTheEnd.MISS)
              : IndefinitePath.compile(source, parsed);
      return new Intrinsic.AtPath(path, parsed.root());
    } catch (MalformedQuery e) {
      throw e.at(start);
    }
  }

  /** A path ends at the first comma, closing parenthesis or blank outside its brackets. */
  private int endOfPath() throws MalformedQuery {
    int i = at;
    while (i < end && ",) \t\n\r".indexOf(text.charAt(i)) < 0) {
      char c = text.charAt(i);
      if (c == '[') {
        i = FilterSyntax.endOf(text, i + 1, end) + 1;
      } else if (c == '(') {
        i = endOfFunction(i);
      } else {
        i += c == '\\' ? 2 : 1;
      }
    }
    return Math.min(i, end);
  }

  private int endOfFunction(int open) throws MalformedQuery {
    int close = text.indexOf(')', open);
    if (close < 0 || close >= end) {
      throw MalformedQuery.intrinsic("The parenthesis is not closed.", open);
    }
    return close + 1;
  }

  private void skipBlanks() {
    while (at < end && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
  }

  private MalformedQuery unexpected(String expected) {
    String found = at == end ? "the end" : "`" + Character.toString(text.codePointAt(at)) + "`";
    return MalformedQuery.intrinsic(
        "Found %s where %s was expected.".formatted(found, expected), at);
  }
}
