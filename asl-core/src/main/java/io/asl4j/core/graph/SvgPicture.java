package io.asl4j.core.graph;

import io.asl4j.core.graph.StateGraph.Edge;
import io.asl4j.core.graph.StateGraph.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A graph as an SVG picture, laid out here: scopes stand inside their states, edges run between
 * boxes and never through one.
 */
public final class SvgPicture {

  private static final double BOX_HEIGHT = 40;
  private static final double HEADER = 34;
  private static final double PADDING = 18;
  private static final double MARGIN = 16;
  private static final double LETTER = 7.6;
  private static final double SMALL_LETTER = 5.9;
  private static final double NARROWEST = 96;

  /** The tip of an edge that was taken: as large as the others', though its line is thicker. */
  private static final String TAKEN_TIP =
      "<marker id=\"taken\" viewBox=\"0 0 8 8\" refX=\"7.5\" refY=\"4\" markerWidth=\"4.6\""
          + " markerHeight=\"4.6\" orient=\"auto\"><path d=\"M0 0.5 8 4 0 7.5z\" fill=\""
          + Highlight.TAKEN
          + "\"/></marker>";

  /** A drawn scope and its size. */
  private record Drawing(String svg, double width, double height) {}

  /**
   * The words of an edge.
   *
   * @param x their middle
   * @param y the line they stand on
   */
  private record Label(String text, double x, double y) {
    double width() {
      return cells(text) * SMALL_LETTER + 6;
    }

    double left() {
      return x - width() / 2;
    }

    double right() {
      return x + width() / 2;
    }

    /** On a ground of its own: the line that it belongs to runs below it. */
    String svg() {
      return """
      <rect x="%s" y="%s" width="%s" height="13" rx="3" fill="#fff" fill-opacity="0.88"/><text x="%s" y="%s" text-anchor="middle" font-size="10" fill="#445">%s</text>
      """
          .formatted(
              number(left()), number(y - 10), number(width()), number(x), number(y), escaped(text));
    }
  }

  private final Highlight highlight;

  private SvgPicture(Highlight highlight) {
    this.highlight = highlight;
  }

  /**
   * Draws a graph.
   *
   * @param title what the picture shows, for those who cannot see it
   */
  public static String of(StateGraph graph, Highlight highlight, String title) {
    Drawing drawing =
        graph.nodes().isEmpty() ? new Drawing("", 0, 0) : new SvgPicture(highlight).scope(graph);
    String width = number(drawing.width() + 2 * MARGIN);
    String height = number(drawing.height() + 2 * MARGIN);
    return """
    <svg xmlns="http://www.w3.org/2000/svg" role="img" width="%s" height="%s" viewBox="0 0 %s %s" font-family="system-ui, sans-serif" font-size="13">
    <title>%s</title>
    <defs><marker id="tip" viewBox="0 0 8 8" refX="7.5" refY="4" markerWidth="8" markerHeight="8" orient="auto"><path d="M0 0.5 8 4 0 7.5z" fill="#556"/></marker>%s</defs>
    <rect width="%s" height="%s" fill="#fff"/>
    <g transform="translate(%s %s)">
    %s</g>
    </svg>
    """
        .formatted(
            width,
            height,
            width,
            height,
            escaped(title),
            highlight.taken().isEmpty() ? "" : TAKEN_TIP,
            width,
            height,
            number(MARGIN),
            number(MARGIN),
            drawing.svg());
  }

  private Drawing scope(StateGraph graph) {
    List<Drawing> boxes = graph.nodes().stream().map(this::box).toList();
    List<Layers.Edge> ends =
        graph.edges().stream().map(edge -> new Layers.Edge(edge.from(), edge.to())).toList();
    Layers layers =
        new Layers(
            boxes.stream().map(box -> new double[] {box.width(), box.height()}).toList(), ends);
    Ports ports = Ports.of(layers, ends.size());
    StringBuilder svg = new StringBuilder();
    List<Label> labels = new ArrayList<>();
    for (int i = 0; i < graph.edges().size(); i++) {
      Edge edge = graph.edges().get(i);
      svg.append(edge(edge, layers, ports, i, highlight.isTaken(graph, edge)));
      if (!edge.label().isEmpty() && edge.from() != edge.to()) {
        labels.add(label(edge, layers.route(i), ports.leaving(i), layers.isTurned(i)));
      }
    }
    for (int i = 0; i < boxes.size(); i++) {
      svg.append(moved(boxes.get(i).svg(), layers.node(i).left(), layers.node(i).top()));
    }
    labels.forEach(label -> svg.append(label.svg()));
    // Loops of a state to itself stand beside the last box, and labels may reach over the sides.
    double left = labels.stream().mapToDouble(Label::left).min().orElse(0);
    double right = labels.stream().mapToDouble(Label::right).max().orElse(0);
    double overLeft = Math.max(0, -left);
    double width = overLeft + Math.max(layers.width() + PADDING, right);
    String content = overLeft > 0 ? moved(svg.toString(), overLeft, 0) : svg.toString();
    return new Drawing(content, width, layers.height());
  }

  private static String moved(String svg, double x, double y) {
    return "<g transform=\"translate(%s %s)\">\n%s</g>\n".formatted(number(x), number(y), svg);
  }

