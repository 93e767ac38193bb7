package io.asl4j.runtime.host;

import io.asl4j.runtime.failure.ExecutionCancelled;
import io.asl4j.runtime.failure.StateFailed;
import io.asl4j.runtime.history.History;
import io.asl4j.runtime.walk.FanOut;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Threads that run the branches of one fan-out, each taking the next branch when it has done one.
 *
 * <p>Each thread starts one more as soon as it runs itself, while there is work and room for it. On
 * virtual threads, that one gets a processor when one has nothing else to do or a branch waits. So
 * branches that wait have a thread each, as many as the state allows, and branches that only
 * compute share as many threads as there are processors.
 *
 * @param <T> what a branch gives
 */
final class Workers<T> {

  /**
   * How often a thread looks for the lock before it queues up: it is held for less time than a
   * thread takes to be parked and woken.
   */
  private static final int LOOKS = 100;

  /** The lock is held for longer than that only by who writes a result. */
  private static final Duration LONGEST_LOOK = Duration.ofMillis(100);

  private final RealTime time;
  private final BranchLife parent;
  private final History history;
  private final Checkpoints checkpoints;
  private final FanOut<T> work;
  private final int atOnce;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();

  /** Held, before the lock, by who prepares the next branch. */
  private final ReentrantLock preparing = new ReentrantLock();

  /** The last one that was opened and is still open, and how many are. */
  private @Nullable Worker lastOpen;

