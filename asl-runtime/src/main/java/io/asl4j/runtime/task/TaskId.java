package io.asl4j.runtime.task;

/**
 * Names one attempt of one Task state of one execution, as {@link #toString()}: the same again
 * after a crash, and so an idempotency key.
 *
 * @param execution the execution
 * @param scope the address of the scope that the state is in; only its text counts
 * @param stateName the Task state
 * @param visit which step of the scope it is, from 1
 * @param attempt 0 for the first, one more for each retry
 */
public record TaskId(
    ExecutionId execution, Object scope, String stateName, int visit, int attempt) {

  /** Names its handler, for messages. */
  public String handler() {
    return "The task handler of the state `%s` (%s)".formatted(stateName, this);
  }

  /** The key: {@code <execution ARN><scope>/<state>#<visit>.<attempt>}. */
  @Override
  public String toString() {
    return execution.arn() + scope + "/" + stateName + "#" + visit + "." + attempt;
  }
}
