package io.asl4j.core.diagnostic;

/**
 * Text from foreign files made harmless for a terminal: no escape sequences, no changes of the
 * writing direction.
 */
final class Printable {

  private static final String REPLACEMENT = "\uFFFD";

  private Printable() {}

  /**
   * Gives a character, or a replacement sign for one that cannot be seen or would steer the
   * terminal.
   */
  static String of(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          REPLACEMENT;
      default -> Character.toString(codePoint);
    };
  }

  /** Gives a text on one line; line breaks and tabs become spaces. */
  static String of(String text) {
    StringBuilder shown = new StringBuilder(text.length());
    text.codePoints()
        .forEach(c -> shown.append(c == '\n' || c == '\t' ? " " : c == '\r' ? "" : of(c)));
    return shown.toString();
  }
}
