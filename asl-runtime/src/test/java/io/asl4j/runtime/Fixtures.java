package io.asl4j.runtime;

import com.fasterxml.jackson.databind.JsonNode;
import io.asl4j.core.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Finds and reads test data. */
final class Fixtures {

  private Fixtures() {}

  /** A folder of {@code src-test-fixtures}, wherever in the repository the tests are started. */
  static Path folder(String area) {
    Path folder = Path.of("").toAbsolutePath();
    while (!Files.isDirectory(folder.resolve("src-test-fixtures"))) {
      Path parent = folder.getParent();
      if (parent == null) {
        throw new IllegalStateException(
            "the tests were thought to be started inside the repository");
      }
      folder = parent;
    }
    return folder.resolve("src-test-fixtures").resolve(area);
  }

  static JsonNode json(Path file) {
    try {
      return Json.parse(Files.readString(file));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
