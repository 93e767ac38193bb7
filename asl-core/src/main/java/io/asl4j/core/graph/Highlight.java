package io.asl4j.core.graph;

import java.util.Map;

/**
 * How a picture shows what happened to states: by JSON pointer of the state.
 *
 * @param marks what happened; a state without an entry is drawn plainly
 */
public record Highlight(Map<String, Mark> marks) {

  /** What happened to a state. */
  public enum Mark {
    /** It was done, or is new and well. */
    GOOD,
    /** It failed, or was removed. */
    BAD,
    /** It was changed, or is worth a look. */
    CHANGED;

    /** The fill colour. */
    String fill() {
      return switch (this) {
        case GOOD -> "#d7f0dc";
        case BAD -> "#fbd7d7";
        case CHANGED -> "#fdf0c4";
      };
    }

    /** The line colour. */
    String stroke() {
      return switch (this) {
        case GOOD -> "#2c7a3f";
        case BAD -> "#b32d2d";
        case CHANGED -> "#a67c00";
      };
    }
  }

  /** Keeps its own copy. */
  public Highlight {
    marks = Map.copyOf(marks);
  }

  /** Nothing is marked. */
  public static Highlight none() {
    return new Highlight(Map.of());
  }
}
