package io.asl4j.maven;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A folder with a Java in it.
 *
 * @param folder where it is
 * @param version as the Java calls itself, such as {@code 21.0.4}
 */
record JavaHome(Path folder, String version) {

  private static final Pattern VERSION = Pattern.compile("JAVA_VERSION=\"?([^\"]+)\"?");

  /**
   * Reads the file {@code release}, in which every JDK since 8 says its version: a Java that were
   * started to ask would cost more than the whole check.
   *
   * @return empty if there is no Java in the folder
   */
  static Optional<JavaHome> in(Path folder) {
    Path release = folder.resolve("release");
    if (!Files.isRegularFile(release) || !Files.isExecutable(program(folder))) {
      return Optional.empty();
    }
    try {
      for (String line : Files.readAllLines(release)) {
        Matcher matcher = VERSION.matcher(line);
        if (matcher.matches()) {
          return Optional.of(new JavaHome(folder, matcher.group(1)));
        }
      }
      return Optional.empty();
    } catch (IOException unreadable) {
      // Not to be read is as good as not there: the search goes on and names the folder.
      return Optional.empty();
    }
  }

  private static Path program(Path folder) {
    Path bin = folder.resolve("bin");
    Path onWindows = bin.resolve("java.exe");
    return Files.exists(onWindows) ? onWindows : bin.resolve("java");
  }

  /** The program to start. */
  Path program() {
    return program(folder);
  }

  /** The first number of the version; 1 for Java 8 and older. */
  int major() {
    Matcher matcher = Pattern.compile("^\\d+").matcher(version);
    return matcher.find() ? Integer.parseInt(matcher.group()) : 0;
  }
}
