package io.asl4j.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.asl4j.core.model.StateMachine;
import io.asl4j.runtime.history.EventType;
import io.asl4j.runtime.history.ExecutionListener;
import io.asl4j.runtime.history.HistoryEvent;
import io.asl4j.runtime.task.TaskCall;
import io.asl4j.runtime.task.TaskHandler;
import io.asl4j.runtime.task.TaskHandlers;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/**
 * One engine in which one execution at a time is fought for: with room for a single one, so that a
 * place that is not given back in time fails the next start, a clock that the test moves, and
 * counted threads.
 */
final class Arena implements AutoCloseable, ThreadFactory, ExecutionListener, InstantSource {

  static final JsonNode EMPTY = Machines.json("{}");

  private final AtomicReference<Instant> clock = new AtomicReference<>(Kind.START);
  private final AtomicInteger threads = new AtomicInteger();
  private final List<HistoryEvent> events = new CopyOnWriteArrayList<>();
  private final BlockingQueue<TaskCall> calls = new LinkedBlockingQueue<>();
  private final Engine engine;

  /** What handlers wait for before they go on; none when null. */
  private volatile CountDownLatch gate = new CountDownLatch(0);

  /** With handlers that tell of their call, wait for the gate, and then do this. */
  Arena(TaskHandler then) {
    TaskHandler telling =
        call -> {
          CountDownLatch held = gate;
          calls.add(call);
          held.await();
          return then.handle(call);
        };
    engine =
        Engine.builder()
            .clock(this)
            .threads(this)
            .listener(this)
            .redrivable(true)
            .maxOpen(1, WhenFull.REFUSE)
            .handlers(TaskHandlers.builder().resource("*", telling).build())
            .build();
  }

  Engine engine() {
    return engine;
  }

  /** A fresh execution, and nothing known of earlier ones. */
  Execution start(StateMachine machine) {
    return start(machine, ExecutionRequest.of(EMPTY));
  }

  Execution start(StateMachine machine, ExecutionRequest request) {
    events.clear();
    calls.clear();
    return engine.start(machine, request);
  }

  /** Lets handlers wait until they are released. */
  void shutGate() {
    gate = new CountDownLatch(1);
  }

  void openGate() {
    gate.countDown();
  }

  /** The next call of a handler. */
  TaskCall call() {
    try {
      return calls.take();
    } catch (InterruptedException unexpected) {
      throw new IllegalStateException(unexpected);
    }
  }

  /** Moves the clock and has the task look at it. */
  void letTimePass(TaskCall task) {
    clock.updateAndGet(now -> now.plusSeconds(100_000));
    task.started(null);
  }

  /** One end, told as the last event, and the same as the result. */
  void assertEndedOnce(ExecutionResult result, int redrives) {
    EventType last =
        switch (result) {
          case ExecutionResult.Succeeded succeeded -> EventType.EXECUTION_SUCCEEDED;
          case ExecutionResult.Failed failed -> EventType.EXECUTION_FAILED;
          case ExecutionResult.TimedOut timedOut -> EventType.EXECUTION_TIMED_OUT;
          case ExecutionResult.Aborted aborted -> EventType.EXECUTION_ABORTED;
        };
    List<HistoryEvent> told = List.copyOf(events);
    for (int i = 0; i < told.size(); i++) {
      assertThat(told.get(i).id()).as("ids of %s", told).isEqualTo(i + 1L);
    }
    assertThat(told.getLast().type()).as("the last of %s", told).isEqualTo(last);
    assertThat(told.stream().filter(event -> event.type().endsExecution()).count())
        .as("ends in %s", told)
        .isEqualTo(redrives + 1L);
  }

  /** Nothing is left: no thread, timer, token or open execution. */
  @SuppressWarnings("ThreadPriorityCheck") // only to let others end
  void assertEmpty() {
    while (threads.get() > 0) {
      Thread.yield();
    }
    assertThat(engine.load()).isEqualTo(new Load(0, 0, 0));
  }

  @Override
  public Thread newThread(Runnable body) {
    threads.incrementAndGet();
    return Thread.ofVirtual()
        .unstarted(
            () -> {
              try {
                body.run();
              } finally {
                threads.decrementAndGet();
              }
            });
  }

  @Override
  public void onEvent(String executionArn, HistoryEvent event) {
    events.add(event);
  }

  @Override
  public Instant instant() {
    return clock.get();
  }

  @Override
  public void close() {
    engine.close();
  }
}
