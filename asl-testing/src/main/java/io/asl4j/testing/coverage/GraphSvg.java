package io.asl4j.testing.coverage;

import io.asl4j.core.graph.Layers;
import io.asl4j.core.model.Catcher;
import io.asl4j.core.model.ChoiceRule;
import io.asl4j.core.model.Scope;
import io.asl4j.core.model.State;
import io.asl4j.core.model.Transition;
import io.asl4j.testing.coverage.CoveragePoint.Kind;
import io.asl4j.testing.trace.Shown;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The graph of a machine as SVG, coloured by coverage; scopes stand inside their states. */
final class GraphSvg {

  /** The colours, for light and dark screens. */
  static final String STYLE =
      """
      :root { --bg:#fff; --fg:#1c2430; --dim:#66707f; --line:#d7dce3; --hit:#1a7f4b; --hitbg:#dff5e8;
        --part:#9a6700; --partbg:#fff3cf; --miss:#c0362c; --missbg:#fde4e1 }
      @media (prefers-color-scheme: dark) { :root { --bg:#14181f; --fg:#e4e8ee; --dim:#97a1b0;
        --line:#333b47; --hit:#4cc38a; --hitbg:#12351f; --part:#e0b341; --partbg:#3a2f0b; --miss:#f2766b; --missbg:#431714 } }
      svg text { font:13px system-ui,sans-serif; fill:var(--fg) } svg text.count { font-size:9px; fill:var(--dim) }
      .state rect { stroke-width:1.5 } .state.hit rect { fill:var(--hitbg); stroke:var(--hit) }
      .state.part rect { fill:var(--partbg); stroke:var(--part) }
      .state.miss rect { fill:var(--missbg); stroke:var(--miss); stroke-dasharray:5 3 }
      .edge { fill:none; stroke-width:1.6 } .edge.hit { stroke:var(--hit) }
      .edge.miss { stroke:var(--miss); stroke-dasharray:5 4 }
      marker.hit path { fill:var(--hit) } marker.miss path { fill:var(--miss) }
      """;

  private static final double LEAF_HEIGHT = 40;
  private static final double HEADER = 30;
  private static final double PADDING = 16;
  private static final double MARGIN = 12;

  /** A drawn scope, or the whole graph, and its size. */
  record Picture(String svg, double width, double height) {}

  private final MachineCoverage machine;

  private GraphSvg(MachineCoverage machine) {
    this.machine = machine;
  }

  /**
   * @param id told apart from other drawings on the same page
   */
  static Picture of(MachineCoverage machine, String id) {
    Picture picture = new GraphSvg(machine).scope(machine.definition().machine().root());
    double width = picture.width() + 2 * MARGIN;
    double height = picture.height() + 2 * MARGIN;
    String svg =
        """
        <svg class="graph" xmlns="http://www.w3.org/2000/svg" role="img" aria-label="%s" width="%s" height="%s" viewBox="0 0 %s %s">
        <defs>
        <marker id="%s-hit" class="hit" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto"><path d="M0 0 8 4 0 8z"/></marker>
        <marker id="%s-miss" class="miss" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto"><path d="M0 0 8 4 0 8z"/></marker>
        </defs>
        <g transform="translate(%s %s)">
        %s</g>
        </svg>
        """
            .formatted(
                Shown.markup("Graph of " + machine.definition().name()),
                number(width),
                number(height),
                number(width),
                number(height),
                id,
                id,
                number(MARGIN),
                number(MARGIN),
                picture.svg().replace("#arrow-", "#" + id + "-"));
    return new Picture(svg, width, height);
  }

  private Picture scope(Scope scope) {
    List<State> states = new ArrayList<>();
    states.add(scope.start());
    scope.states().values().stream()
        .filter(state -> !state.name().equals(scope.startAt()))
        .forEach(states::add);
    List<Picture> pictures = states.stream().map(this::inside).toList();
    Map<String, Integer> numbers = new LinkedHashMap<>();
    states.forEach(state -> numbers.put(state.name(), numbers.size()));
    List<Layers.Edge> edges = new ArrayList<>();
    for (State state : states) {
      for (String target : targets(state)) {
        Integer to = numbers.get(target);
        Integer from = numbers.get(state.name());
        if (to != null && from != null) {
          edges.add(new Layers.Edge(from, to));
        }
      }
    }
    Layers layers =
        new Layers(
            pictures.stream().map(p -> new double[] {p.width(), p.height()}).toList(), edges);
    StringBuilder svg = new StringBuilder();
    for (int i = 0; i < edges.size(); i++) {
      svg.append(edge(states, edges.get(i), layers, i));
    }
    for (int i = 0; i < states.size(); i++) {
      Layers.Spot spot = layers.node(i);
      svg.append(
              "<g transform=\"translate(%s %s)\">"
                  .formatted(number(spot.left()), number(spot.top())))
          .append(pictures.get(i).svg())
          .append("</g>\n");
    }
    return new Picture(svg.toString(), layers.width(), layers.height());
  }

  /** The states it may go to, each once. */
  private static List<String> targets(State state) {
    List<String> targets = new ArrayList<>();
    switch (state) {
      case State.Working working -> {
        add(targets, working.transition());
        working.catchers().stream().map(Catcher::next).forEach(targets::add);
      }
      case State.Pass pass -> add(targets, pass.transition());
      case State.Wait wait -> add(targets, wait.transition());
      case State.Choice choice -> {
        choice.rules().stream().map(ChoiceRule::next).forEach(targets::add);
        choice.otherwise().ifPresent(targets::add);
      }
      case State.Succeed succeed -> {}
      case State.Fail fail -> {}
    }
    return targets.stream().distinct().toList();
  }

