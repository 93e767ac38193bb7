package io.asl4j.testing;

import com.fasterxml.jackson.databind.JsonNode;
import io.asl4j.core.json.Json;
import io.asl4j.core.json.SourceText;
import io.asl4j.core.json.SourceUnreadable;
import io.asl4j.core.model.StateMachine;
import io.asl4j.runtime.Engine;
import io.asl4j.runtime.Execution;
import io.asl4j.runtime.ExecutionRequest;
import io.asl4j.runtime.ExecutionResult;
import io.asl4j.runtime.Names;
import io.asl4j.runtime.failure.ExecutionStuck;
import io.asl4j.runtime.map.MemoryObjectStore;
import io.asl4j.runtime.map.ObjectStore;
import io.asl4j.runtime.teststate.StateTest;
import io.asl4j.runtime.walk.Limits;
import io.asl4j.testing.mock.MockSession;
import io.asl4j.testing.trace.Definition;
import io.asl4j.testing.trace.Trace;
import io.asl4j.testing.trace.TraceRecorder;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/**
 * Runs a state machine for a test: in modelled time, with mocks, without any service.
 *
 * <pre>{@code
 * TestRun run = TestRun.of(Path.of("order.asl.json"));
 * run.mocks().state("Charge").fails("Payment.Declined");
 * TestExecution execution = run.execute("{\"amount\": 12}");
 * }</pre>
 *
 * <p>Time starts at {@link #DEFAULT_START}, moves only when every branch waits, and costs nothing;
 * a year-long wait takes microseconds. The order in which branches take turns, and all random
 * numbers, follow from the seed. Each execution begins anew: mocks count calls from the first. Not
 * safe for use by several threads; several runs may be used side by side.
 */
public final class TestRun {

  /** What the clock shows first: 2026-01-01T00:00:00Z. */
  public static final Instant DEFAULT_START = Instant.parse("2026-01-01T00:00:00Z");

  /** How much real time an execution may take: 30 s. */
  public static final Duration DEFAULT_PATIENCE = Duration.ofSeconds(30);

  private final Definition definition;
  private final List<Consumer<Trace>> observers = new ArrayList<>();
  private Mocks mocks = new Mocks();
  private final TestClock clock = new TestClock(DEFAULT_START);
  private long seed;
  private boolean strict;
  private boolean express;
  private ObjectStore objects = new MemoryObjectStore(InstantSource.fixed(DEFAULT_START));
  private Limits limits = Limits.aws();
  private Duration patience = DEFAULT_PATIENCE;

  private TestRun(Definition definition) {
    this.definition = definition;
  }

  /** A run of a definition that was read. */
  public static TestRun of(Definition definition) {
    return new TestRun(definition);
  }

  /** A run of a machine whose text is not at hand. */
  public static TestRun of(StateMachine machine) {
    return of(Definition.of(machine));
  }

  /**
   * A run of the definition in a UTF-8 file, JSON or YAML.
   *
   * @throws SourceUnreadable if the file cannot be read
   * @throws io.asl4j.core.diagnostic.InvalidDefinition if it has errors
   */
  public static TestRun of(Path file) throws SourceUnreadable {
    return of(Definition.read(file));
  }

  /**
   * A run of the definition in a text.
   *
   * @throws io.asl4j.core.diagnostic.InvalidDefinition if it has errors
   */
  public static TestRun ofText(String text) {
    return of(Definition.parse(SourceText.of("definition.asl.json", text)));
  }

  /** The machine. */
  public Definition definition() {
    return definition;
  }

  /** What answers its Task states. */
  public Mocks mocks() {
    return mocks;
  }

  /** Its clock. */
  public TestClock clock() {
    return clock;
  }

  /** Uses these mocks from now on. */
  public TestRun with(Mocks other) {
    mocks = other;
    return this;
  }

  /** What the clock shows first in the executions to come. */
  public TestRun startingAt(Instant instant) {
    clock.startAt(instant);
    return this;
  }

  /** Draws random numbers and the turns of branches from this seed; 0 unless told. */
  public TestRun seed(long number) {
    seed = number;
    return this;
  }

