package io.asl4j.runtime.host;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Executions that are ready to go on, and the threads that take them: one thread after the other
 * execution, because an execution may need a thread for a microsecond only.
 *
 * <p>While executions are ready, one thread more stands by: it was started and does not run yet. On
 * virtual threads it gets a processor when one is free or when an execution blocks. So no execution
 * waits for another one, and those that only compute share as many threads as there are processors.
 * At most all open executions are in here. Thread-safe.
 */
final class ReadyExecutions {

  /**
   * So long a thread goes on taking executions; then another one does, behind all threads of the
   * application that want a processor, too.
   */
  private static final long TURN_NANOS = TimeUnit.MILLISECONDS.toNanos(1);

  private final Crew crew;
  private final Consumer<Throwable> noThread;
  private final LongSupplier ticker;
  private final Queue<Runnable> ready = new ConcurrentLinkedQueue<>();
  private final AtomicBoolean standsBy = new AtomicBoolean();

  /**
   * @param noThread told why there was no thread while executions were ready; is to call {@link
   *     #goOn()} later, or {@link #runHere()} when there will be none
   * @param ticker a clock in nanoseconds that never goes back
   */
  ReadyExecutions(Crew crew, Consumer<Throwable> noThread, LongSupplier ticker) {
    this.crew = crew;
    this.noThread = noThread;
    this.ticker = ticker;
  }

  /**
   * Runs an execution soon.
   *
   * @param execution its text says in logs what the thread works on
   * @throws RuntimeException whatever the factory of threads throws; the execution is then not run
   */
  void add(Runnable execution) {
    if (standsBy.compareAndSet(false, true)) {
      start(execution);
      return;
    }
    ready.add(execution);
    try {
      standBy();
    } catch (RuntimeException | Error none) {
      // Otherwise some thread has it already.
      if (ready.remove(execution)) {
        throw none;
      }
    }
  }

  /** Tries again to get a thread for those that are ready. */
  void goOn() {
    if (ready.isEmpty()) {
      return;
    }
    try {
      standBy();
    } catch (RuntimeException | Error toldAlready) {
      return;
    }
  }

  /** Runs all that are ready in the calling thread, when there will be no other one. */
  void runHere() {
    Runnable next = ready.poll();
    while (next != null) {
      next.run();
      next = ready.poll();
    }
  }

  private void standBy() {
    if (!standsBy.get() && standsBy.compareAndSet(false, true)) {
      start(null);
    }
  }

  private void start(@Nullable Runnable first) {
    try {
      crew.start(new Turn(first));
    } catch (RuntimeException | Error none) {
      standsBy.set(false);
      if (!ready.isEmpty()) {
        noThread.accept(none); // Those came meanwhile and counted on this thread.
      }
      throw none;
    }
  }

  /** What a thread does from its start to its end. */
  private final class Turn implements Runnable {

    private volatile @Nullable Runnable current;

    /** When the turn is over; null while there was only one execution, which most turns have. */
    private @Nullable Long end;

    /**
     * @param first null for one that is ready
     */
    private Turn(@Nullable Runnable first) {
      current = first;
    }

    /** Does not stand by any more before it looks for work: who adds work does the opposite. */
    @Override
    public void run() {
      standsBy.set(false);
      Runnable next = current == null ? ready.poll() : current;
      while (next != null) {
        goOn();
        current = next;
        next.run();
        // An interrupt that came at the last moment was not meant for the next one.
        Thread.interrupted();
        next = another();
      }
    }

    private @Nullable Runnable another() {
      if (ready.isEmpty()) {
        return null;
      }
      if (isOver()) {
        goOn();
        return null;
      }
      return ready.poll();
    }

    private boolean isOver() {
      long now = ticker.getAsLong();
      if (end == null) {
        end = now + TURN_NANOS;
      }
      return now - end > 0;
    }

    @Override
    public String toString() {
      return "" + current;
    }
  }
}
