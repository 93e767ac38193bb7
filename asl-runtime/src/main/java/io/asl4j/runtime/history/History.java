package io.asl4j.runtime.history;

/**
 * The growing history of one execution: numbers its events and keeps or hands on those that
 * somebody wants.
 *
 * <p>Safe for use by the branches of one execution at once.
 */
public interface History {

  /**
   * Whether somebody wants the events; if not, {@link #count} is enough and their details need not
   * be made.
   */
  boolean isWanted();

  /**
   * Adds an event. One that ends the execution is always added, wanted or not: the first such event
   * is the end, whoever brings it.
   *
   * @param previousEventId the event it follows from
   * @param place where it happened; what enters a state happens during the visit that begins with
   *     it
   * @return its id
   * @throws io.asl4j.runtime.failure.StateFailed when the history is full; there is still room for
   *     the event that ends the execution
   * @throws io.asl4j.runtime.failure.ExecutionCancelled when the execution has ended meanwhile
   */
  long append(EventType type, long previousEventId, EventDetails details, Place place);

  /** The same for what happens to the execution as a whole. */
  default long append(EventType type, long previousEventId, EventDetails details) {
    return append(type, previousEventId, details, Place.OUTERMOST);
  }

  /**
   * Numbers an event that nobody wants and that ends nothing.
   *
   * @return its id
   * @throws io.asl4j.runtime.failure.StateFailed when the history is full
   * @throws io.asl4j.runtime.failure.ExecutionCancelled when the execution has ended meanwhile
   */
  long count();

  /** Somebody starts the execution on this thread, or lets it go on. */
  default void starting() {}

  /**
   * Tells a decision that becomes no event.
   *
   * @param eventId the last event of the scope that decided
   */
  default void decided(long eventId, Decision decision) {}

  /**
   * Ends the history without an event, of an execution that will never end.
   *
   * @return false if it has ended before
   */
  boolean seal();

  /**
   * The history of a child execution of a Distributed Map of this one. It ends with this one at the
   * latest: from then on only {@link EventType#EXECUTION_ABORTED} is added to it.
   */
  History child(String executionArn);

  /** The id of the last event so far; 0 before the first. */
  long lastEvent();
}
