package io.asl4j.benchmarks;

import io.asl4j.runtime.Execution;
import io.asl4j.runtime.ExecutionRequest;
import io.asl4j.runtime.ExecutionResult;
import io.asl4j.runtime.Load;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Starts two hundred executions a second of all kinds, with handlers that fail, hang and ignore
 * interrupts, callbacks that never come, stops and redrives; then looks for what is left behind.
 */
public final class Soak {

  private static final int A_SECOND = 200;
  private static final int REPORTS = 10;
  private static final List<SoakKind> KINDS = List.of(SoakKind.values());
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final long MEBIBYTE = 1 << 20;

  /** What a heap may grow from the first report on without anything being wrong. */
  private static final long HEAP_TOLERANCE = 16 * MEBIBYTE;

  private final PrintStream out;
  private final SplittableRandom random;
  private final SoakLedger ledger = new SoakLedger();
  private final ScheduledExecutorService stops = Executors.newSingleThreadScheduledExecutor();
  private final List<Long> heaps = new ArrayList<>();
  private final List<String> verdict = new ArrayList<>();
  private boolean leaks;

  private Soak(PrintStream out, long seed) {
    this.out = out;
    this.random = new SplittableRandom(seed);
  }

  /**
   * Soaks.
   *
   * @param arguments minutes, which may be a fraction; 10 by default; and a seed, 1 by default. The
   *     process ends with 1 if an execution is not accounted for or anything leaks
   */
  public static void main(String[] arguments) throws InterruptedException {
    double minutes = arguments.length > 0 ? Double.parseDouble(arguments[0]) : 10;
    long seed = arguments.length > 1 ? Long.parseLong(arguments[1]) : 1;
    Soak soak = new Soak(System.out, seed);
    boolean fine = soak.run(Duration.ofMillis((long) (minutes * 60_000)));
    System.exit(fine ? 0 : 1);
  }

  private boolean run(Duration length) throws InterruptedException {
    out.println("| time | started | ended | open | timers | tokens | threads | heap after GC |");
    out.println("|---:|---:|---:|---:|---:|---:|---:|---:|");
    SoakWorld world = new SoakWorld();
    startAll(world, length);
    awaitEnds(world);
    Load load = world.load();
    world.end();
    stops.shutdown();
    judge(world, load);
    return !leaks;
  }

