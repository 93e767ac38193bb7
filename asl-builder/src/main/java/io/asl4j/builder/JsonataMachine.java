package io.asl4j.builder;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.List;

/** A state machine with the query language JSONata; all its states have it too. */
public final class JsonataMachine extends MachineFields<JsonataMachine>
    implements MachineDefinition {

  JsonataMachine(ObjectNode fields, StateMap states) {
    super(Language.JSONATA, fields, states);
  }

  @Override
  JsonataMachine with(ObjectNode changed, StateMap changedStates) {
    return new JsonataMachine(changed, changedStates);
  }

  /**
   * {@code States}: adds states; their order is for readers only.
   *
   * @throws IllegalArgumentException if two states have the same name
   */
  public JsonataMachine states(JsonataState... states) {
    return states(List.of(states));
  }

  /**
   * {@code States}: adds states; their order is for readers only.
   *
   * @throws IllegalArgumentException if two states have the same name
   */
  public JsonataMachine states(Collection<? extends JsonataState> states) {
    return withMore(states);
  }
}
