package io.asl4j.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/** The park with one timer that calls back, and nothing that waits. */
final class TimerPark implements Job {

  private static final int SECONDS = 1;

  private final Tasks tasks = new Tasks();
  private final ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(1);
  private final int size;

  TimerPark(int size) {
    this.size = size;
  }

  @Override
  public Object run() throws InterruptedException {
    CountDownLatch left = new CountDownLatch(size);
    AtomicReference<JsonNode> last = new AtomicReference<>();
    open(SECONDS, last, left);
    left.await();
    return last.get();
  }

  private void open(int seconds, AtomicReference<JsonNode> last, CountDownLatch left) {
    ObjectNode input = Samples.waitingOrder(seconds);
    for (int i = 0; i < size; i++) {
      ScheduledFuture<?> unused =
          timer.schedule(
              () -> {
                ObjectNode state = JsonNodeFactory.instance.objectNode();
                state.setAll(input);
                state.set("r1", tasks.noopInParallel());
                last.lazySet(state);
                left.countDown();
              },
              input.get("seconds").longValue(),
              TimeUnit.SECONDS);
    }
  }

  @Override
  public AutoCloseable park(int seconds) {
    open(seconds, new AtomicReference<>(), new CountDownLatch(size));
    return () -> timer.getQueue().clear();
  }

  @Override
  public void check(Object result) {
    Samples.checkPark((JsonNode) result, SECONDS);
  }

  @Override
  public long calls() {
    return tasks.calls();
  }

  @Override
  public long callsPerRun() {
    return size;
  }

  @Override
  public void close() {
    timer.shutdownNow();
  }
}
