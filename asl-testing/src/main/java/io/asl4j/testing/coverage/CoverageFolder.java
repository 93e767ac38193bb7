package io.asl4j.testing.coverage;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * A folder where several processes put the coverage of one test run together: what comes is added
 * to what is there. A clean build deletes it. Safe for use by several processes at once.
 */
public final class CoverageFolder {

  private final Path folder;

  private CoverageFolder(Path folder) {
    this.folder = folder;
  }

  /** A folder, which is made when it is needed. */
  public static CoverageFolder at(Path folder) {
    return new CoverageFolder(folder);
  }

  /**
   * Adds a report and writes all files anew.
   *
   * @return everything in the folder together
   */
  public CoverageReport add(CoverageReport report) throws IOException {
    Files.createDirectories(folder);
    try (FileChannel channel =
            FileChannel.open(
                folder.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = channel.lock()) {
      Coverage all = new Coverage();
      Path before = folder.resolve("coverage.json");
      if (lock.isValid() && Files.exists(before)) {
        all.add(CoverageReport.read(before));
      }
      all.add(report);
      CoverageReport merged = all.report();
      merged.writeTo(folder);
      return merged;
    }
  }
}
