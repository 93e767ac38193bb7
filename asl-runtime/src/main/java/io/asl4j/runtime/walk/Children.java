package io.asl4j.runtime.walk;

import com.fasterxml.jackson.databind.JsonNode;
import io.asl4j.core.model.ItemBatcher;
import io.asl4j.core.model.State;
import io.asl4j.core.query.Evaluation;
import io.asl4j.core.query.QueryFailed;
import io.asl4j.runtime.failure.ExecutionCancelled;
import io.asl4j.runtime.failure.StateFailed;
import io.asl4j.runtime.history.Decision;
import io.asl4j.runtime.history.EventDetails;
import io.asl4j.runtime.history.EventType;
import io.asl4j.runtime.history.History;
import io.asl4j.runtime.map.Batch;
import io.asl4j.runtime.map.ChildExecution;
import io.asl4j.runtime.map.ItemStream;
import io.asl4j.runtime.map.MapItem;
import io.asl4j.runtime.map.Tolerance;
import java.time.Instant;
import java.util.Iterator;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The child executions of one Map Run. A child that fails is a result like any other, until there
 * are too many.
 */
final class Children implements FanOut<ChildExecution> {

  private final ScopeWalk walk;
  private final State.Map map;
  private final StateView view;
  private final Evaluation evaluation;
  private final MapRun mapRun;
  private final ItemStream items;
  private final Tolerance tolerance;
  private final MapRunResults results;
  private final Iterator<Batch> inputs;
  private final Map<Integer, Child> open = new TreeMap<>();

  /** What was read for the next child; null while nothing was. */
  private @Nullable Batch prepared;

  private int itemsRead;
  private int handedOut;
  private long failedItems;

  Children(
      ScopeWalk walk,
      State.Map map,
      Frame frame,
      StateView view,
      Evaluation evaluation,
      MapRun mapRun,
      ItemStream items,
      Tolerance tolerance,
      MapRunResults results) {
    this.walk = walk;
    this.map = map;
    this.view = view;
    this.evaluation = evaluation;
    this.mapRun = mapRun;
    this.items = items;
    this.tolerance = tolerance;
    this.results = results;
    this.inputs = inputs();
  }

  /** Runs all children; throws when more failed than the Map tolerates. */
  void run(int atOnce) {
    boolean allEnded = false;
    try {
      walk.host().fanOut(atOnce, this);
      allEnded = true;
      if (tolerance.exceeded(failedItems, itemsRead)) {
        throw Tolerance.failure();
      }
    } catch (StateFailed | QueryFailed failure) {
      exportTheRest();
      throw failure;
    } finally {
      if (!allEnded) {
        abortOpen();
      }
    }
  }

  /** Says in the histories of the children under way that they were stopped. */
  private void abortOpen() {
    open.values().forEach(Child::abort);
  }

  /**
   * Exports what was stopped or never started because the Map Run failed. That failure stands, also
   * if the export fails: it is what the Map Run ends with.
   */
  private void exportTheRest() {
    if (!results.isExported()) {
      return;
    }
    try {
      open.forEach((index, child) -> results.add(index, child.stopped(walk.host().now())));
      for (Batch batch = take(); batch != null; batch = take()) {
        results.add(handedOut++, new ChildExecution.Pending(batch.input()));
      }
      results.finish();
    } catch (StateFailed | QueryFailed incomplete) {
      walk.host()
          .lost("The export of the Map Run %s is incomplete.".formatted(mapRun.arn()), incomplete);
    }
  }

  private Iterator<Batch> inputs() {
    Iterator<JsonNode> selected =
        new Iterator<>() {
          @Override
          public boolean hasNext() {
            return items.hasNext();
          }

          @Override
          public JsonNode next() {
            return select(items.next());
          }
        };
    ItemBatcher batcher = map.batcher().orElse(null);
    return batcher == null ? singly(selected) : ItemInputs.batched(batcher, selected, evaluation);
  }

  private JsonNode select(MapItem item) {
    StateView.Iteration iteration = new StateView.Iteration(itemsRead++, item, true);
    return ItemInputs.select(map, evaluation.input(), view, iteration);
  }

  private static Iterator<Batch> singly(Iterator<JsonNode> selected) {
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return selected.hasNext();
      }

      @Override
      public Batch next() {
        return new Batch(selected.next(), 1);
      }
    };
  }

  @Override
  public boolean prepares() {
    return true;
  }

  @Override
  public void prepare() {
    if (prepared == null && inputs.hasNext()) {
      prepared = inputs.next();
    }
  }

  private @Nullable Batch take() {
    prepare();
    Batch batch = prepared;
    prepared = null;
    return batch;
  }

  @Override
  public @Nullable Branch<ChildExecution> next(@Nullable Branch<ChildExecution> freed) {
    Batch batch = take();
    if (batch == null) {
      return null;
    }
    Child child =
        new Child(
            handedOut++, batch, DistributedMap.unique(view.random()), view.random().nextLong());
    open.put(child.index, child);
    return child;
  }

  @Override
  public void done(Branch<ChildExecution> branch, ChildExecution result) {
    Child child = (Child) branch;
    open.remove(child.index);
    results.add(child.index, result);
    if (result instanceof ChildExecution.Succeeded) {
      return;
    }
    failedItems += child.batch.size();
    if (tolerance.exceeded(failedItems)) {
      throw Tolerance.failure();
    }
  }

  @Override
  public void failed(Branch<ChildExecution> branch, StateFailed failure) {
    throw new IllegalStateException("A child execution gave no result.", failure);
  }

  /** One child execution. */
  private final class Child implements Branch<ChildExecution> {

    private final int index;
    private final Batch batch;
    private final UUID name;
    private final long seed;
    private @Nullable Run run;
    private @Nullable History history;

    Child(int index, Batch batch, UUID name, long seed) {
      this.index = index;
      this.batch = batch;
      this.name = name;
      this.seed = seed;
    }

    @Override
    public ChildExecution run(Host parentHost) {
      Run child = mapRun.child(name, batch.input(), parentHost.now(), map.processor().mode(), seed);
      run = child;
      walk.trail().decided(new Decision.ChildStarted(map.name(), index, child.id().arn()));
      Host host = parentHost.child(child.id().arn());
      history = host.history();
      ExecutionWalk.begin(child, host.history());
      try {
        JsonNode output = new ExecutionWalk(child, map.processor().scope(), host).walk();
        return new ChildExecution.Succeeded(facts(child, host.now()), batch.input(), output);
      } catch (StateFailed failure) {
        return new ChildExecution.Unsuccessful(
            facts(child, host.now()),
            batch.input(),
            ChildExecution.Ending.FAILED,
            failure.error(),
            failure.causeText());
      }
    }

    /**
     * The last event of a child that is stopped with its parent; one that has ended keeps its own.
     */
    void abort() {
      if (history == null) {
        return;
      }
      try {
        history.append(EventType.EXECUTION_ABORTED, 0, new EventDetails.Failure(null, null));
      } catch (ExecutionCancelled ended) {
        // Its own last event came first.
      }
    }

    ChildExecution stopped(Instant now) {
      Run child = run;
      if (child == null) {
        return new ChildExecution.Pending(batch.input());
      }
      return new ChildExecution.Unsuccessful(
          facts(child, now), batch.input(), ChildExecution.Ending.ABORTED, null, null);
    }

    private static ChildExecution.Run facts(Run child, Instant now) {
      return new ChildExecution.Run(
          child.id().arn(),
          child.id().name(),
          child.deployment().stateMachineArn(),
          child.startTime(),
          now,
          0);
    }
  }
}
