package io.asl4j.runtime.host;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.POJONode;
import io.asl4j.runtime.failure.StateFailed;
import io.asl4j.runtime.task.TaskCall;
import io.asl4j.runtime.task.TaskHandler;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a handler made of a call.
 *
 * @param answer null for a failure
 * @param failure null for an answer
 * @param wasInterrupted whether it ended because it was interrupted
 */
record HandlerOutcome(
    @Nullable JsonNode answer, @Nullable StateFailed failure, boolean wasInterrupted) {

  private static final Logger LOG = LoggerFactory.getLogger(HandlerOutcome.class);

  /** Calls the handler on this thread, and lets nothing of it out but the outcome. */
  static HandlerOutcome of(TaskHandler handler, TaskCall call, HostServices services) {
    try {
      services.log().called(call);
      JsonNode answer = HandlerContext.call(handler, call);
      if (answer == null || !isJson(answer)) {
        return gaveNoJson(call, answer);
      }
      services.log().answered(call, answer);
      return new HandlerOutcome(answer, null, false);
    } catch (Throwable thrown) {
      services.log().failed(call, thrown);
      return new HandlerOutcome(
          null, named(thrown, services), thrown instanceof InterruptedException);
    } finally {
      // A flag that the handler left behind must not end the next wait of the walk.
      Thread.interrupted();
    }
  }

  /** An executor refused to run the handler: a failure that a retrier can wait for the end of. */
  static HandlerOutcome refused(TaskCall call, Throwable why, HostServices services) {
    services.log().failed(call, why);
    RejectedExecutionException refusal =
        new RejectedExecutionException(
            "The executor for task handlers refused the task of the state `%s` (%s); let a retrier try it again later, or give the executor more room."
                .formatted(
                    call.stateName(),
                    why.getMessage() == null ? why.getClass().getName() : why.getMessage()),
            why);
    return new HandlerOutcome(null, named(refusal, services), false);
  }

  /** Handlers are the application's, and may give null whatever their type says. */
  private static HandlerOutcome gaveNoJson(TaskCall call, @Nullable JsonNode answer) {
    return new HandlerOutcome(
        null,
        StateFailed.runtime(
            "The task handler of the state `%s` gave %s; give a JSON value, such as NullNode for null."
                .formatted(call.stateName(), named(answer))),
        false);
  }

  /** Whether a tree, seen from above, is a JSON value. */
  static boolean isJson(JsonNode tree) {
    return !tree.isMissingNode() && !tree.isPojo();
  }

  /** What was given instead of a JSON value, for messages. */
  static String named(@Nullable JsonNode noJson) {
    return switch (noJson) {
      case null -> "null";
      case POJONode pojo -> "a Java object in a POJONode";
      default -> "a MissingNode";
    };
  }

  private static StateFailed named(Throwable thrown, HostServices services) {
    try {
      return services.errors().failure(thrown);
    } catch (RuntimeException broken) {
      LOG.warn(
          "The cause of {} could not be worded.",
          thrown.getClass().getName(),
          services.log().redaction().thrown(broken));
      return services.errors().failure(thrown, null);
    }
  }

  JsonNode orThrow() {
    if (failure != null) {
      throw failure;
    }
    if (answer == null) {
      throw new IllegalStateException("A handler has neither answered nor failed.");
    }
    return answer;
  }

  /** Says that nobody waited for it any more; a handler that obeyed its interrupt needs no word. */
  void logDropped(Object taskId) {
    if (!wasInterrupted) {
      LOG.info(
          "The task {} ended after nobody waited for it any more; its {} was dropped.",
          taskId,
          failure == null ? "result" : "failure");
    }
  }
}
