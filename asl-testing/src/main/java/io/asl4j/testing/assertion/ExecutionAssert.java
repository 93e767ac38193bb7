package io.asl4j.testing.assertion;

import com.fasterxml.jackson.databind.node.MissingNode;
import io.asl4j.testing.TestExecution;
import io.asl4j.testing.check.ExecutionChecks;
import io.asl4j.testing.check.VisitChecks;
import java.time.Duration;
import java.util.List;

/** Assertions about a whole execution. */
public final class ExecutionAssert extends TraceAssert<ExecutionAssert, TestExecution> {

  private final ExecutionChecks checks;

  ExecutionAssert(TestExecution actual, Verdicts verdicts) {
    super(actual, ExecutionAssert.class, verdicts);
    this.checks = new ExecutionChecks(actual);
  }

  /** It reached its end. */
  public ExecutionAssert succeeded() {
    return check(checks.status("SUCCEEDED"));
  }

  /** It ended with an error that nothing caught. */
  public ExecutionAssert failed() {
    return check(checks.status("FAILED"));
  }

  /** It took longer than the {@code TimeoutSeconds} of its machine. */
  public ExecutionAssert timedOut() {
    return check(checks.status("TIMED_OUT"));
  }

  /** It failed with this error name, whatever the cause. */
  public ExecutionAssert failedWith(String error) {
    return check(checks.failedWith(error, null, true));
  }

  /** It failed with this error name and cause. */
  public ExecutionAssert failedWith(String error, String cause) {
    return check(checks.failedWith(error, cause, false));
  }

  /** It visited these states in this order, perhaps with others between them, in any scope. */
  public ExecutionAssert visited(String... states) {
    return check(checks.visited(List.of(states)));
  }

  /** The outermost scope went through these states and no others; a loop names states again. */
  public ExecutionAssert visitedExactly(String... states) {
    return check(checks.visitedExactly(List.of(states)));
  }

  /** It visited none of these states. */
  public ExecutionAssert neverVisited(String... states) {
    return check(checks.neverVisited(List.of(states)));
  }

  /** It took exactly that long, in modelled time. */
  public ExecutionAssert tookModelled(Duration expected) {
    return check(checks.took(expected));
  }

  /** Its Wait states and delays before retries, in the outermost scope, add up to that. */
  public ExecutionAssert waitedModelled(Duration expected) {
    return check(checks.waited(expected));
  }

  /** Goes on with the visits of a state, wherever it is. */
  public StateAssert state(String name) {
    return new StateAssert(this, VisitChecks.of(actual, name));
  }

  /** Goes on with the visits of a Task state. */
  public StateAssert task(String name) {
    return state(name);
  }

  /** Goes on with a Map state. */
  public MapAssert map(String name) {
    return new MapAssert(this, VisitChecks.of(actual, name));
  }

  /** Goes on with a branch, from 0, of a Parallel state. */
  public ScopeAssert branch(String parallel, int branch) {
    return ScopeAssert.ofBranch(this, actual, parallel, branch);
  }

  /** Goes on with the output; missing if the execution did not succeed. */
  public JsonAssert output() {
    return new JsonAssert(
        actual.output().orElse(MissingNode.getInstance()), "output", actual.toString(), verdicts());
  }

  /** Goes on with the variables of the outermost scope at the end, as an object. */
  public JsonAssert variables() {
    return new JsonAssert(actual.variables(), "variables", actual.toString(), verdicts());
  }
}
