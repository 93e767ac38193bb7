package io.asl4j.testing.tasks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.asl4j.core.json.Json;
import io.asl4j.core.model.Resource;
import io.asl4j.runtime.failure.StateFailed;
import io.asl4j.runtime.service.HttpCall;
import io.asl4j.runtime.service.HttpExchanges;
import io.asl4j.runtime.task.TaskCall;
import io.asl4j.runtime.task.TaskHandler;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Gives the n-th call the n-th answer; the last one stays. */
final class AnswerHandler implements TaskHandler {

  /** What {@code TimeoutSeconds} is when a state has none. */
  private static final Duration LONGEST = Duration.ofSeconds(99_999_999);

  private final List<Answer> answers;
  private final Programs programs;
  private final HttpExchanges exchanges;
  private final AtomicInteger calls = new AtomicInteger();

  AnswerHandler(List<Answer> answers, Programs programs, HttpExchanges exchanges) {
    this.answers = List.copyOf(answers);
    this.programs = programs;
    this.exchanges = exchanges;
  }

  @Override
  public JsonNode handle(TaskCall call) throws InterruptedException {
    int last = answers.size() - 1;
    Answer answer = answers.get(Math.min(calls.getAndUpdate(n -> Math.min(n + 1, last)), last));
    JsonNode submitted = answer.submitted().orElseGet(() -> JsonNodeFactory.instance.objectNode());
    begin(call, answer, submitted);
    if (answer.outcome() instanceof Outcome.Never) {
      sleep(call, LONGEST, answer);
      throw StateFailed.timedOut();
    }
    sleep(call, answer.after(), answer);
    if (call.resource().pattern() != Resource.Pattern.WAIT_FOR_TASK_TOKEN) {
      return result(answer.outcome(), call);
    }
    handBack(call, answer.outcome());
    return submitted;
  }

  private static void begin(TaskCall call, Answer answer, JsonNode submitted) {
    if (call.resource().kind() == Resource.Kind.ACTIVITY) {
      call.started(null);
    } else if (call.resource().pattern() != Resource.Pattern.REQUEST_RESPONSE
        || answer.submitted().isPresent()) {
      call.submitted(submitted);
    }
  }

  private static void sleep(TaskCall call, Duration duration, Answer answer)
      throws InterruptedException {
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

  /** Whoever was handed the token gives it back. */
  private void handBack(TaskCall call, Outcome outcome) throws InterruptedException {
    String token =
        call.taskToken()
            .orElseThrow(
                () -> new IllegalStateException("A callback task has no token: " + call.id()));
    try {
      call.tokens().succeed(token, result(outcome, call));
    } catch (StateFailed failed) {
      call.tokens().fail(token, failed.error(), failed.causeText());
    }
  }

  private JsonNode result(Outcome outcome, TaskCall call) throws InterruptedException {
    return switch (outcome) {
      case Outcome.Return value -> value.value();
      case Outcome.Fail fail ->
          throw StateFailed.of(fail.error().orElse(null), fail.cause().orElse(null));
      case Outcome.Exec exec -> programs.run(exec, call);
      case Outcome.Http http -> exchanges.exchange(request(http, call)).get("ResponseBody");
      case Outcome.Never never -> throw StateFailed.timedOut();
    };
  }

  private static HttpCall request(Outcome.Http http, TaskCall call) {
    boolean typed = http.headers().keySet().stream().anyMatch("Content-Type"::equalsIgnoreCase);
    List<HttpCall.Header> headers = new ArrayList<>();
    if (!typed) {
      headers.add(new HttpCall.Header("Content-Type", "application/json"));
    }
    http.headers().forEach((name, value) -> headers.add(new HttpCall.Header(name, value)));
    boolean bodiless = http.method().equals("GET") || http.method().equals("HEAD");
    String body = bodiless ? "" : Json.write(call.request().arguments());
    return new HttpCall(http.method(), http.url(), headers, body);
  }
}
