package io.asl4j.core.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.io.JsonEOFException;

/**
 * What breaks the JSON grammar, in plain words.
 *
 * <p>The parser says where it stopped; what stands there, and the first words of its message, tell
 * which mistake people make there. An unknown message gives a general sentence, never a wrong one.
 *
 * @param message a sentence for people
 * @param start offset of what is wrong
 * @param end offset after it
 */
record JsonFault(String message, int start, int end) {

  private static final String UNCLOSED = "The text ends before an object or array is closed.";

  static JsonFault of(JsonProcessingException failure, String text) {
    int at = (int) Math.clamp(failure.getLocation().getCharOffset(), 0L, (long) text.length());
    String said = failure.getOriginalMessage();
    if (failure instanceof JsonEOFException) {
      return new JsonFault(atEnd(said), text.length(), text.length());
    }
    if (said.startsWith("Illegal character") && at > 0) {
      at--; // Only for this complaint the parser has already stepped over the character.
    }
    if (said.startsWith("Unrecognized token") || said.startsWith("Non-standard token")) {
      return word(text, at);
    }
    int c = at < text.length() ? text.codePointAt(at) : ' ';
    if (said.contains("numeric value") || (c == '.' && said.contains("value"))) {
      return number(text, at);
    }
    return new JsonFault(
        sentence(said, text, at, c), at, Math.min(text.length(), at + Character.charCount(c)));
  }

  /** Says whether the text ended where only a comma or a closing bracket was missing. */
  boolean isUnclosed() {
    return message.equals(UNCLOSED);
  }

  private static String atEnd(String said) {
    if (said.contains("closing quote") || said.contains("in field name")) {
      return "The text ends inside a string; its closing quote is missing.";
    }
    if (said.contains("close marker")) {
      return UNCLOSED;
    }
    return "The text ends too early.";
  }

  private static JsonFault word(String text, int offset) {
    int start = offset;
    while (start > 0 && isWord(text.charAt(start - 1))) {
      start--;
    }
    int end = offset;
    while (end < text.length() && isWord(text.charAt(end))) {
      end++;
    }
    String word = Excerpt.of(text.substring(start, end));
    String advice =
        switch (word) {
          case "True", "TRUE", "False", "FALSE", "Null", "NULL" -> "write it in lower case.";
          case "None", "undefined", "nil" -> "write null.";
          case "NaN", "Infinity" -> "JSON has no such number.";
          default -> "text stands in double quotes.";
        };
    return new JsonFault("`" + word + "` is no JSON value; " + advice, start, end);
  }

  private static JsonFault number(String text, int at) {
    int start = at;
    while (start > 0 && isNumeric(text.charAt(start - 1))) {
      start--;
    }
    int end = at;
    while (end < text.length() && isNumeric(text.charAt(end))) {
      end++;
    }
    String literal = text.substring(start, end);
    String advice =
        literal.matches("-?0[0-9].*")
            ? "leave out the zeroes in front, or put it in double quotes if it is no number."
            : "write it like 12, -0.5 or 1.5e3.";
    return new JsonFault("`" + Excerpt.of(literal) + "` is no JSON number; " + advice, start, end);
  }

  private static boolean isNumeric(char c) {
    return (c >= '0' && c <= '9') || c == '+' || c == '-' || c == '.' || c == 'e' || c == 'E';
  }

  private static boolean isWord(char c) {
    return Character.isLetterOrDigit(c) || c == '_' || c == '$' || c == '-';
  }

  private static String sentence(String said, String text, int at, int c) {
    if (said.startsWith("Unexpected close marker")) {
      return said.contains("no open")
          ? "A `" + (char) c + "` closes something that was never opened."
          : "A `"
              + (char) c
              + "` stands where a `"
              + (c == '}' ? ']' : '}')
              + "` must close what was opened last.";
    }
    if (said.startsWith("Illegal unquoted character")) {
      return c == '\n' || c == '\r'
          ? "A string is broken over two lines; close it with a double quote or write the line"
              + " break as \\n"
              + "."
          : "The control character "
              + Excerpt.of(c)
              + " stands in a string; write it as "
              + escape(c)
              + ".";
    }
    if (said.startsWith("Unrecognized character escape")) {
      return "A backslash before `"
          + Excerpt.of(c)
          + "` means nothing in JSON; write \\\\ for a backslash.";
    }
    if (said.contains("hex-digit")) {
      return "After \\u stand four digits 0-9 or A-F, not `" + Excerpt.of(c) + "`.";
    }
    return character(said, text, at, c);
  }

  private static String escape(int c) {
    return c == '\t' ? "\\t" : String.format("\\u%04x", c);
  }

  private static String character(String said, String text, int at, int c) {
    String found = "`" + Excerpt.of(c) + "`";
    if ((c == '}' || c == ']') && before(text, at) == ',') {
      return "A comma stands before " + found + "; the last element has none after it.";
    }
    if (c == '\'' || c == '\u2018' || c == '\u2019' || c == '\u201C' || c == '\u201D') {
      return "A quote " + found + " stands where JSON wants the double quote \".";
    }
    if (c == '/' || c == '#') {
      return "JSON knows no comments; remove it or use a `Comment` field.";
    }
    if (said.contains("colon")) {
      return "A colon is missing before " + found + ".";
    }
    if (said.contains("comma")) {
      return "A comma is missing before " + found + ".";
    }
    if (said.contains("field name")) {
      return "A field name in double quotes is expected, found " + found + ".";
    }
    if (said.contains("value")) {
      return "A value is expected, found " + found + ".";
    }
    return "The character " + found + " cannot stand here in JSON.";
  }

  private static char before(String text, int at) {
    int i = at - 1;
    while (i >= 0 && Character.isWhitespace(text.charAt(i))) {
      i--;
    }
    return i < 0 ? ' ' : text.charAt(i);
  }
}
