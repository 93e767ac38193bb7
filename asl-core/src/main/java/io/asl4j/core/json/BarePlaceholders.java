package io.asl4j.core.json;

import java.util.Arrays;

/**
 * Placeholders of deployment tools that stand outside strings, where JSON has a value: <code>
 * "Seconds": ${delay}</code>.
 */
final class BarePlaceholders {

  private BarePlaceholders() {}

  /**
   * Gives the text with each of them turned into a string of the same length; the text itself if
   * there is none.
   */
  static String quoted(String text) {
    if (!text.contains("${")) {
      return text;
    }
    char[] quoted = text.toCharArray();
    int at = 0;
    while (at < quoted.length) {
      if (quoted[at] == '"') {
        at = afterString(text, at);
        continue;
      }
      int end = placeholderEnd(text, at);
      if (end > at) {
        quote(quoted, at, end);
      }
      at = Math.max(end, at + 1);
    }
    return new String(quoted);
  }

  private static int afterString(String text, int start) {
    int at = start + 1;
    while (at < text.length() && text.charAt(at) != '"') {
      at += text.charAt(at) == '\\' ? 2 : 1;
    }
    return at + 1;
  }

  /** Gives the offset after a placeholder that begins here, or the offset itself if none does. */
  private static int placeholderEnd(String text, int start) {
    if (!text.startsWith("${", start)) {
      return start;
    }
    int at = start + 2;
    while (at < text.length() && "{}\"\\\r\n".indexOf(text.charAt(at)) < 0) {
      at++;
    }
    boolean isClosed = at > start + 2 && at < text.length() && text.charAt(at) == '}';
    return isClosed ? at + 1 : start;
  }

  private static void quote(char[] text, int start, int end) {
    Arrays.fill(text, start, end, '_');
    text[start] = '"';
    text[end - 1] = '"';
  }
}
