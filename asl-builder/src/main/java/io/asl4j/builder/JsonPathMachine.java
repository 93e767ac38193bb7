package io.asl4j.builder;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.List;

/** A state machine with the query language JSONPath; single states may have JSONata. */
public final class JsonPathMachine extends MachineFields<JsonPathMachine>
    implements MachineDefinition {

  JsonPathMachine(ObjectNode fields, StateMap states) {
    super(Language.JSONPATH, fields, states);
  }

  @Override
  JsonPathMachine with(ObjectNode changed, StateMap changedStates) {
    return new JsonPathMachine(changed, changedStates);
  }

  /**
   * {@code States}: adds states; their order is for readers only.
   *
   * @throws IllegalArgumentException if two states have the same name
   */
  public JsonPathMachine states(StateDefinition... states) {
    return states(List.of(states));
  }

  /**
   * {@code States}: adds states; their order is for readers only.
   *
   * @throws IllegalArgumentException if two states have the same name
   */
  public JsonPathMachine states(Collection<? extends StateDefinition> states) {
    return withMore(states);
  }
}
