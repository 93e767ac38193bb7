package io.asl4j.runtime.host;

import io.asl4j.runtime.failure.StateFailed;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The threads at work for an engine: all that it starts, and those of an application's executor
 * while they run one of its handlers. Thread-safe.
 */
final class Crew {

  private static final Logger LOG = LoggerFactory.getLogger(Crew.class);

  private final ThreadFactory factory;

  /** What each thread works on; its text says so in logs. */
  private final Map<Thread, Object> atWork = new ConcurrentHashMap<>();

  /** How many have ever begun: tells whether one has while somebody looked who is at work. */
  private final AtomicLong begun = new AtomicLong();

  /** Those that were reported to go on after their engine was closed. */
  private final Set<Thread> reported = ConcurrentHashMap.newKeySet();

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition left = lock.newCondition();

  /** Whether somebody waits for all to leave; written before it is looked who is at work. */
  private volatile boolean awaited;

  Crew(ThreadFactory factory) {
    this.factory = factory;
  }

  /**
   * Starts a thread.
   *
   * @param work its text says in logs what the thread works on
   * @throws RejectedExecutionException when the factory gives no thread; whatever the factory
   *     throws comes out as well
   */
  void start(Runnable work) {
    Shift shift = new Shift(work);
    Thread thread = factory.newThread(shift);
    if (thread == null) {
      throw new RejectedExecutionException("The ThreadFactory of the engine gave no thread.");
    }
    shift.thread = thread;
    enter(thread, shift);
    boolean started = false;
    try {
      thread.start();
      started = true;
    } finally {
      if (!started) {
        leave(thread);
      }
    }
  }

  /** What a walk ends with that needs a thread and gets none. */
  static StateFailed noThread(Throwable why) {
    return StateFailed.runtime(
        "The engine got no thread to go on with: "
            + (why.getMessage() == null ? why.getClass().getName() : why.getMessage()));
  }

  /** The life of a thread of the engine. */
  private final class Shift implements Runnable {

    private final Runnable work;

    /** Null until the factory has made it. */
    private @Nullable Thread thread;

    Shift(Runnable work) {
      this.work = work;
    }

    @Override
    public void run() {
      try {
        work.run();
      } finally {
        if (thread != null) {
          leave(thread);
        }
      }
    }

    @Override
    public String toString() {
      return work.toString();
    }
  }

  /**
   * A thread that is not of the engine begins to work for it.
   *
   * @return false if it is at work already, and will be when this work is done
   */
  boolean enter(Object work) {
    if (isMember()) {
      return false;
    }
    enter(Thread.currentThread(), work);
    return true;
  }

  private void enter(Thread thread, Object work) {
    begun.incrementAndGet();
    atWork.put(thread, work);
  }

  /** A thread that is not of the engine has done its work. */
  void leave() {
    leave(Thread.currentThread());
  }

  private void leave(Thread thread) {
    atWork.remove(thread);
    if (awaited) {
      lock.lock();
      try {
        left.signalAll();
      } finally {
        lock.unlock();
      }
    }
  }

  /** Whether the calling thread is at work for the engine, so that waiting for all never ends. */
  boolean isMember() {
    return atWork.containsKey(Thread.currentThread());
  }

  /**
   * Waits until nobody is at work any more, and the threads of the engine have ended. Who still is
   * at work when patience runs out is logged, once, with what he works on and where he is.
   */
  void awaitEnd(Duration patience) throws InterruptedException {
    long by = System.nanoTime() + patience.toNanos();
    Map<Thread, Object> known = Map.copyOf(atWork);
    awaited = true;
    lock.lock();
    try {
      long nanos = by - System.nanoTime();
      while (nanos > 0 && isAnybodyAtWork()) {
        nanos = left.awaitNanos(nanos);
      }
    } finally {
      lock.unlock();
    }
    for (Map.Entry<Thread, Object> each : known.entrySet()) {
      boolean hasLeft = !atWork.containsKey(each.getKey());
      if (hasLeft && each.getValue() instanceof Shift) {
        boolean unused = each.getKey().join(Duration.ofNanos(Math.max(1, by - System.nanoTime())));
      }
    }
    atWork.forEach((thread, work) -> report(thread, work, patience));
  }

  /** Looks again when somebody began meanwhile, who may have been where it was looked before. */
  private boolean isAnybodyAtWork() {
    long before;
    do {
      before = begun.get();
      for (Thread thread : atWork.keySet()) {
        if (!reported.contains(thread)) {
          return true;
        }
      }
    } while (before != begun.get());
    return false;
  }

  private void report(Thread thread, Object work, Duration patience) {
    if (reported.add(thread)) {
      IllegalStateException here = new IllegalStateException("It is here.");
      here.setStackTrace(thread.getStackTrace());
      LOG.warn(
          "{} goes on {} s after the engine was closed; its thread `{}` is left until it ends.",
          work,
          patience.toSeconds(),
          thread.getName(),
          here);
    }
  }
}
