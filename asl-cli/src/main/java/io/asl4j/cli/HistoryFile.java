package io.asl4j.cli;

import io.asl4j.core.json.Json;
import io.asl4j.runtime.history.ExecutionListener;
import io.asl4j.runtime.history.HistoryJson;
import io.asl4j.runtime.history.HistoryRecorder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Where the history of a run is written, if it is. */
final class HistoryFile {

  private final Optional<Path> file;
  private final HistoryRecorder recorder = new HistoryRecorder();

  private HistoryFile(Optional<Path> file) {
    this.file = file;
  }

  /** Makes sure before the run that the file can be written. */
  static HistoryFile at(Optional<Path> file) {
    if (file.isPresent()) {
      write(file.get(), "");
    }
    return new HistoryFile(file);
  }

  /** Events are kept only if they will be written. */
  List<ExecutionListener> listeners() {
    return file.isPresent() ? List.of(recorder) : List.of();
  }

  void write(String executionArn) {
    file.ifPresent(
        path -> write(path, Json.pretty(HistoryJson.aws(recorder.events(executionArn))) + "\n"));
  }

  private static void write(Path file, String text) {
    try {
      Files.writeString(file, text);
    } catch (IOException refused) {
      String reason = Files.isDirectory(file) ? "it is a directory" : reason(file, refused);
      throw new UserError(
          "The history cannot be written to %s: %s.".formatted(file, reason),
          "Name a file in a folder that exists.");
    }
  }

  private static String reason(Path file, IOException refused) {
    Path folder = file.toAbsolutePath().getParent();
    return folder != null && !Files.isDirectory(folder)
        ? "there is no folder " + folder
        : String.valueOf(refused.getMessage());
  }
}
