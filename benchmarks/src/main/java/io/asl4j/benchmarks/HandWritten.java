package io.asl4j.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/** The same work on the same JSON, written by hand for it: what no engine can be faster than. */
final class HandWritten {

  private HandWritten() {}

  /**
   * @param byValue whether each change makes a new object, as the values of an engine are
   */
  static Job job(Workload workload, int size, boolean byValue) {
    Tasks tasks = new Tasks();
    return switch (workload) {
      case CHAIN -> byValue ? new CopyingChain(tasks) : new Chain(tasks);
      case COUNTER -> byValue ? new CopyingCounter() : new Counter();
      case MAP_FREE, MAP_SLEEP_FREE -> new ThreadEach(tasks, size, workload.isSleepingMap());
      case MAP_40, MAP_SLEEP_40 -> new FortyThreads(tasks, size, workload.isSleepingMap());
      case PARK_10K, PARK_100K -> new ThreadPark(tasks, size);
    };
  }

  private static final class Chain implements Job {
    private static final String[] NAMES = {
      "r1", "r2", "r3", "r4", "r5", "r6", "r7", "r8", "r9", "r10"
    };
    private final Tasks tasks;
    private final ObjectNode order = Samples.order();

    Chain(Tasks tasks) {
      this.tasks = tasks;
    }

    static ObjectNode copy(ObjectNode node) {
      return JsonNodeFactory.instance.objectNode().setAll(node);
    }

    @Override
    public Object run() {
      ObjectNode state = copy(order);
      for (String name : NAMES) {
        state.set(name, tasks.noop());
      }
      return state;
    }

    @Override
    public void check(Object result) {
      Samples.checkChain((JsonNode) result);
    }

    @Override
    public long calls() {
      return tasks.calls();
    }

    @Override
    public long callsPerRun() {
      return NAMES.length;
    }
  }

  private static final class CopyingChain implements Job {
    private final Tasks tasks;
    private final ObjectNode order = Samples.order();

    CopyingChain(Tasks tasks) {
      this.tasks = tasks;
    }

    @Override
    public Object run() {
      ObjectNode state = order;
      for (String name : Chain.NAMES) {
        ObjectNode next = Chain.copy(state);
        next.set(name, tasks.noop());
        state = next;
      }
      return state;
    }

    @Override
    public void check(Object result) {
      Samples.checkChain((JsonNode) result);
    }

    @Override
    public long calls() {
      return tasks.calls();
    }

    @Override
    public long callsPerRun() {
      return Chain.NAMES.length;
    }
  }

  private static final class Counter implements Job {
    @Override
    public Object run() {
      ObjectNode state = Chain.copy(Samples.zero());
      do {
        state.put("i", state.get("i").intValue() + 1);
      } while (state.get("i").intValue() < 1000);
      return state;
    }

    @Override
    public void check(Object result) {
      Samples.checkCounter((JsonNode) result);
    }

    @Override
    public long calls() {
      return 0;
    }

    @Override
    public long callsPerRun() {
      return 0;
    }
  }

  private static final class CopyingCounter implements Job {
    @Override
    public Object run() {
      ObjectNode state = Samples.zero();
      do {
        ObjectNode next = JsonNodeFactory.instance.objectNode();
        next.put("i", state.get("i").intValue() + 1);
        state = next;
      } while (state.get("i").intValue() < 1000);
      return state;
    }

    @Override
    public void check(Object result) {
      Samples.checkCounter((JsonNode) result);
    }

    @Override
    public long calls() {
      return 0;
    }

    @Override
    public long callsPerRun() {
      return 0;
    }
  }

  /** A map: what its branches have in common. */
  private abstract static class FanOut implements Job {
    private final Tasks tasks;
    private final boolean slow;
    private final ObjectNode input;

    FanOut(Tasks tasks, int size, boolean slow) {
      this.tasks = tasks;
      this.slow = slow;
      this.input = Samples.items(size);
    }

