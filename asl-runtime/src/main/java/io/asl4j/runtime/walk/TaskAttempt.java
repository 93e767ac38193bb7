package io.asl4j.runtime.walk;

import com.fasterxml.jackson.databind.JsonNode;
import io.asl4j.core.model.DataFlow;
import io.asl4j.core.model.Resource;
import io.asl4j.core.model.State;
import io.asl4j.core.query.Evaluation;
import io.asl4j.core.query.QueryFailed;
import io.asl4j.core.query.Template;
import io.asl4j.runtime.failure.ErrorName;
import io.asl4j.runtime.failure.StateFailed;
import io.asl4j.runtime.task.TaskId;
import io.asl4j.runtime.task.TaskRequest;
import io.asl4j.runtime.task.TaskToken;
import org.jspecify.annotations.Nullable;

/** One attempt of a Task state. */
final class TaskAttempt {

  private final ScopeWalk walk;
  private final State.Task task;

  TaskAttempt(ScopeWalk walk, State.Task task) {
    this.walk = walk;
    this.task = task;
  }

  /**
   * Evaluates the arguments, keeps them, has the task done and tells the history; gives the result.
   */
  JsonNode run(Frame before, StateView view) {
    TaskRequest request = request(before, view);
    Frame frame =
        before.with(before.progress().workingOn(request.arguments()), walk.trail().last());
    walk.host().commit(frame);
    TaskEvents events = new TaskEvents(walk.trail(), request, walk.run().deployment().region());
    try {
      JsonNode result = walk.host().invoke(request, events);
      if (Payloads.exceed(walk.run().limits(), result)) {
        throw StateFailed.of(
            ErrorName.DATA_LIMIT_EXCEEDED, Payloads.tooLarge(task.resource().uri()));
      }
      events.succeeded(result);
      return view.show(Inspection.Stage.RESULT, result);
    } catch (StateFailed thrown) {
      StateFailed failure = ScopeWalk.within(walk.run().limits(), thrown);
      events.failed(failure);
      throw failure;
    }
  }

  private TaskRequest request(Frame frame, StateView view) {
    TaskId id =
        new TaskId(
            walk.run().id(), frame.path(), task.name(), frame.visit(), frame.progress().retries());
    String token = needsToken(task.resource()) ? TaskToken.of(walk.run().tokenSeed(), id) : null;
    if (token != null) {
      view.handOut(token);
    }
    JsonNode effective = Entry.effectiveInput(task.flow(), frame.input(), view);
    Evaluation evaluation = Evaluation.of(effective, view);
    JsonNode kept = frame.progress().arguments();
    JsonNode arguments =
        kept != null
            ? kept
            : ServiceRequests.complete(
                task.resource(),
                task.flow() instanceof DataFlow.Jsonata ? "Arguments" : "Parameters",
                Entry.arguments(task.flow(), effective, view));
    long timeout = seconds(Quantities.integer(task.timeoutSeconds(), evaluation), "TimeoutSeconds");
    long heartbeat =
        seconds(Quantities.integer(task.heartbeatSeconds(), evaluation), "HeartbeatSeconds");
    StateView.Iteration iteration = walk.iteration();
    return new TaskRequest(
        id,
        walk.run().deployment().stateMachineName(),
        iteration == null ? -1 : iteration.index(),
        frame.progress().enteredEvent(),
        walk.run().businessKey(),
        task.resource(),
        arguments,
        timeout,
        heartbeat,
        token,
        role(evaluation));
  }

  /** Jobs have a token too, though nobody waits for it: measured on AWS. */
  private static boolean needsToken(Resource resource) {
    return resource.pattern() != Resource.Pattern.REQUEST_RESPONSE
        || resource.kind() == Resource.Kind.ACTIVITY;
  }

  private static long seconds(long value, String field) {
    if (value == Quantities.ABSENT) {
      return 0;
    }
    if (value <= 0) {
      throw QueryFailed.runtime(
          field, "%s must be a positive integer but is %d.".formatted(field, value));
    }
    return value;
  }

  private @Nullable String role(Evaluation evaluation) {
    Template credentials = task.credentials().orElse(null);
    if (credentials == null) {
      return null;
    }
    JsonNode role = credentials.evaluate(evaluation).path("RoleArn");
    return role.isTextual() ? role.textValue() : null;
  }
}
