package io.asl4j.runtime.task;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A Task state that nobody answers. Immutable.
 *
 * @param state its name
 * @param pointer the JSON pointer of its {@code Resource} in the definition
 * @param place {@code file:line:column} of the same; empty when the machine's text is unknown
 * @param resource what it calls
 * @param nearest what handlers are bound to, and may have been meant: resources, patterns of them,
 *     and names of states; at most three
 */
public record MissingHandler(
    String state, String pointer, Optional<String> place, String resource, List<String> nearest) {

  /** Keeps its own copy. */
  public MissingHandler {
    nearest = List.copyOf(nearest);
  }

  /** {@code Did you mean `x`?}, or an empty text when nothing is near. */
  public String hint() {
    return nearest.isEmpty()
        ? ""
        : nearest.stream()
            .map(name -> "`" + name + "`")
            .collect(Collectors.joining(" or ", "Did you mean ", "?"));
  }

  /** One line for people. */
  @Override
  public String toString() {
    String line =
        "%s: No handler answers the Task state `%s` (%s)."
            .formatted(place.orElse(pointer), state, resource);
    return nearest.isEmpty() ? line : line + " " + hint();
  }
}
