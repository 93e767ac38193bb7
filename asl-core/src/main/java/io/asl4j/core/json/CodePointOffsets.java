package io.asl4j.core.json;

import java.util.Arrays;

/**
 * Turns positions counted in code points, as the YAML parser counts, into offsets in UTF-16 code
 * units.
 */
final class CodePointOffsets {

  /** The position, in code points, of each character that takes two code units. */
  private final int[] doubles;

  CodePointOffsets(String text) {
    int[] found = new int[8];
    int count = 0;
    int position = 0;
    for (int i = 0; i < text.length(); position++) {
      int length = Character.charCount(text.codePointAt(i));
      if (length == 2) {
        found = count == found.length ? Arrays.copyOf(found, count * 2) : found;
        found[count++] = position;
      }
      i += length;
    }
    this.doubles = Arrays.copyOf(found, count);
  }

  int offset(int codePoints) {
    int at = Arrays.binarySearch(doubles, codePoints);
    return codePoints + (at >= 0 ? at : -at - 1);
  }
}
