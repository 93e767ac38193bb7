package io.asl4j.testing.replay;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import io.asl4j.core.json.Json;
import io.asl4j.core.model.Resource;
import io.asl4j.core.model.Scope;
import io.asl4j.core.model.State;
import io.asl4j.core.model.StateMachine;
import io.asl4j.runtime.failure.StateFailed;
import io.asl4j.runtime.task.TaskCall;
import io.asl4j.runtime.task.TaskHandlers;
import io.asl4j.runtime.task.TaskTokens;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Answers the Task states of one replayed execution as the recording says.
 *
 * <p>Outside of Map and Parallel the n-th request of a state gets the n-th answer; inside, where
 * the order of requests is open, the first unused answer whose recorded request matches. Safe for
 * use by the branches of the execution at once.
 */
final class TaskScript {

  private static final Duration FOR_EVER = Duration.ofDays(36_500);

  private final RecordedCase recorded;
  private final RecordedAnswers facts;
  private final RecordedFunctions functions;
  private final ReentrantLock lock = new ReentrantLock();

  /** What tokens stand for, learnt from the requests, so that answers can repeat it. */
  private final Matching requests;

  private final Map<String, List<Answer>> unused = new HashMap<>();
  private final Set<String> unknown = new HashSet<>();
  private final Set<String> inOrder = new HashSet<>();
  private final TaskHandlers handlers;
  private final AtomicReference<@Nullable TaskTokens> tokens = new AtomicReference<>();
  private final AtomicReference<@Nullable String> problem = new AtomicReference<>();
  private final AtomicReference<@Nullable String> unanswerable = new AtomicReference<>();

  /** One recorded answer and its place among those of its state. */
  private record Answer(JsonNode recorded, int index) {}

  TaskScript(RecordedCase recorded, StateMachine machine) {
    this.recorded = recorded;
    this.facts = new RecordedAnswers(recorded.expect().path("history"));
    this.functions = new RecordedFunctions(recorded.field("setup"));
    this.requests = new Matching(recorded);
    for (var state : recorded.field("tasks").properties()) {
      List<Answer> answers = new ArrayList<>();
      state.getValue().forEach(answer -> answers.add(new Answer(answer, answers.size())));
      unused.put(state.getKey(), answers);
    }
    recorded.field("tasksUnknown").forEach(name -> unknown.add(name.asText()));
    TaskHandlers.Builder builder = TaskHandlers.builder();
    collect(machine.root(), true, builder);
    handlers = builder.build();
  }

  private void collect(Scope scope, boolean outermost, TaskHandlers.Builder builder) {
    for (State state : scope.states().values()) {
      switch (state) {
        case State.Task task -> {
          if (exists(task)) {
            builder.state(task.name(), this::answer);
          }
          if (outermost) {
            inOrder.add(task.name());
          }
        }
        case State.Parallel parallel ->
            parallel.branches().forEach(branch -> collect(branch, false, builder));
        case State.Map map -> collect(map.processor().scope(), false, builder);
        case State.Pass pass -> {}
        case State.Wait wait -> {}
        case State.Choice choice -> {}
        case State.Succeed succeed -> {}
        case State.Fail fail -> {}
      }
    }
  }

  /**
   * An activity that was asked nothing in the recording may be gone; what is gone cannot answer.
   */
  private boolean exists(State.Task task) {
    return task.resource().kind() != Resource.Kind.ACTIVITY
        || unused.containsKey(task.name())
        || unknown.contains(task.name());
  }

  TaskHandlers handlers() {
    return handlers;
  }

  /** Where callback tasks are completed; to be told before the execution starts. */
  void completeAt(TaskTokens where) {
    tokens.set(where);
  }

  /** The first request for which no answer was recorded. */
  Optional<String> problem() {
    return Optional.ofNullable(problem.get());
  }

  /** Why the recording cannot tell what a task answered. */
  Optional<String> unanswerable() {
    return Optional.ofNullable(unanswerable.get());
  }

