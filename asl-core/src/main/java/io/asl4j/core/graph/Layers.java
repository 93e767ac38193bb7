package io.asl4j.core.graph;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/**
 * Places the nodes of one graph in layers from top to bottom: edges that close a loop are turned
 * round, each node stands below all that lead to it, and long edges get a node in each layer they
 * cross. Serves one graph.
 */
public final class Layers {

  private static final double GAP_X = 26;
  private static final double GAP_Y = 46;
  private static final int SWEEPS = 8;

  /** A place for a node, or for the bend of a long edge. */
  public static final class Spot {
    private final double width;
    private final double height;
    private final List<Spot> above = new ArrayList<>();
    private final List<Spot> below = new ArrayList<>();
    private int rank;
    private double order;
    private double left;
    private double top;
    private double bandTop;
    private double bandBottom;

    private Spot(double width, double height) {
      this.width = width;
      this.height = height;
    }

    double width() {
      return width;
    }

    List<Spot> above() {
      return above;
    }

    List<Spot> below() {
      return below;
    }

    /** Its number in its layer from left to right; between two numbers while that is decided. */
    double order() {
      return order;
    }

    void orderAt(double number) {
      order = number;
    }

    /** The left side. */
    public double left() {
      return left;
    }

    /** The upper side. */
    public double top() {
      return top;
    }

    /** The middle from left to right. */
    public double centre() {
      return left + width / 2;
    }

    /** The middle from top to bottom. */
    public double middle() {
      return top + height / 2;
    }

    /** The lower side. */
    public double bottom() {
      return top + height;
    }

    /** The upper side of the layer: between two layers there is nothing but edges. */
    public double bandTop() {
      return bandTop;
    }

    /** The lower side of the layer. */
    public double bandBottom() {
      return bandBottom;
    }
  }

  /** An edge by the numbers of its nodes. */
  public record Edge(int from, int to) {}

  private final List<Spot> spots = new ArrayList<>();
  private final List<Edge> edges;
  private final boolean[] turned;
  private final List<List<Spot>> routes = new ArrayList<>();
  private final List<List<Spot>> layers = new ArrayList<>();
  private double width;
  private double height;

  /**
   * Places nodes.
   *
   * @param sizes width and height of each node; the first one is where everything starts
   */
  public Layers(List<double[]> sizes, List<Edge> edges) {
    sizes.forEach(size -> spots.add(new Spot(size[0], size[1])));
    this.edges = List.copyOf(edges);
    this.turned = new boolean[edges.size()];
    turnBackEdges();
    rank();
    route();
    fillLayers();
    LayerOrder.arrange(layers);
    placeAcross();
    placeDown();
  }

  /** Where a node is. */
  public Spot node(int index) {
    return spots.get(index);
  }

  /** The spots that an edge runs through, both ends included, in its own direction. */
  public List<Spot> route(int edge) {
    return turned[edge] ? routes.get(edge).reversed() : routes.get(edge);
  }

  /** Whether an edge leads upwards. */
  public boolean isTurned(int edge) {
    return turned[edge];
  }

  /** The width of the whole. */
  public double width() {
    return width;
  }

  /** The height of the whole. */
  public double height() {
    return height;
  }

  private void turnBackEdges() {
    int[] state = new int[spots.size()];
    for (int start = 0; start < spots.size(); start++) {
      search(start, state);
    }
  }

  /** Depth first, without recursion: an edge to a node that is still open closes a loop. */
  private void search(int start, int[] state) {
    if (state[start] != 0) {
      return;
    }
    Deque<int[]> open = new ArrayDeque<>();
    open.push(new int[] {start, 0});
    state[start] = 1;
    while (!open.isEmpty()) {
      int[] at = open.peek();
      if (at[1] == edges.size()) {
        state[at[0]] = 2;
        open.pop();
        continue;
      }
      int number = at[1]++;
      Edge edge = edges.get(number);
      if (edge.from() != at[0]) {
        continue;
      }
      if (state[edge.to()] == 1) {
        turned[number] = true;
      } else if (state[edge.to()] == 0) {
        state[edge.to()] = 1;
        open.push(new int[] {edge.to(), 0});
      }
    }
  }

