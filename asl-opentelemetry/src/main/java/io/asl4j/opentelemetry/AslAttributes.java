package io.asl4j.opentelemetry;

import io.opentelemetry.api.common.AttributeKey;
import java.util.List;

/** The attributes of spans. */
public final class AslAttributes {

  /** The ARN of the execution; on every span. */
  public static final AttributeKey<String> EXECUTION_ARN =
      AttributeKey.stringKey("asl.execution.arn");

  /** The name of the execution. */
  public static final AttributeKey<String> EXECUTION_NAME =
      AttributeKey.stringKey("asl.execution.name");

  /** How often the execution was redriven; left out for a first run. */
  public static final AttributeKey<Long> REDRIVE_COUNT = AttributeKey.longKey("asl.redrive.count");

  /** The state machine; on every span. */
  public static final AttributeKey<String> MACHINE_NAME =
      AttributeKey.stringKey("asl.machine.name");

  /** The state; on every span but those of executions. */
  public static final AttributeKey<String> STATE_NAME = AttributeKey.stringKey("asl.state.name");

  /** The type of the state, such as {@code Task}. */
  public static final AttributeKey<String> STATE_TYPE = AttributeKey.stringKey("asl.state.type");

  /** What an attempt calls. */
  public static final AttributeKey<String> TASK_RESOURCE =
      AttributeKey.stringKey("asl.task.resource");

  /** Which attempt of a visit it is, from 0. */
  public static final AttributeKey<Long> TASK_ATTEMPT = AttributeKey.longKey("asl.task.attempt");

  /** Which branch of a Parallel state it is, from 0. */
  public static final AttributeKey<Long> BRANCH_INDEX = AttributeKey.longKey("asl.branch.index");

  /** Which item of a Map state it is, from 0. */
  public static final AttributeKey<Long> ITEM_INDEX = AttributeKey.longKey("asl.item.index");

  /**
   * How it ended: {@code succeeded}, {@code caught}, {@code failed}, {@code timed_out} or {@code
   * aborted}; on every span.
   */
  public static final AttributeKey<String> OUTCOME = AttributeKey.stringKey("asl.outcome");

  /** The error name of what failed; OpenTelemetry's own attribute. */
  public static final AttributeKey<String> ERROR_TYPE = AttributeKey.stringKey("error.type");

  /** The cause of a failure, at most 1,000 characters of it. */
  public static final AttributeKey<String> CAUSE = AttributeKey.stringKey("asl.cause");

  /** All of them, in the order of {@code docs/observability.md}. */
  static final List<AttributeKey<?>> ALL =
      List.of(
          EXECUTION_ARN,
          EXECUTION_NAME,
          REDRIVE_COUNT,
          MACHINE_NAME,
          STATE_NAME,
          STATE_TYPE,
          TASK_RESOURCE,
          TASK_ATTEMPT,
          BRANCH_INDEX,
          ITEM_INDEX,
          OUTCOME,
          ERROR_TYPE,
          CAUSE);

  private AslAttributes() {}
}
