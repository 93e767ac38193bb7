package io.asl4j.core.graph;

import io.asl4j.core.graph.StateGraph.Edge;
import io.asl4j.core.graph.StateGraph.Node;
import java.util.ArrayList;
import java.util.List;

/** A graph as a Mermaid flowchart, which code hosts draw inside markdown. */
public final class MermaidText {

  private final Highlight highlight;
  private final StringBuilder text = new StringBuilder("flowchart TD\n");
  private final List<String> styles = new ArrayList<>();
  private int count;
  private int links;

  private MermaidText(Highlight highlight) {
    this.highlight = highlight;
  }

  /** Writes a graph; lines end with {@code \n}. */
  public static String of(StateGraph graph, Highlight highlight) {
    MermaidText writing = new MermaidText(highlight);
    writing.scope(graph, "  ");
    writing.styles.forEach(writing.text::append);
    return writing.text.toString();
  }

  private void scope(StateGraph graph, String indent) {
    List<String> ids = new ArrayList<>();
    for (Node node : graph.nodes()) {
      String id = "s" + count++;
      ids.add(id);
      node(node, id, indent);
    }
    for (Edge edge : graph.edges()) {
      String arrow = edge.kind() == StateGraph.Kind.CATCH ? " -.->" : " -->";
      String label = edge.label().isEmpty() ? "" : "|" + quoted(edge.label()) + "|";
      text.append(indent).append(ids.get(edge.from())).append(arrow).append(label).append(' ');
      text.append(ids.get(edge.to())).append('\n');
      if (highlight.isTaken(graph, edge)) {
        styles.add("  linkStyle " + links + " stroke:" + Highlight.TAKEN + ",stroke-width:2px\n");
      }
      links++;
    }
  }

  private void node(Node node, String id, String indent) {
    Highlight.Mark mark = highlight.marks().get(node.pointer());
    if (mark != null) {
      styles.add(
          "  style %s fill:%s,stroke:%s%n"
              .formatted(id, mark.fill(), mark.stroke())
              .replace("\r", ""));
    }
    if (node.inside().isEmpty()) {
      text.append(indent).append(id).append(shape(node, label(node))).append('\n');
      return;
    }
    text.append(indent).append("subgraph ").append(id).append('[').append(label(node));
    text.append("]\n");
    for (StateGraph inside : node.inside()) {
      scope(inside, indent + "  ");
    }
    text.append(indent).append("end\n");
  }

  /** Mermaid breaks lines at this element alone. */
  private String label(Node node) {
    String note = highlight.note(node);
    String name = quoted(node.name());
    return note.isEmpty()
        ? name
        : name.substring(0, name.length() - 1) + "<br/>" + quoted(note).substring(1);
  }

  private static String shape(Node node, String label) {
    return switch (node.type()) {
      case "Choice" -> "{" + label + "}";
      case "Succeed", "Fail" -> "([" + label + "])";
      case "Wait" -> "(" + label + ")";
      default -> "[" + label + "]";
    };
  }

  /** Mermaid reads HTML entities in texts, and nothing else as an escape. */
  private static String quoted(String label) {
    StringBuilder escaped = new StringBuilder("\"");
    label
        .codePoints()
        .forEach(
            c -> {
              boolean isSafe = Character.isLetterOrDigit(c) || " .,_-+=()/:$…".indexOf(c) >= 0;
              escaped.append(isSafe ? Character.toString(c) : "#" + c + ";");
            });
    return escaped.append('"').toString();
  }
}
