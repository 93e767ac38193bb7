package io.asl4j.testing.coverage;

import io.asl4j.testing.trace.Shown;
import java.util.List;
import java.util.StringJoiner;

/** Coverage in the XML of JaCoCo, which SonarQube and most build servers read. */
final class JacocoReport {

  private JacocoReport() {}

  static String of(CoverageReport report) {
    StringJoiner xml = new StringJoiner("\n", "", "\n");
    xml.add("<?xml version=\"1.0\" encoding=\"UTF-8\"?>");
    xml.add("<!DOCTYPE report PUBLIC \"-//JACOCO//DTD Report 1.1//EN\" \"report.dtd\">");
    xml.add("<report name=\"asl4j\">");
    report.machines().forEach(machine -> machine(xml, machine));
    xml.add("</report>");
    return xml.toString();
  }

  private static void machine(StringJoiner xml, MachineCoverage machine) {
    String name = machine.definition().name().replace('\\', '/');
    int slash = name.lastIndexOf('/');
    List<LineHits.Line> lines = LineHits.of(machine);
    long covered = lines.stream().filter(line -> line.hits(machine) > 0).count();
    long branches = lines.stream().mapToLong(line -> line.branches().size()).sum();
    long taken = lines.stream().mapToLong(line -> line.coveredBranches(machine)).sum();
    String counters =
        "<counter type=\"LINE\" missed=\"%d\" covered=\"%d\"/><counter type=\"BRANCH\" missed=\"%d\" covered=\"%d\"/>"
            .formatted(lines.size() - covered, covered, branches - taken, taken);
    xml.add("<package name=\"" + Shown.markup(slash < 0 ? "" : name.substring(0, slash)) + "\">");
    xml.add("<sourcefile name=\"" + Shown.markup(name.substring(slash + 1)) + "\">");
    for (LineHits.Line line : lines) {
      boolean hit = line.hits(machine) > 0;
      long branch = line.coveredBranches(machine);
      xml.add(
          "<line nr=\"%d\" mi=\"%d\" ci=\"%d\" mb=\"%d\" cb=\"%d\"/>"
              .formatted(
                  line.number(),
                  hit ? 0 : 1,
                  hit ? 1 : 0,
                  line.branches().size() - branch,
                  branch));
    }
    xml.add(counters);
    xml.add("</sourcefile>");
    xml.add(counters);
    xml.add("</package>");
  }
}
