package io.asl4j.testing.coverage;

import io.asl4j.testing.coverage.MachineCoverage.Ratio;
import io.asl4j.testing.trace.Shown;
import java.util.List;

/**
 * What the HTML report shows of one machine as a picture: the graph, its figures, what is missing.
 */
final class ReportPicture {

  private static final String STYLE =
      """
      text.title { font-size:19px; font-weight:600 } text.name { font-size:15px; font-weight:600 }
      text.dim { fill:var(--dim) } text.n { text-anchor:end } .bar { fill:var(--line) } .full { fill:var(--hit) }
      """;
  private static final int MARGIN = 16;
  private static final int HEAD = 72;
  private static final int ROW = 23;
  private static final int TABLE = 430;
  private static final int BAR = 120;
  private static final int LONGEST = 60;

  private final StringBuilder svg = new StringBuilder();
  private final MachineCoverage machine;

  private ReportPicture(MachineCoverage machine) {
    this.machine = machine;
  }

  static String of(MachineCoverage machine) {
    return new ReportPicture(machine).draw();
  }

  private String draw() {
    GraphSvg.Picture graph = GraphSvg.of(machine, "g");
    double left = graph.width() + 3 * MARGIN;
    String name = machine.definition().name();
    text("title", MARGIN, 30, "State machine coverage: " + HtmlReport.percent(machine.total()));
    text("dim", MARGIN, 52, machine.total() + " points of " + name);
    double end = missing(left, figures(left, HEAD));
    double width = left + TABLE + MARGIN;
    double height = Math.max(HEAD + graph.height(), end + MARGIN);
    return """
    <svg xmlns="http://www.w3.org/2000/svg" role="img" aria-label="%s" width="%s" height="%s" viewBox="0 0 %s %s">
    <style>
    %s%s</style>
    <rect width="100%%" height="100%%" fill="var(--bg)"/>
    %s<g transform="translate(%d %d)">
    %s</g>
    </svg>
    """
        .formatted(
            Shown.markup("Coverage of " + name),
            GraphSvg.number(width),
            GraphSvg.number(height),
            GraphSvg.number(width),
            GraphSvg.number(height),
            GraphSvg.STYLE,
            STYLE,
            svg,
            MARGIN,
            HEAD,
            graph.svg());
  }

  private double figures(double left, double top) {
    double y = top;
    for (var each : machine.byKind().entrySet()) {
      Ratio ratio = each.getValue();
      text("", left, y, each.getKey().plural());
      text("n", left + TABLE - BAR - MARGIN, y, ratio.covered() + "/" + ratio.total());
      bar("bar", left + TABLE - BAR, y, BAR);
      bar("full", left + TABLE - BAR, y, BAR * ratio.value());
      y += ROW;
    }
    return y;
  }

  private double missing(double left, double top) {
    List<CoveragePoint> missing = machine.missing();
    double y = top + ROW;
    text("name", left, y, missing.isEmpty() ? "Nothing is missing" : "Missing");
    for (CoveragePoint point : missing) {
      y += ROW;
      String line = "line %d: %s %s".formatted(point.line(), point.state(), point.label());
      text("", left, y, line.length() > LONGEST ? line.substring(0, LONGEST) + " ..." : line);
    }
    return y;
  }

  private void text(String kind, double x, double y, String text) {
    svg.append("<text class=\"").append(kind).append("\" x=\"").append(GraphSvg.number(x));
    svg.append("\" y=\"").append(GraphSvg.number(y)).append("\">");
    svg.append(Shown.markup(text)).append("</text>\n");
  }

  private void bar(String kind, double x, double y, double width) {
    svg.append("<rect class=\"").append(kind).append("\" x=\"").append(GraphSvg.number(x));
    svg.append("\" y=\"").append(GraphSvg.number(y - 9)).append("\" width=\"");
    svg.append(GraphSvg.number(width)).append("\" height=\"9\" rx=\"3\"/>\n");
  }
}
