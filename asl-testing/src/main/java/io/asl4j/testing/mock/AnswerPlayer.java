package io.asl4j.testing.mock;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.asl4j.core.model.Resource;
import io.asl4j.runtime.failure.StateFailed;
import io.asl4j.runtime.task.TaskCall;
import io.asl4j.runtime.task.TaskTokens;
import io.asl4j.testing.tasks.Answer;
import io.asl4j.testing.tasks.Outcome;
import java.time.Duration;
import java.util.function.Consumer;

/**
 * Gives one answer to one call, by the clock of the host.
 *
 * <p>The result of a callback task comes with its token, while the task waits or when it is too
 * late; that of any other task is what the call returns.
 */
final class AnswerPlayer {

  /** {@code TimeoutSeconds} of a state that has none, as AWS takes it. */
  private static final Duration LONGEST = Duration.ofSeconds(99_999_999);

  private final TaskCall call;
  private final Answer answer;
  private final Consumer<Callback> told;

  AnswerPlayer(TaskCall call, Answer answer, Consumer<Callback> told) {
    this.call = call;
    this.answer = answer;
    this.told = told;
  }

  JsonNode play() throws InterruptedException {
    JsonNode submitted = answer.submitted().orElseGet(() -> JsonNodeFactory.instance.objectNode());
    if (call.request().waitsForToken()) {
      return withToken(submitted);
    }
    if (call.resource().kind() == Resource.Kind.ACTIVITY) {
      call.started(null);
    } else if (answer.submitted().isPresent() && isJob()) {
      call.submitted(submitted);
    }
    sleep(isNever() ? LONGEST : answer.after());
    return result();
  }

  private boolean isJob() {
    return call.resource().pattern() != Resource.Pattern.REQUEST_RESPONSE;
  }

  private boolean isNever() {
    return answer.outcome() instanceof Outcome.Never;
  }

  private void sleep(Duration duration) throws InterruptedException {
    Duration left = duration;
    Duration step = answer.heartbeat().orElse(duration);
    while (step.compareTo(left) < 0) {
      call.sleep(step);
      call.heartbeat();
      left = left.minus(step);
    }
    if (left.isPositive()) {
      call.sleep(left);
    }
  }

  private JsonNode result() {
    return switch (answer.outcome()) {
      case Outcome.Return value -> value.value();
      case Outcome.Fail fail ->
          throw StateFailed.of(fail.error().orElse(null), fail.cause().orElse(null));
      case Outcome.Never never -> throw StateFailed.timedOut();
      case Outcome.Exec exec -> throw outside("exec");
      case Outcome.Http http -> throw outside("http");
    };
  }

  private static StateFailed outside(String key) {
    return StateFailed.fatal(
        "Test.NotOffline", "A test runs offline, so a mock cannot be answered by `" + key + "`.");
  }

  private JsonNode withToken(JsonNode submitted) throws InterruptedException {
    if (answer.outcome() instanceof Outcome.Never && answer.heartbeat().isEmpty()) {
      call.submitted(submitted);
      call.sleep(LONGEST);
      throw StateFailed.timedOut();
    }
    answer.heartbeat().ifPresent(every -> beat(every, every));
    if (!isNever()) {
      call.later(answer.after(), this::handBack);
    }
    return submitted;
  }

  private void beat(Duration every, Duration at) {
    if (!isNever() && at.compareTo(answer.after()) >= 0) {
      return;
    }
    call.later(
        every,
        () -> {
          TaskTokens.Answer taken = call.tokens().heartbeat(token());
          tell("heartbeat", taken);
          if (taken == TaskTokens.Answer.ACCEPTED) {
            beat(every, at.plus(every));
          }
        });
  }

  private void handBack() {
    TaskTokens.Answer taken;
    String what = "success";
    try {
      taken = call.tokens().succeed(token(), result());
    } catch (StateFailed failed) {
      what = "failure";
      taken = call.tokens().fail(token(), failed.error(), failed.causeText());
    }
    tell(what, taken);
  }

  private void tell(String what, TaskTokens.Answer taken) {
    told.accept(new Callback(call.stateName(), call.now(), what, taken));
  }

  private String token() {
    return call.taskToken()
        .orElseThrow(() -> new IllegalStateException("A callback task has no token: " + call.id()));
  }
}
