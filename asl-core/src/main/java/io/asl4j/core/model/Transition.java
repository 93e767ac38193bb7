package io.asl4j.core.model;

/** Where the walk goes after a state: to a sibling or to the end of the scope. */
public sealed interface Transition {

  /** {@code "Next": state}. */
  record Next(String state) implements Transition {}

  /** {@code "End": true}. */
  enum End implements Transition {
    /** The scope ends with the state's output. */
    END
  }
}
