package io.asl4j.core.graph;

import java.util.Map;
import java.util.Set;

/**
 * How a picture shows what happened to states: by JSON pointer of the state.
 *
 * @param marks what happened; a state without an entry is drawn plainly
 * @param notes a few words below the name of a state, such as how often it ran
 * @param taken the transitions that were taken; others are drawn plainly
 */
public record Highlight(Map<String, Mark> marks, Map<String, String> notes, Set<Taken> taken) {

  /** What happened to a state. */
  public enum Mark {
    /** It was done, or is new and well. */
    GOOD("#d7f0dc", "#2c7a3f"),
    /** It failed, or was removed. */
    BAD("#fbd7d7", "#b32d2d"),
    /** It was changed, or is worth a look. */
    CHANGED("#fdf0c4", "#a67c00"),
    /** It failed, and a catcher took the error. */
    CAUGHT("#fde0c2", "#c2600a"),
    /** It has begun and not ended. */
    OPEN("#dbe8fb", "#2b5fb3"),
    /** It was stopped by something outside of it. */
    STOPPED("#e6e6ea", "#70707c");

    private final String fill;
    private final String stroke;

    Mark(String fill, String stroke) {
      this.fill = fill;
      this.stroke = stroke;
    }

    /** The fill colour. */
    String fill() {
      return fill;
    }

    /** The line colour. */
    String stroke() {
      return stroke;
    }
  }

  /**
   * A transition that was taken.
   *
   * @param from JSON pointer of the state that was left
   * @param to JSON pointer of the state that was entered
   * @param isCaught whether a catcher led there
   */
  public record Taken(String from, String to, boolean isCaught) {}

  /** The colour of a transition that was taken. */
  static final String TAKEN = Mark.GOOD.stroke();

  /** Keeps its own copies. */
  public Highlight {
    marks = Map.copyOf(marks);
    notes = Map.copyOf(notes);
    taken = Set.copyOf(taken);
  }

  /** Only marks. */
  public Highlight(Map<String, Mark> marks) {
    this(marks, Map.of(), Set.of());
  }

  /** Nothing is marked. */
  public static Highlight none() {
    return new Highlight(Map.of());
  }

  /** What stands below the name of a state; empty for nothing. */
  String note(StateGraph.Node node) {
    return notes.getOrDefault(node.pointer(), "");
  }

  /** Whether a transition of a graph was taken. */
  boolean isTaken(StateGraph graph, StateGraph.Edge edge) {
    return taken.contains(
        new Taken(
            graph.nodes().get(edge.from()).pointer(),
            graph.nodes().get(edge.to()).pointer(),
            edge.kind() == StateGraph.Kind.CATCH));
  }
}
