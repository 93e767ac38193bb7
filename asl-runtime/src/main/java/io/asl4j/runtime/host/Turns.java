package io.asl4j.runtime.host;

import io.asl4j.runtime.failure.ExecutionCancelled;
import io.asl4j.runtime.failure.StateFailed;
import io.asl4j.runtime.history.History;
import io.asl4j.runtime.walk.FanOut;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Fibers that run the branches of one fan-out by turns, each taking the next branch when it has
 * done one.
 *
 * @param <T> what a branch gives
 */
final class Turns<T> {

  private final VirtualTimeHost host;
  private final VirtualTime world;
  private final ModelledTime time;
  private final ModelledTime.Fiber parent;
  private final History history;
  private final Checkpoints checkpoints;
  private final FanOut<T> work;
  private final int atOnce;
  private final Set<ModelledTime.Fiber> open = new LinkedHashSet<>();
  private @Nullable Throwable failure;

  Turns(
      VirtualTimeHost host,
      VirtualTime world,
      ModelledTime time,
      ModelledTime.Fiber parent,
      History history,
      Checkpoints checkpoints,
      FanOut<T> work,
      int atOnce) {
    this.host = host;
    this.world = world;
    this.time = time;
    this.parent = parent;
    this.history = history;
    this.checkpoints = checkpoints;
    this.work = work;
    this.atOnce = atOnce;
  }

  /** Runs all branches, or throws the first failure when all others have stopped. */
  void run() {
    startFibers();
    while (!open.isEmpty()) {
      time.park(parent);
    }
    if (failure instanceof Error) {
      rethrow(failure);
    }
    host.check();
    rethrow(failure);
  }

  /** Throws what stopped a fan-out; null for nothing. */
  static void rethrow(@Nullable Throwable failure) {
    switch (failure) {
      case null -> {}
      case RuntimeException exception -> throw exception;
      case Error error -> throw error;
      default -> throw new IllegalStateException("A branch threw a checked exception.", failure);
    }
  }

  private void startFibers() {
    while (open.size() < atOnce && failure == null) {
      FanOut.Branch<T> first = next(null);
      if (first == null) {
        return;
      }
      ModelledTime.Fiber fiber = time.childOf(parent);
      open.add(fiber);
      spawn(fiber, first);
    }
  }

  private void spawn(ModelledTime.Fiber fiber, FanOut.Branch<T> first) {
    try {
      time.spawn(fiber, () -> work(fiber, first));
    } catch (RuntimeException | Error noThread) {
      open.remove(fiber);
      time.forget(parent, fiber);
      fail(Crew.noThread(noThread));
    }
  }

  private FanOut.@Nullable Branch<T> next(FanOut.@Nullable Branch<T> freed) {
    try {
      return work.next(freed);
    } catch (RuntimeException | Error cannotGoOn) {
      fail(cannotGoOn);
      return null;
    }
  }

  private void work(ModelledTime.Fiber fiber, FanOut.Branch<T> first) {
    try {
      FanOut.Branch<T> branch = first;
      while (branch != null) {
        branch = runOne(fiber, branch);
      }
    } finally {
      open.remove(fiber);
      time.forget(parent, fiber);
      if (open.isEmpty()) {
        time.wake(parent);
      }
    }
  }

  private FanOut.@Nullable Branch<T> runOne(ModelledTime.Fiber fiber, FanOut.Branch<T> branch) {
    if (fiber.cancelled() != null) {
      return null;
    }
    T result;
    try {
      result = branch.run(new VirtualTimeHost(world, time, fiber, history, checkpoints));
    } catch (ExecutionCancelled stopped) {
      return null;
    } catch (StateFailed failed) {
      if (failure == null) {
        work.failed(branch, failed);
        fail(failed);
      }
      return null;
    } catch (RuntimeException | Error bug) {
      fail(bug);
      return null;
    }
    return afterEnd(fiber, branch, result);
  }

  private FanOut.@Nullable Branch<T> afterEnd(
      ModelledTime.Fiber fiber, FanOut.Branch<T> branch, T result) {
    if (failure != null || fiber.cancelled() != null) {
      return null;
    }
    try {
      work.done(branch, result);
    } catch (RuntimeException | Error cannotGoOn) {
      fail(cannotGoOn);
      return null;
    }
    return next(branch);
  }

  /** The first failure counts and stops the others. */
  private void fail(Throwable first) {
    if (failure == null) {
      failure = first;
      List.copyOf(open).forEach(fiber -> time.cancel(fiber, "Another branch has failed."));
    }
  }
}
