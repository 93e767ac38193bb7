package io.asl4j.testing.coverage;

import io.asl4j.core.json.SourceText;
import io.asl4j.testing.coverage.MachineCoverage.Ratio;
import io.asl4j.testing.trace.Shown;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Coverage as one HTML page that needs nothing else: it opens offline. */
final class HtmlReport {

  private static final String STYLE =
      """
      body { font:15px/1.5 system-ui,sans-serif; margin:2rem auto; max-width:1100px; padding:0 1rem;
        background:var(--bg); color:var(--fg) }
      h1 { font-size:1.5rem } h2 { font-size:1.15rem; margin-top:2.5rem; border-top:1px solid var(--line); padding-top:1.2rem }
      table { border-collapse:collapse } td,th { padding:.15rem .9rem .15rem 0; text-align:left }
      td.n { text-align:right; font-variant-numeric:tabular-nums }
      meter { width:140px } .graph-frame { overflow-x:auto; padding:.5rem 0 } svg.graph { display:block }
      pre { font:12.5px/1.55 ui-monospace,monospace; overflow-x:auto; border:1px solid var(--line); border-radius:6px; padding:.5rem 0 }
      pre span { display:block; padding:0 .8rem; white-space:pre } pre i { font-style:normal; color:var(--dim); user-select:none }
      pre .hit { background:var(--hitbg) } pre .part { background:var(--partbg) } pre .miss { background:var(--missbg) }
      ul.missing { columns:2; padding-left:1.1rem } .dim { color:var(--dim) }
      """;

  private HtmlReport() {}

  static String of(CoverageReport report) {
    StringBuilder html = new StringBuilder();
    html.append("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
        .append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
        .append("<title>State machine coverage</title>\n<style>\n")
        .append(GraphSvg.STYLE)
        .append(STYLE)
        .append("</style>\n</head>\n<body>\n<h1>State machine coverage: ")
        .append(percent(report.total()))
        .append("</h1>\n<p class=\"dim\">")
        .append(report.total())
        .append(" points. Green is covered, yellow in part, red and dashed not at all.</p>\n");
    int number = 0;
    for (MachineCoverage machine : report.machines()) {
      machine(html, machine, "g" + number++);
    }
    return html.append("</body>\n</html>\n").toString();
  }

  static String percent(Ratio ratio) {
    return String.format(Locale.ROOT, "%.1f %%", ratio.value() * 100);
  }

  private static void machine(StringBuilder html, MachineCoverage machine, String id) {
    html.append("<h2>")
        .append(Shown.markup(machine.definition().name()))
        .append(" &middot; ")
        .append(percent(machine.total()))
        .append("</h2>\n<div class=\"graph-frame\">\n")
        .append(GraphSvg.of(machine, id).svg())
        .append("</div>\n<table>\n");
    machine
        .byKind()
        .forEach(
            (kind, ratio) ->
                html.append(
                    "<tr><td>%s</td><td class=\"n\">%d/%d</td><td><meter max=\"%d\" value=\"%d\"></meter></td></tr>\n"
                        .formatted(
                            kind.plural(),
                            ratio.covered(),
                            ratio.total(),
                            ratio.total(),
                            ratio.covered())));
    html.append("</table>\n");
    missing(html, machine);
    source(html, machine);
  }

  private static void missing(StringBuilder html, MachineCoverage machine) {
    List<CoveragePoint> missing = machine.missing();
    if (missing.isEmpty()) {
      html.append("<p>Nothing is missing.</p>\n");
      return;
    }
    html.append(
        "<details open><summary>Missing (%d)</summary>\n<ul class=\"missing\">\n"
            .formatted(missing.size()));
    for (CoveragePoint point : missing) {
      html.append(
          "<li><b>%s</b> %s <span class=\"dim\">line %d</span></li>\n"
              .formatted(Shown.markup(point.state()), Shown.markup(point.label()), point.line()));
    }
    html.append("</ul></details>\n");
  }

  private static void source(StringBuilder html, MachineCoverage machine) {
    Map<Integer, LineHits.Line> lines = new HashMap<>();
    LineHits.of(machine).forEach(line -> lines.put(line.number(), line));
    SourceText text = machine.definition().map().source();
    html.append("<details><summary>Definition</summary>\n<pre>");
    for (int i = 1; i <= text.lineCount(); i++) {
      LineHits.Line line = lines.get(i);
      String kind = line == null ? "" : kind(machine, line);
      String title =
          line == null
              ? ""
              : line.points().stream()
                  .map(point -> machine.count(point) + "x " + point.label())
                  .collect(Collectors.joining("\n"));
      html.append(
          "<span class=\"%s\" title=\"%s\"><i>%4d  </i>%s</span>"
              .formatted(kind, Shown.markup(title), i, Shown.markup(text.line(i))));
    }
    html.append("</pre></details>\n");
  }

  private static String kind(MachineCoverage machine, LineHits.Line line) {
    long covered = line.points().stream().filter(machine::isCovered).count();
    return covered == 0 ? "miss" : covered < line.points().size() ? "part" : "hit";
  }
}
