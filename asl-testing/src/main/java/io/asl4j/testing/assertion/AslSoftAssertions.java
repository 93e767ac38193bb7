package io.asl4j.testing.assertion;

import com.fasterxml.jackson.databind.JsonNode;
import io.asl4j.testing.TestExecution;
import org.assertj.core.api.AbstractSoftAssertions;

/**
 * Assertions that are all made before the test fails with all their messages.
 *
 * <p>Close it, or call {@link #assertAll}; AssertJ's JUnit extension does it for a field or
 * parameter with {@code @InjectSoftAssertions}.
 */
public final class AslSoftAssertions extends AbstractSoftAssertions implements AutoCloseable {

  /** No failures yet. */
  public AslSoftAssertions() {}

  /** Begins assertions about an execution. */
  public ExecutionAssert assertThat(TestExecution execution) {
    return new ExecutionAssert(execution, this::collectAssertionError);
  }

  /** Begins assertions about a JSON value. */
  public JsonAssert assertThat(JsonNode value) {
    return new JsonAssert(value, "value", "", this::collectAssertionError);
  }

  /** The same as {@link #assertThat(TestExecution)}. */
  public ExecutionAssert then(TestExecution execution) {
    return assertThat(execution);
  }

  @Override
  public void close() {
    assertAll();
  }
}
