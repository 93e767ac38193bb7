package io.asl4j.core.graph;

import io.asl4j.core.graph.StateGraph.Edge;
import io.asl4j.core.graph.StateGraph.Node;
import java.util.ArrayList;
import java.util.List;

/** A graph in the language of Graphviz. */
public final class DotText {

  private final Highlight highlight;
  private final StringBuilder text = new StringBuilder();
  private int count;

  private DotText(Highlight highlight) {
    this.highlight = highlight;
  }

  /** Writes a graph; lines end with {@code \n}. */
  public static String of(StateGraph graph, Highlight highlight) {
    DotText writing = new DotText(highlight);
    writing.text.append(
        "digraph {\n"
            + "  compound=true\n"
            + "  node [shape=box, style=\"rounded,filled\", fillcolor=white, fontname=sans]\n"
            + "  edge [fontname=sans, fontsize=10]\n");
    writing.scope(graph, "  ");
    return writing.text.append("}\n").toString();
  }

  /** The name of a state's own node, or of one inside it to which edges can be tied. */
  private record Tie(String node, String cluster) {
    String end(String side) {
      return cluster.isEmpty() ? "" : side + "=" + cluster;
    }
  }

  private List<Tie> scope(StateGraph graph, String indent) {
    List<Tie> ties = new ArrayList<>();
    graph.nodes().forEach(node -> ties.add(node(node, indent)));
    for (Edge edge : graph.edges()) {
      Tie from = ties.get(edge.from());
      Tie to = ties.get(edge.to());
      List<String> attributes = new ArrayList<>();
      if (!edge.label().isEmpty()) {
        attributes.add("label=" + quoted(edge.label()));
      }
      if (edge.kind() == StateGraph.Kind.CATCH) {
        attributes.add("style=dashed");
      }
      if (highlight.isTaken(graph, edge)) {
        attributes.add("color=\"" + Highlight.TAKEN + "\", penwidth=2");
      }
      attributes.add(from.end("ltail"));
      attributes.add(to.end("lhead"));
      attributes.removeIf(String::isEmpty);
      text.append(indent).append(from.node()).append(" -> ").append(to.node());
      text.append(attributes.isEmpty() ? "" : " [" + String.join(", ", attributes) + "]");
      text.append('\n');
    }
    return ties;
  }

  private Tie node(Node node, String indent) {
    String id = "s" + count++;
    Highlight.Mark mark = highlight.marks().get(node.pointer());
    String color =
        mark == null
            ? ""
            : ", fillcolor=\"%s\", color=\"%s\"".formatted(mark.fill(), mark.stroke());
    if (node.inside().stream().allMatch(inside -> inside.nodes().isEmpty())) {
      String shape = node.type().equals("Choice") ? ", shape=diamond" : "";
      text.append(indent).append(id).append(" [label=").append(quoted(label(node)));
      text.append(shape).append(color).append("]\n");
      return new Tie(id, "");
    }
    String cluster = "cluster_" + id;
    text.append(indent).append("subgraph ").append(cluster).append(" {\n");
    text.append(indent).append("  label=").append(quoted(label(node))).append('\n');
    if (mark != null) {
      text.append(indent).append("  style=filled").append(color.replace(",", "\n" + indent + " "));
      text.append('\n');
    }
    Tie inner = new Tie(id, "");
    for (StateGraph inside : node.inside()) {
      List<Tie> ties = scope(inside, indent + "  ");
      inner = ties.isEmpty() ? inner : ties.getFirst();
    }
    text.append(indent).append("}\n");
    return new Tie(inner.node(), cluster);
  }

  private String label(Node node) {
    String note = highlight.note(node);
    return note.isEmpty() ? node.name() : node.name() + "\n" + note;
  }

  private static String quoted(String label) {
    return "\"" + label.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + "\"";
  }
}
