import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.FormatterException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.stream.Stream;

/**
 * Checks or applies google-java-format over every Java source of the repository.
 *
 * <p>The build starts it as a single source file with the formatter on the class path and the
 * repository's root as working directory: {@code java JavaSourceFormat.java check|apply VERSION}.
 * What is not formatted, or cannot be read as Java, is printed and listed in {@code
 * target/format/unformatted.txt}, which exists only then. Texts that were found well formatted are
 * remembered by their hash, so that a second run costs next to nothing.
 */
final class JavaSourceFormat {
  private final Path root;
  private final boolean rewrites;
  private final Path memory;
  private final Set<String> known;
  private final Set<String> seen = new ConcurrentSkipListSet<>();
  private final Set<String> findings = new ConcurrentSkipListSet<>();

  private JavaSourceFormat(Path root, boolean rewrites, String version) throws IOException {
    this.root = root;
    this.rewrites = rewrites;
    this.memory = root.resolve("target/format/known-" + version);
    this.known = Files.exists(memory) ? Set.copyOf(Files.readAllLines(memory)) : Set.of();
  }

  public static void main(String[] arguments) throws IOException {
    Path root = Path.of("").toAbsolutePath();
    new JavaSourceFormat(root, arguments[0].equals("apply"), arguments[1]).run();
  }

  private void run() throws IOException {
    sources().parallelStream().forEach(this::visit);
    Files.createDirectories(memory.getParent());
    Files.write(memory, seen);
    Path unformatted = memory.resolveSibling("unformatted.txt");
    Files.deleteIfExists(unformatted);
    if (!findings.isEmpty()) {
      Files.write(unformatted, findings);
      System.err.println("Java sources that are not formatted as google-java-format does:");
      findings.forEach(finding -> System.err.println("  " + finding));
    }
  }

  private List<Path> sources() throws IOException {
    try (Stream<Path> modules = Files.list(root)) {
      return Stream.concat(
              javaFilesUnder(root.resolve(".mvn")),
              modules.flatMap(module -> javaFilesUnder(module.resolve("src"))))
          .toList();
    }
  }

  private static Stream<Path> javaFilesUnder(Path folder) {
    if (!Files.isDirectory(folder)) {
      return Stream.empty();
    }
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(".java")).toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void visit(Path source) {
    String text = read(source);
    String hash = hash(text);
    if (known.contains(hash)) {
      seen.add(hash);
      return;
    }
    String name = root.relativize(source).toString();
    try {
      String formatted = new Formatter().formatSourceAndFixImports(text);
      if (formatted.equals(text)) {
        seen.add(hash);
      } else if (rewrites) {
        write(source, formatted);
        System.out.println("formatted " + name);
      } else {
        findings.add(name);
      }
    } catch (FormatterException e) {
      findings.add(name + ":" + e.getMessage());
    }
  }

  private static String read(Path source) {
    try {
      return Files.readString(source);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + source, e);
    }
  }

  private static void write(Path source, String text) {
    try {
      Files.writeString(source, text);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write " + source, e);
    }
  }

  private static String hash(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }
}
