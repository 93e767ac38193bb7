package io.asl4j.testing.replay;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Where recordings and the repository are, from wherever the tests were started. */
final class Recordings {

  private Recordings() {}

  static Path root() {
    Path at = Path.of("").toAbsolutePath();
    while (!Files.isDirectory(at.resolve("src-test-fixtures"))) {
      Path parent = at.getParent();
      if (parent == null) {
        throw new IllegalStateException("No folder above holds src-test-fixtures.");
      }
      at = parent;
    }
    return at;
  }

  static Path own() {
    return root().resolve("src-test-fixtures/replay/cases");
  }

  static Path notSupported() {
    return root().resolve("src-test-fixtures/replay/not-supported");
  }

  /** Recordings of the real service, which are not part of this repository. */
  static Path shared() {
    return Path.of(System.getProperty("asl4j.shared", root().resolveSibling("shared").toString()))
        .resolve("conformance/cases");
  }

  static List<RecordedCase> read(Path folder) {
    try {
      List<RecordedCase> cases = new ArrayList<>();
      for (Path file : ReplaySuite.files(folder)) {
        cases.add(RecordedCase.read(file));
      }
      return cases;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
