package io.asl4j.cli.diff;

import com.fasterxml.jackson.databind.JsonNode;
import io.asl4j.core.graph.Highlight;
import io.asl4j.core.graph.Highlight.Mark;
import io.asl4j.core.graph.MermaidText;
import io.asl4j.core.graph.StateGraph;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Differences as markdown for a review: a list, and the new version as a Mermaid graph. */
public final class DiffText {

  private static final int MAX_SHOWN = 80;

  private DiffText() {}

  /**
   * Writes the differences; lines end with {@code \n}.
   *
   * @param after the new version, which is drawn
   */
  public static String of(List<Change> changes, JsonNode after) {
    if (changes.isEmpty()) {
      return "No difference.\n";
    }
    StringBuilder text = new StringBuilder();
    for (Change change : changes) {
      text.append("- ").append(sentence(change)).append('\n');
    }
    text.append("\n```mermaid\n");
    text.append(MermaidText.of(StateGraph.of(after), new Highlight(marks(changes))));
    return text.append("```\n").toString();
  }

  private static String sentence(Change change) {
    return switch (change) {
      case Change.Added added -> "added state " + code(added.state());
      case Change.Removed removed -> "removed state " + code(removed.state());
      case Change.Renamed renamed ->
          "renamed state " + code(renamed.from()) + " to " + code(renamed.to());
      case Change.Field field -> field(field);
    };
  }

  private static String field(Change.Field field) {
    String where = field.state().isEmpty() ? "the machine" : code(field.state());
    String verb = field.isTransition() ? "rewired " : "changed ";
    String before = field.before().isEmpty() ? "nothing" : code(field.before());
    String after = field.after().isEmpty() ? "nothing" : code(field.after());
    return verb + where + ": " + code(field.field()) + " from " + before + " to " + after;
  }

  private static Map<String, Mark> marks(List<Change> changes) {
    Map<String, Mark> marks = new HashMap<>();
    for (Change change : changes) {
      switch (change) {
        case Change.Added added -> marks.put(added.pointer(), Mark.GOOD);
        case Change.Renamed renamed -> marks.putIfAbsent(renamed.pointer(), Mark.CHANGED);
        case Change.Field field -> {
          int end = field.pointer().length() - field.field().length() - 1;
          marks.putIfAbsent(field.pointer().substring(0, Math.max(0, end)), Mark.CHANGED);
        }
        case Change.Removed removed -> {
          // It is not in the new version, so there is nothing to mark.
        }
      }
    }
    return marks;
  }

  /** Text between backticks, on one line and not too long. */
  private static String code(String text) {
    String plain = text.replaceAll("[\\p{Cntrl}`]", " ");
    return "`"
        + (plain.length() <= MAX_SHOWN ? plain : plain.substring(0, MAX_SHOWN - 1) + "…")
        + "`";
  }
}
