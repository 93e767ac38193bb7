package io.asl4j.testing.replay;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How many of many replays passed, by area.
 *
 * @param areas by name, in alphabetical order
 * @param total of all areas
 */
public record ReplaySummary(Map<String, Count> areas, Count total) {

  /** Numbers of cases. */
  public record Count(int passed, int failed, int notSupported) {

    static final Count NONE = new Count(0, 0, 0);

    Count plus(ReplayReport.Verdict verdict) {
      return switch (verdict) {
        case PASSED -> new Count(passed + 1, failed, notSupported);
        case FAILED -> new Count(passed, failed + 1, notSupported);
        case NOT_SUPPORTED -> new Count(passed, failed, notSupported + 1);
      };
    }

    /** {@code 3 passed, 1 failed, 0 not supported}. */
    @Override
    public String toString() {
      return "%d passed, %d failed, %d not supported".formatted(passed, failed, notSupported);
    }
  }

  /** Counts reports. */
  public static ReplaySummary of(List<ReplayReport> reports) {
    Map<String, Count> areas = new TreeMap<>();
    Count total = Count.NONE;
    for (ReplayReport report : reports) {
      areas.put(
          report.area(), areas.getOrDefault(report.area(), Count.NONE).plus(report.verdict()));
      total = total.plus(report.verdict());
    }
    return new ReplaySummary(java.util.Collections.unmodifiableMap(areas), total);
  }
}
