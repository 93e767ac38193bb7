package io.asl4j.runtime.map;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One child execution of a Distributed Map, as its results are written down.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/step-functions/latest/dg/input-output-resultwriter.html">AWS
 *     Step Functions, ResultWriter</a>
 */
public sealed interface ChildExecution {

  /** The child's input. */
  JsonNode input();

  /** Which of the result files it belongs to. */
  default Group group() {
    return switch (this) {
      case Pending pending -> Group.PENDING;
      case Succeeded succeeded -> Group.SUCCEEDED;
      case Unsuccessful unsuccessful -> Group.FAILED;
    };
  }

  /**
   * Everything about the child as one object: what {@code Transformation: NONE} writes. Input and
   * output are JSON texts in it.
   */
  default JsonNode description() {
    return Descriptions.of(this);
  }

  /** The kinds of result files. */
  enum Group {
    /** Children that failed, timed out or were aborted. */
    FAILED,
    /** Children that never started. */
    PENDING,
    /** Children that succeeded. */
    SUCCEEDED
  }

  /** How a child ended without success. */
  enum Ending {
    /** It failed. */
    FAILED,
    /** It took longer than it may. */
    TIMED_OUT,
    /** It was stopped. */
    ABORTED
  }

  /**
   * Which execution it is and when it ran.
   *
   * @param executionArn such as {@code
   *     arn:aws:states:us-east-1:123456789012:execution:machine/label:name}
   * @param name the last part of that ARN
   * @param stateMachineArn such as {@code
   *     arn:aws:states:us-east-1:123456789012:stateMachine:machine/label}
   * @param startDate when it started
   * @param stopDate when it ended
   * @param redriveCount how often it was redriven
   */
  record Run(
      String executionArn,
      String name,
      String stateMachineArn,
      Instant startDate,
      Instant stopDate,
      int redriveCount) {}

  /** A child that never started, because the Map Run ended first. */
  record Pending(JsonNode input) implements ChildExecution {}

  /** A child that succeeded. */
  record Succeeded(Run run, JsonNode input, JsonNode output) implements ChildExecution {}

  /**
   * A child that ended without success.
   *
   * @param ending how it ended
   * @param error the error name; null if there is none
   * @param cause the cause; null if there is none
   */
  record Unsuccessful(
      Run run, JsonNode input, Ending ending, @Nullable String error, @Nullable String cause)
      implements ChildExecution {}
}
