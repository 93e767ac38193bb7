package io.asl4j.testing.assertion;

import com.fasterxml.jackson.databind.JsonNode;
import io.asl4j.testing.TestExecution;

/**
 * Assertions about executions of state machines.
 *
 * <pre>{@code
 * assertThat(execution).succeeded().visitedExactly("Reserve", "Charge", "Ship");
 * assertThat(execution).state("Charge").attempts(3).caughtBy("Payment.Declined");
 * }</pre>
 */
public final class AslAssertions {

  private AslAssertions() {}

  /** Begins assertions about an execution. */
  public static ExecutionAssert assertThat(TestExecution execution) {
    return new ExecutionAssert(execution, Verdicts.thrown());
  }

  /** Begins assertions about a JSON value, compared by its meaning. */
  public static JsonAssert assertThat(JsonNode value) {
    return new JsonAssert(value, "value", "", Verdicts.thrown());
  }
}
