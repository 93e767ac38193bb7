package io.asl4j.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.concurrent.atomic.LongAdder;

/** The task functions, which count their calls. */
final class Tasks {

  private final ObjectNode record = Samples.record();
  private final LongAdder parallelCalls = new LongAdder();
  private long serialCalls;

  /** A fixed record; called by one thread at a time. */
  JsonNode noop() {
    serialCalls++;
    return record;
  }

  /** A fixed record; called by any number of threads. */
  JsonNode noopInParallel() {
    parallelCalls.increment();
    return record;
  }

  /** What it is given; called by any number of threads. */
  JsonNode item(JsonNode item) {
    parallelCalls.increment();
    return item;
  }

  /** What it is given, 10 ms later. */
  JsonNode slowItem(JsonNode item) throws InterruptedException {
    parallelCalls.increment();
    Thread.sleep(10);
    return item;
  }

  /** How many calls there were. */
  long calls() {
    return serialCalls + parallelCalls.sum();
  }
}
