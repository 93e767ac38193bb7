package io.asl4j.testing.coverage;

import io.asl4j.testing.trace.Shown;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;

/** Coverage in the XML of JaCoCo, which SonarQube and most build servers read. */
final class JacocoReport {

  private JacocoReport() {}

  static String of(CoverageReport report) {
    StringJoiner xml = new StringJoiner("\n", "", "\n");
    xml.add("<?xml version=\"1.0\" encoding=\"UTF-8\"?>");
    xml.add("<!DOCTYPE report PUBLIC \"-//JACOCO//DTD Report 1.1//EN\" \"report.dtd\">");
    xml.add("<report name=\"asl4j\">");
    Map<String, List<MachineCoverage>> packages = new LinkedHashMap<>();
    for (MachineCoverage machine : report.machines()) {
      packages.computeIfAbsent(folder(machine), name -> new ArrayList<>()).add(machine);
    }
    packages.forEach(
        (name, machines) -> {
          xml.add("<package name=\"" + Shown.markup(name) + "\">");
          machines.forEach(machine -> file(xml, machine));
          xml.add(counters(machines)).add("</package>");
        });
    xml.add(counters(report.machines())).add("</report>");
    return xml.toString();
  }

  /** JaCoCo's package is the folder of the definition. */
  private static String folder(MachineCoverage machine) {
    String name = machine.definition().name().replace('\\', '/');
    int slash = name.lastIndexOf('/');
    return slash < 0 ? "" : name.substring(0, slash);
  }

  private static void file(StringJoiner xml, MachineCoverage machine) {
    String name = machine.definition().name().replace('\\', '/');
    String file = name.substring(name.lastIndexOf('/') + 1);
    xml.add("<sourcefile name=\"" + Shown.markup(file) + "\">");
    for (LineHits.Line line : LineHits.of(machine)) {
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
    xml.add(counters(List.of(machine))).add("</sourcefile>");
  }

  private static String counters(List<MachineCoverage> machines) {
    long lines = 0;
    long covered = 0;
    long branches = 0;
    long taken = 0;
    for (MachineCoverage machine : machines) {
      for (LineHits.Line line : LineHits.of(machine)) {
        lines++;
        covered += line.hits(machine) > 0 ? 1 : 0;
        branches += line.branches().size();
        taken += line.coveredBranches(machine);
      }
    }
    return counter("INSTRUCTION", lines, covered)
        + counter("BRANCH", branches, taken)
        + counter("LINE", lines, covered);
  }

  private static String counter(String type, long all, long covered) {
    return "<counter type=\"%s\" missed=\"%d\" covered=\"%d\"/>"
        .formatted(type, all - covered, covered);
  }
}
