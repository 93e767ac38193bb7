package io.asl4j.builder;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A piece of a definition that is being written: a machine, a state, a retrier, a choice rule.
 *
 * <p>Immutable: each method gives a new piece, so that pieces can be kept as constants and used in
 * several machines. Two are equal if they are of the same kind and hold the same JSON. Methods are
 * called as the fields of the Amazon States Language; nothing is judged before the machine is built
 * ({@link MachineDefinition#build}), which reports all that is wrong at once.
 *
 * @param <S> the piece's own type
 */
public interface Part<S> {

  /** What was written so far, as JSON; the caller's own copy. */
  JsonNode definition();

  /**
   * Sets a field by its name, also one that no method here knows.
   *
   * @param value a {@link JsonNode}; or a map, list, string, number, boolean, record or bean, which
   *     becomes one. Entries of a map without an order of its own ({@code Map.of}, {@code HashMap})
   *     are put in the order of their keys, so that the same program always writes the same bytes
   * @throws IllegalArgumentException if the value cannot be written as JSON, or if states stand in
   *     the field, which have methods of their own
   */
  S field(String name, Object value);

  /** Takes a field away; nothing happens if it is not there. */
  S without(String name);

  /** {@code Comment}: for readers of the definition. */
  default S comment(String comment) {
    return field("Comment", comment);
  }
}
