package io.asl4j.testing.coverage;

import io.asl4j.core.model.State;
import io.asl4j.core.model.Transition;
import io.asl4j.runtime.history.Decision;
import io.asl4j.testing.coverage.CoveragePoint.Kind;
import io.asl4j.testing.trace.Attempt;
import io.asl4j.testing.trace.Definition;
import io.asl4j.testing.trace.Failure;
import io.asl4j.testing.trace.Trace;
import io.asl4j.testing.trace.Visit;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** What one execution reached, by the ids of points. Serves one count. */
final class Tally {

  private final Trace trace;
  private final Map<String, Long> counts = new HashMap<>();

  private Tally(Trace trace) {
    this.trace = trace;
  }

  static Map<String, Long> of(Trace trace) {
    Tally tally = new Tally(trace);
    Map<Visit, Set<Integer>> items = new HashMap<>();
    Set<Visit> withFailedItem = new HashSet<>();
    for (Visit visit : trace.visits()) {
      tally.visit(visit);
      visit
          .container()
          .ifPresent(
              container -> {
                items.computeIfAbsent(container, c -> new HashSet<>()).add(visit.ownItem());
                if (visit.exitedAt().isEmpty() && visit.failure().isPresent()) {
                  withFailedItem.add(container);
                }
              });
    }
    for (Visit visit : trace.visits()) {
      tally.map(visit, items.getOrDefault(visit, Set.of()).size(), withFailedItem.contains(visit));
    }
    return tally.counts;
  }

  private void hit(Kind kind, String state, String detail) {
    counts.merge(kind + "|" + state + "|" + detail, 1L, Long::sum);
  }

  private State state(Visit visit) {
    return trace
        .definition()
        .find(visit.state())
        .map(Definition.Located::state)
        .orElseThrow(
            () -> new IllegalStateException("A visit of no state of its machine: " + visit));
  }

  private void visit(Visit visit) {
    String name = visit.state();
    hit(Kind.STATE, name, "");
    if (visit.next().isPresent()) {
      hit(Kind.TRANSITION, name, visit.next().get().state());
    } else if (visit.exitedAt().isPresent() && ends(state(visit)) && visit.caughtBy().isEmpty()) {
      hit(Kind.TRANSITION, name, CoveragePoint.END);
    }
    visit.decisions().forEach(decision -> decided(decision, state(visit)));
    for (Attempt attempt : visit.attempts()) {
      if (attempt.failure().filter(Failure::timeout).isPresent()) {
        hit(Kind.TIMEOUT, name, "");
      }
    }
  }

  private static boolean ends(State state) {
    return switch (state) {
      case State.Working working -> working.transition() == Transition.End.END;
      case State.Pass pass -> pass.transition() == Transition.End.END;
      case State.Wait wait -> wait.transition() == Transition.End.END;
      case State.Choice choice -> false;
      case State.Succeed succeed -> false;
      case State.Fail fail -> false;
    };
  }

  private void decided(Decision decision, State state) {
    String name = state.name();
    switch (decision) {
      case Decision.RuleTaken taken -> {
        hit(Kind.RULE_TAKEN, name, Integer.toString(taken.rule()));
        fellThrough(name, taken.rule());
      }
      case Decision.DefaultTaken taken -> {
        hit(Kind.DEFAULT, name, "");
        fellThrough(name, state instanceof State.Choice choice ? choice.rules().size() : 0);
      }
      case Decision.Retried retried -> hit(Kind.RETRIED, name, Integer.toString(retried.retrier()));
      case Decision.Exhausted exhausted ->
          hit(Kind.EXHAUSTED, name, Integer.toString(exhausted.retrier()));
      case Decision.Caught caught -> hit(Kind.CAUGHT, name, Integer.toString(caught.catcher()));
      case Decision.ChildStarted child -> {}
    }
  }

  private void fellThrough(String name, int rules) {
    for (int i = 0; i < rules; i++) {
      hit(Kind.RULE_FELL_THROUGH, name, Integer.toString(i));
    }
  }

  private void map(Visit visit, int begun, boolean failed) {
    if (!(state(visit) instanceof State.Map) || visit.attempts().isEmpty()) {
      return;
    }
    int items = Math.max(begun, visit.items());
    Kind kind = items == 0 ? Kind.MAP_EMPTY : items == 1 ? Kind.MAP_ONE : Kind.MAP_MANY;
    hit(kind, visit.state(), "");
    if (failed) {
      hit(Kind.MAP_ITEM_FAILED, visit.state(), "");
    }
  }
}
