package io.asl4j.core.lint;

import com.fasterxml.jackson.databind.JsonNode;
import io.asl4j.core.model.Resource;
import io.asl4j.core.parse.Spot;
import io.asl4j.core.validate.Outline;
import io.asl4j.core.validate.Outline.ScopeOutline;
import io.asl4j.core.validate.Outline.StateOutline;
import io.asl4j.core.validate.StateQuery;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What one run of a scope takes, told from the text.
 *
 * <p>Counts, as floating point since retries multiply. A loop counts as one turn unless a timeout
 * of the machine and a Wait in the loop bound its turns; a Map counts as one item unless its items
 * stand in the text.
 *
 * @param fewestTransitions states on the shortest way through without errors
 * @param mostTransitions states on the longest way through without errors
 * @param events history events of the longest way through with every retry
 */
record Effort(double fewestTransitions, double mostTransitions, double events) {

  private static final Effort NOTHING = new Effort(0, 0, 0);
  private static final Pattern RANGE =
      Pattern.compile("\\[\\s*(-?\\d{1,9})\\s*\\.\\.\\s*(-?\\d{1,9})\\s*]");

  /** ExecutionStarted and the event of its end. */
  private static final int EVENTS_OF_THE_EXECUTION = 2;

  static Effort of(Outline outline) {
    Map<String, Effort> byScope = new HashMap<>();
    double timeout = outline.definition().field("TimeoutSeconds").node().asDouble(0);
    for (ScopeOutline scope : outline.scopes().reversed()) {
      byScope.put(scope.spot().pointer(), ofScope(scope, timeout, byScope));
    }
    Effort whole = byScope.getOrDefault("", NOTHING);
    return new Effort(
        whole.fewestTransitions, whole.mostTransitions, whole.events + EVENTS_OF_THE_EXECUTION);
  }

  private static Effort ofScope(ScopeOutline scope, double timeout, Map<String, Effort> inner) {
    Map<String, Effort> ofStates = new HashMap<>();
    scope.states().forEach((name, state) -> ofStates.put(name, ofState(state, inner)));
    ScopeGraph plain = ScopeGraph.withoutErrors(scope);
    return new Effort(
        shortest(plain, ofStates),
        longest(plain, 0, name -> effort(ofStates, name).mostTransitions),
        longest(new ScopeGraph(scope), timeout, name -> effort(ofStates, name).events));
  }

  private static Effort effort(Map<String, Effort> ofStates, String name) {
    return ofStates.getOrDefault(name, NOTHING);
  }

  private static Effort ofState(StateOutline state, Map<String, Effort> inner) {
    Effort inside = NOTHING;
    if (!state.isDistributed()) {
      for (Spot scope : state.innerScopes()) {
        inside = inside.plus(inner.getOrDefault(scope.pointer(), NOTHING));
      }
    }
    double times = state.type().equals("Map") && !state.isDistributed() ? items(state) : 1;
    double work = eventsOfWork(state, inside, times);
    return new Effort(
        1 + inside.fewestTransitions * times,
        1 + inside.mostTransitions * times,
        eventsOfState(state) + work * (1 + attempts(state)));
  }

  private Effort plus(Effort other) {
    return new Effort(
        fewestTransitions + other.fewestTransitions,
        mostTransitions + other.mostTransitions,
        events + other.events);
  }

  /** StateEntered and StateExited; a Fail state is not left. */
  private static int eventsOfState(StateOutline state) {
    return state.type().equals("Fail") ? 1 : 2;
  }

  private static double eventsOfWork(StateOutline state, Effort inside, double times) {
    return switch (state.type()) {
      case "Task" -> isJob(state) ? 4 : 3;
      case "Parallel" -> 2 + inside.events;
      case "Map" -> state.isDistributed() ? 4 : 2 + times * (2 + inside.events);
      default -> 0;
    };
  }

  /** A job or callback also leaves TaskSubmitted. */
  private static boolean isJob(StateOutline state) {
    Resource resource = Resource.parse(state.spot().field("Resource").node().asText());
    return resource.pattern() != Resource.Pattern.REQUEST_RESPONSE;
  }

  private static double attempts(StateOutline state) {
    double attempts = 0;
    for (Recovery retrier : Recovery.retriers(state)) {
      attempts += retrier.number("MaxAttempts", 3);
    }
    return attempts;
  }

  /** How many items a Map has, if its text tells; otherwise 1. */
  static double items(StateOutline state) {
    JsonNode items = state.spot().field("Items").node();
    if (items.isContainerNode()) {
      return items.size();
    }
    Optional<String> expression = StateQuery.expression(items.asText());
    Matcher range = RANGE.matcher(expression.orElse(""));
    return range.matches()
        ? Math.max(0, Double.parseDouble(range.group(2)) - Double.parseDouble(range.group(1)) + 1)
        : 1;
  }

  private interface Weight {
    double of(String state);
  }

  private record Reached(String state, double length) {}

  private static double shortest(ScopeGraph graph, Map<String, Effort> ofStates) {
    Map<String, Double> best = new HashMap<>();
    Optional<String> start = graph.start();
    if (start.isEmpty()) {
      return 0;
    }
    // Nearest first: a definition may be a row of thousands of states.
    Queue<Reached> open = new PriorityQueue<>(Comparator.comparingDouble(Reached::length));
    open.add(new Reached(start.get(), effort(ofStates, start.get()).fewestTransitions));
    while (!open.isEmpty()) {
      Reached at = open.remove();
      if (best.putIfAbsent(at.state(), at.length()) != null) {
        continue;
      }
      for (String next : graph.next(at.state())) {
        if (!best.containsKey(next)) {
          open.add(new Reached(next, at.length() + effort(ofStates, next).fewestTransitions));
        }
      }
    }
    return best.entrySet().stream()
        .filter(entry -> graph.isTerminal(entry.getKey()))
        .mapToDouble(Map.Entry::getValue)
        .min()
        .orElse(0);
  }

  private static double longest(ScopeGraph graph, double timeout, Weight weight) {
    Map<String, Double> before = new HashMap<>();
    Optional<String> start = graph.start();
    if (start.isEmpty()) {
      return 0;
    }
    before.put(start.get(), 0.0);
    double longest = 0;
    for (Set<String> group : graph.groups()) {
      double reached =
          group.stream().mapToDouble(name -> before.getOrDefault(name, -1.0)).max().orElse(-1);
      if (reached < 0) {
        continue;
      }
      double own = group.stream().mapToDouble(weight::of).sum();
      double after = reached + own * turns(graph, group, timeout);
      longest = Math.max(longest, after);
      for (String name : group) {
        graph.next(name).stream()
            .filter(next -> !group.contains(next))
            .forEach(next -> before.merge(next, after, Math::max));
      }
    }
    return longest;
  }

  /** How often a loop can turn before the machine's timeout ends it; 1 if that is not known. */
  private static double turns(ScopeGraph graph, Set<String> group, double timeout) {
    double waited = 0;
    for (String name : group) {
      waited += graph.state(name).spot().field("Seconds").node().asDouble(0);
    }
    boolean isLoop = group.size() > 1 || graph.next(group.iterator().next()).containsAll(group);
    return isLoop && waited > 0 && timeout > 0 ? Math.max(1, Math.floor(timeout / waited)) : 1;
  }
}
