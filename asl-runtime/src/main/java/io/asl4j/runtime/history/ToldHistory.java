package io.asl4j.runtime.history;

import io.asl4j.core.json.Redaction;
import io.asl4j.runtime.failure.ExecutionCancelled;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A history that is told to listeners, event by event, in order of ids. Thread-safe; silent once
 * the execution has ended.
 */
public final class ToldHistory implements History {

  private static final Logger LOG = LoggerFactory.getLogger(ToldHistory.class);

  private final ReentrantLock lock = new ReentrantLock();
  private final String executionArn;
  private final InstantSource clock;
  private final long limit;
  private final List<ExecutionListener> listeners;
  private final Redaction redaction;

  /** Of the execution whose Distributed Map this one is a child of; null without one. */
  private final @Nullable ToldHistory parent;

  private long lastId;

  /** Written under the lock; children read it without. */
  private volatile boolean ended;

  /**
   * @param limit how many events there may be, the last one included
   * @param lastEvent the id of the last event so far; 0 for a new execution
   * @param redaction for what listeners throw
   */
  public ToldHistory(
      String executionArn,
      InstantSource clock,
      long limit,
      long lastEvent,
      List<ExecutionListener> listeners,
      Redaction redaction) {
    this(executionArn, clock, limit, lastEvent, listeners, redaction, null);
  }

  private ToldHistory(
      String executionArn,
      InstantSource clock,
      long limit,
      long lastEvent,
      List<ExecutionListener> listeners,
      Redaction redaction,
      @Nullable ToldHistory parent) {
    this.parent = parent;
    this.lastId = lastEvent;
    this.executionArn = executionArn;
    this.clock = clock;
    this.limit = limit;
    this.listeners = List.copyOf(listeners);
    this.redaction = redaction;
  }

  @Override
  public boolean isWanted() {
    return true;
  }

  /**
   * {@inheritDoc}
   *
   * @throws ExecutionCancelled when the execution has ended meanwhile
   */
  @Override
  public long append(EventType type, long previousEventId, EventDetails details, Place place) {
    lock.lock();
    try {
      if (ended || (type != EventType.EXECUTION_ABORTED && isOrphan())) {
        throw new ExecutionCancelled("The execution has ended.");
      }
      if (lastId + 1 >= limit && !type.endsExecution()) {
        throw CountedHistory.full(limit);
      }
      long id = ++lastId;
      HistoryEvent event =
          new HistoryEvent(
              id, previousEventId, clock.instant(), type, details, at(place, id, type, details));
      ended = type.endsExecution();
      for (ExecutionListener listener : listeners) {
        tell(listener, event);
      }
      return event.id();
    } finally {
      lock.unlock();
    }
  }

  /** Whether the execution that this one is a child of has ended, and this one with it. */
  private boolean isOrphan() {
    return parent != null && (parent.ended || parent.isOrphan());
  }

  /** The event that enters a state begins the visit. */
  private static Place at(Place place, long id, EventType type, EventDetails details) {
    return details instanceof EventDetails.StateEntered entered
        ? place.during(id, entered.name(), type.enteredStateType())
        : place;
  }

  @Override
  public boolean seal() {
    lock.lock();
    try {
      boolean first = !ended;
      ended = true;
      return first;
    } finally {
      lock.unlock();
    }
  }

  @Override
  public History child(String childArn) {
    return new ToldHistory(childArn, clock, limit, 0, listeners, redaction, this);
  }

  @Override
  public long lastEvent() {
    lock.lock();
    try {
      return lastId;
    } finally {
      lock.unlock();
    }
  }

  @Override
  public long count() {
    throw new IllegalStateException("Events that are wanted were only counted.");
  }

  @Override
  public void starting() {
    for (ExecutionListener listener : listeners) {
      try {
        listener.onStart(executionArn);
      } catch (RuntimeException | Error broken) {
        LOG.warn(
            "A listener failed on the start of {}; the execution goes on without it.",
            executionArn,
            redaction.thrown(broken));
      }
    }
  }

  @Override
  public void decided(long eventId, Decision decision) {
    lock.lock();
    try {
      if (ended || isOrphan()) {
        return;
      }
      for (ExecutionListener listener : listeners) {
        tell(listener, eventId, decision);
      }
    } finally {
      lock.unlock();
    }
  }

  private void tell(ExecutionListener listener, HistoryEvent event) {
    try {
      listener.onEvent(executionArn, event);
    } catch (RuntimeException | Error broken) {
      LOG.warn(
          "A listener failed on event {} ({}) of {}; the execution goes on without it.",
          event.id(),
          event.type(),
          executionArn,
          redaction.thrown(broken));
    }
  }

  private void tell(ExecutionListener listener, long eventId, Decision decision) {
    try {
      listener.onDecision(executionArn, eventId, decision);
    } catch (RuntimeException | Error broken) {
      LOG.warn(
          "A listener failed on {} after event {} of {}; the execution goes on without it.",
          decision,
          eventId,
          executionArn,
          redaction.thrown(broken));
    }
  }
}
