package io.asl4j.runtime.failure;

/**
 * The error names that the service itself raises or matches.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/step-functions/latest/dg/concepts-error-handling.html">AWS
 *     Step Functions, Handling errors</a>
 */
public final class ErrorName {

  /**
   * In {@code ErrorEquals}: every error but {@link #RUNTIME} and {@link #DATA_LIMIT_EXCEEDED} of a
   * state.
   */
  public static final String ALL = "States.ALL";

  /**
   * In {@code ErrorEquals}: every error of a task but {@link #TIMEOUT}; raised when a job that was
   * waited for has failed.
   */
  public static final String TASK_FAILED = "States.TaskFailed";

  /** A task took longer than its {@code TimeoutSeconds}, or did not send a heartbeat in time. */
  public static final String TIMEOUT = "States.Timeout";

  /**
   * In {@code ErrorEquals}: a task that did not send a heartbeat in time; its events say {@link
   * #TIMEOUT}.
   */
  public static final String HEARTBEAT_TIMEOUT = "States.HeartbeatTimeout";

  /**
   * A path, a template or a value of the definition that does not work out; never retried, never
   * caught.
   */
  public static final String RUNTIME = "States.Runtime";

  /** A JSONata expression that gives nothing, the wrong type, or an error. */
  public static final String QUERY_EVALUATION_ERROR = "States.QueryEvaluationError";

  /** A payload above the service's limit. */
  public static final String DATA_LIMIT_EXCEEDED = "States.DataLimitExceeded";

  /** Items of a Distributed Map could not be read. */
  public static final String ITEM_READER_FAILED = "States.ItemReaderFailed";

  /** Results of a Distributed Map could not be written. */
  public static final String RESULT_WRITER_FAILED = "States.ResultWriterFailed";

  /** More children of a Distributed Map failed than it tolerates. */
  public static final String EXCEED_TOLERATED_FAILURE_THRESHOLD =
      "States.ExceedToleratedFailureThreshold";

  private ErrorName() {}
}
