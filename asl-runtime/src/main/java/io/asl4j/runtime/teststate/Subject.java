package io.asl4j.runtime.teststate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.asl4j.core.Asl;
import io.asl4j.core.AslOptions;
import io.asl4j.core.Parsed;
import io.asl4j.core.diagnostic.InvalidDefinition;
import io.asl4j.core.json.DefinitionText;
import io.asl4j.core.json.SourceDocument;
import io.asl4j.core.json.SourceText;
import io.asl4j.core.model.Scope;
import io.asl4j.core.model.State;
import io.asl4j.core.model.StateMachine;
import io.asl4j.core.validate.AwsVerdict;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * The state under test in the machine that it is part of.
 *
 * @param definition the state as JSON
 * @param around the Map and Parallel states that it is in, the innermost first
 */
record Subject(StateMachine machine, State state, JsonNode definition, List<State.Working> around) {

  /** What AWS calls a state that is tested without its machine, and shows in the context object. */
  static final String LONE_NAME = "StateName";

  Subject {
    around = List.copyOf(around);
  }

  /**
   * Reads the definition of a single state. It may go to any state: those are supposed to exist.
   *
   * @throws TestStateRejected if there is anything wrong with it
   */
  static Subject alone(String text) {
    SourceDocument document = DefinitionText.read(SourceText.of(text));
    SourceDocument machine =
        document.root().isObject()
            ? document.within(machineOf(document.root()), "/States/" + LONE_NAME)
            : document;
    return find(orReject(Asl.check(machine, AslOptions.standard())), LONE_NAME).orElseThrow();
  }

  /**
   * Reads the definition of a machine and finds a state in it, also inside Map and Parallel states.
   *
   * @throws TestStateRejected if there is anything wrong with it, or no such state
   */
  static Subject in(String text, String stateName) {
    StateMachine machine = orReject(Asl.parse(text));
    return find(machine, stateName)
        .orElseThrow(() -> TestStateRejected.validation("State not found in definition"));
  }

  /** Finds a state in a machine, also inside Map and Parallel states. */
  static Optional<Subject> find(StateMachine machine, String stateName) {
    return find(machine, machine.root(), machine.definition(), List.of(), stateName);
  }

  private static Optional<Subject> find(
      StateMachine machine,
      Scope scope,
      JsonNode definition,
      List<State.Working> around,
      String name) {
    JsonNode states = definition.path("States");
    State found = scope.states().get(name);
    if (found != null) {
      return Optional.of(new Subject(machine, found, states.path(name), around));
    }
    for (State state : scope.states().values()) {
      if (!(state instanceof State.Working working)) {
        continue;
      }
      List<State.Working> deeper = new ArrayList<>(around);
      deeper.addFirst(working);
      List<Scope> scopes = scopes(working);
      for (int i = 0; i < scopes.size(); i++) {
        JsonNode inner = inner(states.path(state.name()), i);
        Optional<Subject> inside = find(machine, scopes.get(i), inner, deeper, name);
        if (inside.isPresent()) {
          return inside;
        }
      }
    }
    return Optional.empty();
  }

  private static List<Scope> scopes(State.Working state) {
    return switch (state) {
      case State.Task task -> List.of();
      case State.Parallel parallel -> parallel.branches();
      case State.Map map -> List.of(map.processor().scope());
    };
  }

  private static JsonNode inner(JsonNode state, int branch) {
    if (state.has("Branches")) {
      return state.path("Branches").path(branch);
    }
    return state.has("ItemProcessor") ? state.path("ItemProcessor") : state.path("Iterator");
  }

  /** The names of all states of a machine, those inside other states too. */
  static Collection<String> names(StateMachine machine) {
    List<String> names = new ArrayList<>();
    collectNames(machine.root(), names);
    return names;
  }

  /** The names of the states inside this one. */
  Collection<String> innerNames() {
    List<String> names = new ArrayList<>();
    if (state instanceof State.Working working) {
      scopes(working).forEach(scope -> collectNames(scope, names));
    }
    return names;
  }

  private static void collectNames(Scope scope, List<String> names) {
    names.addAll(scope.states().keySet());
    for (State state : scope.states().values()) {
      if (state instanceof State.Working working) {
        scopes(working).forEach(inner -> collectNames(inner, names));
      }
    }
  }

  private static StateMachine orReject(Parsed parsed) {
    return parsed.machine().orElseThrow(() -> rejected(parsed));
  }

  private static TestStateRejected rejected(Parsed parsed) {
    InvalidDefinition all = new InvalidDefinition(parsed.diagnostics());
    String message =
        AwsVerdict.of(parsed.diagnostics())
            .creationError()
            .orElseGet(() -> String.valueOf(all.getMessage()));
    return TestStateRejected.definition(message, all);
  }

  /** A machine of the state and of what it goes to. */
  private static ObjectNode machineOf(JsonNode state) {
    ObjectNode machine = JsonNodeFactory.instance.objectNode();
    machine.put("StartAt", LONE_NAME);
    ObjectNode states = machine.putObject("States");
    states.set(LONE_NAME, state);
    addTarget(state.path("Next"), states);
    addTarget(state.path("Default"), states);
    state.path("Choices").forEach(rule -> addTarget(rule.path("Next"), states));
    state.path("Catch").forEach(catcher -> addTarget(catcher.path("Next"), states));
    return machine;
  }

  private static void addTarget(JsonNode name, ObjectNode states) {
    if (name.isTextual() && !states.has(name.textValue())) {
      states.putObject(name.textValue()).put("Type", "Succeed");
    }
  }
}
