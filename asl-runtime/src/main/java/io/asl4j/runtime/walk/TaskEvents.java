package io.asl4j.runtime.walk;

import com.fasterxml.jackson.databind.JsonNode;
import io.asl4j.runtime.failure.StateFailed;
import io.asl4j.runtime.history.EventDetails;
import io.asl4j.runtime.history.EventType;
import io.asl4j.runtime.task.TaskProgress;
import io.asl4j.runtime.task.TaskRequest;
import org.jspecify.annotations.Nullable;

/**
 * Tells the history how an attempt of a Task state comes along, in the events of its kind of
 * resource.
 */
final class TaskEvents implements TaskProgress {

  private final Trail trail;
  private final TaskRequest request;
  private final String region;
  private boolean scheduled;

  TaskEvents(Trail trail, TaskRequest request, String region) {
    this.trail = trail;
    this.request = request;
    this.region = region;
  }

  @Override
  public void scheduled() {
    scheduled = true;
    EventType type =
        switch (request.resource().kind()) {
          case LAMBDA_FUNCTION -> EventType.LAMBDA_FUNCTION_SCHEDULED;
          case ACTIVITY -> EventType.ACTIVITY_SCHEDULED;
          case SERVICE, CUSTOM -> EventType.TASK_SCHEDULED;
        };
    trail.add(type, trail.isWanted() ? scheduledDetails() : EventDetails.none());
  }

  private EventDetails scheduledDetails() {
    Long timeout = request.timeoutSeconds() == 0 ? null : request.timeoutSeconds();
    Long heartbeat = request.heartbeatSeconds() == 0 ? null : request.heartbeatSeconds();
    return switch (request.resource().kind()) {
      case LAMBDA_FUNCTION, ACTIVITY ->
          new EventDetails.CallScheduled(
              request.resource().uri(), request.arguments(), timeout, heartbeat, request.roleArn());
      case SERVICE, CUSTOM ->
          new EventDetails.TaskScheduled(
              request.resource().type(),
              request.resource().action(),
              region,
              request.arguments(),
              timeout,
              heartbeat,
              request.roleArn());
    };
  }

  @Override
  public void started(@Nullable String workerName) {
    switch (request.resource().kind()) {
      case LAMBDA_FUNCTION -> trail.add(EventType.LAMBDA_FUNCTION_STARTED);
      case ACTIVITY ->
          trail.add(EventType.ACTIVITY_STARTED, new EventDetails.WorkerStarted(workerName));
      case SERVICE, CUSTOM ->
          trail.add(
              EventType.TASK_STARTED,
              new EventDetails.TaskStarted(request.resource().type(), request.resource().action()));
    }
  }

  @Override
  public void submitted(JsonNode response) {
    trail.add(EventType.TASK_SUBMITTED, taskOutput(response));
  }

  private EventDetails taskOutput(JsonNode output) {
    return new EventDetails.TaskOutput(
        request.resource().type(), request.resource().action(), output);
  }

  void succeeded(JsonNode result) {
    switch (request.resource().kind()) {
      case LAMBDA_FUNCTION ->
          trail.add(EventType.LAMBDA_FUNCTION_SUCCEEDED, new EventDetails.Output(result));
      case ACTIVITY -> trail.add(EventType.ACTIVITY_SUCCEEDED, new EventDetails.Output(result));
      case SERVICE, CUSTOM -> trail.add(EventType.TASK_SUCCEEDED, taskOutput(result));
    }
  }

  void failed(StateFailed failure) {
    if (!scheduled || failure.isFatal()) {
      return;
    }
    boolean timeout = failure.isTimeout();
    EventDetails plain = new EventDetails.Failure(failure.error(), failure.causeText());
    switch (request.resource().kind()) {
      case LAMBDA_FUNCTION ->
          trail.add(
              timeout ? EventType.LAMBDA_FUNCTION_TIMED_OUT : EventType.LAMBDA_FUNCTION_FAILED,
              plain);
      case ACTIVITY ->
          trail.add(timeout ? EventType.ACTIVITY_TIMED_OUT : EventType.ACTIVITY_FAILED, plain);
      case SERVICE, CUSTOM ->
          trail.add(
              timeout ? EventType.TASK_TIMED_OUT : EventType.TASK_FAILED,
              new EventDetails.TaskFailure(
                  request.resource().type(),
                  request.resource().action(),
                  failure.error(),
                  failure.causeText()));
    }
  }
}
