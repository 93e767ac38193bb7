package io.asl4j.core.lint;

import com.fasterxml.jackson.databind.JsonNode;
import io.asl4j.core.parse.Spot;
import io.asl4j.core.validate.Outline.StateOutline;
import java.util.List;

/**
 * The retriers and catchers of a state as the rules about them read them.
 *
 * @param spot one retrier or catcher
 * @param errors its error names, in their order
 */
record Recovery(Spot spot, List<Spot> errors) {

  static List<Recovery> retriers(StateOutline state) {
    return of(state.spot().field("Retry"));
  }

  static List<Recovery> catchers(StateOutline state) {
    return of(state.spot().field("Catch"));
  }

  private static List<Recovery> of(Spot list) {
    return list.items().stream()
        .map(
            entry ->
                new Recovery(
                    entry,
                    entry.field("ErrorEquals").items().stream()
                        .filter(error -> error.node().isTextual())
                        .toList()))
        .toList();
  }

  /** Whether the entry takes an error of the user's own that has that name. */
  boolean takes(String error) {
    return errors.stream()
        .map(name -> name.node().textValue())
        .anyMatch(
            name ->
                name.equals(error)
                    || name.equals("States.ALL")
                    || name.equals("States.TaskFailed"));
  }

  /** A number of the entry, or what it means when left out. */
  double number(String field, double otherwise) {
    JsonNode value = spot.field(field).node();
    return value.isNumber() ? value.doubleValue() : otherwise;
  }
}