  private static void add(List<String> targets, Transition transition) {
    if (transition instanceof Transition.Next next) {
      targets.add(next.state());
    }
  }

  private String edge(List<State> states, Layers.Edge edge, Layers layers, int index) {
    String from = states.get(edge.from()).name();
    String to = states.get(edge.to()).name();
    long count = machine.counts().getOrDefault(Kind.TRANSITION + "|" + from + "|" + to, 0L);
    String kind = count > 0 ? "hit" : "miss";
    return "<path class=\"edge %s\" marker-end=\"url(#arrow-%s)\" d=\"%s\"><title>%s</title></path>\n"
        .formatted(
            kind,
            kind,
            edge.from() == edge.to()
                ? loop(layers.node(edge.from()))
                : curve(layers.route(index), layers.isTurned(index)),
            Shown.markup("%s -> %s: %d times".formatted(from, to, count)));
  }

  private static String loop(Layers.Spot spot) {
    double right = 2 * spot.centre() - spot.left();
    double y = spot.middle();
    return "M%s %sc24 -18 24 18 0 12".formatted(number(right), number(y - 6));
  }

  private static String curve(List<Layers.Spot> route, boolean upwards) {
    StringBuilder path = new StringBuilder();
    double x = 0;
    double y = 0;
    for (int i = 0; i < route.size(); i++) {
      Layers.Spot spot = route.get(i);
      boolean first = i == 0;
      boolean last = i == route.size() - 1;
      double toX = spot.centre();
      double toY =
          first != upwards && (first || last)
              ? spot.bottom()
              : last || first ? spot.top() : spot.middle();
      if (upwards && last) {
        toY = spot.bottom();
      }
      if (first) {
        path.append("M%s %s".formatted(number(toX), number(toY)));
      } else {
        double bend = (y + toY) / 2;
        path.append(
            "C%s %s %s %s %s %s"
                .formatted(
                    number(x), number(bend), number(toX), number(bend), number(toX), number(toY)));
      }
      x = toX;
      y = toY;
    }
    return path.toString();
  }

  private Picture inside(State state) {
    List<Picture> scopes =
        switch (state) {
          case State.Parallel parallel -> parallel.branches().stream().map(this::scope).toList();
          case State.Map map -> List.of(scope(map.processor().scope()));
          case State.Task task -> List.of();
          case State.Pass pass -> List.of();
          case State.Wait wait -> List.of();
          case State.Choice choice -> List.of();
          case State.Succeed succeed -> List.of();
          case State.Fail fail -> List.of();
        };
    double label = Math.max(110, state.name().codePointCount(0, state.name().length()) * 7.4 + 34);
    if (scopes.isEmpty()) {
      return new Picture(box(state, label, LEAF_HEIGHT), label, LEAF_HEIGHT);
    }
    double tallest = scopes.stream().mapToDouble(Picture::height).max().orElse(0);
    double all = scopes.stream().mapToDouble(Picture::width).sum() + PADDING * (scopes.size() + 1);
    double width = Math.max(label, all);
    double height = HEADER + tallest + PADDING;
    StringBuilder svg = new StringBuilder(box(state, width, height));
    double left = PADDING + (width - all) / 2;
    for (Picture scope : scopes) {
      svg.append("<g transform=\"translate(%s %s)\">".formatted(number(left), number(HEADER)))
          .append(scope.svg())
          .append("</g>\n");
      left += scope.width() + PADDING;
    }
    return new Picture(svg.toString(), width, height);
  }

  private String box(State state, double width, double height) {
    List<CoveragePoint> own =
        machine.points().stream().filter(point -> point.state().equals(state.name())).toList();
    long reached = own.stream().filter(machine::isCovered).count();
    boolean visited = machine.counts().getOrDefault(Kind.STATE + "|" + state.name() + "|", 0L) > 0;
    String kind = !visited ? "miss" : reached < own.size() ? "part" : "hit";
    StringBuilder title =
        new StringBuilder(
            "%s (%s): %d of %d points".formatted(state.name(), type(state), reached, own.size()));
    own.stream()
        .filter(point -> !machine.isCovered(point))
        .forEach(point -> title.append("\nmissing: ").append(point.label()));
    double baseline = Math.min(height, LEAF_HEIGHT) / 2 + (height > LEAF_HEIGHT ? 0 : 4);
    return """
    <g class="state %s"><title>%s</title><rect width="%s" height="%s" rx="6"/><text x="%s" y="%s" text-anchor="middle">%s</text><text class="count" x="%s" y="%s" text-anchor="end">%d/%d</text></g>
    """
        .formatted(
            kind,
            Shown.markup(title.toString()),
            number(width),
            number(height),
            number(width / 2),
            number(baseline),
            Shown.markup(state.name()),
            number(width - 5),
            number(height > LEAF_HEIGHT ? 12 : height - 4),
            reached,
            own.size());
  }

  private static String type(State state) {
    return state.getClass().getSimpleName();
  }

  static String number(double value) {
    return String.format(Locale.ROOT, "%.1f", value);
  }
}