  private JsonNode answer(TaskCall call) throws InterruptedException {
    if (unknown.contains(call.stateName())) {
      return answerUnrecorded(call);
    }
    Answer answer = take(call);
    if (answer == null) {
      String missing =
          "State `%s` asked for %s, but the recording has no%s answer for that."
              .formatted(
                  call.stateName(),
                  Named.value(call.request().arguments()),
                  recorded.field("tasks").has(call.stateName()) ? " further" : "");
      problem.compareAndSet(null, missing);
      throw StateFailed.fatal("Replay.NoAnswer", missing);
    }
    RecordedAnswers.Attempt attempt = facts.attempt(call.stateName(), answer.index());
    if (call.resource().kind() == Resource.Kind.ACTIVITY && attempt.wasStarted()) {
      call.started(attempt.worker());
    }
    return give(call, answer.recorded(), attempt);
  }

  private JsonNode answerUnrecorded(TaskCall call) {
    Optional<JsonNode> known = functions.answer(call);
    if (known.isPresent()) {
      return known.get();
    }
    String reason =
        "The recording does not say what the task of state `%s` answered."
            .formatted(call.stateName());
    unanswerable.compareAndSet(null, reason);
    throw StateFailed.fatal("Replay.NoAnswer", reason);
  }

  private @Nullable Answer take(TaskCall call) {
    lock.lock();
    try {
      List<Answer> left = unused.getOrDefault(call.stateName(), List.of());
      for (Answer answer : left) {
        boolean fits =
            requests.compare(answer.recorded().path("when"), call.request().arguments()).isEmpty();
        if (fits || inOrder.contains(call.stateName()) || !answer.recorded().has("when")) {
          left.remove(answer);
          return new Answer(requests.fill(answer.recorded()), answer.index());
        }
      }
      return null;
    } finally {
      lock.unlock();
    }
  }

  private JsonNode give(TaskCall call, JsonNode answer, RecordedAnswers.Attempt attempt)
      throws InterruptedException {
    JsonNode submitted = answer.path("submitted");
    boolean byToken = call.request().waitsForToken() && !submitted.isMissingNode();
    if (!byToken && !submitted.isMissingNode()) {
      call.submitted(submitted);
    }
    boolean hangs = answer.path("timeout").asBoolean();
    boolean fails = answer.has("error") || answer.has("cause") || attempt.hasFailed();
    if (hangs || (!answer.has("result") && !fails)) {
      return hang(call, submitted);
    }
    if (byToken) {
      complete(call, answer);
      return submitted;
    }
    if (answer.has("result")) {
      return answer.path("result");
    }
    throw StateFailed.of(error(answer), cause(answer));
  }

  /** The answer comes too late, or never: the deadline of the state or of the machine ends it. */
  private static JsonNode hang(TaskCall call, JsonNode submitted) throws InterruptedException {
    if (call.request().waitsForToken()) {
      return submitted.isMissingNode() ? NullNode.getInstance() : submitted;
    }
    call.sleep(FOR_EVER);
    throw StateFailed.fatal(
        "Replay.NoDeadline",
        "The recorded task of state `%s` timed out, but here it has no deadline."
            .formatted(call.stateName()));
  }

  private void complete(TaskCall call, JsonNode answer) {
    TaskTokens where = tokens.get();
    String token = call.taskToken().orElse(null);
    if (where == null || token == null) {
      throw new IllegalStateException("A callback task has no token: " + call.id());
    }
    if (answer.has("result")) {
      where.succeed(token, answer.path("result"));
    } else {
      where.fail(token, error(answer), cause(answer));
    }
  }

  private static @Nullable String error(JsonNode answer) {
    return answer.path("error").isTextual() ? answer.path("error").textValue() : null;
  }

  /** A cause that the recorder parsed was text: {@code causeText}, or JSON without white space. */
  private static @Nullable String cause(JsonNode answer) {
    if (answer.path("causeText").isTextual()) {
      return answer.path("causeText").textValue();
    }
    JsonNode cause = answer.path("cause");
    if (cause.isMissingNode() || cause.isNull()) {
      return null;
    }
    return cause.isTextual() ? cause.textValue() : Json.write(cause);
  }
}
