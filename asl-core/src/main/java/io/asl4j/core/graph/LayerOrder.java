package io.asl4j.core.graph;

import io.asl4j.core.graph.Layers.Spot;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Orders the spots of each layer from left to right so that few edges cross. Sweeps put each spot
 * to the middle of its neighbours; then neighbours in a layer change places where that helps. The
 * order with the fewest crossings is kept. Serves one graph.
 */
final class LayerOrder {

  private static final int SWEEPS = 12;

  private final List<List<Spot>> layers;

  private LayerOrder(List<List<Spot>> layers) {
    this.layers = layers;
  }

  /** Orders the layers in place. */
  static void arrange(List<List<Spot>> layers) {
    new LayerOrder(layers).arrange();
  }

  private void arrange() {
    number();
    List<List<Spot>> best = copy();
    int fewest = crossings();
    for (int sweep = 0; sweep < SWEEPS && fewest > 0; sweep++) {
      sweep(sweep % 2 == 0);
      // A long edge gets to the other side of another one only if it may change places for nothing
      // in one layer so that the next one gains.
      exchange(sweep % 4 < 2 ? 0 : 1);
      int crossings = crossings();
      if (crossings < fewest) {
        fewest = crossings;
        best = copy();
      }
    }
    for (int i = 0; i < layers.size(); i++) {
      layers.set(i, new ArrayList<>(best.get(i)));
    }
    number();
  }

  private List<List<Spot>> copy() {
    return layers.stream().map(List::copyOf).toList();
  }

  private void number() {
    for (List<Spot> layer : layers) {
      number(layer);
    }
  }

  private static void number(List<Spot> layer) {
    for (int i = 0; i < layer.size(); i++) {
      layer.get(i).orderAt(i);
    }
  }

  /** Each spot goes to the middle of its neighbours, layer by layer. */
  private void sweep(boolean down) {
    for (List<Spot> layer : down ? layers : layers.reversed()) {
      for (Spot spot : layer) {
        List<Spot> near = down ? spot.above() : spot.below();
        spot.orderAt(near.stream().mapToDouble(Spot::order).average().orElse(spot.order()));
      }
      layer.sort(Comparator.comparingDouble(Spot::order));
      number(layer);
    }
  }

  /**
   * Two spots beside each other change places where that removes crossings.
   *
   * @param slack 1 to change places also where it is all the same
   */
  private void exchange(int slack) {
    for (List<Spot> layer : layers) {
      for (int i = 0; i + 1 < layer.size(); i++) {
        Spot left = layer.get(i);
        Spot right = layer.get(i + 1);
        if (crossings(right, left) < crossings(left, right) + slack) {
          layer.set(i, right);
          layer.set(i + 1, left);
          number(layer);
        }
      }
    }
  }

  /** How often the edges of two spots cross each other if the one stands left of the other. */
  private static int crossings(Spot left, Spot right) {
    return crossings(left.above(), right.above()) + crossings(left.below(), right.below());
  }

  private static int crossings(List<Spot> ofLeft, List<Spot> ofRight) {
    int crossings = 0;
    for (Spot one : ofLeft) {
      for (Spot other : ofRight) {
        if (other.order() < one.order()) {
          crossings++;
        }
      }
    }
    return crossings;
  }

  private int crossings() {
    int crossings = 0;
    for (List<Spot> layer : layers) {
      for (int i = 0; i < layer.size(); i++) {
        for (int j = i + 1; j < layer.size(); j++) {
          crossings += crossings(layer.get(i).below(), layer.get(j).below());
        }
      }
    }
    return crossings;
  }
}
