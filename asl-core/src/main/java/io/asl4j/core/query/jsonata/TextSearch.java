package io.asl4j.core.query.jsonata;

/**
 * Finds a text in a text and looks at the clock meanwhile: the search of Java takes as many steps
 * as the product of both lengths, and cannot be stopped.
 */
final class TextSearch {

  /** Up to this length Java's search is fast enough for pieces of the text, one by one. */
  private static final int SHORT = 64;

  private static final int PIECE = 1 << 14;
  private static final int CHARACTERS_A_STEP = 64;

  private TextSearch() {}

  /** The first position at or after another one; -1 when there is none. */
  static int indexOf(Run run, String text, String sought, int from) {
    return sought.length() <= SHORT
        ? byPieces(run, text, sought, from)
        : byTable(run, text, sought, from);
  }

  private static int byPieces(Run run, String text, String sought, int from) {
    int start = from;
    while (true) {
      int end = (int) Math.min(text.length(), (long) start + PIECE + sought.length());
      run.tick((end - start) / CHARACTERS_A_STEP);
      int at = text.indexOf(sought, start, end);
      if (at >= 0 || end == text.length()) {
        return at;
      }
      start += PIECE;
    }
  }

  /** The search of Knuth, Morris and Pratt, which never goes back in the text. */
  private static int byTable(Run run, String text, String sought, int from) {
    if (sought.length() > text.length() - from) {
      return -1;
    }
    int[] borders = borders(run, sought);
    int matched = 0;
    for (int at = from; at < text.length(); at++) {
      run.tick();
      char c = text.charAt(at);
      while (matched > 0 && sought.charAt(matched) != c) {
        matched = borders[matched];
      }
      if (sought.charAt(matched) == c) {
        matched++;
      }
      if (matched == sought.length()) {
        return at - matched + 1;
      }
    }
    return -1;
  }

  /** How long the longest beginning is that also ends each beginning, the whole left out. */
  private static int[] borders(Run run, String sought) {
    run.grow(4L * sought.length());
    int[] borders = new int[sought.length() + 1];
    int border = 0;
    for (int i = 1; i < sought.length(); i++) {
      run.tick();
      while (border > 0 && sought.charAt(border) != sought.charAt(i)) {
        border = borders[border];
      }
      if (sought.charAt(border) == sought.charAt(i)) {
        border++;
      }
      borders[i + 1] = border;
    }
    return borders;
  }
}
