package io.asl4j.core.template;

import io.asl4j.core.json.SourceRange;
import io.asl4j.core.json.SourceText;
import java.util.Arrays;

/**
 * A text that stands in another as a string, with escapes or indented, perhaps in pieces; knows
 * where each of its characters stands there.
 *
 * <p>A builder of its own parts first, then read only. Not for use by several threads while it is
 * built.
 */
final class EmbeddedText {

  private final SourceText outer;
  private final StringBuilder text = new StringBuilder();
  private int[] places = new int[64];

  EmbeddedText(SourceText outer) {
    this.outer = outer;
  }

  /** Appends a string of the outer text. */
  void append(String value, SourceRange range) {
    int[] within = StringPlaces.of(value, outer.text(), range.start(), range.end());
    for (int i = 0; i < value.length(); i++) {
      append(value.charAt(i), within[i]);
    }
  }

  /** Appends what stands for something that is not known yet; all of it is at the same place. */
  void appendHole(String placeholder, SourceRange range) {
    placeholder.chars().forEach(c -> append((char) c, range.start()));
  }

  private void append(char c, int place) {
    if (text.length() == places.length) {
      places = Arrays.copyOf(places, places.length * 2);
    }
    places[text.length()] = place;
    text.append(c);
  }

  /** The text as a source of its own under the name of the outer one. */
  SourceText source() {
    return SourceText.of(outer.name(), text.toString());
  }

  /** Where a range of this text stands in the outer one. */
  SourceRange outside(SourceRange range) {
    if (text.isEmpty()) {
      return outer.range(0, 0);
    }
    int last = text.length() - 1;
    int start = places[Math.min(range.start(), last)];
    int end = range.end() > range.start() ? places[Math.min(range.end() - 1, last)] + 1 : start;
    return outer.range(start, Math.max(start, Math.min(end, outer.text().length())));
  }
}
