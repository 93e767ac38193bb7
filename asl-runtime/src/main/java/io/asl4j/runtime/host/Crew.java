package io.asl4j.runtime.host;

import io.asl4j.runtime.failure.StateFailed;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReferenceArray;
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

  /** Room for those that are mostly at work at once; a power of two. */
  private static final int PLACES = 1 << 10;

  /** So many places are tried before a thread goes to {@link #others}. */
  private static final int TRIES = 8;

  private final ThreadFactory factory;

  /**
   * Who is at work. An execution may take a microsecond and has a thread, so to come and to go is
   * one write each, to a place that hardly anybody else wants.
   */
  private final AtomicReferenceArray<@Nullable Shift> places = new AtomicReferenceArray<>(PLACES);

  /** Those that found no place. */
  private final Set<Shift> others = ConcurrentHashMap.newKeySet();

  /** Changes when a shift has begun while somebody waits, who may have looked there before. */
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
    enter(shift, thread);
    boolean started = false;
    try {
      thread.start();
      started = true;
    } finally {
      if (!started) {
        leave(shift);
      }
    }
  }

  /** What a walk ends with that needs a thread and gets none. */
  static StateFailed noThread(Throwable why) {
    return StateFailed.runtime(
        "The engine got no thread to go on with: "
            + (why.getMessage() == null ? why.getClass().getName() : why.getMessage()));
  }

  /** A thread at work: one of the engine for its whole life, a guest while it is here. */
  final class Shift implements Runnable {

    private final Object work;

    /** Null until it is at work. */
    private @Nullable Thread thread;

    private boolean isGuest;

    /** Where it is among all; negative for one of the others. */
    private int place = -1;

    private Shift(Object work) {
      this.work = work;
    }

    @Override
    public void run() {
      try {
        ((Runnable) work).run();
      } finally {
        if (thread != null) {
          leave(this);
        }
      }
    }

    private boolean isOf(Thread asked) {
      return asked.equals(thread);
    }
  }

  /**
   * A thread that is not of the engine begins to work for it.
   *
   * @param work its text says in logs what the thread works on
   * @return what to {@linkplain #leave leave}; null if it is at work already, and will be when this
   *     work is done
   */
  @Nullable Shift enterAsGuest(Object work) {
    if (isMember()) {
      return null;
    }
    Shift shift = new Shift(work);
    shift.isGuest = true;
    enter(shift, Thread.currentThread());
    return shift;
  }

  /** Writes first where it is and looks then who waits; who waits does the opposite. */
  private void enter(Shift shift, Thread thread) {
    shift.thread = thread;
    int first = Long.hashCode(thread.threadId() * 0x9E3779B97F4A7C15L);
    for (int i = 0; i < TRIES && shift.place < 0; i++) {
      int place = first + i & PLACES - 1;
      shift.place = place;
      if (!places.compareAndSet(place, null, shift)) {
        shift.place = -1;
      }
    }
    if (shift.place < 0) {
      others.add(shift);
    }
    if (awaited) {
      begun.incrementAndGet();
    }
  }

  /** A thread has done its work. */
  void leave(Shift shift) {
    if (shift.place < 0) {
      others.remove(shift);
    } else {
      places.set(shift.place, null);
    }
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
    return atWork().stream().anyMatch(shift -> shift.isOf(Thread.currentThread()));
  }

  private List<Shift> atWork() {
    List<Shift> shifts = new ArrayList<>(others);
    for (int i = 0; i < PLACES; i++) {
      Shift shift = places.get(i);
      if (shift != null) {
        shifts.add(shift);
      }
    }
    return shifts;
  }

  /**
   * Waits until nobody is at work any more, and the threads of the engine have ended. Who still is
   * at work when patience runs out is logged, once, with what he works on and where he is.
   */
  void awaitEnd(Duration patience) throws InterruptedException {
    long by = System.nanoTime() + patience.toNanos();
    awaited = true;
    List<Shift> known = atWork();
    lock.lock();
    try {
      long nanos = by - System.nanoTime();
      while (nanos > 0 && isAnybodyAtWork()) {
        nanos = left.awaitNanos(nanos);
      }
    } finally {
      lock.unlock();
    }
    List<Shift> late = atWork();
    known.removeAll(late);
    for (Shift shift : known) {
      Thread thread = shift.thread;
      if (thread != null && !shift.isGuest) {
        boolean unused = thread.join(Duration.ofNanos(Math.max(1, by - System.nanoTime())));
      }
    }
    late.forEach(shift -> report(shift, patience));
  }

  /** Looks again when somebody began meanwhile, who may have been where it was looked before. */
  private boolean isAnybodyAtWork() {
    long before;
    do {
      before = begun.get();
      for (Shift shift : atWork()) {
        if (shift.thread == null || !reported.contains(shift.thread)) {
          return true;
        }
      }
    } while (before != begun.get());
    return false;
  }

  private void report(Shift shift, Duration patience) {
    Thread thread = shift.thread;
    if (thread != null && reported.add(thread)) {
      IllegalStateException here = new IllegalStateException("It is here.");
      here.setStackTrace(thread.getStackTrace());
      LOG.warn(
          "{} goes on {} s after the engine was closed; its thread `{}` is left until it ends.",
          shift.work,
          patience.toSeconds(),
          thread.getName(),
          here);
    }
  }
}
