package io.asl4j.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.asl4j.core.Asl;
import io.asl4j.core.model.StateMachine;
import io.asl4j.runtime.Engine;
import io.asl4j.runtime.Execution;
import io.asl4j.runtime.ExecutionRequest;
import io.asl4j.runtime.ExecutionResult;
import io.asl4j.runtime.history.ExecutionListener;
import io.asl4j.runtime.history.HistoryEvent;
import io.asl4j.runtime.task.TaskHandlers;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** asl4j on one workload. */
final class AslJob implements Job {

  private static final int SECONDS = 1;

  private final Workload workload;
  private final int size;
  private final Tasks tasks = new Tasks();
  private final KeptHistory history = new KeptHistory();
  private final boolean keepsHistory;
  private final StateMachine machine;
  private final Engine engine;
  private final ObjectNode input;

  AslJob(Workload workload, int size, String language, boolean keepsHistory) {
    this.workload = workload;
    this.size = size;
    this.keepsHistory = keepsHistory;
    this.machine = machine(file(workload), language);
    this.engine = engine();
    this.input =
        switch (workload) {
          case CHAIN -> Samples.order();
          case COUNTER -> Samples.zero();
          case MAP_FREE, MAP_40, MAP_SLEEP_FREE, MAP_SLEEP_40 -> Samples.items(size);
          case PARK_10K, PARK_100K -> Samples.waitingOrder(SECONDS);
        };
  }

  private static String file(Workload workload) {
    return workload.isPark() ? "park" : workload.name().toLowerCase(Locale.ROOT);
  }

  /** The machine of a workload in one of the two languages. */
  static StateMachine machine(String name, String language) {
    String file = name + "." + language + ".asl.json";
    try (InputStream stream = AslJob.class.getResourceAsStream(file)) {
      if (stream == null) {
        throw new IllegalStateException("There is no definition " + file);
      }
      String text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
      return Asl.parse(text).orThrow();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private Engine engine() {
    Engine.Builder builder =
        Engine.builder()
            .handlers(
                TaskHandlers.builder()
                    .resource(
                        "arn:aws:lambda:eu-central-1:000000000000:function:noop",
                        call -> workload.isPark() ? tasks.noopInParallel() : tasks.noop())
                    .resource(
                        "arn:aws:lambda:eu-central-1:000000000000:function:item",
                        call -> tasks.item(call.request().arguments()))
                    .resource(
                        "arn:aws:lambda:eu-central-1:000000000000:function:slowItem",
                        call -> tasks.slowItem(call.request().arguments()))
                    .build());
    return keepsHistory ? builder.listener(history).build() : builder.build();
  }

  @Override
  public Object run() {
    if (keepsHistory) {
      history.forget();
    }
    return workload.isPark() ? wave(SECONDS) : output(engine.run(machine, input));
  }

  private JsonNode wave(int seconds) {
    List<Execution> open = open(seconds);
    JsonNode last = input;
    for (Execution execution : open) {
      last = output(execution.await());
    }
    return last;
  }

  private List<Execution> open(int seconds) {
    ExecutionRequest request = ExecutionRequest.of(Samples.waitingOrder(seconds));
    List<Execution> open = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      open.add(engine.start(machine, request));
    }
    return open;
  }

  private static JsonNode output(ExecutionResult result) {
    if (result instanceof ExecutionResult.Succeeded succeeded) {
      return succeeded.output();
    }
    throw new IllegalStateException("The execution ended as " + result);
  }

  @Override
  public AutoCloseable park(int seconds) {
    List<Execution> open = open(seconds);
    return () -> open.forEach(execution -> execution.stop(null, null));
  }

  @Override
  public void check(Object result) {
    JsonNode output = (JsonNode) result;
    switch (workload) {
      case CHAIN -> Samples.checkChain(output);
      case COUNTER -> Samples.checkCounter(output);
      case MAP_FREE, MAP_40, MAP_SLEEP_FREE, MAP_SLEEP_40 ->
          Samples.checkMap(output.get("out"), size);
      case PARK_10K, PARK_100K -> Samples.checkPark(output, SECONDS);
    }
    if (keepsHistory && history.isEmpty()) {
      throw new IllegalStateException("No history was kept.");
    }
  }

  @Override
  public long calls() {
    return tasks.calls();
  }

  @Override
  public long callsPerRun() {
    return workload == Workload.COUNTER ? 0 : size;
  }

  @Override
  public void close() {
    engine.close();
  }

  /**
   * Every event of the execution since the last run, by reference. Safe because there is one
   * execution at a time here, and its events come one by one.
   */
  private static final class KeptHistory implements ExecutionListener {
    private List<HistoryEvent> events = new ArrayList<>();

    @Override
    public void onEvent(String executionArn, HistoryEvent event) {
      events.add(event);
    }

    void forget() {
      events = new ArrayList<>();
    }

    boolean isEmpty() {
      return events.isEmpty();
    }
  }
}
