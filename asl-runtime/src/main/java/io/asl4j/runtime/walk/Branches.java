package io.asl4j.runtime.walk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.asl4j.core.model.State;
import io.asl4j.runtime.failure.StateFailed;
import io.asl4j.runtime.history.EventDetails;
import io.asl4j.runtime.history.EventType;
import org.jspecify.annotations.Nullable;

/** One attempt of a Parallel state. */
final class Branches implements FanOut<JsonNode> {

  private final ScopeWalk walk;
  private final State.Parallel parallel;
  private final Frame frame;
  private final StateView view;
  private final OpenScopes open;
  private final JsonNode[] outputs;
  private JsonNode input;
  private int handedOut;
  private long startedEvent;
  private long lastEvent;

  Branches(ScopeWalk walk, State.Parallel parallel, Frame frame, StateView view) {
    this.walk = walk;
    this.parallel = parallel;
    this.frame = frame;
    this.view = view;
    this.open = new OpenScopes(walk.trail(), null);
    this.outputs = new JsonNode[parallel.branches().size()];
    this.input = frame.input();
  }

  OpenScopes open() {
    return open;
  }

  /** Runs all branches; gives the array of their outputs. */
  JsonNode run() {
    JsonNode effective = Entry.effectiveInput(parallel.flow(), frame.input(), view);
    input = Entry.arguments(parallel.flow(), effective, view);
    Trail trail = walk.trail();
    startedEvent = trail.add(EventType.PARALLEL_STATE_STARTED);
    lastEvent = startedEvent;
    try {
      walk.host().fanOut(Math.max(1, outputs.length), this);
    } catch (StateFailed failure) {
      trail.follow(open.failureEvent());
      if (!failure.isFatal()) {
        open.recordFailure();
      }
      throw failure;
    }
    trail.follow(lastEvent);
    trail.addAside(EventType.PARALLEL_STATE_SUCCEEDED, EventDetails.none());
    ArrayNode results = JsonNodeFactory.instance.arrayNode(outputs.length);
    for (JsonNode output : outputs) {
      results.add(output);
    }
    return results;
  }

  @Override
  public @Nullable Branch<JsonNode> next(@Nullable Branch<JsonNode> freed) {
    if (handedOut == outputs.length) {
      return null;
    }
    int index = handedOut++;
    ScopePath path =
        walk.path().child(parallel.name(), frame.visit(), frame.progress().retries(), index);
    InnerWalk branch =
        new InnerWalk(
            walk,
            parallel.branches().get(index),
            path,
            walk.iteration(),
            input,
            frame.variables().inner(),
            startedEvent);
    open.begin(branch);
    return branch;
  }

  @Override
  public void done(Branch<JsonNode> branch, JsonNode result) {
    InnerWalk inner = (InnerWalk) branch;
    outputs[inner.index()] = result;
    lastEvent = inner.lastEvent();
    open.end(inner);
  }

  @Override
  public void failed(Branch<JsonNode> branch, StateFailed failure) {
    open.failed((InnerWalk) branch);
  }
}
