package io.asl4j.core.model;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.OptionalLong;

/**
 * A checked state machine, ready to run.
 *
 * <p>Immutable and shared by any number of executions and threads. Two machines are equal when
 * their definitions are the same JSON.
 */
public final class StateMachine {

  private final JsonNode definition;
  private final Scope root;
  private final long timeoutSeconds;

  /**
   * Makes a machine from its parts; use {@code Asl.parse} to get one from text.
   *
   * @param definition the tree it was read from; never to be changed afterwards
   * @param timeoutSeconds 0 when the definition has none
   */
  public StateMachine(JsonNode definition, Scope root, long timeoutSeconds) {
    this.definition = definition;
    this.root = root;
    this.timeoutSeconds = timeoutSeconds;
  }

  /** The definition as JSON; never to be changed. */
  public JsonNode definition() {
    return definition;
  }

  /**
   * The states of the machine itself; those of branches and item processors are inside their
   * states.
   */
  public Scope root() {
    return root;
  }

  /** {@code TimeoutSeconds}: how long an execution may take before it ends as timed out. */
  public OptionalLong timeoutSeconds() {
    return timeoutSeconds == 0 ? OptionalLong.empty() : OptionalLong.of(timeoutSeconds);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof StateMachine machine && definition.equals(machine.definition);
  }

  @Override
  public int hashCode() {
    return definition.hashCode();
  }

  @Override
  public String toString() {
    return "StateMachine[startAt=" + root.startAt() + ", states=" + root.states().keySet() + "]";
  }
}
