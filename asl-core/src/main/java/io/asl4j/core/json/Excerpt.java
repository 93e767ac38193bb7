package io.asl4j.core.json;

/** A piece of user text that is short and harmless enough for a message. */
final class Excerpt {

  private static final int MAX_LENGTH = 60;

  private Excerpt() {}

  /**
   * Gives the text on one line, cut after 60 characters, with control characters shown as their
   * code.
   */
  static String of(String text) {
    StringBuilder shown = new StringBuilder();
    int count = 0;
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      i += Character.charCount(c);
      if (count++ == MAX_LENGTH) {
        return shown.append('…').toString();
      }
      shown.append(of(c));
    }
    return shown.toString();
  }

  /** Gives a character, or its code if it cannot be seen. */
  static String of(int codePoint) {
    boolean unseen =
        switch (Character.getType(codePoint)) {
          case Character.CONTROL,
              Character.FORMAT,
              Character.SURROGATE,
              Character.UNASSIGNED,
              Character.PRIVATE_USE,
              Character.LINE_SEPARATOR,
              Character.PARAGRAPH_SEPARATOR ->
              true;
          case Character.SPACE_SEPARATOR -> codePoint != ' ';
          default -> false;
        };
    return unseen ? String.format("U+%04X", codePoint) : Character.toString(codePoint);
  }
}
