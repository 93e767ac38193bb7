package io.asl4j.runtime.walk;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where one scope stands: everything the walk needs to go on from here, and nothing else. Immutable
 * plain data.
 *
 * @param path the scope's address
 * @param state the state that comes next or is under way; null when the scope has ended
 * @param visit which step of the scope it is, from 1
 * @param input the input of that state, or the output of the scope when it has ended
 * @param variables what the state sees
 * @param lastEvent the id of the event that the next one follows from
 * @param attempts how far the state has come; null before it was entered
 */
public record Frame(
    ScopePath path,
    @Nullable String state,
    int visit,
    JsonNode input,
    Variables variables,
    long lastEvent,
    @Nullable Attempts attempts) {

  /**
   * How far a state has come.
   *
   * @param enteredEvent the id of its Entered event
   * @param enteredAt when it was entered
   * @param retries how often it was retried
   * @param byRetrier how often each of its retriers was used
   * @param wakeAt when the next attempt begins, or the wait ends; in the past when nothing is
   *     waited for
   * @param arguments what the attempt under way works on; null before that was evaluated
   */
  public record Attempts(
      long enteredEvent,
      Instant enteredAt,
      int retries,
      List<Long> byRetrier,
      Instant wakeAt,
      @Nullable JsonNode arguments) {

    /** Just entered. */
    static Attempts entered(long event, Instant at) {
      return new Attempts(event, at, 0, List.of(), at, null);
    }

    /** The same, with its wait or next attempt at an instant. */
    Attempts wakingAt(Instant instant) {
      return new Attempts(enteredEvent, enteredAt, retries, byRetrier, instant, arguments);
    }

    /** The same, ready to work on these arguments. */
    Attempts workingOn(JsonNode ready) {
      return new Attempts(enteredEvent, enteredAt, retries, byRetrier, wakeAt, ready);
    }

    /** How often a retrier was used since the state was entered. */
    long used(int retrier) {
      return retrier < byRetrier.size() ? byRetrier.get(retrier) : 0;
    }

    /** Once more by a retrier, at an instant. */
    Attempts again(int retrier, Instant instant) {
      List<Long> used = new ArrayList<>(byRetrier);
      while (used.size() <= retrier) {
        used.add(0L);
      }
      used.set(retrier, used.get(retrier) + 1);
      return new Attempts(enteredEvent, enteredAt, retries + 1, List.copyOf(used), instant, null);
    }
  }

  /** Where a scope begins. */
  static Frame first(
      ScopePath path, String startAt, JsonNode input, Variables variables, long lastEvent) {
    return new Frame(path, startAt, 1, input, variables, lastEvent, null);
  }

  /** Where a whole execution begins. */
  public static Frame first(Run run) {
    return first(ScopePath.ROOT, run.machine().root().startAt(), run.input(), Variables.NONE, 0);
  }

  /** Whether the scope has ended; then {@link #input} is its output. */
  public boolean isDone() {
    return state == null;
  }

  /** On to the next state, or to the end of the scope. */
  Frame next(@Nullable String nextState, JsonNode output, Variables after, long lastEventId) {
    return new Frame(path, nextState, visit + 1, output, after, lastEventId, null);
  }

  /** How far the state has come, once it was entered. */
  Attempts progress() {
    if (attempts == null) {
      throw new IllegalStateException("The state was not entered yet: " + state);
    }
    return attempts;
  }

  /** The same state, further on. */
  Frame with(Attempts progress, long lastEventId) {
    return new Frame(path, state, visit, input, variables, lastEventId, progress);
  }

  /** The same with all retriers unused, for a redrive; the next event follows from a given one. */
  public Frame redriven(long lastEventId) {
    if (attempts == null) {
      return new Frame(path, state, visit, input, variables, lastEventId, null);
    }
    Attempts fresh =
        new Attempts(
            attempts.enteredEvent(),
            attempts.enteredAt(),
            attempts.retries(),
            List.of(),
            attempts.wakeAt(),
            null);
    return new Frame(path, state, visit, input, variables, lastEventId, fresh);
  }

  /** A frame that begins at any state of a machine's own scope. */
  public static Frame at(String state, JsonNode input, Variables variables) {
    return new Frame(ScopePath.ROOT, state, 1, input, variables, 0, null);
  }
}
