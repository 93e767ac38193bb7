package io.asl4j.core.query.jsonata;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cuts source text into tokens, one at a time, since a slash means what stands before it. */
final class Lexer {
  private static final String BLANKS = " \t\n\r\u000b";
  private static final String SINGLE_OPERATORS = ".[]{}(),@#;:?+-*/%|=<>^&!~";

  /** They end a name, but are operators only together with another sign. */
  private static final String NO_OPERATORS = "!~";

  private static final List<String> DOUBLE_OPERATORS =
      List.of("..", ":=", "!=", ">=", "<=", "**", "~>");
  private static final Pattern NUMBER =
      Pattern.compile("(?:0|[1-9][0-9]*+)(?:\\.[0-9]++)?(?:[Ee][-+]?[0-9]++)?");

  private final String source;
  private int position;

  Lexer(String source) {
    this.source = source;
  }

  /**
   * The next token.
   *
   * @param afterOperand whether an operand was just read, so that a slash divides
   */
  Token next(boolean afterOperand) {
    skipBlanksAndComments();
    int start = position;
    if (start >= source.length()) {
      return Token.of(Token.Kind.END, "(end)", start);
    }
    char first = source.charAt(start);
    if (first == '/' && !afterOperand) {
      return regex();
    }
    for (String operator : DOUBLE_OPERATORS) {
      if (source.startsWith(operator, start)) {
        position += 2;
        return Token.of(Token.Kind.OPERATOR, operator, start);
      }
    }
    if (NO_OPERATORS.indexOf(first) >= 0) {
      throw JsonataFailed.error("S0204", start, String.valueOf(first));
    }
    if (SINGLE_OPERATORS.indexOf(first) >= 0) {
      position++;
      return Token.of(Token.Kind.OPERATOR, String.valueOf(first), start);
    }
    return switch (first) {
      case '"', '\'' -> text(first);
      case '`' -> quotedName();
      case '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' -> number();
      default -> word();
    };
  }

  private void skipBlanksAndComments() {
    while (position < source.length()) {
      if (BLANKS.indexOf(source.charAt(position)) >= 0) {
        position++;
      } else if (source.startsWith("/*", position)) {
        int end = source.indexOf("*/", position + 2);
        if (end < 0) {
          throw JsonataFailed.error("S0106", position, "/*");
        }
        position = end + 2;
      } else {
        return;
      }
    }
  }

  private Token regex() {
    int start = position;
    int depth = 0;
    for (int at = start + 1; at < source.length(); at++) {
      char c = source.charAt(at);
      boolean escaped = source.charAt(at - 1) == '\\' && source.charAt(at - 2) != '\\';
      if (c == '/' && !escaped && depth == 0) {
        return regex(start, at);
      }
      if ("([{".indexOf(c) >= 0 && !escaped) {
        depth++;
      } else if (")]}".indexOf(c) >= 0 && !escaped) {
        depth--;
      }
    }
    throw JsonataFailed.error("S0302", start, "/");
  }

  private Token regex(int start, int closing) {
    String pattern = source.substring(start + 1, closing);
    if (pattern.isEmpty()) {
      throw JsonataFailed.error("S0301", start, "/");
    }
    int end = closing + 1;
    while (end < source.length() && "im".indexOf(source.charAt(end)) >= 0) {
      end++;
    }
    position = end;
    JsonNode flags = TextNode.valueOf(source.substring(closing + 1, end));
    return new Token(Token.Kind.REGEX, pattern, flags, start);
  }

  private Token text(char quote) {
    int start = position;
    StringBuilder text = new StringBuilder();
    int at = start + 1;
    while (at < source.length()) {
      char c = source.charAt(at);
      if (c == quote) {
        position = at + 1;
        String value = text.toString();
        return new Token(Token.Kind.LITERAL, value, TextNode.valueOf(value), start);
      }
      if (c != '\\') {
        text.append(c);
        at++;
      } else if (source.startsWith("u", at + 1)) {
        text.append(unicode(at + 1));
        at += 6;
      } else {
        text.append(escape(at + 1));
        at += 2;
      }
    }
    throw JsonataFailed.error("S0101", start, String.valueOf(quote));
  }

  /** The character of four digits, or of fewer where the source ends too early for any text. */
  private char unicode(int at) {
    int end = Math.min(at + 5, source.length());
    if (end == at + 1) {
      throw JsonataFailed.error("S0104", at, "u");
    }
    int value = 0;
    for (int i = at + 1; i < end; i++) {
      int digit = Character.digit(source.charAt(i), 16);
      if (digit < 0 || source.charAt(i) > 'f') {
        throw JsonataFailed.error("S0104", at, "u");
      }
      value = value * 16 + digit;
    }
    return (char) value;
  }

  private char escape(int at) {
    if (at == source.length()) {
      throw JsonataFailed.error("S0103", at, "", Map.of("token", JsonataFailed.text("")));
    }
    char c = source.charAt(at);
    return switch (c) {
      case '"', '\\', '/' -> c;
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      default -> throw JsonataFailed.error("S0103", at, String.valueOf(c));
    };
  }

  private Token quotedName() {
    int start = position;
    int end = source.indexOf('`', start + 1);
    if (end < 0) {
      throw JsonataFailed.error("S0105", start, "`");
    }
    position = end + 1;
    return Token.of(Token.Kind.NAME, source.substring(start + 1, end), start);
  }

  private Token number() {
    int start = position;
    Matcher matcher = NUMBER.matcher(source).region(start, source.length());
    if (!matcher.lookingAt()) {
      throw new IllegalStateException("A digit that begins no number at " + start);
    }
    position = matcher.end();
    String digits = matcher.group();
    double value = Double.parseDouble(digits);
    if (Double.isInfinite(value)) {
      throw JsonataFailed.error("S0102", start, digits);
    }
    return new Token(Token.Kind.LITERAL, digits, Numbers.of(value), start);
  }

  private Token word() {
    int start = position;
    int end = start;
    while (end < source.length() && !endsWord(source.charAt(end))) {
      end++;
    }
    position = end;
    if (source.charAt(start) == '$') {
      return Token.of(Token.Kind.VARIABLE, source.substring(start + 1, end), start);
    }
    String word = source.substring(start, end);
    return switch (word) {
      case "and", "or", "in" -> Token.of(Token.Kind.OPERATOR, word, start);
      case "true", "false" ->
          new Token(Token.Kind.LITERAL, word, BooleanNode.valueOf(word.equals("true")), start);
      case "null" -> new Token(Token.Kind.LITERAL, word, NullNode.getInstance(), start);
      default -> Token.of(Token.Kind.NAME, word, start);
    };
  }

  private static boolean endsWord(char c) {
    return BLANKS.indexOf(c) >= 0 || SINGLE_OPERATORS.indexOf(c) >= 0;
  }
}
