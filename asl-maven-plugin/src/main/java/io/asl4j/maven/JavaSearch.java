package io.asl4j.maven;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Looks for a Java that is new enough, in the order in which candidates are offered, and keeps in
 * mind where it looked. Serves one search.
 */
final class JavaSearch {

  /** The oldest Java that runs the {@code asl} command. */
  static final int OLDEST = 21;

  /** Folders whose sub-folders may be JDKs; the same as those of the launcher {@code asl}. */
  private static final List<String> SHELVES =
      List.of(
          "/usr/lib/jvm",
          "/usr/lib64/jvm",
          "/usr/java",
          "/usr/local/java",
          "/usr/local",
          "/opt/java",
          "/opt",
          "~/.sdkman/candidates/java",
          "~/.jdks",
          "~/.asdf/installs/java",
          "~/.local/share/mise/installs/java",
          "/Library/Java/JavaVirtualMachines",
          "~/Library/Java/JavaVirtualMachines",
          "/opt/homebrew/opt",
          "/usr/local/opt",
          "/home/linuxbrew/.linuxbrew/opt",
          "C:/Program Files/Java",
          "C:/Program Files/Eclipse Adoptium");

  /** Where the JDK is inside a sub-folder of a shelf. */
  private static final List<String> INSIDE =
      List.of("", "Contents/Home", "libexec/openjdk.jdk/Contents/Home", "libexec");

  private final List<String> looked = new ArrayList<>();
  private Optional<JavaHome> found = Optional.empty();

  /** Takes a folder, unless a Java was found before, if its Java is new enough. */
  JavaSearch offer(String name, Path folder) {
    if (found.isPresent()) {
      return this;
    }
    Optional<JavaHome> there = JavaHome.in(folder);
    found = there.filter(home -> home.major() >= OLDEST);
    if (found.isEmpty()) {
      String what = there.map(home -> "Java " + home.version()).orElse("no Java there");
      looked.add(name + ": " + folder + " (" + what + ")");
    }
    return this;
  }

  /** Takes the folder that a variable of the environment names, if it names one. */
  JavaSearch offerVariable(String name, Map<String, String> environment) {
    String folder = environment.getOrDefault(name, "");
    return folder.isEmpty() ? this : offer(name, Path.of(folder));
  }

  /** Takes the newest JDK from where systems and tools put them. */
  JavaSearch offerShelves(Path userHome) {
    if (found.isPresent()) {
      return this;
    }
    List<JavaHome> all = new ArrayList<>();
    for (String shelf : SHELVES) {
      Path folder = shelf.startsWith("~/") ? userHome.resolve(shelf.substring(2)) : Path.of(shelf);
      all.addAll(onShelf(folder));
    }
    all.stream()
        .max(Comparator.comparingInt(JavaHome::major))
        .ifPresent(newest -> offer("the newest JDK found", newest.folder()));
    return this;
  }

  private static List<JavaHome> onShelf(Path shelf) {
    List<JavaHome> homes = new ArrayList<>();
    if (!Files.isDirectory(shelf)) {
      return homes;
    }
    try (DirectoryStream<Path> folders = Files.newDirectoryStream(shelf, Files::isDirectory)) {
      for (Path folder : folders) {
        INSIDE.stream()
            .map(folder::resolve)
            .map(JavaHome::in)
            .flatMap(Optional::stream)
            .findFirst()
            .ifPresent(homes::add);
      }
    } catch (IOException unreadable) {
      // A shelf that this user may not list holds nothing for this user.
      return List.of();
    }
    return homes;
  }

  /** What was found. */
  Optional<JavaHome> found() {
    return found;
  }

  /** Says that nothing was found, where it was looked for, and what to do. */
  String complaint() {
    return "asl needs Java "
        + OLDEST
        + " or newer, and none was found (Maven itself may stay on an older one). Looked at: "
        + (looked.isEmpty() ? "no Java anywhere" : String.join("; ", looked))
        + ". To mend it: install a JDK "
        + OLDEST
        + " or newer, add it to toolchains.xml, or name its folder in <javaHome>,"
        + " -Dasl.javaHome=... or ASL_JAVA_HOME.";
  }
}
