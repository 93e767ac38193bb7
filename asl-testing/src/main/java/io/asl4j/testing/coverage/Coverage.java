package io.asl4j.testing.coverage;

import io.asl4j.testing.trace.Definition;
import io.asl4j.testing.trace.Trace;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/**
 * Collects what executions reach in their definitions.
 *
 * <pre>{@code
 * Coverage coverage = new Coverage();
 * TestRun.of(file).observedBy(coverage).execute(input);
 * coverage.report().writeTo(folder);
 * }</pre>
 *
 * <p>Definitions with the same name and text are one. Thread-safe.
 */
public final class Coverage implements Consumer<Trace> {

  private record Key(String name, String text) {}

  private final ReentrantLock lock = new ReentrantLock();
  private final Map<Key, MachineCoverage> machines = new LinkedHashMap<>();

  /** Nothing reached yet. */
  public Coverage() {}

  /** Counts what an execution reached. */
  @Override
  public void accept(Trace trace) {
    add(trace.definition(), Tally.of(trace));
  }

  /** Counts a definition that no test may have reached, so that reports show it too. */
  public void expect(Definition definition) {
    add(definition, Map.of());
  }

  /** Adds what another collection holds, such as that of another process. */
  public void add(CoverageReport report) {
    report.machines().forEach(machine -> add(machine.definition(), machine.counts()));
  }

  private void add(Definition definition, Map<String, Long> counts) {
    Key key = new Key(definition.name(), definition.map().source().text());
    lock.lock();
    try {
      MachineCoverage before = machines.get(key);
      MachineCoverage known = before == null ? MachineCoverage.none(definition) : before;
      machines.put(key, known.plus(counts));
    } finally {
      lock.unlock();
    }
  }

  /** What was reached so far, by name of the definition. */
  public CoverageReport report() {
    lock.lock();
    try {
      return new CoverageReport(
          machines.values().stream()
              .sorted(java.util.Comparator.comparing(machine -> machine.definition().name()))
              .toList());
    } finally {
      lock.unlock();
    }
  }
}
