package io.asl4j.runtime;

import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ThreadFactory;

/** Virtual threads that a test can wait for. */
final class ThreadsOfTest implements ThreadFactory {

  private static final Duration LONG_ENOUGH = Duration.ofSeconds(30);

  private final ThreadFactory factory = Thread.ofVirtual().name("test-asl-", 0).factory();
  private final Queue<Thread> made = new ConcurrentLinkedQueue<>();

  @Override
  public Thread newThread(Runnable body) {
    Thread thread = factory.newThread(body);
    made.add(thread);
    return thread;
  }

  /**
   * Waits until each thread that was made has ended.
   *
   * @throws AssertionError if one does not
   */
  void awaitEnds() throws InterruptedException {
    for (Thread thread = made.poll(); thread != null; thread = made.poll()) {
      if (!thread.join(LONG_ENOUGH)) {
        AssertionError stillThere = new AssertionError(thread + " has not ended");
        stillThere.setStackTrace(thread.getStackTrace());
        throw stillThere;
      }
    }
  }
}
