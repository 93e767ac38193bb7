package io.asl4j.testing.assertion;

import io.asl4j.testing.TestExecution;
import io.asl4j.testing.check.ScopeChecks;
import io.asl4j.testing.check.VisitChecks;
import java.util.List;
import java.util.Optional;

/** Assertions about one item of a Map state or one branch of a Parallel state. */
public final class ScopeAssert extends TraceAssert<ScopeAssert, ScopeChecks> {

  private final ExecutionAssert execution;

  private ScopeAssert(ExecutionAssert execution, ScopeChecks checks) {
    super(checks, ScopeAssert.class, execution.verdicts());
    this.execution = execution;
  }

  static ScopeAssert ofItem(ExecutionAssert execution, VisitChecks map, int index) {
    ScopeAssert item = new ScopeAssert(execution, ScopeChecks.ofItem(map, index));
    return item.check(item.actual.began());
  }

  static ScopeAssert ofBranch(
      ExecutionAssert execution, TestExecution of, String parallel, int branch) {
    ScopeAssert scope =
        new ScopeAssert(execution, ScopeChecks.ofBranch(VisitChecks.of(of, parallel), branch));
    return scope.check(scope.actual.began());
  }

  static Optional<String> items(VisitChecks map, int expected) {
    return ScopeChecks.items(map, expected);
  }

  static Optional<String> failedItems(VisitChecks map, int expected) {
    return ScopeChecks.failedItems(map, expected);
  }

  /** Its last state failed with this error name, and nothing in the item or branch caught it. */
  public ScopeAssert failedWith(String error) {
    return check(actual.failedWith(error, null, true));
  }

  /** The same with this cause. */
  public ScopeAssert failedWith(String error, String cause) {
    return check(actual.failedWith(error, cause, false));
  }

  /** It reached its end. */
  public ScopeAssert succeeded() {
    return check(actual.succeeded());
  }

  /** It went through these states and no others. */
  public ScopeAssert visitedExactly(String... states) {
    return check(actual.visitedExactly(List.of(states)));
  }

  /** Its output; a JSON text. */
  public ScopeAssert hadOutput(String json) {
    return check(actual.output(json(json)));
  }

  /** Goes back to the execution. */
  public ExecutionAssert and() {
    return execution;
  }
}
