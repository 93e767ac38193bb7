package io.asl4j.testing.trace;

import io.asl4j.runtime.history.Decision;
import io.asl4j.runtime.history.ExecutionListener;
import io.asl4j.runtime.history.HistoryEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Keeps what happens in one execution and its children, in order. Thread-safe. Memory grows with
 * every event.
 */
public final class TraceRecorder implements ExecutionListener {

  /** One thing that happened. */
  sealed interface Entry {
    /** An event. */
    record Happened(String arn, HistoryEvent event) implements Entry {}

    /** A decision after an event. */
    record Decided(String arn, long eventId, Decision decision) implements Entry {}
  }

  private final ReentrantLock lock = new ReentrantLock();
  private final List<Entry> entries = new ArrayList<>();
  private final CountDownLatch ended = new CountDownLatch(1);
  private String first = "";

  @Override
  public void onEvent(String executionArn, HistoryEvent event) {
    lock.lock();
    try {
      if (entries.isEmpty()) {
        first = executionArn;
      }
      entries.add(new Entry.Happened(executionArn, event));
      if (event.type().endsExecution() && executionArn.equals(first)) {
        ended.countDown();
      }
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void onDecision(String executionArn, long eventId, Decision decision) {
    lock.lock();
    try {
      entries.add(new Entry.Decided(executionArn, eventId, decision));
    } finally {
      lock.unlock();
    }
  }

  /**
   * Waits, in real time, for the last event, which may come just after the result is known.
   *
   * @return false if it did not come
   */
  public boolean awaitEnd(long seconds) throws InterruptedException {
    return ended.await(seconds, TimeUnit.SECONDS);
  }

  /** What happened so far. */
  public Trace trace(Definition definition) {
    lock.lock();
    try {
      return new TraceReader(definition).read(entries);
    } finally {
      lock.unlock();
    }
  }
}
