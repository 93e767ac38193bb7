package io.asl4j.runtime;

import com.fasterxml.jackson.databind.JsonNode;
import io.asl4j.core.Asl;
import io.asl4j.core.json.Json;
import io.asl4j.core.model.State;
import io.asl4j.core.model.StateMachine;

/**
 * State machines and values for tests, from texts in which a single quote stands for a double one.
 */
public final class Machines {

  private Machines() {}

  /** A machine. */
  public static StateMachine machine(String text) {
    return Asl.parse(quoted(text)).orThrow();
  }

  /** A machine of one state that is called {@code S}; the text is the members of the state. */
  public static StateMachine ofState(String members) {
    return machine("{'StartAt': 'S', 'States': {'S': {" + members + "}}}");
  }

  /** That one state. */
  public static State state(String members) {
    return ofState(members).root().state("S");
  }

  /** A value. */
  public static JsonNode json(String text) {
    return Json.parse(quoted(text));
  }

  private static String quoted(String text) {
    return text.replace('\'', '"');
  }
}
