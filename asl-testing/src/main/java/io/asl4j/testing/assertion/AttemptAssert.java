package io.asl4j.testing.assertion;

import com.fasterxml.jackson.databind.JsonNode;
import io.asl4j.testing.check.VisitChecks;
import java.time.Duration;

/** Assertions about one attempt of a state. */
public final class AttemptAssert extends TraceAssert<AttemptAssert, VisitChecks> {

  private final StateAssert state;
  private final int number;

  AttemptAssert(StateAssert state, VisitChecks checks, int number) {
    super(checks, AttemptAssert.class, state.verdicts());
    this.state = state;
    this.number = number;
    check(checks.hasAttempt(number));
  }

  /** The task was called with this value; a JSON text. */
  public AttemptAssert wasCalledWith(String json) {
    return check(actual.calledWith(number, json(json)));
  }

  /** The task was called with this value. */
  public AttemptAssert wasCalledWith(JsonNode value) {
    return check(actual.calledWith(number, value));
  }

  /** The task gave this result; a JSON text. */
  public AttemptAssert returned(String json) {
    return check(actual.returned(number, json(json)));
  }

  /** The attempt failed with this error name. */
  public AttemptAssert failedWith(String error) {
    return check(actual.attemptFailedWith(number, error));
  }

  /** The attempt began that long after the execution, in modelled time. */
  public AttemptAssert beganAfter(Duration expected) {
    return check(actual.attemptBeganAfter(number, expected));
  }

  /** Goes on with another attempt of the same state. */
  public AttemptAssert attempt(int other) {
    return state.attempt(other);
  }

  /** Goes back to the execution. */
  public ExecutionAssert and() {
    return state.and();
  }
}
