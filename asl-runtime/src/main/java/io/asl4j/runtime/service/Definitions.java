package io.asl4j.runtime.service;

import io.asl4j.core.model.StateMachine;
import io.asl4j.runtime.failure.StateFailed;
import java.util.Optional;

/** Where the state machines are that a state machine may start. Called by any number of threads. */
@FunctionalInterface
public interface Definitions {

  /**
   * The state machine of a name.
   *
   * @param machineName the last part of a {@code StateMachineArn}, without version or alias
   * @return empty when there is none
   * @throws StateFailed when there is one that cannot run, with the reason
   */
  Optional<StateMachine> find(String machineName);

  /** The name in a {@code StateMachineArn}; a text that is no such ARN is taken as the name. */
  static String machineName(String stateMachineArn) {
    String[] parts = stateMachineArn.split(":", 8);
    return parts.length >= 7 && parts[5].equals("stateMachine") ? parts[6] : stateMachineArn;
  }
}
