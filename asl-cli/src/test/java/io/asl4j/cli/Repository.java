package io.asl4j.cli;

import java.nio.file.Files;
import java.nio.file.Path;

/** The folder that these tests were checked out in. */
final class Repository {
  private Repository() {}

  /** Its root: the tests of a module run in the module's own folder. */
  static Path root() {
    for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
      if (Files.exists(folder.resolve("asl-bom/pom.xml"))) {
        return folder;
      }
    }
    throw new AssertionError("These tests belong inside the repository of asl4j.");
  }
}
