package io.asl4j.runtime.host;

import io.asl4j.runtime.failure.ExecutionCancelled;
import io.asl4j.runtime.failure.StateFailed;
import io.asl4j.runtime.history.History;
import io.asl4j.runtime.walk.FanOut;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Virtual threads that run the branches of one fan-out, each taking the next branch when it has
 * done one.
 *
 * @param <T> what a branch gives
 */
final class Workers<T> {

  private final RealTime time;
  private final BranchLife parent;
  private final History history;
  private final Checkpoints checkpoints;
  private final FanOut<T> work;
  private final int atOnce;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition ended = lock.newCondition();
  private final Set<BranchLife> open = new LinkedHashSet<>();
  private boolean exhausted;
  private @Nullable Throwable failure;

  Workers(
      RealTime time,
      BranchLife parent,
      History history,
      Checkpoints checkpoints,
      FanOut<T> work,
      int atOnce) {
    this.time = time;
    this.parent = parent;
    this.history = history;
    this.checkpoints = checkpoints;
    this.work = work;
    this.atOnce = atOnce;
  }

  /** Runs all branches, or throws the first failure when all others have stopped. */
  void run() {
    try {
      startWorkers();
      awaitAll();
    } catch (ExecutionCancelled cancelled) {
      stopAll("The execution was stopped.");
      throw cancelled;
    }
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

  private void startWorkers() {
    while (true) {
      lock.lock();
      try {
        if (exhausted || failure != null || open.size() >= atOnce) {
          return;
        }
        FanOut.Branch<T> first = next(null);
        if (first == null) {
          return;
        }
        BranchLife life = parent.child();
        open.add(life);
        life.whenAbandoned(() -> close(life));
        start(life, first);
      } finally {
        lock.unlock();
      }
    }
  }

  private void start(BranchLife life, FanOut.Branch<T> first) {
    try {
      Thread unused = time.thread(() -> work(life, first));
    } catch (RuntimeException | Error noThread) {
      open.remove(life);
      fail(noThread);
    }
  }

  private FanOut.@Nullable Branch<T> next(FanOut.@Nullable Branch<T> freed) {
    try {
      FanOut.Branch<T> branch = work.next(freed);
      exhausted = branch == null;
      return branch;
    } catch (RuntimeException | Error cannotGoOn) {
      fail(cannotGoOn);
      return null;
    }
  }

  private void work(BranchLife life, FanOut.Branch<T> first) {
    try {
      FanOut.Branch<T> branch = first;
      while (branch != null) {
        branch = runOne(life, branch);
      }
    } finally {
      close(life);
    }
  }

  private FanOut.@Nullable Branch<T> runOne(BranchLife life, FanOut.Branch<T> branch) {
    T result;
    try {
      result = branch.run(new VirtualThreadHost(time, life, history, checkpoints));
    } catch (ExecutionCancelled stopped) {
      return null;
    } catch (StateFailed failed) {
      branchFailed(branch, failed);
      return null;
    } catch (RuntimeException | Error bug) {
      lockedFail(bug);
      return null;
    }
    lock.lock();
    try {
      if (failure != null || life.isCancelled()) {
        return null;
      }
      work.done(branch, result);
      return exhausted ? null : next(branch);
    } catch (RuntimeException | Error cannotGoOn) {
      fail(cannotGoOn);
      return null;
    } finally {
      lock.unlock();
    }
  }

  private void branchFailed(FanOut.Branch<T> branch, StateFailed failed) {
    lock.lock();
    try {
      if (failure == null) {
        work.failed(branch, failed);
        fail(failed);
      }
    } finally {
      lock.unlock();
    }
  }

  private void lockedFail(Throwable bug) {
    lock.lock();
    try {
      fail(bug);
    } finally {
      lock.unlock();
    }
  }

  /** The first failure counts; the parent thread wakes up and stops the others. */
  private void fail(Throwable first) {
    if (failure == null) {
      failure = first;
      ended.signalAll();
    }
  }

  private void close(BranchLife life) {
    parent.childEnded(life);
    lock.lock();
    try {
      open.remove(life);
      ended.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private void awaitAll() {
    parent.beginWait(false);
    boolean stopping = false;
    lock.lock();
    try {
      while (!open.isEmpty()) {
        if (failure != null && !stopping) {
          stopping = true;
          stopOpen("Another branch has failed.");
        } else {
          ended.await();
        }
      }
    } catch (InterruptedException interrupted) {
      throw new ExecutionCancelled("The execution was stopped.");
    } finally {
      lock.unlock();
      parent.endWait();
    }
  }

  /** Stops the branches without holding the lock, because a stopped branch may want it. */
  private void stopOpen(String reason) {
    List<BranchLife> lives = List.copyOf(open);
    lock.unlock();
    try {
      lives.forEach(life -> life.cancel(reason));
    } finally {
      lock.lock();
    }
  }

  /**
   * Waits for the stopped ones too: what they still had to say must not come after what follows.
   */
  private void stopAll(String reason) {
    lock.lock();
    try {
      stopOpen(reason);
      while (!open.isEmpty()) {
        ended.awaitUninterruptibly();
      }
    } finally {
      lock.unlock();
    }
  }
}
