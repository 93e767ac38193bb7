package io.asl4j.runtime.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Keeps the names of logs in docs/observability.md true. */
class ObservabilityPageTest {

  private static final Path SOURCES = Path.of("src", "main", "java");
  private static final Pattern LOGGED =
      Pattern.compile("\\bLOG\\s*\\.(trace|debug|info|warn|error)\\(");

  private static List<String> rows(String pattern) throws IOException {
    return Files.readAllLines(Path.of("..", "docs", "observability.md")).stream()
        .filter(line -> line.matches(pattern))
        .toList();
  }

  @Test
  void itListsEachKeyOfTheLoggingContext() throws IOException {
    List<String> rows = rows("\\| `[a-zA-Z]+` \\| .* \\|");

    assertThat(HandlerContext.KEYS)
        .allSatisfy(key -> assertThat(rows).anyMatch(row -> row.startsWith("| `" + key + "` |")));
  }

  @Test
  void itListsEachLoggerWithItsLevelsAndNoOther() throws IOException {
    Set<String> logged = new TreeSet<>();
    try (Stream<Path> files = Files.walk(SOURCES)) {
      for (Path file : files.filter(each -> each.toString().endsWith(".java")).toList()) {
        String name =
            SOURCES.relativize(file).toString().replaceAll("[/\\\\]", ".").replace(".java", "");
        LOGGED
            .matcher(Files.readString(file))
            .results()
            .map((MatchResult found) -> found.group(1).toUpperCase(Locale.ROOT))
            .forEach(level -> logged.add("| `" + name + "` | " + level + " |"));
      }
    }
    Set<String> listed = new TreeSet<>();
    rows("\\| `io\\.asl4j\\S+` \\| [A-Z]+ \\|.*")
        .forEach(row -> listed.add(row.replaceFirst("^(\\| \\S+ \\| [A-Z]+ \\|).*", "$1")));

    assertThat(logged).isNotEmpty();
    assertThat(listed).isEqualTo(logged);
  }
}
