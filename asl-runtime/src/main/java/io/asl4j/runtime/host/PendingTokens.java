package io.asl4j.runtime.host;

import com.fasterxml.jackson.databind.JsonNode;
import io.asl4j.runtime.failure.StateFailed;
import io.asl4j.runtime.task.PendingTask;
import io.asl4j.runtime.task.TaskTokens;
import io.asl4j.runtime.walk.Limits;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The callback tasks of an engine that wait for their tokens. Thread-safe. */
final class PendingTokens implements TaskTokens {

  /** How many tokens that are over are remembered, to tell them from tokens that never were. */
  private static final int REMEMBERED = 10_000;

  /** A task that waits for its token. */
  interface Target {
    /** Takes what came with the token; false if the task is already over or complete. */
    boolean complete(Completion with);

    /** Starts the heartbeat clock again; false if the task is already over or complete. */
    boolean beat();

    /** What the application knows its execution by; empty when it gave no key. */
    Optional<String> businessKey();

    /** The task as it is listed; null when its token completes nothing, such as that of a job. */
    @Nullable PendingTask pending();
  }

  private final Limits limits;
  private final ReentrantLock lock = new ReentrantLock();
  private final Map<String, Target> open = new LinkedHashMap<>();
  private final Set<String> over =
      Collections.newSetFromMap(
          new LinkedHashMap<>() {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
              return size() > REMEMBERED;
            }
          });

  PendingTokens(Limits limits) {
    this.limits = limits;
  }

  /** How many tasks wait. */
  int size() {
    lock.lock();
    try {
      return open.size();
    } finally {
      lock.unlock();
    }
  }

  void open(String token, Target target) {
    lock.lock();
    try {
      open.put(token, target);
    } finally {
      lock.unlock();
    }
  }

  void close(String token, Target target) {
    lock.lock();
    try {
      if (open.remove(token, target)) {
        over.add(token);
      }
    } finally {
      lock.unlock();
    }
  }

  @Override
  public Answer succeed(String token, JsonNode output) {
    checkOutput(output);
    Target target = target(token);
    return target == null ? unknown(token) : answer(target.complete(new Completion(output, null)));
  }

  /** It comes from the application, which may give null whatever the type says. */
  private void checkOutput(@Nullable JsonNode output) {
    if (output == null || !HandlerOutcome.isJson(output)) {
      throw new IllegalArgumentException(
          "The output for a task token is %s; hand back a JSON value, such as NullNode for null."
              .formatted(HandlerOutcome.named(output)));
    }
    if (limits.exceededBy(output)) {
      throw new IllegalArgumentException(
          "The output for a task token takes %,d bytes of JSON, and %,d is the limit of this engine; hand back a reference to the data, or build the engine with other limits."
              .formatted(Limits.bytesOf(output), limits.payloadBytes()));
    }
  }

  @Override
  public Answer fail(String token, @Nullable String error, @Nullable String cause) {
    checkLength("error name", error, limits.errorCharacters());
    checkLength("cause", cause, limits.causeCharacters());
    Target target = target(token);
    return target == null
        ? unknown(token)
        : answer(target.complete(new Completion(null, StateFailed.of(error, cause))));
  }

  private static void checkLength(String what, @Nullable String given, int limit) {
    if (given != null && given.length() > limit) {
      throw new IllegalArgumentException(
          "The %s for a task token has %,d characters, and %,d is the limit of this engine; shorten it, or build the engine with other limits."
              .formatted(what, given.length(), limit));
    }
  }

  @Override
  public Answer heartbeat(String token) {
    Target target = target(token);
    return target == null ? unknown(token) : answer(target.beat());
  }

  @Override
  public List<PendingTask> pending() {
    return pending(target -> true);
  }

  @Override
  public List<PendingTask> pending(String businessKey) {
    return pending(target -> target.businessKey().filter(businessKey::equals).isPresent());
  }

  private List<PendingTask> pending(Predicate<Target> wanted) {
    List<Target> targets;
    lock.lock();
    try {
      targets = open.values().stream().filter(wanted).toList();
    } finally {
      lock.unlock();
    }
    List<PendingTask> pending = new ArrayList<>();
    for (Target target : targets) {
      PendingTask task = target.pending();
      if (task != null) {
        pending.add(task);
      }
    }
    return List.copyOf(pending);
  }

  private static Answer answer(boolean accepted) {
    return accepted ? Answer.ACCEPTED : Answer.TASK_TIMED_OUT;
  }

  private @Nullable Target target(String token) {
    lock.lock();
    try {
      return open.get(token);
    } finally {
      lock.unlock();
    }
  }

  private Answer unknown(String token) {
    lock.lock();
    try {
      return over.contains(token) ? Answer.TASK_TIMED_OUT : Answer.TASK_DOES_NOT_EXIST;
    } finally {
      lock.unlock();
    }
  }
}
