package io.asl4j.runtime;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Which executions of an engine to list. Immutable.
 *
 * @param machineName those of one state machine
 * @param status {@code RUNNING}, {@code SUCCEEDED}, {@code FAILED}, {@code TIMED_OUT} or {@code
 *     ABORTED}
 * @param businessKey those that the application knows by this key
 * @param from those that started then or later
 * @param until those that started before
 * @param limit how many at the most
 */
public record ExecutionQuery(
    Optional<String> machineName,
    Optional<String> status,
    Optional<String> businessKey,
    Optional<Instant> from,
    Optional<Instant> until,
    int limit) {

  private static final int DEFAULT_LIMIT = 100;
  private static final List<String> STATUSES =
      List.of("RUNNING", "SUCCEEDED", "FAILED", "TIMED_OUT", "ABORTED");

  /**
   * @throws IllegalArgumentException if there is no such status, or if the limit is negative
   */
  public ExecutionQuery {
    if (status.isPresent() && !STATUSES.contains(status.get())) {
      throw new IllegalArgumentException(
          "`%s` is no status of an execution; ask for one of %s."
              .formatted(status.get(), String.join(", ", STATUSES)));
    }
    if (limit < 0) {
      throw new IllegalArgumentException(
          "A query cannot give %d executions; ask for some.".formatted(limit));
    }
  }

  /** The hundred that started last. */
  public static ExecutionQuery all() {
    return new ExecutionQuery(
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        DEFAULT_LIMIT);
  }

  /** Only those of one state machine. */
  public ExecutionQuery ofMachine(String name) {
    return new ExecutionQuery(Optional.of(name), status, businessKey, from, until, limit);
  }

  /** Only those with a status. */
  public ExecutionQuery withStatus(String wanted) {
    return new ExecutionQuery(machineName, Optional.of(wanted), businessKey, from, until, limit);
  }

  /** Only those that the application knows by a key. */
  public ExecutionQuery withBusinessKey(String key) {
    return new ExecutionQuery(machineName, status, Optional.of(key), from, until, limit);
  }

  /** Only those that started in a time. */
  public ExecutionQuery startedBetween(Instant first, Instant end) {
    return new ExecutionQuery(
        machineName, status, businessKey, Optional.of(first), Optional.of(end), limit);
  }

  /** At most so many. */
  public ExecutionQuery atMost(int number) {
    return new ExecutionQuery(machineName, status, businessKey, from, until, number);
  }

  boolean matches(Execution execution) {
    return machineName.map(execution.machineName()::equals).orElse(true)
        && status.map(execution.status()::equals).orElse(true)
        && businessKey.map(key -> execution.businessKey().equals(Optional.of(key))).orElse(true)
        && from.map(first -> !execution.startedAt().isBefore(first)).orElse(true)
        && until.map(execution.startedAt()::isBefore).orElse(true);
  }
}
