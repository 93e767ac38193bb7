package io.asl4j.testing.replay;

import io.asl4j.runtime.history.ExecutionListener;
import io.asl4j.runtime.history.HistoryEvent;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Waits for the last event of an execution, which may come just after its result is known.
 * Thread-safe.
 */
final class LastEvents implements ExecutionListener {

  private final ConcurrentMap<String, CountDownLatch> ends = new ConcurrentHashMap<>();

  @Override
  public void onEvent(String executionArn, HistoryEvent event) {
    if (event.type().endsExecution()) {
      end(executionArn).countDown();
    }
  }

  boolean await(String executionArn, long seconds) throws InterruptedException {
    return end(executionArn).await(seconds, TimeUnit.SECONDS);
  }

  private CountDownLatch end(String executionArn) {
    return ends.computeIfAbsent(executionArn, arn -> new CountDownLatch(1));
  }
}
