package io.asl4j.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.asl4j.core.diagnostic.Diagnostic;
import io.asl4j.core.diagnostic.DiagnosticCode;
import io.asl4j.core.parse.Codes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The cases of {@code src-test-fixtures/definitions}: a definition, and one line a finding with
 * code, pointer and place. Missing and extra findings both fail.
 */
final class DefinitionFixturesTest {

  private static final Path FOLDER = Path.of("..", "src-test-fixtures", "definitions");

  /**
   * Found by size, depth or type of the machine, so no fixture can show them; {@link
   * HostileDefinitionTest} does.
   */
  private static final Set<DiagnosticCode> WITHOUT_FIXTURE =
      Set.of(Codes.TOO_LARGE, Codes.TOO_DEEP);

  static Stream<Path> cases() throws IOException {
    try (Stream<Path> folders = Files.list(FOLDER)) {
      return folders.sorted().toList().stream();
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void findsExactlyWhatTheCaseLists(Path folder) throws IOException {
    Parsed parsed = Asl.read(folder.resolve("definition.asl.json"));

    assertThat(parsed.diagnostics().stream().map(DefinitionFixturesTest::line))
        .containsExactlyElementsOf(Files.readAllLines(folder.resolve("diagnostics.txt")));
    assertThat(parsed.isValid()).isEqualTo(!parsed.diagnostics().hasErrors());
  }

  @Test
  void showsEveryCode() throws IOException {
    Set<String> shown = new HashSet<>();
    for (Path folder : cases().toList()) {
      Files.readAllLines(folder.resolve("diagnostics.txt"))
          .forEach(line -> shown.add(line.substring(0, line.indexOf(' '))));
    }

    List<DiagnosticCode> missing =
        Codes.all().stream()
            .filter(code -> !WITHOUT_FIXTURE.contains(code) && !shown.contains(code.id()))
            .toList();

    assertThat(missing).isEmpty();
  }

  private static String line(Diagnostic diagnostic) {
    String pointer = diagnostic.pointer().isEmpty() ? "(root)" : diagnostic.pointer();
    return diagnostic.code() + " " + pointer + " " + diagnostic.range().orElseThrow();
  }
}
