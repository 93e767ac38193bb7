package io.asl4j.runtime.task;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedTransferQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TransferQueue;

/**
 * Activity tasks for workers of this process: a worker polls for a task, does it, and hands its
 * token back to {@link TaskTokens}.
 *
 * <p>Nothing is queued beyond the executions that wait: each waits until a worker takes its task.
 * In real time only; a test in modelled time answers activities like any other resource.
 * Thread-safe.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/step-functions/latest/apireference/API_GetActivityTask.html">AWS
 *     Step Functions API, GetActivityTask</a>
 */
public final class Activities {

  /**
   * A task for a worker.
   *
   * @param token to be handed back with the result
   * @param input the effective input of the state; the worker's own
   */
  public record ActivityTask(String token, JsonNode input) {}

  private record Waiting(ActivityTask task, CompletableFuture<String> worker) {}

  private final ConcurrentHashMap<String, TransferQueue<Waiting>> waiting =
      new ConcurrentHashMap<>();

  /** No task waits yet. */
  public Activities() {}

  /**
   * Takes the task that has waited longest for this activity.
   *
   * @param activityArn the {@code Resource} of the Task states
   * @param workerName goes into the history
   * @param wait how long to wait for a task
   * @return empty when none came in time
   */
  public Optional<ActivityTask> poll(String activityArn, String workerName, Duration wait)
      throws InterruptedException {
    Waiting next = queue(activityArn).poll(wait.toNanos(), TimeUnit.NANOSECONDS);
    if (next == null) {
      return Optional.empty();
    }
    next.worker().complete(workerName);
    return Optional.of(next.task());
  }

  /** Answers the Task states of activities: bind it to their ARNs, or to a pattern of them. */
  public TaskHandler handler() {
    return new ActivityHandler(this);
  }

  private TransferQueue<Waiting> queue(String activityArn) {
    return waiting.computeIfAbsent(activityArn, arn -> new LinkedTransferQueue<>());
  }

  private record ActivityHandler(Activities activities) implements TaskHandler {

    @Override
    public boolean handsOver(TaskRequest request) {
      return true;
    }

    @Override
    public boolean onlyWaits() {
      return true;
    }

    @Override
    public JsonNode handle(TaskCall call) throws InterruptedException {
      String token = call.taskToken().orElseThrow();
      Waiting task =
          new Waiting(new ActivityTask(token, call.arguments()), new CompletableFuture<>());
      activities.queue(call.resource().uri()).transfer(task);
      call.started(task.worker().join());
      return call.request().arguments();
    }
  }
}
