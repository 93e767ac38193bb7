package io.asl4j.runtime.walk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.asl4j.core.query.EvaluationBudget;
import io.asl4j.core.query.Surroundings;
import io.asl4j.runtime.map.MapItem;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * What the queries of one attempt of one state see: variables, context object, time, random
 * numbers. The context object and the generator are made when first asked for.
 */
class StateView implements Surroundings {

  /** In a class of its own, because most executions show no time and so need not load it. */
  private static final class Timestamps {
    static final DateTimeFormatter FORMAT =
        DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);
  }

  private final ScopeWalk walk;
  private final Frame frame;
  private final String stateName;
  private final int retryCount;
  private final @Nullable Iteration iteration;
  private final long part;
  private @Nullable ObjectNode context;
  private @Nullable RandomGenerator random;
  private @Nullable String taskToken;

  /**
   * The Map iteration that a state is in; only a Distributed Map shows where its items come from.
   */
  record Iteration(int index, MapItem item, boolean isDistributed) {}

  StateView(
      ScopeWalk walk,
      Frame frame,
      String stateName,
      int retryCount,
      @Nullable Iteration iteration) {
    this(walk, frame, stateName, retryCount, iteration, 0);
  }

  /**
   * @param part tells apart the queries of one attempt that must not draw the same numbers: 0 for
   *     those of the state, -1 for its catchers, from 1 for its items
   */
  private StateView(
      ScopeWalk walk,
      Frame frame,
      String stateName,
      int retryCount,
      @Nullable Iteration iteration,
      long part) {
    this.part = part;
    this.walk = walk;
    this.frame = frame;
    this.stateName = stateName;
    this.retryCount = retryCount;
    this.iteration = iteration;
  }

  /** The same, inside another iteration. */
  StateView inside(Iteration other) {
    return new StateView(walk, frame, stateName, retryCount, other, 1L + other.index());
  }

  /** The same for a catcher. */
  StateView inCatcher() {
    return new StateView(walk, frame, stateName, retryCount, iteration, -1);
  }

  /**
   * Shows a value on the way from input to output to whoever tests this state alone; in an
   * execution nobody looks.
   *
   * @return the value
   */
  JsonNode show(Inspection.Stage stage, JsonNode value) {
    return value;
  }

  /** The token that {@code $$.Task.Token} gives from now on. */
  void handOut(String token) {
    taskToken = token;
    context = null;
  }

  @Override
  public @Nullable JsonNode variable(String name) {
    return frame.variables().value(name);
  }

  @Override
  public Instant now() {
    return walk.host().now();
  }

  @Override
  public RandomGenerator random() {
    if (random == null) {
      long salt = (long) frame.visit() << 32 | Math.max(0, retryCount);
      random =
          new SplittableRandom(
              (frame.path().mix(walk.run().seed()) ^ salt * 0xD1342543DE82EF95L)
                  + part * 0xBF58476D1CE4E5B9L);
    }
    return random;
  }

  @Override
  public EvaluationBudget budget() {
    return walk.run().limits().expressions();
  }

  @Override
  public JsonNode context() {
    if (context == null) {
      context = buildContext();
    }
    return context;
  }

  private ObjectNode buildContext() {
    Run run = walk.run();
    ObjectNode built = JsonNodeFactory.instance.objectNode();
    ObjectNode execution = built.putObject("Execution");
    execution.put("Id", run.id().arn());
    execution.set("Input", run.input());
    execution.put("StartTime", Timestamps.FORMAT.format(run.startTime()));
    execution.put("Name", run.id().name());
    execution.put("RoleArn", run.deployment().roleArn());
    execution.put("RedriveCount", run.redriveCount());
    built
        .putObject("StateMachine")
        .put("Id", run.deployment().stateMachineArn())
        .put("Name", run.deployment().stateMachineName());
    ObjectNode state = built.putObject("State").put("Name", stateName);
    Frame.Attempts attempts = frame.attempts();
    if (attempts != null) {
      state.put("EnteredTime", Timestamps.FORMAT.format(attempts.enteredAt()));
    }
    if (retryCount >= 0) {
      state.put("RetryCount", retryCount);
    }
    if (taskToken != null) {
      built.putObject("Task").put("Token", taskToken);
    }
    if (iteration != null) {
      addItem(built.putObject("Map").putObject("Item"), iteration);
    }
    return built;
  }

  static void addItem(ObjectNode target, Iteration iteration) {
    target.put("Index", iteration.index());
    target.set("Value", iteration.item().value());
    iteration.item().key().ifPresent(key -> target.put("Key", key));
    if (iteration.isDistributed()) {
      target.put("Source", iteration.item().source());
    }
  }
}
