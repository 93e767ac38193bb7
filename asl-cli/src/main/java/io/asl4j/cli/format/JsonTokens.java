package io.asl4j.cli.format;

import java.util.ArrayList;
import java.util.List;

/** A JSON text with comments as tokens, each as it was written; white space is left out. */
final class JsonTokens {

  /** What a token is. */
  enum Kind {
    /** A bracket, a colon or a comma. */
    SIGN,
    /** A string, a number, a word, or a placeholder of a deployment tool. */
    SCALAR,
    /** A comment up to the end of its line. */
    LINE_COMMENT,
    /** A comment between two marks. */
    BLOCK_COMMENT
  }

  /**
   * One token.
   *
   * @param text as it was written
   * @param startsLine whether nothing but white space stands before it on its line
   */
  record Token(Kind kind, String text, boolean startsLine) {
    boolean is(String sign) {
      return kind == Kind.SIGN && text.equals(sign);
    }

    boolean isComment() {
      return kind == Kind.LINE_COMMENT || kind == Kind.BLOCK_COMMENT;
    }
  }

  private static final String SIGNS = "{}[]:,";

  private JsonTokens() {}

  /** Splits a text that a reader of JSON has accepted. */
  static List<Token> of(String text) {
    List<Token> tokens = new ArrayList<>();
    boolean startsLine = true;
    int at = 0;
    while (at < text.length()) {
      char c = text.charAt(at);
      if (Character.isWhitespace(c) || c == '\uFEFF') {
        startsLine |= c == '\n' || c == '\r';
        at++;
        continue;
      }
      int end = end(text, at);
      String token = text.substring(at, end).stripTrailing();
      tokens.add(new Token(kind(token), token, startsLine));
      startsLine = false;
      at = end;
    }
    return tokens;
  }

  private static Kind kind(String token) {
    if (token.length() == 1 && SIGNS.contains(token)) {
      return Kind.SIGN;
    }
    if (token.startsWith("//")) {
      return Kind.LINE_COMMENT;
    }
    return token.startsWith("/*") ? Kind.BLOCK_COMMENT : Kind.SCALAR;
  }

  private static int end(String text, int start) {
    char c = text.charAt(start);
    if (SIGNS.indexOf(c) >= 0) {
      return start + 1;
    }
    if (c == '"') {
      return stringEnd(text, start);
    }
    if (text.startsWith("//", start)) {
      return lineEnd(text, start);
    }
    if (text.startsWith("/*", start)) {
      int close = text.indexOf("*/", start + 2);
      return close < 0 ? text.length() : close + 2;
    }
    if (text.startsWith("${", start)) {
      int close = text.indexOf('}', start);
      return close < 0 ? text.length() : close + 1;
    }
    return wordEnd(text, start);
  }

  private static int stringEnd(String text, int start) {
    int at = start + 1;
    while (at < text.length() && text.charAt(at) != '"') {
      at += text.charAt(at) == '\\' ? 2 : 1;
    }
    return Math.min(text.length(), at + 1);
  }

  private static int lineEnd(String text, int start) {
    int at = start;
    while (at < text.length() && text.charAt(at) != '\n' && text.charAt(at) != '\r') {
      at++;
    }
    return at;
  }

  private static int wordEnd(String text, int start) {
    int at = start;
    while (at < text.length()
        && SIGNS.indexOf(text.charAt(at)) < 0
        && text.charAt(at) != '/'
        && !Character.isWhitespace(text.charAt(at))) {
      at++;
    }
    return Math.max(at, start + 1);
  }
}
