package io.asl4j.runtime.history;

import io.asl4j.runtime.failure.ExecutionCancelled;
import io.asl4j.runtime.failure.StateFailed;
import java.util.concurrent.atomic.AtomicIntegerFieldUpdater;
import java.util.concurrent.atomic.AtomicLongFieldUpdater;

/**
 * A history that nobody wants: numbers events, because causes quote the numbers, and drops them.
 * Thread-safe.
 */
public final class CountedHistory implements History {

  /** Updaters and no objects of their own: there may be very many executions that wait. */
  private static final AtomicLongFieldUpdater<CountedHistory> LAST_ID =
      AtomicLongFieldUpdater.newUpdater(CountedHistory.class, "lastId");

  private static final AtomicIntegerFieldUpdater<CountedHistory> ENDED =
      AtomicIntegerFieldUpdater.newUpdater(CountedHistory.class, "ended");

  private static final int NO = 0;
  private static final int YES = 1;

  private volatile long lastId;
  private volatile int ended = NO;
  private final long limit;

  /**
   * @param limit how many events there may be, the last one included
   * @param lastEvent the id of the last event so far; 0 for a new execution
   */
  public CountedHistory(long limit, long lastEvent) {
    this.lastId = lastEvent;
    this.limit = limit;
  }

  @Override
  public boolean isWanted() {
    return false;
  }

  /**
   * {@inheritDoc}
   *
   * @throws ExecutionCancelled when the execution has ended meanwhile
   */
  @Override
  public long append(EventType type, long previousEventId, EventDetails details, Place place) {
    if (!type.endsExecution()) {
      return count();
    }
    if (!seal()) {
      throw new ExecutionCancelled("The execution has ended.");
    }
    return LAST_ID.incrementAndGet(this);
  }

  /**
   * {@inheritDoc}
   *
   * @throws ExecutionCancelled when the execution has ended meanwhile
   */
  @Override
  public long count() {
    if (ended == YES) {
      throw new ExecutionCancelled("The execution has ended.");
    }
    long id = LAST_ID.incrementAndGet(this);
    if (id >= limit) {
      lastId = limit - 1;
      throw full(limit);
    }
    return id;
  }

  @Override
  public boolean seal() {
    return ENDED.compareAndSet(this, NO, YES);
  }

  @Override
  public History child(String executionArn) {
    return new CountedHistory(limit, 0);
  }

  @Override
  public long lastEvent() {
    return lastId;
  }

  static StateFailed full(long limit) {
    return StateFailed.runtime(
        "The execution reached the maximum number of history events (%d).".formatted(limit));
  }
}
