package io.asl4j.core.model;

import com.fasterxml.jackson.databind.JsonNode;
import io.asl4j.core.json.Json;
import java.util.OptionalLong;
import java.util.function.Supplier;

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
  private final Supplier<JsonNode> canonical;

  /**
   * Makes a machine from its parts; use {@code Asl.parse} to get one from text.
   *
   * @param definition the tree it was read from; never to be changed afterwards
   * @param timeoutSeconds 0 when the definition has none
   * @param canonical gives the definition in the order in which machines are written, which the
   *     parser knows; called by each thread that writes the machine
   */
  public StateMachine(
      JsonNode definition, Scope root, long timeoutSeconds, Supplier<JsonNode> canonical) {
    this.definition = definition;
    this.root = root;
    this.timeoutSeconds = timeoutSeconds;
    this.canonical = canonical;
  }

  /** The definition as JSON; never to be changed. */
  public JsonNode definition() {
    return definition;
  }

  /**
   * The definition as JSON text on one line, as AWS takes it.
   *
   * <p>The same machine always gives the same text, however it was put together: fields stand in
   * the order of the specification's tables, and each state after those that lead to it. Data
   * (arguments, results, templates, variables) keeps its order, which executions show, and numbers
   * keep their digits. For the definition in the order in which it was written, write {@link
   * #definition}.
   */
  public String toJson() {
    return Json.write(canonical.get());
  }

  /** The same as {@link #toJson}, for people: one field a line, without a line end at the end. */
  public String toPrettyJson() {
    return Json.pretty(canonical.get());
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
