package io.asl4j.runtime.walk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.asl4j.core.model.State;
import io.asl4j.core.query.QueryFailed;
import io.asl4j.runtime.failure.StateFailed;
import io.asl4j.runtime.history.Decision;
import io.asl4j.runtime.history.EventType;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Walks a Task, Parallel or Map state: attempt, retry, catch. */
final class WorkingWalk {

  private final ScopeWalk walk;

  /** The branches or iterations under way. */
  private @Nullable OpenScopes inside;

  WorkingWalk(ScopeWalk walk) {
    this.walk = walk;
  }

  Frame step(State.Working state, Frame before) {
    Frame frame = walk.enter(state, before);
    while (true) {
      StateFailed failure;
      if (frame.progress().retries() > 0) {
        walk.host().sleepUntil(frame.progress().wakeAt());
        walk.decideFromHere();
      }
      StateView view = walk.view(state, frame);
      try {
        JsonNode result = attempt(state, frame, view);
        walk.decideFromHere();
        Exit exit = Exit.withResult(state.flow(), state.assign(), frame.input(), result, view);
        return walk.leave(state, frame, exit, ScopeWalk.target(state.transition()));
      } catch (QueryFailed query) {
        failure = walk.failed(state, frame, query);
      } catch (StateFailed failed) {
        failure = failed;
      }
      Recovery recovery =
          Recovery.after(failure, state, frame.progress(), () -> view.random().nextDouble());
      switch (recovery) {
        case Recovery.Retry retry -> {
          walk.trail().decided(new Decision.Retried(state.name(), retry.retrier(), retry.delay()));
          frame = again(frame, retry);
        }
        case Recovery.Catch caught -> {
          exhausted(state, caught.exhausted());
          walk.trail().decided(new Decision.Caught(state.name(), caught.index()));
          fail(state, failure);
          return caught(state, frame, caught, failure);
        }
        case Recovery.GiveUp giveUp -> {
          exhausted(state, giveUp.exhausted());
          fail(state, failure);
          throw failure;
        }
      }
    }
  }

  private void exhausted(State.Working state, int retrier) {
    if (retrier != Recovery.NO_RETRIER) {
      walk.trail().decided(new Decision.Exhausted(state.name(), retrier));
    }
  }

  /** Says in the history that the branches under way will not end. */
  void recordAborts(long because) {
    if (inside != null) {
      inside.recordAborts(because);
    }
  }

  private JsonNode attempt(State.Working state, Frame frame, StateView view) {
    return switch (state) {
      case State.Task task -> new TaskAttempt(walk, task).run(frame, view);
      case State.Parallel parallel -> {
        Branches branches = new Branches(walk, parallel, frame, view);
        inside = branches.open();
        yield branches.run();
      }
      case State.Map map when map.processor().mode().isDistributed() -> {
        inside = null;
        yield new DistributedMap(walk, map, frame, view).run();
      }
      case State.Map map -> {
        Iterations iterations = new Iterations(walk, map, frame, view);
        inside = iterations.open();
        yield iterations.run();
      }
    };
  }

  private Frame again(Frame frame, Recovery.Retry retry) {
    Instant wakeAt = walk.host().now().plus(retry.delay());
    Frame next = frame.with(frame.progress().again(retry.retrier(), wakeAt), walk.trail().last());
    walk.host().commit(next);
    return next;
  }

  /**
   * A container that is not retried says so once; a fatal failure ends the execution without that.
   */
  private void fail(State.Working state, StateFailed failure) {
    if (failure.isFatal()) {
      return;
    }
    switch (state) {
      case State.Task task -> {}
      case State.Parallel parallel -> {
        walk.trail().add(EventType.PARALLEL_STATE_FAILED);
        walk.closeOpenState();
      }
      case State.Map map -> {
        walk.trail().add(EventType.MAP_STATE_FAILED);
        walk.closeOpenState();
      }
    }
  }

  private Frame caught(
      State.Working state, Frame frame, Recovery.Catch caught, StateFailed failure) {
    walk.decideFromHere();
    StateView view = walk.view(state, frame).inCatcher();
    try {
      Exit exit = Exit.caught(caught.catcher(), frame.input(), errorOutput(failure), view);
      return walk.leave(state, frame, exit, caught.catcher().next());
    } catch (QueryFailed query) {
      throw walk.failed(state, frame, query);
    }
  }

  /** The Error Output; a timeout has an empty cause, as AWS answers. */
  static JsonNode errorOutput(StateFailed failure) {
    ObjectNode output = JsonNodeFactory.instance.objectNode();
    output.put("Error", failure.error());
    output.put(
        "Cause", failure.causeText() == null && failure.isTimeout() ? "" : failure.causeText());
    return output;
  }
}
