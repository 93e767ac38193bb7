package io.asl4j.runtime;

import com.fasterxml.jackson.databind.JsonNode;
import io.asl4j.runtime.failure.StateFailed;
import io.asl4j.runtime.task.TaskCall;
import io.asl4j.runtime.task.TaskHandler;
import io.asl4j.runtime.task.TaskHandlers;
import io.asl4j.runtime.task.TaskTokens;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Answers Task states from a script, on any host.
 *
 * <p>The script has one member for each {@code State} or {@code State[item]}: a list of answers, of
 * which the n-th call gets the n-th and the last one stays. Members of an answer, done in this
 * order: {@code worker} (who took it), {@code submit} (what the start of the job gave), {@code
 * begun} (waits until the handler of that key, or of each of those keys, was called), {@code sleep}
 * (seconds, with a heartbeat after each if {@code beat}), {@code hang} (waits to be interrupted),
 * {@code token} ({@code succeed} or {@code fail}), and then {@code return}, {@code echo}, {@code
 * fail} or {@code throw}.
 */
final class ScriptedTasks {

  private final JsonNode script;
  private final boolean modelled;
  private final AtomicReference<@Nullable TaskTokens> tokens = new AtomicReference<>();
  private final Map<String, AtomicInteger> calls = new ConcurrentHashMap<>();
  private final Map<String, CountDownLatch> begun = new ConcurrentHashMap<>();

  /**
   * @param modelled whether time is modelled, so that waits must be those of the host
   */
  ScriptedTasks(JsonNode script, boolean modelled) {
    this.script = script;
    this.modelled = modelled;
  }

  /** Where the tokens of the script are completed. */
  void completeTokensAt(TaskTokens place) {
    tokens.set(place);
  }

  TaskHandlers handlers() {
    TaskHandlers.Builder handlers = TaskHandlers.builder();
    for (Map.Entry<String, JsonNode> entry : script.properties()) {
      handlers.state(entry.getKey().replaceAll("\\[\\d+]$", ""), handler());
    }
    return handlers.build();
  }

  private TaskHandler handler() {
    return call -> {
      String indexed = call.stateName() + "[" + call.request().itemIndex() + "]";
      String key = script.has(indexed) ? indexed : call.stateName();
      JsonNode answers = script.path(key);
      int number = calls.computeIfAbsent(key, any -> new AtomicInteger()).getAndIncrement();
      begun(key).countDown();
      return answer(answers.path(Math.min(number, answers.size() - 1)), call);
    };
  }

  private CountDownLatch begun(String key) {
    return begun.computeIfAbsent(key, any -> new CountDownLatch(1));
  }

  private JsonNode answer(JsonNode answer, TaskCall call) throws Exception {
    if (answer.has("worker")) {
      call.started(answer.path("worker").textValue());
    }
    if (answer.has("submit")) {
      call.submitted(answer.path("submit"));
    }
    if (answer.has("begun")) {
      awaitBegun(answer.path("begun"), call);
    }
    for (int i = 0; i < answer.path("sleep").asInt(); i++) {
      call.sleep(Duration.ofSeconds(1));
      if (answer.path("beat").asBoolean()) {
        call.heartbeat();
      }
    }
    if (answer.has("hang")) {
      hang(call);
    }
    if (answer.has("token")) {
      complete(call, answer.path("token"));
    }
    return end(answer, call);
  }

  private void awaitBegun(JsonNode keys, TaskCall call) throws InterruptedException {
    for (JsonNode key : keys) {
      awaitBegun(begun(key.textValue()), call);
    }
    if (keys.isTextual()) {
      awaitBegun(begun(keys.textValue()), call);
    }
  }

  private void awaitBegun(CountDownLatch latch, TaskCall call) throws InterruptedException {
    while (modelled && latch.getCount() > 0) {
      call.sleep(Duration.ofMillis(1));
    }
    latch.await();
  }

  private void hang(TaskCall call) throws InterruptedException {
    if (modelled) {
      call.sleep(Duration.ofDays(100_000));
    } else {
      new CountDownLatch(1).await();
    }
  }

  private void complete(TaskCall call, JsonNode how) {
    TaskTokens place = tokens.get();
    if (place == null) {
      throw new IllegalStateException("nobody said where tokens are completed");
    }
    String token = call.taskToken().orElseThrow();
    if (how.has("fail")) {
      place.fail(
          token,
          how.path("fail").path("error").textValue(),
          how.path("fail").path("cause").textValue());
    } else {
      place.succeed(token, how.path("succeed"));
    }
  }

  private static JsonNode end(JsonNode answer, TaskCall call) {
    if (answer.has("fail")) {
      throw StateFailed.of(
          answer.path("fail").path("error").textValue(),
          answer.path("fail").path("cause").textValue());
    }
    if (answer.has("throw")) {
      throw new IllegalArgumentException(answer.path("throw").textValue());
    }
    return answer.path("echo").asBoolean() ? call.arguments() : answer.path("return");
  }
}
