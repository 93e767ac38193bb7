package io.asl4j.testing;

import java.nio.file.Files;
import java.nio.file.Path;

/** Where the fixtures of this module are, whatever folder the tests run in. */
public final class Fixtures {

  private Fixtures() {}

  /** A file or folder below {@code src-test-fixtures/testing}. */
  public static Path file(String name) {
    return root().resolve("src-test-fixtures/testing").resolve(name);
  }

  /** The root of the repository. */
  public static Path root() {
    Path folder = Path.of("").toAbsolutePath();
    while (!Files.isDirectory(folder.resolve("src-test-fixtures"))) {
      Path parent = folder.getParent();
      if (parent == null) {
        throw new IllegalStateException("No folder src-test-fixtures above " + Path.of(""));
      }
      folder = parent;
    }
    return folder;
  }
}
