package io.asl4j.runtime.walk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.asl4j.core.model.State;
import io.asl4j.core.query.Evaluation;
import io.asl4j.core.query.QueryFailed;
import io.asl4j.runtime.failure.StateFailed;
import io.asl4j.runtime.history.EventDetails;
import io.asl4j.runtime.history.EventType;
import io.asl4j.runtime.map.MapItem;
import org.jspecify.annotations.Nullable;

/** One attempt of an inline Map state. */
final class Iterations implements FanOut<JsonNode> {

  private final ScopeWalk walk;
  private final State.Map map;
  private final Frame frame;
  private final StateView view;
  private final OpenScopes open;
  private JsonNode effective;
  private JsonNode items = JsonNodeFactory.instance.arrayNode();
  private JsonNode[] outputs = new JsonNode[0];

  /** What the next iteration gets, if that was evaluated already; null otherwise. */
  private @Nullable JsonNode prepared;

  private int handedOut;
  private long startedEvent;
  private long lastEvent;

  Iterations(ScopeWalk walk, State.Map map, Frame frame, StateView view) {
    this.walk = walk;
    this.map = map;
    this.frame = frame;
    this.view = view;
    this.open = new OpenScopes(walk.trail(), map.name());
    this.effective = frame.input();
  }

  OpenScopes open() {
    return open;
  }

  /** Runs all iterations; gives the array of their outputs in item order. */
  JsonNode run() {
    effective = Entry.effectiveInput(map.flow(), frame.input(), view);
    items = ItemList.array(map.items(), Evaluation.of(effective, view));
    outputs = new JsonNode[items.size()];
    int atOnce =
        Concurrency.of(map, Evaluation.of(effective, view), walk.run().limits().openBranches());
    Trail trail = walk.trail();
    startedEvent =
        trail.add(EventType.MAP_STATE_STARTED, new EventDetails.MapStarted(outputs.length));
    lastEvent = startedEvent;
    try {
      walk.host().fanOut(atOnce, this);
    } catch (QueryFailed selector) {
      throw selectorFailed(selector);
    } catch (StateFailed failure) {
      trail.follow(open.failureEvent());
      if (!failure.isFatal()) {
        open.recordFailure();
      }
      throw failure;
    }
    trail.follow(lastEvent);
    trail.addAside(EventType.MAP_STATE_SUCCEEDED, EventDetails.none());
    ArrayNode results = JsonNodeFactory.instance.arrayNode(outputs.length);
    for (JsonNode output : outputs) {
      results.add(output);
    }
    return results;
  }

  /** The selector of one iteration fails the Map, and stops the iterations under way. */
  private StateFailed selectorFailed(QueryFailed selector) {
    StateFailed failure = walk.failed(map, frame, selector);
    if (!failure.isFatal()) {
      open.recordAborts(walk.trail().last());
    }
    return failure;
  }

  /** An expression takes as long as it takes; an item that is at hand takes no time. */
  @Override
  public boolean prepares() {
    return map.itemSelector().isPresent();
  }

  @Override
  public void prepare() {
    if (prepared == null && handedOut < outputs.length) {
      prepared = ItemInputs.select(map, effective, view, iteration(handedOut));
    }
  }

  private StateView.Iteration iteration(int index) {
    MapItem item = MapItem.of(items.get(index), MapItem.STATE_DATA);
    return new StateView.Iteration(index, item, false);
  }

  @Override
  public @Nullable Branch<JsonNode> next(@Nullable Branch<JsonNode> freed) {
    if (handedOut == outputs.length) {
      return null;
    }
    StateView.Iteration iteration = iteration(handedOut);
    JsonNode ready = prepared;
    JsonNode input = ready != null ? ready : ItemInputs.select(map, effective, view, iteration);
    prepared = null;
    int index = handedOut++;
    long after = freed == null ? startedEvent : ((InnerWalk) freed).lastEvent();
    long started =
        walk.trail()
            .addAside(
                EventType.MAP_ITERATION_STARTED,
                after,
                new EventDetails.Iteration(map.name(), index));
    ScopePath path =
        walk.path().child(map.name(), frame.visit(), frame.progress().retries(), index);
    InnerWalk inner =
        new InnerWalk(
            walk,
            map.processor().scope(),
            path,
            iteration,
            input,
            frame.variables().inner(),
            started);
    open.begin(inner);
    return inner;
  }

  @Override
  public void done(Branch<JsonNode> branch, JsonNode result) {
    InnerWalk inner = (InnerWalk) branch;
    outputs[inner.index()] = result;
    open.end(inner);
    lastEvent =
        walk.trail()
            .addAside(
                EventType.MAP_ITERATION_SUCCEEDED,
                inner.lastEvent(),
                new EventDetails.Iteration(map.name(), inner.index()));
  }

  @Override
  public void failed(Branch<JsonNode> branch, StateFailed failure) {
    open.failed((InnerWalk) branch);
  }
}
