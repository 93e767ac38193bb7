package io.asl4j.benchmarks;

import java.util.Locale;

/**
 * What one contender took for one workload.
 *
 * @param nanos for one unit of the workload in the best iteration
 * @param bytes allocated for one unit in the best iteration; -1 when not measured
 * @param heapBytes that one waiting execution holds; -1 when nothing waits
 * @param size how many transitions, items or executions one run had
 */
record Figure(
    Workload workload,
    Contender contender,
    double nanos,
    double bytes,
    double heapBytes,
    int size) {

  private static final String MARK = "FIGURE";

  /** As a line of text, for another process. */
  String line() {
    return String.format(
        Locale.ROOT,
        "%s %s %s %.4f %.4f %.4f %d",
        MARK,
        workload,
        contender,
        nanos,
        bytes,
        heapBytes,
        size);
  }

  static boolean isLine(String line) {
    return line.startsWith(MARK + " ");
  }

  static Figure parse(String line) {
    String[] parts = line.split(" ", -1);
    return new Figure(
        Workload.valueOf(parts[1]),
        Contender.valueOf(parts[2]),
        Double.parseDouble(parts[3]),
        Double.parseDouble(parts[4]),
        Double.parseDouble(parts[5]),
        Integer.parseInt(parts[6]));
  }
}
