package io.asl4j.runtime.host;

import io.asl4j.core.model.Resource;
import io.asl4j.core.query.QueryFailed;
import io.asl4j.runtime.task.TaskHandler;
import io.asl4j.runtime.task.TaskHandlers;
import io.asl4j.runtime.task.TaskRequest;

/** Finds who answers a task, and words the failure when nobody does. */
final class Unanswered {

  private Unanswered() {}

  static TaskHandler handlerFor(TaskRequest request, TaskHandlers handlers) {
    TaskHandler handler = handlers.find(request.stateName(), request.resource().uri());
    if (handler != null) {
      return handler;
    }
    String text =
        request.resource().kind() == Resource.Kind.ACTIVITY
            ? "The activity %s does not exist.".formatted(request.resource().uri())
            : "No task handler answers the resource %s; bind one to it or to the state `%s`."
                .formatted(request.resource().uri(), request.stateName());
    throw QueryFailed.runtime("Resource", text);
  }
}
