package io.asl4j.core.json;

/** What editors allow in JSON files but JSON does not: comments, and a comma before a bracket. */
final class JsonComments {

  private JsonComments() {}

  /** Gives the text with all of that turned into blanks, so that all offsets and lines stay. */
  static String blanked(String text) {
    char[] blanked = text.toCharArray();
    int comma = -1;
    int at = 0;
    while (at < blanked.length) {
      char c = text.charAt(at);
      int end = at + 1;
      if (c == '"') {
        end = afterString(text, at);
      } else if (c == '/') {
        end = afterComment(text, at);
        blank(blanked, at, end);
      }
      boolean isComment = c == '/' && end > at + 1;
      if ((c == '}' || c == ']') && comma >= 0) {
        blanked[comma] = ' ';
      }
      if (c == ',') {
        comma = at;
      } else if (!isComment && !Character.isWhitespace(c)) {
        comma = -1;
      }
      at = end;
    }
    return new String(blanked);
  }

  private static int afterString(String text, int start) {
    int at = start + 1;
    while (at < text.length() && text.charAt(at) != '"') {
      at += text.charAt(at) == '\\' ? 2 : 1;
    }
    return Math.min(text.length(), at + 1);
  }

  /**
   * Gives the offset after a comment, or after the slash if none begins there or it is not closed.
   */
  private static int afterComment(String text, int start) {
    if (text.startsWith("//", start)) {
      int at = start;
      while (at < text.length() && text.charAt(at) != '\n' && text.charAt(at) != '\r') {
        at++;
      }
      return at;
    }
    int close = text.startsWith("/*", start) ? text.indexOf("*/", start + 2) : -1;
    return close < 0 ? start + 1 : close + 2;
  }

  private static void blank(char[] text, int start, int end) {
    if (end == start + 1) {
      return;
    }
    for (int i = start; i < end; i++) {
      if (text[i] != '\n' && text[i] != '\r') {
        text[i] = ' ';
      }
    }
  }
}
