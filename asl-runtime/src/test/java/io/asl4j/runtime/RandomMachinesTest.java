package io.asl4j.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.asl4j.core.Asl;
import io.asl4j.core.Parsed;
import io.asl4j.core.json.Json;
import io.asl4j.core.model.StateMachine;
import io.asl4j.runtime.failure.ExecutionStuck;
import io.asl4j.runtime.failure.StateFailed;
import io.asl4j.runtime.history.EventType;
import io.asl4j.runtime.history.HistoryEvent;
import io.asl4j.runtime.history.HistoryRecorder;
import io.asl4j.runtime.task.TaskCall;
import io.asl4j.runtime.task.TaskHandler;
import io.asl4j.runtime.task.TaskHandlers;
import io.asl4j.runtime.walk.Limits;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import net.jqwik.api.Assume;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.statistics.Statistics;
import org.jspecify.annotations.Nullable;

/** Laws of every machine that validates. */
class RandomMachinesTest {

  private static final JsonNode INPUT =
      Machines.json(
          "{'a': 'text', 'n': 3, 't': '2026-01-02T03:05:00Z', 'items': [1, {'q': 2}, [3]], 'deep':"
              + " {'er': null}}");

  /** Loops end here. */
  private static final Limits LIMITS = new Limits(400, 20_000, 3);

  private record Walked(@Nullable ExecutionResult result, String arn, HistoryRecorder recorder) {

    boolean failed() {
      return recorder.executions().stream()
          .flatMap(each -> recorder.events(each).stream())
          .anyMatch(event -> event.type().toString().endsWith("Failed"));
    }

    /** What stays the same in whatever order branches take turns; by execution. */
    Map<String, List<String>> ways() {
      Map<String, List<String>> ways = new TreeMap<>();
      recorder.executions().forEach(each -> ways.put(each, Histories.ways(recorder.events(each))));
      return ways;
    }
  }

  /** Ends, waits for a token for ever, or loops until its history is full: never by a defect. */
  @Property(tries = 10_000, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
  void aMachineEndsWaitsOrLoopsButNeverEndsByADefect(@ForAll long seed) {
    Walked walked = walk(machine(RandomMachine.any(seed)), LIMITS, seed, false);

    Statistics.collect(walked.result() == null ? "STUCK" : walked.result().status());
    for (String arn : walked.recorder().executions()) {
      assertWellFormed(walked.recorder().events(arn), LIMITS);
    }
    if (walked.result() != null) {
      HistoryEvent last = walked.recorder().events(walked.arn()).getLast();
      assertThat(last.type().toString().toUpperCase(java.util.Locale.ROOT))
          .isEqualTo("EXECUTION" + walked.result().status().replace("_", ""));
    }
  }

  /** In whatever order branches take turns. */
  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
  void aMachineGivesTheSameOutputAndHistoryInWhateverOrderBranchesTakeTurns(@ForAll long seed) {
    StateMachine machine = machine(RandomMachine.calm(seed));
    Walked first = walk(machine, Limits.unlimited(), 0, true);

    // What a failure stops depends on who was faster.
    boolean failed = first.failed();
    Statistics.label("some state failed").collect(failed);
    Assume.that(!failed);
    for (long order = 1; order <= 5; order++) {
      Walked again = walk(machine, Limits.unlimited(), order, true);
      assertThat(again.result()).isEqualTo(first.result());
      assertThat(again.ways()).isEqualTo(first.ways());
    }
  }

  private static StateMachine machine(JsonNode definition) {
    Parsed parsed = Asl.parse(Json.write(definition));
    Statistics.label("valid").collect(parsed.isValid());
    Assume.that(parsed.isValid());
    return parsed.orThrow();
  }

  private static Walked walk(StateMachine machine, Limits limits, long seed, boolean calm) {
    HistoryRecorder recorder = new HistoryRecorder();
    TaskHandler handler = calm ? RandomMachinesTest::calmly : RandomMachinesTest::anyhow;
    try (Engine engine =
        Engine.builder()
            .virtualTime(Kind.START, seed)
            .limits(limits)
            .listener(recorder)
            .handlers(TaskHandlers.builder().resource("*", handler).build())
            .build()) {
      Execution execution =
          engine.start(machine, ExecutionRequest.of(INPUT).withName("run").withSeed(7));
      return new Walked(end(execution), execution.arn(), recorder);
    }
  }

  private static @Nullable ExecutionResult end(Execution execution) {
    try {
      return execution.await();
    } catch (IllegalStateException broken) {
      if (broken.getCause() instanceof ExecutionStuck) {
        return null;
      }
      throw broken;
    }
  }

  /** Does what the id of the call says, the same again in each run. */
  private static JsonNode anyhow(TaskCall call) throws Exception {
    SplittableRandom random = new SplittableRandom(call.id().hashCode());
    if (random.nextInt(4) == 0) {
      call.sleep(Duration.ofSeconds(random.nextInt(60)));
    }
    if (call.request().waitsForToken() && random.nextInt(4) > 0) {
      completeToken(call, random);
    }
    return switch (random.nextInt(20)) {
      case 0 -> throw StateFailed.of("Broken", "It broke.");
      case 1 -> throw StateFailed.of(null, null);
      case 2 -> throw new IllegalArgumentException("wrong");
      case 3 -> throw StateFailed.of("States.Timeout", null);
      case 4 -> Machines.json("'" + "x".repeat(30_000) + "'");
      case 5 -> Machines.json("null");
      default -> call.arguments();
    };
  }

  private static void completeToken(TaskCall call, SplittableRandom random) {
    if (random.nextInt(3) == 0) {
      call.tokens().fail(call.taskToken().orElseThrow(), "Broken", null);
    } else {
      call.tokens().succeed(call.taskToken().orElseThrow(), Machines.json("{'ok': true}"));
    }
  }

  /** Takes its time and succeeds. */
  private static JsonNode calmly(TaskCall call) throws InterruptedException {
    SplittableRandom random = new SplittableRandom(call.id().hashCode());
    call.sleep(Duration.ofMillis(random.nextInt(10_000)));
    if (call.request().waitsForToken()) {
      call.tokens().succeed(call.taskToken().orElseThrow(), Machines.json("{'ok': true}"));
    }
    return Machines.json("{'r': " + random.nextInt(100) + "}");
  }

  private static void assertWellFormed(List<HistoryEvent> events, Limits limits) {
    assertThat(events.size()).isLessThanOrEqualTo((int) limits.historyEvents());
    assertThat(events.getFirst().type()).isEqualTo(EventType.EXECUTION_STARTED);
    for (int i = 0; i < events.size(); i++) {
      HistoryEvent event = events.get(i);
      assertThat(event.id()).isEqualTo(i + 1L);
      assertThat(event.previousEventId()).isBetween(0L, (long) i);
      assertThat(event.type().endsExecution() && i < events.size() - 1)
          .as("an end before the end")
          .isFalse();
      if (i > 0) {
        assertThat(event.timestamp()).isAfterOrEqualTo(events.get(i - 1).timestamp());
      }
    }
  }
}
