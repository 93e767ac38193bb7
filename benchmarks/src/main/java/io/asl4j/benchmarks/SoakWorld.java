package io.asl4j.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.asl4j.core.Asl;
import io.asl4j.core.model.StateMachine;
import io.asl4j.runtime.Engine;
import io.asl4j.runtime.Execution;
import io.asl4j.runtime.ExecutionRequest;
import io.asl4j.runtime.Load;
import io.asl4j.runtime.WhenFull;
import io.asl4j.runtime.failure.StateFailed;
import io.asl4j.runtime.history.ExecutionListener;
import io.asl4j.runtime.history.HistoryEvent;
import io.asl4j.runtime.service.Definitions;
import io.asl4j.runtime.service.StartExecution;
import io.asl4j.runtime.task.Activities;
import io.asl4j.runtime.task.TaskCall;
import io.asl4j.runtime.task.TaskHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;

/** The engine that is soaked, with handlers and workers that do what fates say. Thread-safe. */
final class SoakWorld {

  static final String ACTIVITY = "arn:aws:states:us-east-1:123456789012:activity:soak";

  private static final int WORKERS = 4;
  private static final int MOST_OPEN = 20_000;
  private static final JsonNode EMPTY = JsonNodeFactory.instance.objectNode();
  private static final StateMachine CHILD =
      Asl.parse(
              """
              {"StartAt": "S", "States": {"S": {"Type": "Task",
              "Resource": "arn:aws:states:::sqs:sendMessage", "End": true}}}
              """)
          .orThrow();

  private final CountedThreads threads = new CountedThreads();
  private final Ends ends = new Ends();
  private final Activities activities = new Activities();
  private final StartExecution nested;
  private final Engine engine;
  private final List<Thread> workers = new ArrayList<>();
  private volatile boolean closed;

  SoakWorld() {
    Definitions definitions = name -> Optional.of(CHILD);
    nested =
        StartExecution.inRealTime(
            definitions, () -> Engine.builder().threads(threads).handlers(calls()));
    engine =
        Engine.builder()
            .threads(threads)
            .listener(ends)
            .redrivable(true)
            .maxOpen(MOST_OPEN, WhenFull.REFUSE)
            .handlers(handlers())
            .build();
    for (int i = 0; i < WORKERS; i++) {
      workers.add(Thread.ofVirtual().start(this::work));
    }
  }

  Execution start(SoakKind kind, ExecutionRequest request) {
    return engine.start(kind.machine(), request);
  }

  Execution redrive(Execution failed) {
    return engine.redrive(failed);
  }

  Load load() {
    return engine.load();
  }

  /** Threads of executions, branches and handlers that have not ended. */
  int liveThreads() {
    return threads.live.get();
  }

  /** Events that ended an execution of the engine itself; children of a Map Run are not counted. */
  long ends() {
    return ends.count.sum();
  }

  /** Ends the workers and closes the engine. */
  void end() throws InterruptedException {
    closed = true;
    for (Thread worker : workers) {
      worker.interrupt();
      worker.join();
    }
    nested.close();
    engine.close();
  }

  private TaskHandlers handlers() {
    return TaskHandlers.builder()
        .resource("arn:aws:states:::sqs:sendMessage", SoakWorld::call)
        .resource("arn:aws:states:::sqs:sendMessage.waitForTaskToken", SoakWorld::handOver)
        .resource("arn:aws:states:::states:startExecution.sync:2", nested)
        .resource(ACTIVITY, activities.handler())
        .build();
  }

  private static TaskHandlers calls() {
    return TaskHandlers.builder()
        .resource("arn:aws:states:::sqs:sendMessage", SoakWorld::call)
        .build();
  }

  private static JsonNode call(TaskCall call) throws InterruptedException {
    JsonNode arguments = call.arguments();
    int item = arguments.path("item").asInt(-1);
    switch (arguments.path("fate").asText()) {
      case "flaky" -> failIf(call.attempt() == 0, "Flaky");
      case "bad" -> failIf(item < 0 || item >= 13, "Bad");
      case "one" -> failIf(item == 7, "Bad");
      case "redrive" -> failIf(arguments.path("redrives").asInt() == 0, "Again");
      case "hang" -> call.sleep(Duration.ofDays(1));
      case "ignore" -> ignoreInterrupts(call);
      default -> call.later(Duration.ofDays(365), () -> {});
    }
    return EMPTY;
  }

  private static void failIf(boolean bad, String error) {
    if (bad) {
      throw StateFailed.of(error, "as its fate was");
    }
  }

  /** Works on for half a second after it was interrupted, as handlers do that catch too much. */
  private static void ignoreInterrupts(TaskCall call) {
    for (int left = 3; left > 0; left--) {
      try {
        call.sleep(left > 2 ? Duration.ofDays(1) : Duration.ofMillis(250));
      } catch (InterruptedException ignored) {
        // That is what it does.
      }
    }
  }

  private static JsonNode handOver(TaskCall call) {
    String token = call.taskToken().orElseThrow();
    Duration soon = Duration.ofMillis(20 + Math.floorMod(token.hashCode(), 700));
    switch (call.arguments().path("fate").asText()) {
      case "succeed" -> call.later(soon, () -> call.tokens().succeed(token, EMPTY));
      case "fail" -> call.later(soon, () -> call.tokens().fail(token, "No", null));
      case "beat" -> {
        call.later(soon, () -> call.tokens().heartbeat(token));
        call.later(soon.multipliedBy(2), () -> call.tokens().heartbeat(token));
        call.later(soon.multipliedBy(3), () -> call.tokens().succeed(token, EMPTY));
      }
      default -> call.later(Duration.ofDays(365), () -> call.tokens().succeed(token, EMPTY));
    }
    return EMPTY;
  }

  private void work() {
    while (!closed) {
      try {
        activities.poll(ACTIVITY, "soak", Duration.ofSeconds(60)).ifPresent(this::answer);
      } catch (InterruptedException stopped) {
        return;
      }
    }
  }

  private void answer(Activities.ActivityTask task) {
    switch (task.input().path("fate").asText()) {
      case "succeed" -> engine.tokens().succeed(task.token(), EMPTY);
      case "fail" -> engine.tokens().fail(task.token(), "No", null);
      default -> {
        // It is never heard of again.
      }
    }
  }

  /** Counts the threads that have not ended. */
  private static final class CountedThreads implements ThreadFactory {

    private final AtomicInteger live = new AtomicInteger();

    @Override
    public Thread newThread(Runnable body) {
      live.incrementAndGet();
      return Thread.ofVirtual()
          .name("soak")
          .unstarted(
              () -> {
                try {
                  body.run();
                } finally {
                  live.decrementAndGet();
                }
              });
    }
  }

  /** Counts the events that end an execution. */
  private static final class Ends implements ExecutionListener {

    private final LongAdder count = new LongAdder();

    @Override
    public void onEvent(String executionArn, HistoryEvent event) {
      if (event.type().endsExecution() && !executionArn.contains("/")) {
        count.increment();
      }
    }
  }
}
