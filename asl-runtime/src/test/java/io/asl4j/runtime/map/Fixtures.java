package io.asl4j.runtime.map;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Finds and reads test data. */
final class Fixtures {

  private Fixtures() {}

  /** The root of the repository, wherever in it the tests are started. */
  static Path repository() {
    Path folder = Path.of("").toAbsolutePath();
    while (!Files.isDirectory(folder.resolve("src-test-fixtures"))) {
      Path parent = folder.getParent();
      if (parent == null) {
        throw new IllegalStateException(
            "the tests were thought to be started inside the repository");
      }
      folder = parent;
    }
    return folder;
  }

  static JsonNode json(Path file) throws IOException {
    try (InputStream content = Files.newInputStream(file)) {
      return ExactJson.MAPPER.readTree(content);
    }
  }

  static JsonNode json(String text) throws IOException {
    return ExactJson.MAPPER.readTree(text);
  }
}