  private int open;
  private boolean exhausted;
  private boolean stopped;
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
      parent.beginInside(this);
      startFirst();
      awaitAll();
    } catch (ExecutionCancelled cancelled) {
      stop("The execution was stopped.");
      awaitStopped();
      throw cancelled;
    } finally {
      parent.endInside();
    }
    Turns.rethrow(failure);
  }

  private void startFirst() {
    acquire();
    Worker first;
    try {
      first = another();
    } finally {
      lock.unlock();
    }
    start(first);
  }

  private void start(@Nullable Worker worker) {
    if (worker == null) {
      return;
    }
    try {
      time.crew().start(worker);
    } catch (RuntimeException | Error noThread) {
      end(worker, Crew.noThread(noThread));
    }
  }

  /** The first branch of a thread that has begun, and the next thread; null ends this one. */
  private FanOut.@Nullable Branch<T> begin(Worker worker) {
    return work.prepares() ? prepared(worker, null) : handedOut(worker, null);
  }

  /** Prepares a branch without the lock, so that others may end meanwhile, and hands it out. */
  private FanOut.@Nullable Branch<T> prepared(Worker worker, FanOut.@Nullable Branch<T> freed) {
    preparing.lock();
    try {
      prepare(worker);
      return handedOut(worker, freed);
    } finally {
      preparing.unlock();
    }
  }

  private void prepare(Worker worker) {
    acquire();
    boolean wanted = !worker.isCancelled() && hasWork();
    lock.unlock();
    if (!wanted) {
      return;
    }
    try {
      work.prepare();
    } catch (RuntimeException | Error cannotGoOn) {
      acquire();
      fail(cannotGoOn);
      lock.unlock();
    }
  }

  private FanOut.@Nullable Branch<T> handedOut(Worker worker, FanOut.@Nullable Branch<T> freed) {
    FanOut.Branch<T> branch = null;
    Worker another = null;
    acquire();
    try {
      if (!worker.isCancelled() && hasWork()) {
        branch = next(freed);
        another = freed == null ? another() : null;
      }
    } finally {
      if (branch == null) {
        close(worker);
      }
      lock.unlock();
    }
    start(another);
    return branch;
  }

  private boolean hasWork() {
    return !exhausted && !stopped && failure == null;
  }

  /** One more worker, to be started without the lock; null without work or room for it. */
  private @Nullable Worker another() {
    if (!hasWork() || open >= atOnce) {
      return null;
    }
    Worker worker = new Worker();
    worker.earlier = lastOpen;
    if (lastOpen != null) {
      lastOpen.later = worker;
    }
    lastOpen = worker;
    open++;
    return worker;
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

  private void acquire() {
    for (int i = 0; i < LOOKS; i++) {
      if (lock.tryLock()) {
        return;
      }
      Thread.onSpinWait();
    }
    lock.lock();
  }

  /** The life of one thread, which takes branch after branch. */
  private final class Worker extends BranchLife implements Runnable {

    private final VirtualThreadHost host = new VirtualThreadHost(time, this, history, checkpoints);
    private @Nullable Worker earlier;
    private @Nullable Worker later;
    private boolean closed;

    @Override
    public void run() {
      FanOut.Branch<T> branch = begin(this);
      while (branch != null) {
        branch = runOne(this, branch);
      }
    }

    @Override
    void later(Duration delay, Runnable action) {
      parent.later(delay, action);
    }

    @Override
    void abandoned() {
      end(this, null);
    }
  }

  /** Runs a branch and gives the next one for this worker; without one, the worker has ended. */
  private FanOut.@Nullable Branch<T> runOne(Worker worker, FanOut.Branch<T> branch) {
    T result;
    try {
      result = branch.run(worker.host);
    } catch (ExecutionCancelled cancelled) {
      end(worker, null);
      return null;
    } catch (StateFailed failed) {
      branchFailed(worker, branch, failed);
      return null;
    } catch (RuntimeException | Error bug) {
      end(worker, bug);
      return null;
    }
    return branchDone(worker, branch, result);
  }

  private FanOut.@Nullable Branch<T> branchDone(Worker worker, FanOut.Branch<T> branch, T result) {
    FanOut.Branch<T> next = null;
    boolean goesOn = false;
    acquire();
    try {
      if (failure == null && !worker.isCancelled()) {
        work.done(branch, result);
        goesOn = work.prepares() && hasWork();
        next = goesOn || exhausted ? null : next(branch);
      }
    } catch (RuntimeException | Error cannotGoOn) {
      fail(cannotGoOn);
    } finally {
      if (next == null && !goesOn) {
        close(worker);
      }
      lock.unlock();
    }
    return goesOn ? prepared(worker, branch) : next;
  }

  private void branchFailed(Worker worker, FanOut.Branch<T> branch, StateFailed failed) {
    acquire();
    try {
      if (failure == null) {
        work.failed(branch, failed);
        fail(failed);
      }
    } finally {
      close(worker);
      lock.unlock();
    }
  }

  /** A worker ends, because of a bug or without one. */
  private void end(Worker worker, @Nullable Throwable bug) {
    acquire();
    try {
      if (bug != null) {
        fail(bug);
      }
      close(worker);
    } finally {
      lock.unlock();
    }
  }

  /** The first failure counts; the parent thread wakes up and stops the others. */
  private void fail(Throwable first) {
    if (failure == null) {
      failure = first;
      changed.signalAll();
    }
  }

  private void close(Worker worker) {
    if (worker.closed) {
      return;
    }
    worker.closed = true;
    if (worker.later == null) {
      lastOpen = worker.earlier;
    } else {
      worker.later.earlier = worker.earlier;
    }
    if (worker.earlier != null) {
      worker.earlier.later = worker.later;
    }
    if (--open == 0) {
      changed.signalAll();
    }
  }

  private void awaitAll() {
    parent.beginWait(null);
    lock.lock();
    try {
      while (open > 0) {
        if (failure != null && !stopped) {
          stopOpen("Another branch has failed.");
        } else {
          changed.await();
        }
      }
    } catch (InterruptedException interrupted) {
      throw new ExecutionCancelled("The execution was stopped.");
    } finally {
      lock.unlock();
      parent.endWait();
    }
  }

  /**
   * Stops all branches; called on any thread. Whoever stops an execution does not wait for an item
   * that takes long to read: the rest is then done when it was read.
   */
  void stop(String reason) {
    if (isFreeSoon()) {
      try {
        stopOpen(reason);
      } finally {
        lock.unlock();
      }
    } else {
      time.soon(() -> stopWhenFree(reason));
    }
  }

  private boolean isFreeSoon() {
    try {
      return lock.tryLock(LONGEST_LOOK.toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException notNow) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private void stopWhenFree(String reason) {
    lock.lock();
    try {
      stopOpen(reason);
    } finally {
      lock.unlock();
    }
  }

  /** Stops the branches without holding the lock, because a stopped branch may want it. */
  private void stopOpen(String reason) {
    stopped = true;
    List<Worker> workers = new ArrayList<>(open);
    for (Worker worker = lastOpen; worker != null; worker = worker.earlier) {
      workers.add(worker);
    }
    lock.unlock();
    try {
      workers.reversed().forEach(worker -> worker.cancel(reason));
    } finally {
      lock.lock();
    }
  }

  /**
   * Waits for the stopped ones too: what they still had to say must not come after what follows.
   */
  private void awaitStopped() {
    lock.lock();
    try {
      while (open > 0) {
        changed.awaitUninterruptibly();
      }
    } finally {
      lock.unlock();
    }
  }
}
