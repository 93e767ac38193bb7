package io.asl4j.examples;

import com.fasterxml.jackson.databind.JsonNode;
import io.asl4j.core.Asl;
import io.asl4j.core.json.Json;
import io.asl4j.core.model.StateMachine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The files of one example, found from the root of the repository or from the folder of this
 * module.
 */
public final class ExampleFiles {

  private final Path folder;

  private ExampleFiles(Path folder) {
    this.folder = folder;
  }

  /** The files of the example of that name. */
  public static ExampleFiles of(String example) {
    Path fromRoot = Path.of("asl-examples", example);
    return new ExampleFiles(Files.isDirectory(fromRoot) ? fromRoot : Path.of(example));
  }

  /** One of the files. */
  public Path path(String name) {
    return folder.resolve(name);
  }

  /** A definition, checked. */
  public StateMachine machine(String name) throws IOException {
    return Asl.read(path(name)).orThrow();
  }

  /** A JSON value. */
  public JsonNode json(String name) throws IOException {
    return Json.parse(Files.readString(path(name)));
  }
}
