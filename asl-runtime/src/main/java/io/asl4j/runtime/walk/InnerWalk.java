package io.asl4j.runtime.walk;

import com.fasterxml.jackson.databind.JsonNode;
import io.asl4j.core.model.Scope;
import io.asl4j.runtime.history.Place;
import org.jspecify.annotations.Nullable;

/** One branch of a Parallel state, or one iteration of an inline Map. */
final class InnerWalk implements FanOut.Branch<JsonNode> {

  private final ScopeWalk outer;
  private final Scope scope;
  private final ScopePath path;
  private final StateView.@Nullable Iteration iteration;
  private final JsonNode input;
  private final Variables variables;
  private final long startedEvent;
  private final Place place;
  private @Nullable ScopeWalk walk;

  InnerWalk(
      ScopeWalk outer,
      Scope scope,
      ScopePath path,
      StateView.@Nullable Iteration iteration,
      JsonNode input,
      Variables variables,
      long startedEvent) {
    this.outer = outer;
    this.scope = scope;
    this.path = path;
    this.iteration = iteration;
    this.input = input;
    this.variables = variables;
    this.startedEvent = startedEvent;
    this.place = outer.trail().inside(path.branch());
  }

  @Override
  public JsonNode run(Host host) {
    ScopeWalk inner = new ScopeWalk(outer.run(), scope, path, iteration, host, place);
    walk = inner;
    return inner.walk(input, variables, startedEvent);
  }

  int index() {
    return path.branch();
  }

  /** The last event of the branch so far. */
  long lastEvent() {
    return walk == null ? startedEvent : walk.trail().last();
  }

  void recordAbort(long because) {
    if (walk != null) {
      walk.recordAbort(because);
    }
  }
}
