package io.asl4j.runtime.host;

import io.asl4j.runtime.task.TaskHandler;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The work of one supervised handler, on a thread of the engine or on an application's executor.
 *
 * <p>The handler is called once at the most, and not at all when the task is over by then. It is
 * interrupted only while it is at work, because a thread of an executor then goes on to other work.
 */
final class HandlerWork implements Runnable {

  private final Crew crew;
  private final @Nullable Executor executor;
  private final SupervisedTask task;
  private final TaskHandler handler;
  private final ReentrantLock lock = new ReentrantLock();

  /** The thread that hands the work over or does it; null while none does. */
  private @Nullable Thread worker;

  private boolean called;
  private boolean over;

  /**
   * @param executor null for a thread of the engine
   */
  HandlerWork(Crew crew, @Nullable Executor executor, SupervisedTask task, TaskHandler handler) {
    this.crew = crew;
    this.executor = executor;
    this.task = task;
    this.handler = handler;
  }

  /**
   * Begins on a thread of the engine, also for an executor: that may block whoever hands it work,
   * or do the work there and then.
   *
   * @throws io.asl4j.runtime.failure.StateFailed when the engine gets no thread
   */
  void start() {
    try {
      crew.start(this);
    } catch (RuntimeException | Error noThread) {
      throw Crew.noThread(noThread);
    }
  }

  @Override
  public void run() {
    if (executor == null) {
      call();
    } else if (begin(false)) {
      handOver(executor);
      end();
    }
  }

  private void handOver(Executor to) {
    try {
      to.execute(this::callAsGuest);
    } catch (Throwable refusal) {
      refused(refusal);
    }
  }

  private void refused(Throwable why) {
    boolean wasCalled;
    boolean wasOver;
    lock.lock();
    try {
      wasCalled = called;
      wasOver = over;
      over = true;
    } finally {
      lock.unlock();
    }
    if (wasCalled) {
      task.failedAfterwards(why);
    } else if (!wasOver) {
      task.refused(why);
    }
  }

  private void callAsGuest() {
    Crew.Shift shift = crew.enterAsGuest(this);
    try {
      call();
    } finally {
      if (shift != null) {
        crew.leave(shift);
      }
    }
  }

  private void call() {
    if (!begin(true)) {
      return;
    }
    try {
      task.work(handler);
    } finally {
      end();
    }
  }

  private boolean begin(boolean calls) {
    lock.lock();
    try {
      if (over || called) {
        return false;
      }
      called = calls;
      worker = Thread.currentThread();
      return true;
    } finally {
      lock.unlock();
    }
  }

  private void end() {
    lock.lock();
    try {
      if (Thread.currentThread().equals(worker)) {
        worker = null;
      }
    } finally {
      lock.unlock();
    }
    // An interrupt that came at the last moment was not meant for what this thread does next.
    Thread.interrupted();
  }

  /** Nobody waits for it any more. */
  void stop() {
    lock.lock();
    try {
      over = true;
      if (worker != null) {
        worker.interrupt();
      }
    } finally {
      lock.unlock();
    }
  }

  @Override
  public String toString() {
    return task.toString();
  }
}
