package io.asl4j.testing.coverage;

import java.util.List;
import java.util.StringJoiner;

/** Coverage in the format of LCOV, which Codecov and many editors read. */
final class LcovReport {

  private LcovReport() {}

  static String of(CoverageReport report) {
    StringJoiner lines = new StringJoiner("\n", "", "\n");
    report.machines().forEach(machine -> machine(lines, machine));
    return lines.toString();
  }

  private static void machine(StringJoiner lines, MachineCoverage machine) {
    List<LineHits.Line> all = LineHits.of(machine);
    lines.add("TN:asl4j");
    lines.add("SF:" + machine.definition().name());
    int branches = 0;
    long taken = 0;
    for (LineHits.Line line : all) {
      long hits = line.hits(machine);
      int number = 0;
      for (CoveragePoint point : line.branches()) {
        String times = hits == 0 ? "-" : Long.toString(machine.count(point));
        lines.add("BRDA:%d,0,%d,%s".formatted(line.number(), number++, times));
      }
      branches += line.branches().size();
      taken += line.coveredBranches(machine);
    }
    lines.add("BRF:" + branches);
    lines.add("BRH:" + taken);
    all.forEach(line -> lines.add("DA:%d,%d".formatted(line.number(), line.hits(machine))));
    lines.add("LF:" + all.size());
    lines.add("LH:" + all.stream().filter(line -> line.hits(machine) > 0).count());
    lines.add("end_of_record");
  }
}
