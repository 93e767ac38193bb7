package io.asl4j.testing.coverage;

import io.asl4j.core.json.Pointers;
import io.asl4j.core.model.Catcher;
import io.asl4j.core.model.ChoiceRule;
import io.asl4j.core.model.Quantity;
import io.asl4j.core.model.Retrier;
import io.asl4j.core.model.State;
import io.asl4j.core.model.Transition;
import io.asl4j.testing.coverage.CoveragePoint.Kind;
import io.asl4j.testing.trace.Definition;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** All points of a definition, in its order. Serves one listing. */
final class Points {

  private final Definition definition;
  private final Map<String, CoveragePoint> points = new LinkedHashMap<>();

  private Points(Definition definition) {
    this.definition = definition;
  }

  static List<CoveragePoint> of(Definition definition) {
    Points points = new Points(definition);
    definition.states().values().forEach(located -> points.state(located.state()));
    return List.copyOf(points.points.values());
  }

  private void state(State state) {
    String pointer = definition.pointer(state.name());
    add(Kind.STATE, state, "", pointer, "visited");
    switch (state) {
      case State.Working working -> working(working, pointer);
      case State.Pass pass -> transition(pass, pass.transition(), pointer);
      case State.Wait wait -> transition(wait, wait.transition(), pointer);
      case State.Choice choice -> choice(choice, pointer);
      case State.Succeed succeed -> {}
      case State.Fail fail -> {}
    }
  }

  private void transition(State state, Transition transition, String pointer) {
    switch (transition) {
      case Transition.Next next ->
          add(
              Kind.TRANSITION,
              state,
              next.state(),
              Pointers.child(pointer, "Next"),
              "goes to " + next.state());
      case Transition.End end ->
          add(
              Kind.TRANSITION,
              state,
              CoveragePoint.END,
              Pointers.child(pointer, "End"),
              "ends its scope");
    }
  }

  private void choice(State.Choice choice, String pointer) {
    List<ChoiceRule> rules = choice.rules();
    for (int i = 0; i < rules.size(); i++) {
      String at = Pointers.child(Pointers.child(pointer, "Choices"), i);
      String next = rules.get(i).next();
      String rule = "rule " + i + " (to " + next + ")";
      String index = Integer.toString(i);
      add(Kind.RULE_TAKEN, choice, index, at, rule + " is taken");
      add(Kind.RULE_FELL_THROUGH, choice, index, at, rule + " does not hold");
      add(Kind.TRANSITION, choice, next, Pointers.child(at, "Next"), "goes to " + next);
    }
    choice
        .otherwise()
        .ifPresent(
            next -> {
              String at = Pointers.child(pointer, "Default");
              add(Kind.DEFAULT, choice, "", at, "Default is taken");
              add(Kind.TRANSITION, choice, next, at, "goes to " + next);
            });
  }

  private void working(State.Working state, String pointer) {
    transition(state, state.transition(), pointer);
    List<Retrier> retriers = state.retriers();
    for (int i = 0; i < retriers.size(); i++) {
      String at = Pointers.child(Pointers.child(pointer, "Retry"), i);
      String names = String.join(", ", retriers.get(i).errorEquals());
      String index = Integer.toString(i);
      if (retriers.get(i).maxAttempts() > 0) {
        add(Kind.RETRIED, state, index, at, "retries after " + names);
      }
      add(Kind.EXHAUSTED, state, index, at, "gives up retrying after " + names);
    }
    List<Catcher> catchers = state.catchers();
    for (int i = 0; i < catchers.size(); i++) {
      String at = Pointers.child(Pointers.child(pointer, "Catch"), i);
      Catcher catcher = catchers.get(i);
      String names = String.join(", ", catcher.errorEquals());
      add(Kind.CAUGHT, state, Integer.toString(i), at, "catches " + names);
      String next = catcher.next();
      add(Kind.TRANSITION, state, next, Pointers.child(at, "Next"), "goes to " + next);
    }
    switch (state) {
      case State.Task task -> timeout(task, pointer);
      case State.Parallel parallel -> {}
      case State.Map map -> {
        add(Kind.MAP_EMPTY, map, "", pointer, "has no items");
        add(Kind.MAP_ONE, map, "", pointer, "has one item");
        add(Kind.MAP_MANY, map, "", pointer, "has several items");
        add(Kind.MAP_ITEM_FAILED, map, "", pointer, "has an item that fails");
      }
    }
  }

  private void timeout(State.Task task, String pointer) {
    boolean timeout = !(task.timeoutSeconds() instanceof Quantity.Absent);
    boolean heartbeat = !(task.heartbeatSeconds() instanceof Quantity.Absent);
    if (timeout || heartbeat) {
      add(Kind.TIMEOUT, task, "", pointer, "misses its deadline or a heartbeat");
    }
  }

  private void add(Kind kind, State state, String detail, String pointer, String label) {
    int line = definition.map().key(pointer).startLine();
    CoveragePoint point = new CoveragePoint(kind, state.name(), detail, pointer, line, label);
    points.putIfAbsent(point.id(), point);
  }
}
