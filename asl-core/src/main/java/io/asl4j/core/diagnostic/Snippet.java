package io.asl4j.core.diagnostic;

import io.asl4j.core.json.SourceRange;
import java.util.ArrayList;
import java.util.List;

/**
 * A source line made fit to print, with the line of carets below it.
 *
 * <p>Tabs become two spaces, characters that would steer a terminal a replacement sign, and of a
 * line that is too wide only the part round the caret is kept, with an ellipsis where something was
 * cut.
 *
 * @param line the line as printed
 * @param underline spaces and then carets, as wide as what they stand under; at least one caret
 */
record Snippet(String line, String underline) {

  private static final String TAB = "  ";
  private static final String CUT = "…";

  /** How many code units on each side of the caret are looked at; far more than fit. */
  private static final int KEPT = 2_000;

  private record Glyph(String shown, int width, boolean marked) {}

  /**
   * Makes the snippet.
   *
   * @param line the text of the line on which the range begins
   * @param range the range to underline; on other lines it is not shown
   * @param maxWidth how many cells the line may take, at least 20
   */
  static Snippet of(String line, SourceRange range, int maxWidth) {
    int from = Math.min(range.startColumn() - 1, line.length());
    // A whole definition may stand on one line of megabytes; only what can be shown is looked at.
    int keptFrom = boundary(line, Math.max(0, from - KEPT));
    int keptTo = boundary(line, Math.min(line.length(), from + KEPT));
    String kept = line.substring(keptFrom, keptTo);
    int end =
        range.isOnOneLine() ? range.endColumn() - 1 - keptFrom : kept.stripTrailing().length();
    List<Glyph> glyphs = glyphs(kept, from - keptFrom, Math.min(end, kept.length()));
    int firstMarked = 0;
    while (firstMarked < glyphs.size() && !glyphs.get(firstMarked).marked) {
      firstMarked++;
    }
    // An empty range, and one at the end of the line, mark the place where a character is missing.
    int caret = firstMarked < glyphs.size() ? firstMarked : kept.codePointCount(0, from - keptFrom);
    return render(glyphs, caret, maxWidth, keptFrom > 0, keptTo < line.length());
  }

  private static int boundary(String line, int at) {
    boolean splitsPair =
        at > 0
            && at < line.length()
            && Character.isSurrogatePair(line.charAt(at - 1), line.charAt(at));
    return splitsPair ? at - 1 : at;
  }

  private static List<Glyph> glyphs(String line, int from, int to) {
    List<Glyph> glyphs = new ArrayList<>();
    for (int i = 0; i < line.length(); ) {
      int c = line.codePointAt(i);
      boolean marked = i >= from && i < to;
      String shown = shown(c);
      glyphs.add(new Glyph(shown, TextWidth.of(shown), marked));
      i += Character.charCount(c);
    }
    return glyphs;
  }

  private static String shown(int c) {
    return c == '\t' ? TAB : Printable.of(c);
  }

  private static Snippet render(
      List<Glyph> glyphs, int caret, int maxWidth, boolean cutBefore, boolean cutAfter) {
    int first = 0;
    int last = glyphs.size();
    if (width(glyphs, 0, last) > maxWidth) {
      first = windowStart(glyphs, caret, maxWidth);
      last = windowEnd(glyphs, first, maxWidth);
      first = last == glyphs.size() ? fullWindowStart(glyphs, first, maxWidth) : first;
    }
    StringBuilder line = new StringBuilder();
    StringBuilder underline = new StringBuilder();
    if (first > 0 || cutBefore) {
      line.append(CUT);
      underline.append(' ');
    }
    boolean underlined = false;
    for (int i = first; i < last; i++) {
      Glyph glyph = glyphs.get(i);
      line.append(glyph.shown);
      if (glyph.marked || i == caret) {
        underline.append("^".repeat(i == caret && !glyph.marked ? 1 : glyph.width));
        underlined = true;
      } else if (!underlined) {
        underline.append(" ".repeat(glyph.width));
      }
    }
    if (last < glyphs.size() || cutAfter) {
      line.append(CUT);
    }
    if (underline.indexOf("^") < 0) {
      underline.append('^');
    }
    return new Snippet(line.toString().stripTrailing(), underline.toString());
  }

  /** A third of the window is left for what stands before the caret. */
  private static int windowStart(List<Glyph> glyphs, int caret, int maxWidth) {
    int start = Math.min(caret, glyphs.size());
    int room = caret >= glyphs.size() ? maxWidth - 2 : maxWidth / 3;
    while (start > 0 && room - glyphs.get(start - 1).width > 0) {
      start--;
      room -= glyphs.get(start).width;
    }
    return start;
  }

  /**
   * Where the window reaches the end of the line, the room left over is given to what stands
   * before.
   */
  private static int fullWindowStart(List<Glyph> glyphs, int start, int maxWidth) {
    int first = start;
    int room = maxWidth - 2 - width(glyphs, start, glyphs.size());
    while (first > 0 && room - glyphs.get(first - 1).width >= 0) {
      first--;
      room -= glyphs.get(first).width;
    }
    return first;
  }

  private static int windowEnd(List<Glyph> glyphs, int start, int maxWidth) {
    int end = start;
    int room = maxWidth - 2;
    while (end < glyphs.size() && room - glyphs.get(end).width >= 0) {
      room -= glyphs.get(end).width;
      end++;
    }
    return end;
  }

  private static int width(List<Glyph> glyphs, int from, int to) {
    int width = 0;
    for (int i = from; i < to; i++) {
      width += glyphs.get(i).width;
    }
    return width;
  }
}
