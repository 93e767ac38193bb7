package io.asl4j.builder;

import com.fasterxml.jackson.databind.JsonNode;
import io.asl4j.core.AslOptions;
import io.asl4j.core.Parsed;
import io.asl4j.core.diagnostic.InvalidDefinition;
import io.asl4j.core.model.StateMachine;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * A state machine that is being written, or changed.
 *
 * <pre>{@code
 * StateMachine patient =
 *     MachineDefinition.of(machine)
 *         .changeAll(JsonataTask.class, task -> task.timeout(Duration.ofMinutes(5)))
 *         .build();
 * }</pre>
 *
 * <p>Immutable, like all its parts.
 */
public sealed interface MachineDefinition permits JsonPathMachine, JsonataMachine {

  /**
   * Takes a machine apart, to change it. Nothing that was written is lost: building it at once
   * gives an equal machine.
   */
  static MachineDefinition of(StateMachine machine) {
    return switch (Language.ofMachine(machine.definition())) {
      case JSONPATH -> JsonPath.machine(machine);
      case JSONATA -> Jsonata.machine(machine);
    };
  }

  /** What was written so far, as JSON; not checked, and the caller's own copy. */
  JsonNode definition();

  /** The names of all states, those of branches and item processors too. */
  List<String> names();

  /**
   * The state of that name, wherever it stands.
   *
   * @throws IllegalArgumentException if there is none
   */
  StateDefinition state(String name);

  /**
   * Changes one state, wherever it stands.
   *
   * @param type what the state is, such as {@code JsonataTask.class}
   * @param change gives the state that stands there from now on, under the same name
   * @throws IllegalArgumentException if there is no such state, or one of another type
   */
  <T extends StateDefinition> MachineDefinition change(
      String name, Class<T> type, UnaryOperator<T> change);

  /**
   * Changes all states of a type, those of branches and item processors too.
   *
   * @param type such as {@code JsonataTask.class}, or an interface that several types have
   * @param change gives the state that stands there from now on, under the same name
   */
  <T extends StateDefinition> MachineDefinition changeAll(Class<T> type, UnaryOperator<T> change);

  /**
   * Takes a state out, wherever it stands; what leads to it stays and has to be changed too.
   *
   * @throws IllegalArgumentException if there is none of that name
   */
  MachineDefinition remove(String name);

  /** Checks what was written as {@code Asl.parse} checks a text, for a Standard state machine. */
  default Parsed check() {
    return check(AslOptions.standard());
  }

  /**
   * Checks what was written as {@code Asl.parse} checks a text.
   *
   * @return the machine if it has no errors, and everything that is wrong or looks wrong; places
   *     are JSON pointers, for there is no file
   */
  Parsed check(AslOptions options);

  /**
   * Makes the machine, which runs and writes itself ({@link StateMachine#toJson}).
   *
   * @throws InvalidDefinition if there is any error; its message shows all of them
   */
  default StateMachine build() {
    return build(AslOptions.standard());
  }

  /**
   * Makes the machine, checked as one of the given type.
   *
   * @throws InvalidDefinition if there is any error; its message shows all of them
   */
  default StateMachine build(AslOptions options) {
    return check(options).orThrow();
  }
}
