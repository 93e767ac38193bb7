package io.asl4j.benchmarks;

import io.asl4j.runtime.ExecutionResult;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/** What was started, and how it ended: every execution is in it once. Thread-safe. */
final class SoakLedger {

  private static final int SHOWN = 20;

  private final LongAdder started = new LongAdder();
  private final LongAdder redriven = new LongAdder();
  private final LongAdder wrong = new LongAdder();
  private final Map<String, LongAdder> ends = new ConcurrentHashMap<>();
  private final Queue<String> wrongOnes = new ConcurrentLinkedQueue<>();

  void started() {
    started.increment();
  }

  void redriven() {
    redriven.increment();
  }

  /** An execution has ended for good; one that was redriven has not. */
  void ended(
      SoakKind kind, SoakKind.Fate fate, @Nullable ExecutionResult how, @Nullable Throwable bug) {
    String end = how == null ? "DEFECT " + bug : text(how);
    ends.computeIfAbsent(how == null ? "DEFECT" : how.status(), status -> new LongAdder())
        .increment();
    if (!end.equals(fate.end())) {
      wrong(kind + " with the fate " + fate.name() + ": " + end + " instead of " + fate.end());
    }
  }

  /** Something that must not happen. */
  void wrong(String what) {
    wrong.increment();
    if (wrongOnes.size() < SHOWN) {
      wrongOnes.add(what);
    }
  }

  /** Status and error name. */
  static String text(ExecutionResult how) {
    return switch (how) {
      case ExecutionResult.Failed failed -> "FAILED " + failed.error();
      case ExecutionResult.Aborted aborted -> "ABORTED " + aborted.error();
      default -> how.status();
    };
  }

  long startedCount() {
    return started.sum();
  }

  long redrivenCount() {
    return redriven.sum();
  }

  long endedCount() {
    return ends.values().stream().mapToLong(LongAdder::sum).sum();
  }

  long wrongCount() {
    return wrong.sum();
  }

  Map<String, Long> byStatus() {
    Map<String, Long> counts = new TreeMap<>();
    ends.forEach((status, count) -> counts.put(status, count.sum()));
    return counts;
  }

  /** The first that ended otherwise than they had to. */
  Iterable<String> firstWrong() {
    return wrongOnes;
  }
}
