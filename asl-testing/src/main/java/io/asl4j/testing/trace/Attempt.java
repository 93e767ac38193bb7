package io.asl4j.testing.trace;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One attempt of a Task, Parallel or Map state. Complete, and safe to share between threads, once
 * its trace is; the values are those of the execution and must not be changed.
 */
public final class Attempt {

  private final int number;
  private final JsonNode arguments;
  private final Instant scheduledAt;
  private @Nullable Instant endedAt;
  private @Nullable JsonNode submitted;
  private @Nullable JsonNode result;
  private @Nullable Failure failure;

  Attempt(int number, @Nullable JsonNode arguments, Instant scheduledAt) {
    this.number = number;
    this.arguments = arguments == null ? MissingNode.getInstance() : arguments;
    this.scheduledAt = scheduledAt;
  }

  void submit(JsonNode answer) {
    submitted = answer;
  }

  void succeed(@Nullable JsonNode output, Instant at) {
    result = output;
    endedAt = at;
  }

  void fail(Failure how, Instant at) {
    failure = how;
    endedAt = at;
  }

  /** 1 for the first. */
  public int number() {
    return number;
  }

  /** What the task was called with; missing for a Parallel or Map state. */
  public JsonNode arguments() {
    return arguments;
  }

  /** When it began, in modelled time. */
  public Instant scheduledAt() {
    return scheduledAt;
  }

  /** When it ended; empty if it was stopped. */
  public Optional<Instant> endedAt() {
    return Optional.ofNullable(endedAt);
  }

  /** What the service answered to the hand-over of a job or callback task. */
  public Optional<JsonNode> submitted() {
    return Optional.ofNullable(submitted);
  }

  /** What the task gave; empty if it did not succeed. */
  public Optional<JsonNode> result() {
    return Optional.ofNullable(result);
  }

  /** Why it failed; empty if it did not. */
  public Optional<Failure> failure() {
    return Optional.ofNullable(failure);
  }
}
