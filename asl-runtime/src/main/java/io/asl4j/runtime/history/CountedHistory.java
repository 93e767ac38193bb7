package io.asl4j.runtime.history;

import io.asl4j.runtime.failure.ExecutionCancelled;
import io.asl4j.runtime.failure.StateFailed;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A history that nobody wants: numbers events, because causes quote the numbers, and drops them.
 * Thread-safe.
 */
public final class CountedHistory implements History {

  private final AtomicLong lastId;
  private final AtomicBoolean ended = new AtomicBoolean();
  private final long limit;

  /**
   * @param limit how many events there may be, the last one included
   * @param lastEvent the id of the last event so far; 0 for a new execution
   */
  public CountedHistory(long limit, long lastEvent) {
    this.lastId = new AtomicLong(lastEvent);
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
    if (!ended.compareAndSet(false, true)) {
      throw new ExecutionCancelled("The execution has ended.");
    }
    return lastId.incrementAndGet();
  }

  /**
   * {@inheritDoc}
   *
   * @throws ExecutionCancelled when the execution has ended meanwhile
   */
  @Override
  public long count() {
    if (ended.get()) {
      throw new ExecutionCancelled("The execution has ended.");
    }
    long id = lastId.incrementAndGet();
    if (id >= limit) {
      lastId.set(limit - 1);
      throw full(limit);
    }
    return id;
  }

  @Override
  public boolean seal() {
    return ended.compareAndSet(false, true);
  }

  @Override
  public History child(String executionArn) {
    return new CountedHistory(limit, 0);
  }

  @Override
  public long lastEvent() {
    return lastId.get();
  }

  static StateFailed full(long limit) {
    return StateFailed.runtime(
        "The execution reached the maximum number of history events (%d).".formatted(limit));
  }
}