  private int upper(int edge) {
    return turned[edge] ? edges.get(edge).to() : edges.get(edge).from();
  }

  private int lower(int edge) {
    return turned[edge] ? edges.get(edge).from() : edges.get(edge).to();
  }

  private void rank() {
    boolean moved = true;
    for (int round = 0; moved && round <= spots.size(); round++) {
      moved = false;
      for (int i = 0; i < edges.size(); i++) {
        Spot from = spots.get(upper(i));
        Spot to = spots.get(lower(i));
        if (from != to && to.rank < from.rank + 1) {
          to.rank = from.rank + 1;
          moved = true;
        }
      }
    }
  }

  private void route() {
    int nodes = spots.size();
    for (int i = 0; i < edges.size(); i++) {
      Spot last = spots.get(upper(i));
      Spot end = spots.get(lower(i));
      List<Spot> route = new ArrayList<>();
      route.add(last);
      for (int rank = last.rank + 1; rank < end.rank; rank++) {
        Spot bend = new Spot(10, 0);
        bend.rank = rank;
        spots.add(bend);
        join(last, bend);
        route.add(bend);
        last = bend;
      }
      if (end != spots.get(upper(i))) {
        join(last, end);
        route.add(end);
      }
      routes.add(route);
    }
    if (nodes == 0) {
      throw new IllegalStateException("A scope without states cannot be drawn.");
    }
  }

  private static void join(Spot above, Spot below) {
    above.below.add(below);
    below.above.add(above);
  }

  private void fillLayers() {
    for (Spot spot : spots) {
      while (layers.size() <= spot.rank) {
        layers.add(new ArrayList<>());
      }
      layers.get(spot.rank).add(spot);
    }
  }

  private void placeAcross() {
    for (List<Spot> layer : layers) {
      double left = 0;
      for (Spot spot : layer) {
        spot.left = left;
        left += spot.width + GAP_X;
      }
    }
    for (int sweep = 0; sweep < SWEEPS; sweep++) {
      boolean down = sweep % 2 == 0;
      (down ? layers : layers.reversed()).forEach(layer -> shift(layer, down));
    }
    double least = spots.stream().mapToDouble(spot -> spot.left).min().orElse(0);
    for (Spot spot : spots) {
      spot.left -= least;
      width = Math.max(width, spot.left + spot.width);
    }
  }

  /** Moves each spot under its neighbours as far as the spots beside it let it. */
  private static void shift(List<Spot> layer, boolean down) {
    double[] wanted = new double[layer.size()];
    for (int i = 0; i < wanted.length; i++) {
      Spot spot = layer.get(i);
      List<Spot> near = down ? spot.above : spot.below;
      wanted[i] =
          near.stream().mapToDouble(Spot::centre).average().orElse(spot.centre()) - spot.width / 2;
    }
    double[] fromLeft = Arrays.copyOf(wanted, wanted.length);
    for (int i = 1; i < wanted.length; i++) {
      fromLeft[i] = Math.max(wanted[i], fromLeft[i - 1] + layer.get(i - 1).width + GAP_X);
    }
    double[] fromRight = Arrays.copyOf(wanted, wanted.length);
    for (int i = wanted.length - 2; i >= 0; i--) {
      fromRight[i] = Math.min(wanted[i], fromRight[i + 1] - layer.get(i).width - GAP_X);
    }
    for (int i = 0; i < wanted.length; i++) {
      layer.get(i).left = (fromLeft[i] + fromRight[i]) / 2;
    }
  }

  private void placeDown() {
    double top = 0;
    for (List<Spot> layer : layers) {
      double tallest = layer.stream().mapToDouble(spot -> spot.height).max().orElse(0);
      for (Spot spot : layer) {
        spot.top = top + (tallest - spot.height) / 2;
        spot.bandTop = top;
        spot.bandBottom = top + tallest;
      }
      top += tallest + GAP_Y;
    }
    height = top - GAP_Y;
  }
}
