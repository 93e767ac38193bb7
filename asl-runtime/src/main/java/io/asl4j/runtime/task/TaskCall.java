package io.asl4j.runtime.task;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.asl4j.core.model.Resource;
import io.asl4j.runtime.failure.StateFailed;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One call of a task handler: what is asked, and what the handler can tell while it works.
 *
 * <p>Belongs to one attempt. {@link #heartbeat}, {@link #submitted} and {@link #isCancelled} may be
 * called from any thread.
 */
public abstract class TaskCall {

  private final TaskRequest request;

  /** For hosts. */
  protected TaskCall(TaskRequest request) {
    this.request = request;
  }

  /** The whole request as the walk made it; its tree is shared and must not be changed. */
  public final TaskRequest request() {
    return request;
  }

  /** An idempotency key: the same for the same attempt of the same state of the same execution. */
  public final String id() {
    return request.id().toString();
  }

  /** The execution that asks. */
  public final String executionArn() {
    return request.executionArn();
  }

  /** The execution, among those of its machine. */
  public final String executionName() {
    return request.executionName();
  }

  /** The state machine. */
  public final String machineName() {
    return request.machineName();
  }

  /** What the application knows the execution by; empty when it gave no key. */
  public final Optional<String> businessKey() {
    return Optional.ofNullable(request.businessKey());
  }

  /** The Task state. */
  public final String stateName() {
    return request.stateName();
  }

  /** 0 for the first attempt, one more for each retry. */
  public final int attempt() {
    return request.attempt();
  }

  /** What is called. */
  public final Resource resource() {
    return request.resource();
  }

  /**
   * The effective input of the state, as a tree of the handler's own: changing it changes nothing
   * else.
   */
  public final JsonNode arguments() {
    return request.arguments().deepCopy();
  }

  /**
   * The effective input of the state as a Java object.
   *
   * @param mapper the application's own
   * @throws StateFailed with the error name {@code States.Runtime} when the input does not fit the
   *     type
   */
  public final <T> T arguments(Class<T> type, ObjectMapper mapper) {
    try {
      return mapper.treeToValue(request.arguments(), type);
    } catch (JsonProcessingException misfit) {
      throw doesNotFit(type.getName(), misfit);
    }
  }

  /** The same for any type that Jackson reads. */
  final Object arguments(JavaType type, ObjectMapper mapper) {
    try {
      return mapper.treeToValue(request.arguments(), type);
    } catch (JsonProcessingException misfit) {
      throw doesNotFit(type.toCanonical(), misfit);
    }
  }

  private StateFailed doesNotFit(String type, JsonProcessingException misfit) {
    return StateFailed.runtime(
        "The input of the Task state `%s` does not fit %s: %s"
            .formatted(stateName(), type, misfit.getOriginalMessage()));
  }

  /** Handed to whoever completes a callback task; empty for other tasks. */
  public final Optional<String> taskToken() {
    return Optional.ofNullable(request.taskToken());
  }

  /**
   * Where {@link #taskToken} can be completed, from any thread and also after the handler has
   * returned; the same as that of the engine.
   */
  public abstract TaskTokens tokens();

  /** When the attempt times out; {@link Instant#MAX} for never. */
  public abstract Instant deadline();

  /** The time by the clock of the host: real, or modelled in a test. */
  public abstract Instant now();

  /**
   * Waits by the clock of the host, so that a test need not.
   *
   * @throws InterruptedException when the call is cancelled or has timed out
   */
  public abstract void sleep(Duration duration) throws InterruptedException;

  /**
   * Lets something happen later by the clock of the host, also after the handler has returned, such
   * as handing back a token. When the execution has ended by then, it may happen or not.
   *
   * @param action quick, and without waits of its own
   */
  public abstract void later(Duration delay, Runnable action);

  /** Says that the work goes on: the clock of {@code HeartbeatSeconds} starts again. */
  public abstract void heartbeat();

  /**
   * Says that a job was started and that the handler now waits for its end.
   *
   * @param response what the service answered to the start; it goes into the history
   */
  public abstract void submitted(JsonNode response);

  /**
   * Says that a worker took the task.
   *
   * @param workerName null when unknown
   */
  public abstract void started(@Nullable String workerName);

  /** Whether the execution no longer wants the result. */
  public abstract boolean isCancelled();

  /** Names the state and the call. */
  @Override
  public String toString() {
    return request.id().handler();
  }
}
