package io.asl4j.core.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class LayersTest {

  /** A graph: how many nodes, and which leads to which. */
  record Graph(int nodes, List<Layers.Edge> edges) {}

  @Provide
  Arbitrary<Graph> graphs() {
    return Arbitraries.integers()
        .between(1, 12)
        .flatMap(
            nodes ->
                Combinators.combine(
                        Arbitraries.integers().between(0, nodes - 1),
                        Arbitraries.integers().between(0, nodes - 1))
                    .as(Layers.Edge::new)
                    .list()
                    .ofMaxSize(24)
                    .map(edges -> new Graph(nodes, edges)));
  }

  @Property(tries = 300)
  void boxesDoNotOverlap(@ForAll("graphs") Graph graph) {
    List<double[]> sizes = sizes(graph);
    Layers layers = new Layers(sizes, graph.edges());

    for (int i = 0; i < graph.nodes(); i++) {
      for (int j = i + 1; j < graph.nodes(); j++) {
        Layers.Spot one = layers.node(i);
        Layers.Spot other = layers.node(j);
        boolean apart =
            one.left() + sizes.get(i)[0] <= other.left() + 0.001
                || other.left() + sizes.get(j)[0] <= one.left() + 0.001
                || one.bandBottom() <= other.bandTop()
                || other.bandBottom() <= one.bandTop();
        assertThat(apart).as("boxes %d and %d", i, j).isTrue();
      }
    }
  }

  /**
   * Edges run straight through a layer and bend only in the gaps between layers: where they pass a
   * layer there is no box.
   */
  @Property(tries = 300)
  void edgesPassBesideBoxes(@ForAll("graphs") Graph graph) {
    List<double[]> sizes = sizes(graph);
    Layers layers = new Layers(sizes, graph.edges());

    for (int edge = 0; edge < graph.edges().size(); edge++) {
      List<Layers.Spot> route = layers.route(edge);
      for (int i = 1; i < route.size() - 1; i++) {
        Layers.Spot bend = route.get(i);
        for (int node = 0; node < graph.nodes(); node++) {
          Layers.Spot box = layers.node(node);
          boolean sameLayer = box.bandTop() == bend.bandTop();
          boolean inside =
              bend.centre() > box.left() && bend.centre() < box.left() + sizes.get(node)[0];
          assertThat(sameLayer && inside).as("edge %d through box %d", edge, node).isFalse();
        }
      }
    }
  }

  private static List<double[]> sizes(Graph graph) {
    List<double[]> sizes = new ArrayList<>();
    for (int i = 0; i < graph.nodes(); i++) {
      sizes.add(new double[] {80 + 37 * (i % 4), 40 + 60 * (i % 3)});
    }
    return sizes;
  }
}
