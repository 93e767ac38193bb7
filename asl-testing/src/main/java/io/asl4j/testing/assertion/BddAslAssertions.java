package io.asl4j.testing.assertion;

import com.fasterxml.jackson.databind.JsonNode;
import io.asl4j.testing.TestExecution;

/** The same assertions in the words of behaviour-driven development. */
public final class BddAslAssertions {

  private BddAslAssertions() {}

  /** Begins assertions about an execution. */
  public static ExecutionAssert then(TestExecution execution) {
    return AslAssertions.assertThat(execution);
  }

  /** Begins assertions about a JSON value. */
  public static JsonAssert then(JsonNode value) {
    return AslAssertions.assertThat(value);
  }
}