  private void startAll(SoakWorld world, Duration length) {
    long total = Math.max(REPORTS, length.toMillis() * A_SECOND / 1_000);
    long begin = System.nanoTime();
    for (long i = 0; i < total; i++) {
      long due = begin + i * TimeUnit.SECONDS.toNanos(1) / A_SECOND;
      for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
        LockSupport.parkNanos(left);
      }
      start(world);
      if ((i + 1) * REPORTS / total > i * REPORTS / total) {
        report(world, Duration.ofNanos(System.nanoTime() - begin));
      }
    }
  }

  private void start(SoakWorld world) {
    SoakKind kind = KINDS.get(random.nextInt(KINDS.size()));
    SoakKind.Fate fate = kind.draw(random);
    ExecutionRequest request = ExecutionRequest.of(SoakKind.input(fate));
    if (kind == SoakKind.DELAYED) {
      request = request.startingAt(Instant.now().plusMillis(random.nextInt(600)));
    }
    Execution execution = world.start(kind, request.withBusinessKey(kind + "/" + fate.name()));
    ledger.started();
    if (kind == SoakKind.STOP) {
      stopLater(execution, random.nextInt(1_500));
    }
    CompletableFuture<ExecutionResult> end = execution.result();
    if (kind == SoakKind.REDRIVE) {
      end = end.thenCompose(first -> redrive(world, execution, first));
    }
    CompletableFuture<?> unused =
        end.whenComplete((how, bug) -> ledger.ended(kind, fate, how, bug));
  }

  private CompletableFuture<ExecutionResult> redrive(
      SoakWorld world, Execution failed, ExecutionResult first) {
    if (!SoakLedger.text(first).equals("FAILED Again")) {
      ledger.wrong("Before its redrive: " + SoakLedger.text(first));
    }
    ledger.redriven();
    return world.redrive(failed).result();
  }

  private void stopLater(Execution execution, int millis) {
    Object unused =
        stops.schedule(
            () -> {
              if (!execution.stop("Enough", null)) {
                ledger.wrong("What could only be stopped had ended: " + execution.status());
              }
            },
            millis,
            TimeUnit.MILLISECONDS);
  }

  private void awaitEnds(SoakWorld world) {
    long patience = System.nanoTime() + PATIENCE.toNanos();
    while (isBusy(world) && System.nanoTime() < patience) {
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
    }
  }

  private boolean isBusy(SoakWorld world) {
    return ledger.endedCount() < ledger.startedCount()
        || !world.load().equals(new Load(0, 0, 0))
        || world.liveThreads() > 0;
  }

  private void report(SoakWorld world, Duration time) {
    long heap = heapAfterCollection();
    heaps.add(heap);
    Load load = world.load();
    out.printf(
        "| %d:%02d | %,d | %,d | %,d | %,d | %,d | %,d | %.1f MB |%n",
        time.toMinutes(),
        time.toSecondsPart(),
        ledger.startedCount(),
        ledger.endedCount(),
        load.openExecutions(),
        load.pendingTimers(),
        load.pendingTokens(),
        world.liveThreads(),
        (double) heap / MEBIBYTE);
  }

  private static long heapAfterCollection() {
    System.gc();
    System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }

  private void judge(SoakWorld world, Load load) {
    long started = ledger.startedCount();
    long ended = ledger.endedCount();
    check("executions started", started, null);
    check("ended, by status: " + ledger.byStatus(), ended, started);
    check("ended otherwise than their fate", ledger.wrongCount(), 0L);
    check("redriven", ledger.redrivenCount(), null);
    check("events that ended an execution", world.ends(), started + ledger.redrivenCount());
    check("executions open", load.openExecutions(), 0L);
    check("timers pending", load.pendingTimers(), 0L);
    check("task tokens pending", load.pendingTokens(), 0L);
    check("virtual threads alive", world.liveThreads(), 0L);
    check("platform threads of engines alive", deadlineThreads(), 0L);
    long growth = Math.max(0, heapAfterCollection() - heaps.getFirst());
    boolean grown = growth > HEAP_TOLERANCE;
    leaks |= grown;
    verdict.add(
        "| heap after GC, growth since the first report | %.1f MB | at most %d MB | %s |"
            .formatted(
                (double) growth / MEBIBYTE,
                HEAP_TOLERANCE / MEBIBYTE,
                grown ? "**LEAK**" : "fine"));
    out.println();
    out.println("| at the end | found | must be | |");
    out.println("|---|---:|---:|---|");
    verdict.forEach(out::println);
    ledger.firstWrong().forEach(out::println);
    out.println();
    out.println(leaks ? "The soak found a defect." : "The soak found nothing.");
  }

  private void check(String what, long found, @Nullable Long expected) {
    boolean wrong = expected != null && expected != found;
    leaks |= wrong;
    verdict.add(
        "| %s | %,d | %s | %s |"
            .formatted(
                what,
                found,
                expected == null ? "" : "%,d".formatted(expected),
                wrong ? "**WRONG**" : "fine"));
  }

  /** Each engine has one, which ends by itself soon after the engine was closed. */
  private static long deadlineThreads() {
    long alive = 0;
    for (Thread thread : Thread.getAllStackTraces().keySet()) {
      if (thread.getName().equals("asl-deadlines")) {
        alive += endsSoon(thread) ? 0 : 1;
      }
    }
    return alive;
  }

  private static boolean endsSoon(Thread thread) {
    try {
      return thread.join(Duration.ofSeconds(5));
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
