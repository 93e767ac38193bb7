package io.asl4j.benchmarks;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The figures of a run, as a part of the page about performance. */
final class Report {

  private static final String BEGIN = "<!-- figures: begin -->";
  private static final String END = "<!-- figures: end -->";

  private final Machine machine;
  private final boolean quick;
  private final Map<Workload, Map<Contender, Figure>> figures = new EnumMap<>(Workload.class);
  private final List<ColdStart.Figure> coldStarts = new ArrayList<>();
  private final List<JsonataFigures.Line> jsonata = new ArrayList<>();

  Report(Machine machine, boolean quick) {
    this.machine = machine;
    this.quick = quick;
  }

  void add(Figure figure) {
    figures
        .computeIfAbsent(figure.workload(), workload -> new EnumMap<>(Contender.class))
        .put(figure.contender(), figure);
  }

  void add(ColdStart.Figure figure) {
    coldStarts.add(figure);
  }

  void add(List<JsonataFigures.Line> lines) {
    jsonata.addAll(lines);
  }

  /** The page with these figures in the place of those it had. */
  String into(String page) {
    int begin = page.indexOf(BEGIN);
    int end = page.indexOf(END);
    if (begin < 0 || end < begin) {
      throw new IllegalStateException("The page has no place for figures: " + BEGIN + " " + END);
    }
    return page.substring(0, begin) + BEGIN + "\n" + text() + page.substring(end);
  }

  /** The tables. */
  String text() {
    StringBuilder text = new StringBuilder("\n");
    if (quick) {
      text.append("A quick look; not to be quoted.\n\n");
    }
    machine.lines().forEach(line -> text.append("- ").append(line).append('\n'));
    figures.forEach((workload, byContender) -> append(text, workload, byContender));
    appendColdStarts(text);
    appendJsonata(text);
    return text.append('\n').toString();
  }

  private static void append(
      StringBuilder text, Workload workload, Map<Contender, Figure> byContender) {
    text.append("\n### ").append(workload.title()).append("\n\n");
    boolean parks = workload.isPark();
    text.append("| | time a ").append(workload.unit()).append(" | x LIMIT | ");
    text.append(parks ? "heap a waiting execution" : "bytes");
    text.append(" | what is on |\n|---|---:|---:|---:|---|\n");
    Figure limit = byContender.get(Contender.LIMIT);
    byContender.forEach(
        (contender, figure) -> {
          String ratio =
              limit == null || limit.size() != figure.size()
                  ? ""
                  : ratio(figure.nanos() / limit.nanos());
          String conditions =
              figure.size() == workload.fullSize()
                  ? contender.conditions()
                  : contender.conditions() + "; only " + figure.size() + " at once";
          row(
              text,
              contender.title(),
              time(figure.nanos()),
              ratio,
              bytes(parks ? figure.heapBytes() : figure.bytes()),
              conditions);
        });
  }

  private void appendColdStarts(StringBuilder text) {
    if (coldStarts.isEmpty()) {
      return;
    }
    text.append("\n### W5 cold start: from the start of the process to the result of a chain\n\n");
    text.append("| | time | x LIMIT | resident | |\n|---|---:|---:|---:|---|\n");
    double limit = coldStarts.getFirst().millis();
    for (ColdStart.Figure figure : coldStarts) {
      row(
          text,
          figure.title(),
          figure.millis() + " ms",
          ratio(figure.millis() / limit),
          Math.round(figure.kilobytes() / 1_024.0) + " MB",
          "");
    }
  }

  private void appendJsonata(StringBuilder text) {
    if (jsonata.isEmpty()) {
      return;
    }
    text.append("\n### JSONata, side by side\n\n");
    text.append("| | asl4j | bytes | dashjoin | bytes | hand-written Java | asl4j is faster than");
    text.append(" dashjoin | slower than Java |\n|---|---:|---:|---:|---:|---:|---:|---:|\n");
    for (JsonataFigures.Line line : jsonata) {
      row(
          text,
          line.title(),
          time(line.own().nanos()),
          bytes(line.own().bytes()),
          time(line.dashjoin().nanos()),
          bytes(line.dashjoin().bytes()),
          line.java().nanos() < 0 ? "" : time(line.java().nanos()),
          ratio(line.dashjoin().nanos() / line.own().nanos()),
          line.java().nanos() < 0 ? "" : ratio(line.own().nanos() / line.java().nanos()));
    }
  }

  private static void row(StringBuilder text, String... cells) {
    text.append("| ").append(String.join(" | ", cells)).append(" |\n");
  }

  private static String ratio(double ratio) {
    return String.format(Locale.ROOT, ratio < 10 ? "%.2f" : "%.0f", ratio);
  }

  private static String time(double nanos) {
    if (nanos < 1_000) {
      return String.format(Locale.ROOT, nanos < 100 ? "%.1f ns" : "%.0f ns", nanos);
    }
    if (nanos < 1_000_000) {
      return String.format(Locale.ROOT, "%.1f us", nanos / 1_000);
    }
    return String.format(Locale.ROOT, "%.1f ms", nanos / 1_000_000);
  }

  private static String bytes(double bytes) {
    if (bytes < 0) {
      return "";
    }
    return bytes < 10_000
        ? String.format(Locale.ROOT, "%,.0f B", bytes)
        : String.format(Locale.ROOT, "%,.0f KB", bytes / 1_024);
  }
}
