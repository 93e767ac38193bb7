package io.asl4j.core.graph;

import com.fasterxml.jackson.databind.JsonNode;
import io.asl4j.core.parse.Spot;
import io.asl4j.core.validate.Outline;
import io.asl4j.core.validate.Outline.StateOutline;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One scope of a definition as a graph: its states, what leads where, and the scopes inside.
 *
 * <p>Made from the tree, so a definition with errors has a graph too; transitions to states that do
 * not exist are left out. Immutable.
 *
 * @param nodes the states, the first one first, then in the order of the text
 * @param edges what leads where, by position in {@code nodes}
 */
public record StateGraph(List<Node> nodes, List<Edge> edges) {

  /** Keeps its own copies. */
  public StateGraph {
    nodes = List.copyOf(nodes);
    edges = List.copyOf(edges);
  }

  /**
   * A state.
   *
   * @param pointer its JSON pointer in the definition
   * @param type the text of its {@code Type}
   * @param isStart whether runs of the scope start here
   * @param isEnd whether the scope can end here
   * @param inside the branches of a Parallel state, or the item processor of a Map
   */
  public record Node(
      String name,
      String pointer,
      String type,
      boolean isStart,
      boolean isEnd,
      List<StateGraph> inside) {}

  /** Why a transition is taken. */
  public enum Kind {
    /** {@code Next}. */
    NEXT,
    /** A choice rule holds. */
    RULE,
    /** No choice rule holds. */
    DEFAULT,
    /** The state failed. */
    CATCH
  }

  /**
   * A transition.
   *
   * @param from position of the state that it leaves
   * @param to position of the state that it leads to
   * @param label the condition or the error names, short; empty for {@code Next}
   */
  public record Edge(int from, int to, Kind kind, String label) {}

  private static final int MAX_LABEL = 32;

  /** Makes the graph of a whole definition; without states it is empty. */
  public static StateGraph of(JsonNode definition) {
    Outline outline = Outline.of(Spot.root(definition));
    Map<String, StateGraph> made = new HashMap<>();
    for (Outline.ScopeOutline scope : outline.scopes().reversed()) {
      made.put(scope.spot().pointer(), of(scope, made));
    }
    return made.getOrDefault("", new StateGraph(List.of(), List.of()));
  }

  private static StateGraph of(Outline.ScopeOutline scope, Map<String, StateGraph> made) {
    String start = scope.startAt().map(spot -> spot.node().textValue()).orElse("");
    Map<String, StateOutline> states = new LinkedHashMap<>();
    Optional.ofNullable(scope.states().get(start)).ifPresent(first -> states.put(start, first));
    scope.states().forEach(states::putIfAbsent);
    Map<String, Integer> positions = new LinkedHashMap<>();
    states.keySet().forEach(name -> positions.put(name, positions.size()));

    List<Node> nodes = new ArrayList<>();
    List<Edge> edges = new ArrayList<>();
    states.forEach(
        (name, state) -> {
          List<StateGraph> inside = new ArrayList<>();
          for (Spot inner : state.innerScopes()) {
            Optional.ofNullable(made.get(inner.pointer())).ifPresent(inside::add);
          }
          nodes.add(
              new Node(
                  name,
                  state.spot().pointer(),
                  state.type(),
                  name.equals(start),
                  state.isTerminal(),
                  List.copyOf(inside)));
          for (Spot target : state.targets()) {
            Integer to = positions.get(target.node().textValue());
            Integer from = positions.get(name);
            if (to != null && from != null) {
              edges.add(edge(from, to, target));
            }
          }
        });
    return new StateGraph(nodes, merged(edges));
  }

  private static Edge edge(int from, int to, Spot target) {
    Spot part = target.around();
    return switch (part.around().name()) {
      case "Catch" -> new Edge(from, to, Kind.CATCH, errors(part.field("ErrorEquals")));
      case "Choices" -> new Edge(from, to, Kind.RULE, RuleLabel.of(part.node()));
      default ->
          target.name().equals("Default")
              ? new Edge(from, to, Kind.DEFAULT, "otherwise")
              : new Edge(from, to, Kind.NEXT, "");
    };
  }

  private static String errors(Spot names) {
    return cut(
        String.join(", ", names.items().stream().map(name -> name.node().asText()).toList()));
  }

  static String cut(String label) {
    return label.length() <= MAX_LABEL ? label : label.substring(0, MAX_LABEL - 1) + "…";
  }

  /** Of several transitions between the same states for the same reason one is drawn. */
  private static List<Edge> merged(List<Edge> edges) {
    record Ends(int from, int to, Kind kind) {}
    Map<Ends, Edge> merged = new LinkedHashMap<>();
    for (Edge edge : edges) {
      merged.merge(
          new Ends(edge.from(), edge.to(), edge.kind()),
          edge,
          (one, other) ->
              new Edge(
                  one.from(), one.to(), one.kind(), cut(one.label() + " or " + other.label())));
    }
    return List.copyOf(merged.values());
  }
}
