package io.asl4j.runtime.history;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Keeps the events of all executions it is told of. Thread-safe. Memory grows with every event: for
 * tests, tools and single runs.
 */
public final class HistoryRecorder implements ExecutionListener {

  private final ReentrantLock lock = new ReentrantLock();
  private final Map<String, List<HistoryEvent>> byExecution = new LinkedHashMap<>();

  @Override
  public void onEvent(String executionArn, HistoryEvent event) {
    lock.lock();
    try {
      byExecution.computeIfAbsent(executionArn, arn -> new ArrayList<>()).add(event);
    } finally {
      lock.unlock();
    }
  }

  /** The events of one execution so far, in order; empty if it is unknown. */
  public List<HistoryEvent> events(String executionArn) {
    lock.lock();
    try {
      return List.copyOf(byExecution.getOrDefault(executionArn, List.of()));
    } finally {
      lock.unlock();
    }
  }

  /** The executions heard of, in order of their first event; children of a Distributed Map too. */
  public List<String> executions() {
    lock.lock();
    try {
      return List.copyOf(byExecution.keySet());
    } finally {
      lock.unlock();
    }
  }
}
