package io.asl4j.testing.coverage;

import io.asl4j.testing.coverage.MachineCoverage.Ratio;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;

/**
 * Coverage of some definitions, ready to be written. Immutable.
 *
 * @param machines in the order of reports
 */
public record CoverageReport(List<MachineCoverage> machines) {

  /** How many missing points a summary lists for each definition. */
  private static final int LISTED = 12;

  /** Keeps its own copy. */
  public CoverageReport {
    machines = List.copyOf(machines);
  }

  /** Over all definitions. */
  public Ratio total() {
    return machines.stream().map(MachineCoverage::total).reduce(new Ratio(0, 0), Ratio::plus);
  }

  /**
   * Whether less is covered than was asked for.
   *
   * @param share between 0 and 1
   */
  public boolean isUnder(double share) {
    return total().value() < share;
  }

  /** Some lines for a console: a share for each definition and kind, and what is missing. */
  public String summary() {
    StringJoiner lines = new StringJoiner("\n");
    for (MachineCoverage machine : machines) {
      lines.add(machine.definition().name() + "  " + machine.total());
      machine
          .byKind()
          .forEach(
              (kind, ratio) ->
                  lines.add(
                      String.format(
                          Locale.ROOT,
                          "  %-28s %3d/%-3d %5.1f %%",
                          kind.plural(),
                          ratio.covered(),
                          ratio.total(),
                          ratio.value() * 100)));
      List<CoveragePoint> missing = machine.missing();
      missing.stream()
          .limit(LISTED)
          .forEach(
              point ->
                  lines.add(
                      "  missing: %s:%d  `%s` %s"
                          .formatted(
                              machine.definition().name(),
                              point.line(),
                              point.state(),
                              point.label())));
      if (missing.size() > LISTED) {
        lines.add("  and %d more".formatted(missing.size() - LISTED));
      }
    }
    return lines.add("coverage " + total()).toString();
  }

  /**
   * Writes {@code index.html}, {@code coverage.json}, {@code jacoco.xml} and {@code lcov.info} into
   * a folder, which is made if it is not there.
   */
  public void writeTo(Path folder) throws IOException {
    Files.createDirectories(folder);
    Files.writeString(folder.resolve("index.html"), HtmlReport.of(this));
    Files.writeString(folder.resolve("coverage.json"), JsonReport.of(this));
    Files.writeString(folder.resolve("jacoco.xml"), JacocoReport.of(this));
    Files.writeString(folder.resolve("lcov.info"), LcovReport.of(this));
  }

  /**
   * What the HTML page shows of a definition, its graph, its figures and what is missing, as a
   * picture: a whole SVG file.
   */
  public static String picture(MachineCoverage machine) {
    return ReportPicture.of(machine);
  }

  /**
   * Reads a {@code coverage.json} back.
   *
   * @throws IOException if it cannot be read, or was not written by this library
   */
  public static CoverageReport read(Path file) throws IOException {
    return JsonReport.read(file);
  }
}
