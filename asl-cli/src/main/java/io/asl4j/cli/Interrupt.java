package io.asl4j.cli;

import io.asl4j.runtime.Execution;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/**
 * What happens when the process is told to end, by Ctrl-C or a signal, while a run is under way:
 * the execution is stopped, its programs are killed, and its report is still written before the
 * process ends with {@link ExitCode#FAILED}.
 */
final class Interrupt implements AutoCloseable {

  private static final long LONGEST_REPORT_SECONDS = 3;

  private final CountDownLatch reported = new CountDownLatch(1);
  private final AtomicReference<Runnable> stop = new AtomicReference<>(() -> {});
  private final Thread hook = new Thread(this::end, "asl-interrupt");

  private Interrupt() {}

  /** Watches until it is closed, which is when the report is written. */
  static Interrupt watch() {
    Interrupt interrupt = new Interrupt();
    Runtime.getRuntime().addShutdownHook(interrupt.hook);
    return interrupt;
  }

  /** What is to be stopped. */
  void stops(Execution execution, AutoCloseable tasks) {
    stop.set(
        () -> {
          execution.stop(null, "Stopped by Ctrl-C or a signal.");
          closeQuietly(tasks);
        });
  }

  private static void closeQuietly(AutoCloseable tasks) {
    try {
      tasks.close();
    } catch (Exception cannotBeStopped) {
      // The process ends within seconds, and what is left ends with it.
      return;
    }
  }

  private void end() {
    stop.get().run();
    try {
      boolean inTime = reported.await(LONGEST_REPORT_SECONDS, TimeUnit.SECONDS);
      Runtime.getRuntime().halt((inTime ? ExitCode.FAILED : ExitCode.BUG).code());
    } catch (InterruptedException impatient) {
      Runtime.getRuntime().halt(ExitCode.FAILED.code());
    }
  }

  @Override
  public void close() {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException ending) {
      // The hook runs already, and waits for this.
      reported.countDown();
    }
  }
}
