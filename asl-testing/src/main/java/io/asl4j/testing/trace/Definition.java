package io.asl4j.testing.trace;

import io.asl4j.core.Asl;
import io.asl4j.core.AslOptions;
import io.asl4j.core.Parsed;
import io.asl4j.core.diagnostic.InvalidDefinition;
import io.asl4j.core.json.Json;
import io.asl4j.core.json.Pointers;
import io.asl4j.core.json.SourceMap;
import io.asl4j.core.json.SourceText;
import io.asl4j.core.json.SourceUnreadable;
import io.asl4j.core.model.Scope;
import io.asl4j.core.model.State;
import io.asl4j.core.model.StateMachine;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A state machine under test together with its text: knows each state by name, also inside Parallel
 * and Map states, and where it stands. Immutable.
 */
public final class Definition {

  /**
   * A state and its place in the machine.
   *
   * @param state the state
   * @param container the Parallel or Map state that it is in; empty text for the outermost scope
   * @param branch which branch of a Parallel state; 0 elsewhere
   * @param pointer where it stands in the definition
   */
  public record Located(State state, String container, int branch, String pointer) {}

  private final StateMachine machine;
  private final SourceMap map;
  private final Map<String, Located> states;

  private Definition(StateMachine machine, SourceMap map) {
    this.machine = machine;
    this.map = map;
    Map<String, Located> found = new LinkedHashMap<>();
    collect(machine.root(), "", 0, Pointers.ROOT, found);
    this.states = Collections.unmodifiableMap(found);
  }

  /**
   * A definition that was parsed.
   *
   * @throws InvalidDefinition if it has errors; the message shows all of them with their lines
   */
  public static Definition of(Parsed parsed) {
    return new Definition(parsed.orThrow(), parsed.map());
  }

  /** A machine without its text: the places that messages name are those of the pretty JSON. */
  public static Definition of(StateMachine machine) {
    SourceText text = SourceText.of("definition.asl.json", Json.pretty(machine.definition()));
    return new Definition(machine, Asl.parse(text).map());
  }

  /**
   * Reads a definition from a UTF-8 file, JSON or YAML.
   *
   * @throws SourceUnreadable if the file cannot be read
   * @throws InvalidDefinition if it has errors
   */
  public static Definition read(Path file) throws SourceUnreadable {
    return of(Asl.read(file));
  }

  /**
   * Parses a definition.
   *
   * @throws InvalidDefinition if it has errors
   */
  public static Definition parse(SourceText text) {
    return of(Asl.parse(text, AslOptions.standard()));
  }

  private static void collect(
      Scope scope, String container, int branch, String pointer, Map<String, Located> found) {
    String states = Pointers.child(pointer, "States");
    for (State state : scope.states().values()) {
      String at = Pointers.child(states, state.name());
      found.put(state.name(), new Located(state, container, branch, at));
      switch (state) {
        case State.Parallel parallel -> {
          String branches = Pointers.child(at, "Branches");
          List<Scope> scopes = parallel.branches();
          for (int i = 0; i < scopes.size(); i++) {
            collect(scopes.get(i), state.name(), i, Pointers.child(branches, i), found);
          }
        }
        case State.Map map ->
            collect(map.processor().scope(), state.name(), 0, at + PROCESSOR, found);
        case State.Task task -> {}
        case State.Pass pass -> {}
        case State.Wait wait -> {}
        case State.Choice choice -> {}
        case State.Succeed succeed -> {}
        case State.Fail fail -> {}
      }
    }
  }

  /** Stands for either spelling until the text is looked at. */
  private static final String PROCESSOR = "/ItemProcessor";

  /** The machine. */
  public StateMachine machine() {
    return machine;
  }

  /** Where its values stand in the text. */
  public SourceMap map() {
    return map;
  }

  /** The name of its text, such as {@code order.asl.json}. */
  public String name() {
    return map.source().name();
  }

  /** All states by name, in the order of the definition. */
  public Map<String, Located> states() {
    return states;
  }

  /** The state of that name, wherever it is. */
  public Optional<Located> find(String state) {
    return Optional.ofNullable(states.get(state));
  }

  /** The pointer of a state, or of a value inside of it, as the text has it. */
  public String pointer(String state, String... inside) {
    Located located = states.get(state);
    String pointer = located == null ? Pointers.ROOT : spelled(located.pointer());
    for (String step : inside) {
      pointer = Pointers.child(pointer, step);
    }
    return pointer;
  }

  /** Maps may say {@code Iterator} where newer ones say {@code ItemProcessor}. */
  private String spelled(String pointer) {
    String known = pointer;
    for (int at = known.indexOf(PROCESSOR); at >= 0; at = known.indexOf(PROCESSOR, at + 1)) {
      String upTo = known.substring(0, at + PROCESSOR.length());
      if (!map.contains(upTo)) {
        known = known.substring(0, at) + "/Iterator" + known.substring(at + PROCESSOR.length());
      }
    }
    return known;
  }

  /** The line of a state's name in the text, from 1. */
  public int line(String state) {
    return map.key(pointer(state)).startLine();
  }

  /** Where a state stands: {@code order.asl.json:14:5}. */
  public String place(String state) {
    return name() + ":" + map.key(pointer(state));
  }

  @Override
  public String toString() {
    return name();
  }
}
