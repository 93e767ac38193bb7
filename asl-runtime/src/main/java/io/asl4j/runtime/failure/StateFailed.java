package io.asl4j.runtime.failure;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A state failed with an error name of the Amazon States Language.
 *
 * <p>Carries no stack trace: such failures are part of a workflow's normal life and may be thrown
 * in loops. A task handler throws it to choose error name and cause.
 */
public final class StateFailed extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** What kind of failure it is, as far as history events differ. */
  public enum Kind {
    /** A task, or a Fail state, says so. */
    FAILED,
    /** A task took longer than {@code TimeoutSeconds}. */
    TIMED_OUT,
    /** A task missed a heartbeat. */
    HEARTBEAT_MISSED,
    /** Ends the execution at once: nothing retries or catches it. */
    FATAL
  }

  private final @Nullable String error;
  private final @Nullable String causeText;
  private final Kind kind;

  private StateFailed(Kind kind, @Nullable String error, @Nullable String causeText) {
    super(error + (causeText == null ? "" : ": " + causeText), null, false, false);
    this.kind = kind;
    this.error = error;
    this.causeText = causeText;
  }

  /**
   * A failure with a name; the cause is a text for people, often JSON. Null stands for a name or
   * cause that was not given.
   */
  public static StateFailed of(@Nullable String error, @Nullable String cause) {
    return new StateFailed(Kind.FAILED, error, cause);
  }

  /** A task took longer than its {@code TimeoutSeconds}. */
  public static StateFailed timedOut() {
    return new StateFailed(Kind.TIMED_OUT, ErrorName.TIMEOUT, null);
  }

  /** A task did not send a heartbeat within its {@code HeartbeatSeconds}. */
  public static StateFailed heartbeatMissed() {
    return new StateFailed(Kind.HEARTBEAT_MISSED, ErrorName.TIMEOUT, null);
  }

  /**
   * The definition does not work out on this data: {@code States.Runtime}, which nothing retries or
   * catches.
   */
  public static StateFailed runtime(String cause) {
    return fatal(ErrorName.RUNTIME, cause);
  }

  /** A failure that nothing retries or catches. */
  public static StateFailed fatal(String error, String cause) {
    return new StateFailed(Kind.FATAL, error, cause);
  }

  /** The same failure with another name and cause; itself if they are its own. */
  public StateFailed worded(@Nullable String name, @Nullable String cause) {
    boolean same = Objects.equals(name, error) && Objects.equals(cause, causeText);
    return same ? this : new StateFailed(kind, name, cause);
  }

  /** The error name; null if whoever failed the task gave none. */
  public @Nullable String error() {
    return error;
  }

  /** The cause text; null if there is none. */
  public @Nullable String causeText() {
    return causeText;
  }

  /** What kind of failure it is. */
  public Kind kind() {
    return kind;
  }

  /** Whether the execution ends at once, past all retriers and catchers. */
  public boolean isFatal() {
    return kind == Kind.FATAL || ErrorName.RUNTIME.equals(error);
  }

  /** Whether it is a missed deadline of a task. */
  public boolean isTimeout() {
    return kind == Kind.TIMED_OUT || kind == Kind.HEARTBEAT_MISSED;
  }
}
