package io.asl4j.testing.assertion;

import com.fasterxml.jackson.databind.JsonNode;
import io.asl4j.testing.check.VisitChecks;
import java.time.Duration;

/** Assertions about the visits of one state. */
public final class StateAssert extends TraceAssert<StateAssert, VisitChecks> {

  private final ExecutionAssert execution;

  StateAssert(ExecutionAssert execution, VisitChecks checks) {
    super(checks, StateAssert.class, execution.verdicts());
    this.execution = execution;
  }

  /** It was visited so many times. */
  public StateAssert visits(int expected) {
    return check(actual.visits(expected));
  }

  /** All its visits together made so many attempts. */
  public StateAssert attempts(int expected) {
    return check(actual.attempts(expected));
  }

  /** A retrier repeated it so many times. */
  public StateAssert retried(int expected) {
    return check(actual.retried(expected));
  }

  /** It failed with this error name, and a catcher took over. */
  public StateAssert caughtBy(String error) {
    return check(actual.caughtBy(error));
  }

  /** It failed with this error name, caught or not. */
  public StateAssert failedWith(String error) {
    return check(actual.failedWith(error, null, true));
  }

  /** It failed with this error name and cause, caught or not. */
  public StateAssert failedWith(String error, String cause) {
    return check(actual.failedWith(error, cause, false));
  }

  /** Every visit went well. */
  public StateAssert succeeded() {
    return check(actual.succeeded());
  }

  /** Some visit had this raw input; a JSON text. */
  public StateAssert hadInput(String json) {
    return check(actual.input(json(json)));
  }

  /** Some visit had this raw input. */
  public StateAssert hadInput(JsonNode value) {
    return check(actual.input(value));
  }

  /** Some visit had this output; a JSON text. */
  public StateAssert hadOutput(String json) {
    return check(actual.output(json(json)));
  }

  /** Some visit had this output. */
  public StateAssert hadOutput(JsonNode value) {
    return check(actual.output(value));
  }

  /** Some visit was followed by this state. */
  public StateAssert wentTo(String next) {
    return check(actual.wentTo(next));
  }

  /** Some visit took exactly that long, in modelled time. */
  public StateAssert waitedModelled(Duration expected) {
    return check(actual.took(expected));
  }

  /** Goes on with the visits in one item, from 0, of the Map around the state. */
  public StateAssert item(int index) {
    return new StateAssert(execution, actual.item(index));
  }

  /** Goes on with an attempt, from 1. */
  public AttemptAssert attempt(int number) {
    return new AttemptAssert(this, actual, number);
  }

  /** Goes back to the execution. */
  public ExecutionAssert and() {
    return execution;
  }
}
