package io.asl4j.core.graph;

import io.asl4j.core.graph.Layers.Spot;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;

/**
 * Where on its side of a box each edge begins or ends. Edges that only leave a side, or only arrive
 * at it, share its middle; where some leave and others arrive, each has a place of its own, so that
 * no arrow points into the line of another.
 */
final class Ports {

  private static final double STEP = 22;
  private static final double CORNER = 14;

  /**
   * One end of an edge.
   *
   * @param toward the next spot of the edge
   */
  private record End(int edge, boolean isArrival, Spot at, Spot toward) {}

  private final double[] leaving;
  private final double[] arriving;

  private Ports(int edges) {
    this.leaving = new double[edges];
    this.arriving = new double[edges];
  }

  /** Finds a place for each end of the edges of a graph. */
  static Ports of(Layers layers, int edges) {
    Ports ports = new Ports(edges);
    IdentityHashMap<Spot, List<End>> tops = new IdentityHashMap<>();
    IdentityHashMap<Spot, List<End>> bottoms = new IdentityHashMap<>();
    for (int edge = 0; edge < edges; edge++) {
      List<Spot> route = layers.route(edge);
      if (route.size() < 2) {
        continue;
      }
      Spot from = route.getFirst();
      Spot to = route.getLast();
      boolean isUpwards = layers.isTurned(edge);
      (isUpwards ? tops : bottoms)
          .computeIfAbsent(from, spot -> new ArrayList<>())
          .add(new End(edge, false, from, route.get(1)));
      (isUpwards ? bottoms : tops)
          .computeIfAbsent(to, spot -> new ArrayList<>())
          .add(new End(edge, true, to, route.get(route.size() - 2)));
    }
    tops.values().forEach(ports::spread);
    bottoms.values().forEach(ports::spread);
    return ports;
  }

  private void spread(List<End> side) {
    Spot at = side.getFirst().at();
    boolean isMixed = side.stream().map(End::isArrival).distinct().count() > 1;
    double step =
        isMixed ? Math.min(STEP, (at.width() - 2 * CORNER) / Math.max(1, side.size() - 1)) : 0;
    side.sort(Comparator.comparingDouble((End end) -> end.toward().centre()));
    double x = at.centre() - step * (side.size() - 1) / 2;
    for (End end : side) {
      (end.isArrival() ? arriving : leaving)[end.edge()] = x;
      x += step;
    }
  }

  /** Where from left to right an edge begins. */
  double leaving(int edge) {
    return leaving[edge];
  }

  /** Where from left to right an edge ends. */
  double arriving(int edge) {
    return arriving[edge];
  }
}
