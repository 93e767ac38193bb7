package io.asl4j.runtime;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.asl4j.core.Asl;
import io.asl4j.core.AslOptions;
import io.asl4j.core.json.Json;
import io.asl4j.core.json.SourceText;
import io.asl4j.core.model.StateMachine;
import io.asl4j.runtime.history.HistoryRecorder;
import io.asl4j.runtime.map.MemoryObjectStore;
import io.asl4j.runtime.walk.Limits;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/**
 * One folder of {@code src-test-fixtures/walk}: {@code definition.asl.json}, {@code input.json},
 * {@code tasks.json} (see {@link ScriptedTasks}) and {@code expected.json} with the members
 *
 * <ul>
 *   <li>{@code outcome}: status and output, or error and cause
 *   <li>{@code events}: lines {@code id <- previousEventId Type detail}
 *   <li>{@code children}: the same for the executions of Distributed Maps, by the end of their ARNs
 *   <li>{@code interleaves}: true when the order of events is up to the threads of real time
 *   <li>{@code real}: {@code no} when the case needs modelled time, {@code leaping} when waits are
 *       skipped by a clock that leaps a day with each look; default: the machine's clock
 *   <li>{@code limits}: {@code historyEvents}, {@code payloadBytes}; default: none
 *   <li>{@code express}: default: no
 *   <li>{@code objects}: by {@code bucket/key}, the texts that item readers find
 * </ul>
 */
record WalkCase(
    String name, JsonNode definition, JsonNode input, JsonNode tasks, JsonNode expected) {

  private static final Instant START = Instant.parse("2026-01-02T03:04:05.678Z");

  static Stream<WalkCase> all() throws IOException {
    Path folder = Fixtures.folder("walk");
    try (Stream<Path> cases = Files.list(folder)) {
      return cases.sorted().map(WalkCase::read).toList().stream();
    }
  }

  private static WalkCase read(Path folder) {
    return new WalkCase(
        String.valueOf(folder.getFileName()),
        Fixtures.json(folder.resolve("definition.asl.json")),
        Fixtures.json(folder.resolve("input.json")),
        Fixtures.json(folder.resolve("tasks.json")),
        Fixtures.json(folder.resolve("expected.json")));
  }

  boolean interleaves() {
    return expected.path("interleaves").asBoolean();
  }

  boolean runsInRealTime() {
    return !expected.path("real").asText().equals("no");
  }

  /** What came out of a run. */
  record Walked(ExecutionResult result, HistoryRecorder recorder, String arn) {

    /** As it stands in {@code expected.json}. */
    JsonNode outcome() {
      ObjectNode outcome = JsonNodeFactory.instance.objectNode().put("status", result.status());
      switch (result) {
        case ExecutionResult.Succeeded succeeded -> outcome.set("output", succeeded.output());
        case ExecutionResult.Failed failed ->
            outcome.put("error", failed.error()).put("cause", failed.cause());
        case ExecutionResult.TimedOut timedOut -> {}
        case ExecutionResult.Aborted aborted ->
            outcome.put("error", aborted.error()).put("cause", aborted.cause());
      }
      return outcome;
    }

    List<String> lines() {
      return Histories.lines(recorder.events(arn));
    }

    List<String> ways() {
      return Histories.ways(recorder.events(arn));
    }

    List<String> children() {
      return recorder.executions().stream().filter(each -> !each.equals(arn)).sorted().toList();
    }
  }

  Walked inModelledTime() {
    return run(true, Engine.builder().virtualTime(START));
  }

  /** In modelled time, with the turns of branches in another order. */
  Walked inModelledTime(long seed) {
    return run(true, Engine.builder().virtualTime(START, seed));
  }

  Walked inRealTime() {
    Engine.Builder builder = Engine.builder();
    if (expected.path("real").asText().equals("leaping")) {
      AtomicLong looks = new AtomicLong();
      InstantSource leaping = () -> START.plusSeconds(86_400 * looks.incrementAndGet());
      builder.clock(leaping);
    }
    return run(false, builder);
  }

  private Walked run(boolean modelled, Engine.Builder builder) {
    ScriptedTasks script = new ScriptedTasks(tasks, modelled);
    HistoryRecorder recorder = new HistoryRecorder();
    builder
        .handlers(script.handlers())
        .listener(recorder)
        .express(expected.path("express").asBoolean())
        .limits(limits())
        .objects(objects());
    try (Engine engine = builder.build()) {
      script.completeTokensAt(engine.tokens());
      Execution execution =
          engine.start(machine(), ExecutionRequest.of(input).withName("run").withSeed(20_260_102L));
      return new Walked(execution.await(), recorder, execution.arn());
    }
  }

  private StateMachine machine() {
    AslOptions options =
        expected.path("express").asBoolean() ? AslOptions.express() : AslOptions.standard();
    return Asl.parse(SourceText.of(Json.write(definition)), options).orThrow();
  }

  private Limits limits() {
    JsonNode wanted = expected.path("limits");
    return new Limits(
        wanted.path("historyEvents").asLong(Long.MAX_VALUE),
        wanted.path("payloadBytes").asLong(Long.MAX_VALUE),
        Limits.DEFAULT_OPEN_BRANCHES);
  }

  private MemoryObjectStore objects() {
    MemoryObjectStore store = new MemoryObjectStore(InstantSource.fixed(START));
    for (Map.Entry<String, JsonNode> object : expected.path("objects").properties()) {
      String place = object.getKey();
      int slash = place.indexOf('/');
      store.createBucket(place.substring(0, slash));
      put(store, place.substring(0, slash), place.substring(slash + 1), object.getValue());
    }
    return store;
  }

  private static void put(MemoryObjectStore store, String bucket, String key, JsonNode text) {
    try {
      store.put(bucket, key, text.textValue().getBytes(StandardCharsets.UTF_8));
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  /** The name of an execution: what stands behind the last colon of its ARN. */
  static String endOf(String arn) {
    return arn.substring(arn.lastIndexOf(':') + 1);
  }

  @Override
  public String toString() {
    return name;
  }
}
