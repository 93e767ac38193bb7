package io.asl4j.testing.coverage;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Coverage by lines of the text, as reports for source code want it: a state is a line, everything
 * else a branch of the line that it stands on.
 */
final class LineHits {

  private LineHits() {}

  /** One line: the points that stand on it. */
  record Line(int number, List<CoveragePoint> points) {

    long hits(MachineCoverage machine) {
      return points.stream().mapToLong(machine::count).max().orElse(0);
    }

    List<CoveragePoint> branches() {
      return points.stream().filter(point -> point.kind() != CoveragePoint.Kind.STATE).toList();
    }

    long coveredBranches(MachineCoverage machine) {
      return branches().stream().filter(machine::isCovered).count();
    }
  }

  static List<Line> of(MachineCoverage machine) {
    Map<Integer, List<CoveragePoint>> lines = new TreeMap<>();
    for (CoveragePoint point : machine.points()) {
      lines.computeIfAbsent(point.line(), line -> new ArrayList<>()).add(point);
    }
    List<Line> all = new ArrayList<>();
    lines.forEach((number, points) -> all.add(new Line(number, List.copyOf(points))));
    return all;
  }
}
