package io.asl4j.testing.assertion;

import io.asl4j.testing.check.VisitChecks;

/** Assertions about a Map state. */
public final class MapAssert extends TraceAssert<MapAssert, VisitChecks> {

  private final ExecutionAssert execution;

  MapAssert(ExecutionAssert execution, VisitChecks checks) {
    super(checks, MapAssert.class, execution.verdicts());
    this.execution = execution;
    check(checks.visited().or(checks::isMap));
  }

  /** So many iterations, or child executions, began. */
  public MapAssert items(int expected) {
    return check(ScopeAssert.items(actual, expected));
  }

  /** So many iterations, or child executions, failed. */
  public MapAssert failedItems(int expected) {
    return check(ScopeAssert.failedItems(actual, expected));
  }

  /** Goes on with one item, from 0; with an item batcher, one batch. */
  public ScopeAssert item(int index) {
    return ScopeAssert.ofItem(execution, actual, index);
  }

  /** Goes on with the Map as a state. */
  public StateAssert asState() {
    return new StateAssert(execution, actual);
  }

  /** Goes back to the execution. */
  public ExecutionAssert and() {
    return execution;
  }
}