    @Override
    public final Object run() throws InterruptedException {
      ArrayNode items = (ArrayNode) input.get("items");
      JsonNode[] results = new JsonNode[items.size()];
      AtomicReference<InterruptedException> stopped = new AtomicReference<>();
      fanOut(items, results, stopped);
      InterruptedException interrupted = stopped.get();
      if (interrupted != null) {
        throw interrupted;
      }
      ArrayNode out = JsonNodeFactory.instance.arrayNode(results.length);
      for (JsonNode result : results) {
        out.add(result);
      }
      ObjectNode state = Chain.copy(input);
      state.set("out", out);
      return state;
    }

    abstract void fanOut(
        ArrayNode items, JsonNode[] results, AtomicReference<InterruptedException> stopped)
        throws InterruptedException;

    final JsonNode one(JsonNode item, AtomicReference<InterruptedException> stopped) {
      try {
        return slow ? tasks.slowItem(item) : tasks.item(item);
      } catch (InterruptedException interrupted) {
        stopped.set(interrupted);
        return item;
      }
    }

    @Override
    public final void check(Object result) {
      Samples.checkMap(((JsonNode) result).get("out"), input.get("items").size());
    }

    @Override
    public final long calls() {
      return tasks.calls();
    }

    @Override
    public final long callsPerRun() {
      return input.get("items").size();
    }
  }

  private static final class ThreadEach extends FanOut {
    ThreadEach(Tasks tasks, int size, boolean slow) {
      super(tasks, size, slow);
    }

    @Override
    void fanOut(ArrayNode items, JsonNode[] results, AtomicReference<InterruptedException> stopped)
        throws InterruptedException {
      CountDownLatch left = new CountDownLatch(results.length);
      for (int i = 0; i < results.length; i++) {
        int index = i;
        Thread.startVirtualThread(
            () -> {
              results[index] = one(items.get(index), stopped);
              left.countDown();
            });
      }
      left.await();
    }
  }

  private static final class FortyThreads extends FanOut {
    FortyThreads(Tasks tasks, int size, boolean slow) {
      super(tasks, size, slow);
    }

    @Override
    void fanOut(ArrayNode items, JsonNode[] results, AtomicReference<InterruptedException> stopped)
        throws InterruptedException {
      AtomicInteger next = new AtomicInteger();
      CountDownLatch left = new CountDownLatch(40);
      for (int thread = 0; thread < 40; thread++) {
        Thread.startVirtualThread(
            () -> {
              for (int i = next.getAndIncrement(); i < results.length; i = next.getAndIncrement()) {
                results[i] = one(items.get(i), stopped);
              }
              left.countDown();
            });
      }
      left.await();
    }
  }

  /** A virtual thread for each execution. */
  private static final class ThreadPark implements Job {
    private static final int SECONDS = 1;
    private final Tasks tasks;
    private final int size;

    ThreadPark(Tasks tasks, int size) {
      this.tasks = tasks;
      this.size = size;
    }

    @Override
    public Object run() throws InterruptedException {
      ObjectNode input = Samples.waitingOrder(SECONDS);
      CountDownLatch left = new CountDownLatch(size);
      AtomicReference<JsonNode> last = new AtomicReference<>(input);
      for (int i = 0; i < size; i++) {
        Thread.startVirtualThread(() -> walk(input, last, left));
      }
      left.await();
      return last.get();
    }

    private void walk(ObjectNode input, AtomicReference<JsonNode> last, CountDownLatch left) {
      try {
        Thread.sleep(input.get("seconds").longValue() * 1_000);
        ObjectNode state = Chain.copy(input);
        state.set("r1", tasks.noopInParallel());
        last.lazySet(state);
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
      } finally {
        left.countDown();
      }
    }

    @Override
    public AutoCloseable park(int seconds) throws InterruptedException {
      ObjectNode input = Samples.waitingOrder(seconds);
      CountDownLatch left = new CountDownLatch(size);
      AtomicReference<JsonNode> last = new AtomicReference<>(input);
      Thread[] threads = new Thread[size];
      for (int i = 0; i < size; i++) {
        threads[i] = Thread.startVirtualThread(() -> walk(input, last, left));
      }
      return () -> {
        for (Thread thread : threads) {
          thread.interrupt();
        }
        left.await();
      };
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
  }
}
