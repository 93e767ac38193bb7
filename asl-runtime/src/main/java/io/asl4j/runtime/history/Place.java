package io.asl4j.runtime.history;

/**
 * Where in its execution something happened: in which scope, and during which visit of which state.
 * Visits are known by the ids of their Entered events. Immutable.
 *
 * @param container the visit of the Parallel or Map state that the scope is inside of; 0 in the
 *     machine's own scope
 * @param branch which branch or iteration of the container it is, from 0; -1 in the machine's own
 *     scope
 * @param visit the visit of the state; 0 between states
 * @param state the name of the state; empty between states
 * @param type the {@code Type} of the state, such as {@code Task}; empty between states
 */
public record Place(long container, int branch, long visit, String state, String type) {

  /** The machine's own scope, between states. */
  public static final Place OUTERMOST = new Place(0, -1, 0, "", "");

  /** The same scope, during a visit of a state. */
  public Place during(long enteredEvent, String stateName, String stateType) {
    return new Place(container, branch, enteredEvent, stateName, stateType);
  }

  /** A scope inside of this visit, between states. */
  public Place inside(int index) {
    return new Place(visit, index, 0, "", "");
  }

  /** Whether this is during a visit of a state. */
  public boolean isInState() {
    return visit != 0;
  }
}
