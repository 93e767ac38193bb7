package io.asl4j.cli.proof;

import io.asl4j.cli.check.CheckRun;
import io.asl4j.cli.check.Checker;
import io.asl4j.cli.check.DefinitionFiles;
import io.asl4j.cli.check.FoundFile;
import io.asl4j.cli.check.NearestSettings;
import io.asl4j.cli.check.Settings;
import io.asl4j.cli.check.Target;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The work by which the speed of the checks is measured: a thousand real definitions. */
public final class Speed {

  /** How many definitions are checked. */
  public static final int DEFINITIONS = 1_000;

  private static final Path STATUS = Path.of("/proc/self/status");

  private Speed() {}

  /**
   * Reads and checks real definitions, each anew and from the first again when all have had their
   * turn.
   *
   * @param corpus a folder with {@code real}
   * @param now what counts as the past
   */
  public static void run(Path corpus, Instant now) {
    List<FoundFile> real = DefinitionFiles.find(List.of("."), corpus.resolve("real"));
    List<FoundFile> files = new ArrayList<>();
    for (int i = 0; i < DEFINITIONS && !real.isEmpty(); i++) {
      FoundFile file = real.get(i % real.size());
      files.add(new FoundFile(file.path(), i + "/" + file.name(), true));
    }
    CheckRun.over(
        files,
        new Checker(
            Optional.of(Target.STANDARD), NearestSettings.always(Settings.none()), false, now));
  }

  /**
   * The most memory that this process had, in kibibytes, as the system counts it; empty where it
   * does not tell.
   */
  public static Optional<Long> peakKibibytes() {
    if (!Files.exists(STATUS)) {
      return Optional.empty();
    }
    try (Stream<String> lines = Files.lines(STATUS)) {
      return lines
          .filter(line -> line.startsWith("VmHWM:"))
          .map(line -> Long.parseLong(line.replaceAll("\\D", "")))
          .findFirst();
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
