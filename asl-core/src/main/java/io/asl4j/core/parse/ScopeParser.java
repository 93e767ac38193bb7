package io.asl4j.core.parse;

import io.asl4j.core.diagnostic.Diagnostic;
import io.asl4j.core.model.Scope;
import io.asl4j.core.model.State;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Parses the states of a machine, a branch or an item processor. */
final class ScopeParser {

  /** The longest state name, in Unicode characters. */
  private static final int MAX_NAME = 80;

  private final Context context;

  ScopeParser(Context context) {
    this.context = context;
  }

  /**
   * Parses a scope.
   *
   * @param fields of the object that has {@code States} and {@code StartAt}
   * @return empty if it has no states or no start
   */
  Optional<Scope> parse(FieldReader fields) {
    Map<String, State> states = new LinkedHashMap<>();
    fields.value("States").ifPresent(spot -> parseAll(spot, states));
    Optional<String> startAt = fields.text("StartAt");
    if (states.isEmpty() || startAt.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(new Scope(startAt.get(), states));
  }

  private void parseAll(Spot spot, Map<String, State> states) {
    if (spot.node().isEmpty()) {
      context
          .findings()
          .add(
              spot,
              Diagnostic.error(Codes.EMPTY_VALUE, "Field `States` must hold at least one state.")
                  .aws("Value cannot be empty", spot.awsLocation()));
    }
    StateParser parser = new StateParser(context);
    for (Spot state : spot.fields()) {
      checkName(state);
      parser.parse(state).ifPresent(parsed -> states.put(state.name(), parsed));
    }
  }

  private void checkName(Spot state) {
    int length = state.name().codePointCount(0, state.name().length());
    if (length >= 1 && length <= MAX_NAME) {
      return;
    }
    String found = length == 0 ? "is empty" : "has " + length + " characters";
    context
        .findings()
        .addAtKey(
            state,
            Diagnostic.error(
                    Codes.STATE_NAME,
                    "A state's name has 1 to "
                        + MAX_NAME
                        + " characters, but this one "
                        + found
                        + ".")
                .aws(
                    "State name must be between 1 and " + MAX_NAME + " characters long",
                    state.awsLocation()));
  }
}
