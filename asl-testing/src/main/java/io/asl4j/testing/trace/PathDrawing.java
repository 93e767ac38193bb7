package io.asl4j.testing.trace;

import java.util.ArrayList;
import java.util.List;

/** Paths of states drawn on a line, such as {@code Reserve -> Charge x3 -> Refund}. */
public final class PathDrawing {

  private static final String ARROW = " -> ";

  /** How many steps at each end of a long path are shown. */
  private static final int SHOWN = 20;

  private final StringBuilder line = new StringBuilder();
  private int mark = -1;

  private PathDrawing() {}

  /** The names joined by arrows. */
  public static String of(List<String> names) {
    PathDrawing drawing = new PathDrawing();
    drawing.draw(names, -1);
    return drawing.line.toString();
  }

  /**
   * Visits joined by arrows, with the number of attempts and what is inside.
   *
   * @return {@code (nothing)} if there are none
   */
  public static String of(Trace trace, List<Visit> visits) {
    return of(labels(trace, visits));
  }

  /** Two lines: the path, and a mark under one of its steps with a remark. */
  public static String marked(List<String> labels, int index, String remark) {
    PathDrawing drawing = new PathDrawing();
    drawing.draw(labels, index);
    if (drawing.mark < 0) {
      return drawing.line.toString();
    }
    return drawing.line + "\n" + " ".repeat(drawing.mark) + "^ " + remark;
  }

  /** What each visit is drawn as. */
  public static List<String> labels(Trace trace, List<Visit> visits) {
    List<String> labels = new ArrayList<>();
    for (Visit visit : visits) {
      int attempts = visit.attempts().size();
      labels.add(
          visit.state()
              + (attempts > 1 ? " x" + attempts : "")
              + (visit.caughtBy().isPresent() ? " (caught)" : ""));
    }
    return labels;
  }

  private void draw(List<String> names, int marked) {
    if (names.isEmpty()) {
      line.append("(nothing)");
      mark = marked >= 0 ? line.length() : -1;
      return;
    }
    for (int i = 0; i < names.size(); i++) {
      boolean hidden = names.size() > 2 * SHOWN && i >= SHOWN && i < names.size() - SHOWN;
      if (hidden && i != marked) {
        if (i == SHOWN) {
          line.append(ARROW).append("(").append(names.size() - 2 * SHOWN).append(" more)");
        }
        continue;
      }
      line.append(i == 0 ? "" : ARROW);
      if (i == marked) {
        mark = line.length();
      }
      line.append(names.get(i));
    }
    if (marked >= names.size()) {
      mark = line.length();
    }
  }
}
