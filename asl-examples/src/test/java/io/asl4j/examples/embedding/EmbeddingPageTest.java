package io.asl4j.examples.embedding;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Keeps docs/embedding.md true: its code and its definition are what runs in this package. */
class EmbeddingPageTest {

  private static final Path PAGE = Path.of("..", "docs", "embedding.md");
  private static final Path SOURCES =
      Path.of("src", "test", "java", "io", "asl4j", "examples", "embedding");
  private static final Path DEFINITION =
      Path.of("src", "test", "resources", "io", "asl4j", "examples", "embedding", "order.asl.json");
  private static final Pattern BLOCK = Pattern.compile("```(java|json)\n(.*?)```", Pattern.DOTALL);

  private static List<String> blocks(String language) throws IOException {
    return BLOCK
        .matcher(Files.readString(PAGE))
        .results()
        .filter(block -> block.group(1).equals(language))
        .map((MatchResult block) -> block.group(2))
        .toList();
  }

  @Test
  void itsDefinitionIsTheOneThatRuns() throws IOException {
    assertThat(blocks("json")).containsExactly(Files.readString(DEFINITION));
  }

  @Test
  void itsCodeIsCodeThatRuns() throws IOException {
    StringBuilder sources = new StringBuilder();
    try (Stream<Path> files = Files.list(SOURCES)) {
      for (Path file : files.sorted().toList()) {
        if (!file.endsWith("EmbeddingPageTest.java")) {
          sources.append(squeezed(Files.readString(file)));
        }
      }
    }

    assertThat(blocks("java")).hasSizeGreaterThan(10);
    for (String block : blocks("java")) {
      assertThat(sources.toString()).contains(squeezed(block));
    }
  }

  private static String squeezed(String code) {
    return code.replaceAll("\\s+", "");
  }
}
