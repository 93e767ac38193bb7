package io.asl4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Rules about the source files of all modules, examples and benchmarks included. */
class SourcesTest {
  private static final int LONGEST_FILE = 400;

  /** Files that may be longer, each with its reason. */
  private static final Map<String, String> LONG_FILES =
      Map.of(
          "asl-core/src/main/java/io/asl4j/core/lint/LintCodes.java",
          "a catalogue with one entry for each rule",
          "asl-core/src/main/java/io/asl4j/core/parse/Codes.java",
          "a catalogue with one entry for each diagnostic",
          "asl-runtime/src/main/java/io/asl4j/runtime/Engine.java",
          "the face of the module with its builder: a short method for each thing to do or to set",
          "asl-runtime/src/test/java/io/asl4j/runtime/RandomMachine.java",
          "a generator with a short method for each thing that a machine may have");

  private static final Path ROOT = Repository.root();

  @Test
  void filesStayShortEnoughToHoldOneIdea() {
    List<String> tooLong =
        javaFiles("src").stream()
            .filter(file -> lines(file).size() > LONGEST_FILE)
            .map(SourcesTest::name)
            .filter(name -> !LONG_FILES.containsKey(name))
            .toList();

    assertThat(tooLong)
        .as(
            "files of more than %d lines: split them, or give the reason in LONG_FILES",
            LONGEST_FILE)
        .isEmpty();
  }

  @Test
  void theListOfLongFilesIsNotOutOfDate() {
    assertThat(LONG_FILES.keySet())
        .allSatisfy(name -> assertThat(lines(ROOT.resolve(name))).hasSizeGreaterThan(LONGEST_FILE));
  }

  @Test
  void everyPackageSaysWhatItIsAndIsNullMarked() {
    List<Path> packages =
        javaFiles("src/main").stream()
            .filter(file -> !file.endsWith("module-info.java"))
            .map(Path::getParent)
            .distinct()
            .toList();

    assertThat(packages)
        .allSatisfy(
            folder -> {
              Path info = folder.resolve("package-info.java");
              assertThat(info).exists();
              assertThat(lines(info)).contains("@NullMarked");
              assertThat(lines(info).getFirst()).startsWith("/**");
            });
  }

  @Test
  void theTestsSawTheSources() {
    assertThat(javaFiles("src")).hasSizeGreaterThan(250);
  }

  private static List<Path> javaFiles(String under) {
    try (Stream<Path> modules = Files.list(ROOT)) {
      return modules
          .map(module -> module.resolve(under))
          .filter(Files::isDirectory)
          .flatMap(SourcesTest::javaFilesIn)
          .toList();
    } catch (IOException e) {
      throw new AssertionError("Cannot list " + ROOT, e);
    }
  }

  private static Stream<Path> javaFilesIn(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(".java")).toList().stream();
    } catch (IOException e) {
      throw new AssertionError("Cannot walk " + folder, e);
    }
  }

  private static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (IOException e) {
      throw new AssertionError("Cannot read " + file, e);
    }
  }

  private static String name(Path file) {
    return ROOT.relativize(file).toString().replace('\\', '/');
  }
}
