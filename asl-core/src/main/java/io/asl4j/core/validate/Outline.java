package io.asl4j.core.validate;

import io.asl4j.core.parse.Spot;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The scopes and states of a definition with the places that rules look at; whatever has not the
 * form it should have is left out.
 *
 * @param definition the whole definition
 * @param scopes the machine's own first, then those inside Map and Parallel states in the order of
 *     the text, outer ones first
 */
public record Outline(Spot definition, List<ScopeOutline> scopes) {

  private static final Set<String> ENDS = Set.of("Succeed", "Fail");
  private static final Set<String> TYPES =
      Set.of("Task", "Pass", "Wait", "Choice", "Succeed", "Fail", "Parallel", "Map");

  /**
   * States that can reach each other.
   *
   * @param spot the object with {@code StartAt} and {@code States}
   * @param states by name
   * @param isExpress whether the scope runs in Express child executions of a distributed Map
   */
  public record ScopeOutline(Spot spot, Map<String, StateOutline> states, boolean isExpress) {

    /** Where {@code StartAt} names a state; empty if it is missing or no string. */
    public Optional<Spot> startAt() {
      return Optional.of(spot.field("StartAt")).filter(start -> start.node().isTextual());
    }

    /** Whether it is known of every state where it goes; if not, the parser reported why. */
    public boolean isClear() {
      return states.values().stream().allMatch(StateOutline::isClear)
          && spot.field("States").node().size() == states.size();
    }

    /** Everything in this scope that names a state to go to. */
    public Stream<Spot> targets() {
      return Stream.concat(
          startAt().stream(), states.values().stream().flatMap(state -> state.targets().stream()));
    }
  }

  /**
   * One state.
   *
   * @param type the text of its {@code Type}
   * @param targets the fields that name a state to go to
   */
  public record StateOutline(Spot spot, String type, List<Spot> targets) {

    /** Whether the scope can end here. */
    public boolean isTerminal() {
      return ENDS.contains(type)
          || (!type.equals("Choice") && spot.field("End").node().asBoolean(false));
    }

    /** Whether it is known where the state goes; if not, the parser reported why. */
    public boolean isClear() {
      return TYPES.contains(type) && (isTerminal() || !targets.isEmpty());
    }

    /** The Map's item processor, under its old or new name; empty for other states. */
    public Optional<Spot> processor() {
      if (!type.equals("Map")) {
        return Optional.empty();
      }
      return Stream.of(spot.field("ItemProcessor"), spot.field("Iterator"))
          .filter(field -> field.node().isObject())
          .findFirst();
    }

    /** Whether the state is a Map whose items are child executions of their own. */
    public boolean isDistributed() {
      return processorConfig()
          .filter(config -> config.field("Mode").node().asText().equals("DISTRIBUTED"))
          .isPresent();
    }

    /** The objects with states inside this one: branches, or the item processor. */
    public List<Spot> innerScopes() {
      List<Spot> spots =
          type.equals("Parallel") ? spot.field("Branches").items() : processor().stream().toList();
      return spots.stream().filter(inner -> inner.node().isObject()).toList();
    }

    /** The configuration of a Map's item processor. */
    public Optional<Spot> processorConfig() {
      return processor().map(processor -> processor.field("ProcessorConfig"));
    }

    private boolean hasExpressChildren() {
      return processorConfig()
          .filter(config -> config.field("Mode").node().asText().equals("DISTRIBUTED"))
          .filter(config -> config.field("ExecutionType").node().asText().equals("EXPRESS"))
          .isPresent();
    }
  }

  /** Reads the outline of a definition; what is no object has no scopes with states. */
  public static Outline of(Spot definition) {
    List<ScopeOutline> scopes = new ArrayList<>();
    Deque<ScopeOutline> open = new ArrayDeque<>();
    open.push(scope(definition, false));
    while (!open.isEmpty()) {
      ScopeOutline scope = open.pop();
      scopes.add(scope);
      List<ScopeOutline> inside = new ArrayList<>();
      for (StateOutline state : scope.states().values()) {
        boolean isExpress = scope.isExpress() || state.hasExpressChildren();
        state.innerScopes().forEach(spot -> inside.add(scope(spot, isExpress)));
      }
      inside.reversed().forEach(open::push);
    }
    return new Outline(definition, List.copyOf(scopes));
  }

  /** All states of all scopes. */
  public Stream<StateOutline> states() {
    return scopes.stream().flatMap(scope -> scope.states().values().stream());
  }

  private static ScopeOutline scope(Spot spot, boolean isExpress) {
    Map<String, StateOutline> states = new LinkedHashMap<>();
    for (Spot state : spot.field("States").fields()) {
      if (state.node().isObject()) {
        states.put(
            state.name(),
            new StateOutline(state, state.field("Type").node().asText(), targets(state)));
      }
    }
    return new ScopeOutline(spot, states, isExpress);
  }

  private static List<Spot> targets(Spot state) {
    List<Spot> targets = new ArrayList<>();
    switch (state.field("Type").node().asText()) {
      case "Choice" -> {
        state.field("Choices").items().forEach(rule -> targets.add(rule.field("Next")));
        targets.add(state.field("Default"));
      }
      case "Succeed", "Fail" -> {}
      default -> {
        targets.add(state.field("Next"));
        state.field("Catch").items().forEach(catcher -> targets.add(catcher.field("Next")));
      }
    }
    return targets.stream().filter(target -> target.node().isTextual()).toList();
  }
}
