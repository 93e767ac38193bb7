package io.asl4j.benchmarks;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;

/**
 * Measures one contender on one workload in a process of its own.
 *
 * <p>Warms up until its time is up, then measures iterations, and takes the best of them: on a
 * machine that does other things too, everything but the work itself only adds.
 */
public final class Trial {

  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  /** How long an iteration is, and how many there are. */
  record Plan(Duration warmUp, Duration iteration, int iterations) {
    /** Everything once. */
    static final Plan ONCE = new Plan(Duration.ZERO, Duration.ZERO, 1);
  }

  private final Workload workload;
  private final Contender contender;
  private final Plan plan;
  private final Job job;
  private final int size;

  private Trial(Workload workload, Contender contender, Plan plan, Job job, int asked) {
    this.workload = workload;
    this.contender = contender;
    this.plan = plan;
    this.job = job;
    this.size = job.size(asked);
  }

  /**
   * Measures and prints the figure.
   *
   * @param arguments workload, contender, seconds to warm up, milliseconds of an iteration, number
   *     of iterations
   */
  public static void main(String[] arguments) throws Exception {
    Workload workload = Workload.valueOf(arguments[0]);
    Plan plan =
        new Plan(
            Duration.ofMillis(Math.round(Double.parseDouble(arguments[2]) * 1_000)),
            Duration.ofMillis(Long.parseLong(arguments[3])),
            Integer.parseInt(arguments[4]));
    Figure figure = measure(workload, Contender.valueOf(arguments[1]), workload.fullSize(), plan);
    System.out.println(figure.line());
    // Some contenders leave threads behind that are no daemons.
    System.exit(0);
  }

  /**
   * Measures.
   *
   * @throws IllegalStateException if a result is wrong, or the contender has no such workload
   */
  static Figure measure(Workload workload, Contender contender, int size, Plan plan)
      throws Exception {
    try (Job job = contender.job(workload, size)) {
      Trial trial = new Trial(workload, contender, plan, job, size);
      trial.checkOnce();
      Figure[] figure = new Figure[1];
      Exception[] failure = new Exception[1];
      // The caller is a virtual thread, as in an application that is built on them.
      Thread.ofVirtual()
          .start(
              () -> {
                try {
                  figure[0] = trial.iterations();
                } catch (Exception wrong) {
                  failure[0] = wrong;
                }
              })
          .join();
      if (failure[0] != null) {
        throw failure[0];
      }
      return figure[0];
    }
  }

  private void checkOnce() throws Exception {
    long before = job.calls();
    Object result = job.run();
    job.check(result);
    long calls = job.calls() - before;
    if (calls != job.callsPerRun()) {
      throw new IllegalStateException(
          String.format(
              Locale.ROOT,
              "%s made %d task calls of %s, expected %d",
              contender,
              calls,
              workload,
              job.callsPerRun()));
    }
  }

  private Figure iterations() throws Exception {
    long until = System.nanoTime() + plan.warmUp().toNanos();
    while (System.nanoTime() < until) {
      job.check(runFor(Duration.ofMillis(50)).result());
    }
    double nanos = Double.MAX_VALUE;
    double bytes = Double.MAX_VALUE;
    for (int i = 0; i < plan.iterations(); i++) {
      Iteration iteration = runFor(plan.iteration());
      job.check(iteration.result());
      nanos = Math.min(nanos, (double) iteration.nanos() / iteration.runs());
      bytes = Math.min(bytes, (double) iteration.bytes() / iteration.runs());
    }
    double units = workload.unit().equals("run") ? 1 : size;
    return new Figure(workload, contender, nanos / units, bytes / size, heapOfOneParked(), size);
  }

  private record Iteration(long runs, long nanos, long bytes, Object result) {}

  private Iteration runFor(Duration duration) throws Exception {
    long bytesBefore = THREADS.getTotalThreadAllocatedBytes();
    long start = System.nanoTime();
    long end = start + duration.toNanos();
    long runs = 0;
    Object result;
    long now;
    do {
      result = job.run();
      runs++;
      now = System.nanoTime();
    } while (now < end);
    return new Iteration(
        runs, now - start, THREADS.getTotalThreadAllocatedBytes() - bytesBefore, result);
  }

  /** What one waiting execution holds on to, by the heap after full collections. */
  private double heapOfOneParked() throws Exception {
    if (!workload.isPark() || contender == Contender.TEMPORAL || plan.equals(Plan.ONCE)) {
      return -1;
    }
    long before = usedHeap();
    double heap;
    try (AutoCloseable parked = job.park(10)) {
      Thread.sleep(Duration.ofSeconds(3));
      heap = (double) (usedHeap() - before) / size;
      if (heap < 0) {
        throw new IllegalStateException("The executions were not held: " + parked);
      }
    }
    return heap;
  }

  private static long usedHeap() {
    Runtime runtime = Runtime.getRuntime();
    System.gc();
    System.gc();
    return runtime.totalMemory() - runtime.freeMemory();
  }

  /** The resident set of this process; -1 where the system does not tell. */
  static long residentKilobytes() throws IOException {
    Path status = Path.of("/proc/self/status");
    if (!Files.isReadable(status)) {
      return -1;
    }
    for (String line : Files.readAllLines(status)) {
      if (line.startsWith("VmHWM:")) {
        return Long.parseLong(line.replaceAll("\\D", ""));
      }
    }
    return -1;
  }
}