  private Drawing box(Node node) {
    List<Drawing> inside =
        node.inside().stream().filter(scope -> !scope.nodes().isEmpty()).map(this::scope).toList();
    double words = Math.max(cells(node.name()) * LETTER, cells(kind(node)) * SMALL_LETTER);
    double label = Math.max(NARROWEST, words + 28);
    if (inside.isEmpty()) {
      return new Drawing(frame(node, label, BOX_HEIGHT), label, BOX_HEIGHT);
    }
    double all = inside.stream().mapToDouble(Drawing::width).sum() + PADDING * (inside.size() + 1);
    double tallest = inside.stream().mapToDouble(Drawing::height).max().orElse(0);
    double width = Math.max(label + 60, all);
    double height = HEADER + tallest + PADDING;
    StringBuilder svg = new StringBuilder(frame(node, width, height));
    double left = PADDING + (width - all) / 2;
    for (Drawing scope : inside) {
      svg.append(moved(scope.svg(), left, HEADER));
      left += scope.width() + PADDING;
    }
    return new Drawing(svg.toString(), width, height);
  }

  private static int cells(String text) {
    return text.codePointCount(0, text.length());
  }

  /** What stands below the name. */
  private String kind(Node node) {
    String note = highlight.note(node);
    return (node.isStart() ? "start · " : "") + node.type() + (note.isEmpty() ? "" : " · " + note);
  }

  private String frame(Node node, double width, double height) {
    Optional<Highlight.Mark> mark = Optional.ofNullable(highlight.marks().get(node.pointer()));
    boolean isContainer = height > BOX_HEIGHT;
    String fill = mark.map(Highlight.Mark::fill).orElse(isContainer ? "#f6f7fb" : "#fff");
    String stroke = mark.map(Highlight.Mark::stroke).orElse("#556");
    double round = node.type().equals("Succeed") || node.type().equals("Fail") ? 20 : 6;
    String line = node.isEnd() ? "2.2" : "1.2";
    double base = isContainer ? 16 : 17;
    return """
    <rect width="%s" height="%s" rx="%s" fill="%s" stroke="%s" stroke-width="%s"/><text x="%s" y="%s" text-anchor="middle" fill="#223">%s</text><text x="%s" y="%s" text-anchor="middle" font-size="10" fill="#667">%s</text>
    """
        .formatted(
            number(width),
            number(height),
            number(round),
            fill,
            stroke,
            line,
            number(width / 2),
            number(base),
            escaped(node.name()),
            number(width / 2),
            number(base + 13),
            escaped(kind(node)));
  }

  private static String edge(Edge edge, Layers layers, Ports ports, int index, boolean isTaken) {
    String dashes = edge.kind() == StateGraph.Kind.CATCH ? " stroke-dasharray=\"4 3\"" : "";
    String path =
        edge.from() == edge.to()
            ? selfLoop(layers.node(edge.from()))
            : route(
                layers.route(index),
                layers.isTurned(index),
                ports.leaving(index),
                ports.arriving(index));
    return "<path d=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"%s\"%s marker-end=\"url(#%s)\"/>\n"
        .formatted(
            path,
            isTaken ? Highlight.TAKEN : "#556",
            isTaken ? "2.4" : "1.2",
            dashes,
            isTaken ? "taken" : "tip");
  }

  private static String selfLoop(Layers.Spot spot) {
    double right = 2 * spot.centre() - spot.left();
    return "M%s %sc14 -12 14 18 0 12".formatted(number(right), number(spot.middle() - 6));
  }

  /** Straight down (or up) through each layer, curved only in the gaps, where nothing else is. */
  private static String route(
      List<Layers.Spot> spots, boolean isUpwards, double leaving, double arriving) {
    StringBuilder path = new StringBuilder();
    Layers.Spot first = spots.getFirst();
    Layers.Spot last = spots.getLast();
    double x = leaving;
    double y = isUpwards ? first.bandTop() : first.bandBottom();
    path.append(
        "M%s %sV%s"
            .formatted(number(x), number(isUpwards ? first.top() : first.bottom()), number(y)));
    for (Layers.Spot spot : spots.subList(1, spots.size())) {
      double toX = spot == last ? arriving : spot.centre();
      double toY = isUpwards ? spot.bandBottom() : spot.bandTop();
      double bend = (y + toY) / 2;
      path.append(
          "C%s %s %s %s %s %s"
              .formatted(
                  number(x), number(bend), number(toX), number(bend), number(toX), number(toY)));
      x = toX;
      y = spot == last ? toY : isUpwards ? spot.bandTop() : spot.bandBottom();
      if (spot != last) {
        path.append("V").append(number(y));
      }
    }
    double end = isUpwards ? last.bottom() : last.top();
    // A last stretch of no length would turn the arrow's tip.
    return end == y ? path.toString() : path.append("V").append(number(end)).toString();
  }

  /** In the gap after the source, where edges from one state part. */
  private static Label label(
      Edge edge, List<Layers.Spot> spots, double leaving, boolean isUpwards) {
    Layers.Spot first = spots.getFirst();
    Layers.Spot second = spots.get(1);
    double x = leaving * 0.2 + second.centre() * 0.8;
    double y =
        isUpwards
            ? first.bandTop() * 0.35 + second.bandBottom() * 0.65
            : first.bandBottom() * 0.35 + second.bandTop() * 0.65;
    return new Label(edge.label(), x, y + 3);
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.1f", value);
  }

  private static String escaped(String text) {
    StringBuilder escaped = new StringBuilder(text.length());
    text.codePoints()
        .forEach(
            c -> {
              switch (c) {
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '&' -> escaped.append("&amp;");
                case '"' -> escaped.append("&quot;");
                default -> escaped.appendCodePoint(c < 0x20 ? 0xFFFD : c);
              }
            });
    return escaped.toString();
  }
}
