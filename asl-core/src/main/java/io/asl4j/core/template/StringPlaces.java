package io.asl4j.core.template;

/**
 * Where the characters of a string stand in the JSON or YAML text that it was read from.
 *
 * <p>Goes through both side by side. Escapes are decoded; of a block scalar the indentation is
 * passed over, of a folded one the line ends. White space may be placed a little off, anything else
 * is exact.
 */
final class StringPlaces {

  private final String text;
  private final int end;
  private int at;

  private StringPlaces(String text, int start, int end) {
    this.text = text;
    this.at = start;
    this.end = end;
  }

  /**
   * Gives the offset of each character.
   *
   * @param value the string as it was read
   * @param text the text around it
   * @param start where its notation begins, with tag, anchor and quotes
   * @param end where that ends
   */
  static int[] of(String value, String text, int start, int end) {
    StringPlaces walk = new StringPlaces(text, start, end);
    boolean isEscaped = walk.begin();
    int[] places = new int[value.length()];
    for (int i = 0; i < value.length(); i++) {
      places[i] = isEscaped ? walk.escaped(value.charAt(i)) : walk.plain(value.charAt(i));
    }
    return places;
  }

  /** Passes over what stands before the first character; says whether backslashes escape. */
  private boolean begin() {
    while (at < end && (text.charAt(at) == '!' || text.charAt(at) == '&')) {
      while (at < end && !Character.isWhitespace(text.charAt(at))) {
        at++;
      }
      while (at < end && Character.isWhitespace(text.charAt(at))) {
        at++;
      }
    }
    if (at >= end) {
      return false;
    }
    char first = text.charAt(at);
    if (first == '|' || first == '>') {
      while (at < end && text.charAt(at) != '\n') {
        at++;
      }
    } else if (first == '"' || first == '\'') {
      at++;
    }
    return first == '"';
  }

  private int escaped(char c) {
    if (at < end && text.charAt(at) == '\\') {
      int place = at;
      at += text.startsWith("\\u", at) ? 6 : 2;
      return place;
    }
    return plain(c);
  }

  private int plain(char c) {
    while (at < end && text.charAt(at) != c && isPassedOver(text.charAt(at), c)) {
      at++;
    }
    int place = Math.min(at, Math.max(0, end - 1));
    if (at < end && (text.charAt(at) == c || Character.isWhitespace(c))) {
      at++;
    }
    return place;
  }

  private static boolean isPassedOver(char found, char wanted) {
    boolean isFolded = wanted == ' ' && found == '\n';
    return !isFolded && (Character.isWhitespace(found) || found == '\'');
  }
}
