package io.asl4j.runtime;

import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Lets two actions race: both wait for each other, spinning, and one of them then gets a head start
 * that differs from round to round, from none to some microseconds. The seed decides all of them.
 */
final class Duel implements AutoCloseable {

  private static final int LONGEST_HEAD_START = 14;

  private final SplittableRandom random;
  private final AtomicReference<@Nullable Runnable> secondAction = new AtomicReference<>();
  private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
  private final AtomicInteger ready = new AtomicInteger();
  private final AtomicInteger done = new AtomicInteger();
  private volatile boolean closed;

  Duel(long seed) {
    random = new SplittableRandom(seed);
    Thread unused = Thread.ofPlatform().daemon().name("duel").start(this::serve);
  }

  /** Runs both at once and returns when both have ended; throws what one of them throws. */
  void run(Runnable one, Runnable other) {
    int headStart = random.nextInt(1 << random.nextInt(LONGEST_HEAD_START));
    boolean oneFirst = random.nextBoolean();
    ready.set(0);
    done.set(0);
    secondAction.set(() -> race(other, oneFirst ? headStart : 0));
    race(one, oneFirst ? 0 : headStart);
    awaitBoth(done);
    if (failure.get() != null) {
      throw new AssertionError("One of the two failed.", failure.get());
    }
  }

  private void race(Runnable action, int spins) {
    try {
      ready.incrementAndGet();
      awaitBoth(ready);
      for (int i = 0; i < spins; i++) {
        Thread.onSpinWait();
      }
      action.run();
    } catch (RuntimeException | Error thrown) {
      failure.compareAndSet(null, thrown);
    } finally {
      done.incrementAndGet();
    }
  }

  @SuppressWarnings("ThreadPriorityCheck") // only to let go of a processor when there are few
  private static void awaitBoth(AtomicInteger count) {
    for (int i = 1; count.get() < 2; i++) {
      if (i % 10_000 == 0) {
        Thread.yield();
      } else {
        Thread.onSpinWait();
      }
    }
  }

  @SuppressWarnings("ThreadPriorityCheck") // only to let go of a processor when there are few
  private void serve() {
    for (int i = 1; !closed; i++) {
      Runnable action = secondAction.getAndSet(null);
      if (action != null) {
        action.run();
      } else if (i % 1_000 == 0) {
        Thread.yield();
      } else {
        Thread.onSpinWait();
      }
    }
  }

  @Override
  public void close() {
    closed = true;
  }
}
