package io.asl4j.runtime.history;

/**
 * Something in an execution that begins, lasts and ends: what metrics time, and what is a span of a
 * trace. Immutable.
 */
public sealed interface Step {

  /** The execution that it is part of. */
  String executionArn();

  /**
   * A whole execution.
   *
   * @param machineName its state machine; for a child of a Distributed Map the machine that the Map
   *     is in
   * @param name its name among the executions of its machine
   * @param redriveCount how often it was redriven; each time it ends and begins anew
   */
  record Execution(String executionArn, String machineName, String name, int redriveCount)
      implements Step {}

  /**
   * A visit of a state.
   *
   * @param type the {@code Type} of the state, such as {@code Task}
   */
  record Visit(String executionArn, String machineName, String state, String type)
      implements Step {}

  /**
   * An attempt of a Task state that was handed to somebody.
   *
   * @param resource what is called: an ARN of a function or activity, or else what the {@code
   *     Resource} says after {@code arn:aws:states:::}
   * @param number 0 for the first of the visit, one more for each further one
   * @param waitsForToken whether it ends when somebody hands a token back: a callback task, or an
   *     activity
   */
  record Attempt(
      String executionArn,
      String machineName,
      String state,
      String resource,
      int number,
      boolean waitsForToken)
      implements Step {}

  /**
   * A branch of a Parallel state.
   *
   * @param state the Parallel state
   * @param index from 0, in the order of the definition
   */
  record Branch(String executionArn, String machineName, String state, int index) implements Step {}

  /**
   * An item of a Map state; of a Distributed Map, an item or a batch, around its child execution.
   *
   * @param state the Map state
   * @param index from 0
   */
  record Item(String executionArn, String machineName, String state, int index) implements Step {}
}
