package io.asl4j.testing.junit;

import io.asl4j.testing.TestFailed;
import io.asl4j.testing.coverage.Coverage;
import io.asl4j.testing.coverage.CoverageFolder;
import io.asl4j.testing.coverage.CoverageReport;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Writes the coverage of a whole test run when JUnit closes it.
 *
 * <p>Configuration parameters of JUnit: {@code asl4j.coverage.dir} is the folder, without which
 * nothing is written; {@code asl4j.coverage.failUnder} is the share from 0 to 1 under which the run
 * fails.
 */
final class CoverageOutput implements AutoCloseable {

  private final Coverage coverage = new Coverage();
  private final Optional<Path> folder;
  private final double failUnder;

  private CoverageOutput(Optional<Path> folder, double failUnder) {
    this.folder = folder;
    this.failUnder = failUnder;
  }

  static CoverageOutput of(ExtensionContext context) {
    return new CoverageOutput(
        context.getConfigurationParameter("asl4j.coverage.dir").map(Path::of),
        context.getConfigurationParameter("asl4j.coverage.failUnder", Double::valueOf).orElse(0.0));
  }

  Coverage coverage() {
    return coverage;
  }

  @Override
  public void close() throws IOException {
    CoverageReport report = coverage.report();
    if (folder.isPresent()) {
      report = CoverageFolder.at(folder.get()).add(report);
    }
    if (report.isUnder(failUnder)) {
      throw new TestFailed(
          "State machine coverage is %s, but asl4j.coverage.failUnder is %s.\n%s"
              .formatted(report.total(), failUnder, report.summary()));
    }
  }
}