  /** Fails a test that leaves a mock unreached. */
  public TestRun strict() {
    strict = true;
    return this;
  }

  /** Runs as an Express execution. */
  public TestRun express() {
    express = true;
    return this;
  }

  /** Where the item readers and result writers of Distributed Maps find their objects. */
  public TestRun objects(ObjectStore store) {
    objects = store;
    return this;
  }

  /** Sizes that the execution may reach; those of AWS unless told. */
  public TestRun limits(Limits value) {
    limits = value;
    return this;
  }

  /** How much real time an execution may take; it is stopped after that, and the test fails. */
  public TestRun patience(Duration realTime) {
    patience = realTime;
    return this;
  }

  /** Shows what each execution did to somebody who counts, such as coverage. */
  public TestRun observedBy(Consumer<Trace> observer) {
    observers.add(observer);
    return this;
  }

  /**
   * Tests one state alone, with every value on the way; it shares the clock's start and the seed of
   * this run, but not its mocks.
   *
   * @throws IllegalArgumentException if the machine has no such state
   */
  public StateTest state(String name) {
    return StateTest.of(definition.machine(), name).at(clock.start()).seed(seed);
  }

  /** The seed. */
  public long seed() {
    return seed;
  }

  /**
   * Runs the machine to its end.
   *
   * @param json a JSON text
   * @throws io.asl4j.core.json.JsonSyntaxFailed if it is none
   * @throws TestFailed as {@link #execute(JsonNode)}
   */
  public TestExecution execute(String json) {
    return execute(Json.parse(json));
  }

  /**
   * Runs the machine to its end.
   *
   * @param input not changed; later changes of it do not show
   * @throws TestFailed if a call has no mock, the execution waits for what never comes, it takes
   *     too much real time, or a mock was not reached by a strict run
   */
  public TestExecution execute(JsonNode input) {
    MockSession session = mocks.open();
    new MockCheck(definition).check(mocks.rules());
    TraceRecorder recorder = new TraceRecorder();
    JsonNode own = input.deepCopy();
    try (Engine engine = engine(session, recorder)) {
      Execution execution =
          engine.start(
              definition.machine(), ExecutionRequest.of(own).withName("test").withSeed(seed));
      ExecutionResult result = await(execution, session, recorder);
      Trace trace = recorder.trace(definition);
      clock.endedAt(trace.history().getLast().timestamp());
      observers.forEach(observer -> observer.accept(trace));
      TestExecution done = new TestExecution(trace, result, own, seed, session.callbacks());
      session
          .problem()
          .ifPresent(
              problem -> {
                throw Advice.unanswered(definition, problem, done);
              });
      if (strict && !session.unreached().isEmpty()) {
        throw Advice.unreached(session.unreached(), done);
      }
      return done;
    }
  }

  private Engine engine(MockSession session, TraceRecorder recorder) {
    return Engine.builder()
        .virtualTime(clock.start(), seed)
        .limits(limits)
        .names(Names.of("test"))
        .express(express)
        .handlers(session.handlers())
        .objects(objects)
        .listener(recorder)
        .build();
  }

  private ExecutionResult await(Execution execution, MockSession session, TraceRecorder recorder) {
    try {
      ExecutionResult result = execution.result().get(patience.toMillis(), TimeUnit.MILLISECONDS);
      if (!recorder.awaitEnd(patience.toSeconds())) {
        throw Advice.tooSlow(recorder.trace(definition), patience);
      }
      return result;
    } catch (TimeoutException slow) {
      execution.stop(null, "The test was out of patience.");
      throw Advice.tooSlow(recorder.trace(definition), patience);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      execution.stop(null, "The test was interrupted.");
      throw new TestFailed("The test was interrupted.", interrupted);
    } catch (ExecutionException broken) {
      if (broken.getCause() instanceof ExecutionStuck) {
        throw Advice.stuck(recorder.trace(definition), session.callbacks());
      }
      throw new IllegalStateException(
          "The execution ended by a defect of asl4j: " + broken.getCause(), broken.getCause());
    }
  }
}
