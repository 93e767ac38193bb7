package io.asl4j.core.query;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;

/**
 * A query had no value, a value of the wrong type, or could not be evaluated.
 *
 * <p>Carries no stack trace: such failures are part of a workflow's normal life. The message is the
 * text that AWS puts behind {@code An error occurred while executing the state ...}.
 */
public final class QueryFailed extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** The error name of a failed JSONata evaluation; retriers and catchers may handle it. */
  public static final String QUERY_EVALUATION_ERROR = "States.QueryEvaluationError";

  /** The error name of a failed path or template; AWS lets no retrier and no catcher handle it. */
  public static final String RUNTIME = "States.Runtime";

  /**
   * The error name of a {@code ResultPath} that does not fit its input and of an {@code ItemsPath}
   * that leads nowhere. AWS puts no prefix before its text.
   */
  public static final String REFERENCE_PATH_CONFLICT = "States.ReferencePathConflict";

  private final String error;
  private final String location;

  private QueryFailed(String error, String location, String message) {
    super(message, null, false, false);
    this.error = error;
    this.location = location;
  }

  /** A failure of a path, a payload template or an intrinsic function. */
  public static QueryFailed runtime(String location, String message) {
    return new QueryFailed(RUNTIME, location, message);
  }

  /** A reference path that does not fit the input, worded by the caller. */
  public static QueryFailed referencePathConflict(String location, String message) {
    return new QueryFailed(REFERENCE_PATH_CONFLICT, location, message);
  }

  /** A failure of a JSONata expression, worded by the caller. */
  public static QueryFailed evaluation(String location, String message) {
    return new QueryFailed(QUERY_EVALUATION_ERROR, location, message);
  }

  /** A JSONata expression gave a value of another type than the field takes. */
  public static QueryFailed unexpectedType(
      Expression expression, String expected, JsonNode actual) {
    return evaluation(
        expression.location(),
        "The JSONata expression '%s' specified for the field '%s' returned an unexpected result type. Expected '%s', but was '%s' for value: %s"
            .formatted(
                expression.source(), expression.location(), expected, typeOf(actual), actual));
  }

  /**
   * The ASL error name: {@link #QUERY_EVALUATION_ERROR}, {@link #RUNTIME} or {@link
   * #REFERENCE_PATH_CONFLICT}.
   */
  public String error() {
    return error;
  }

  /** The field where it happened, as AWS spells it: {@code Output/a/b[0]}. */
  public String location() {
    return location;
  }

  /** The cause text without AWS's prefix. */
  public String text() {
    return String.valueOf(getMessage());
  }

  private static String typeOf(JsonNode value) {
    return value.getNodeType().name().toLowerCase(Locale.ROOT);
  }
}
