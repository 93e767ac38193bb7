package io.asl4j.cli.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.asl4j.core.diagnostic.Diagnostic;
import io.asl4j.core.diagnostic.DiagnosticCode;
import io.asl4j.core.lint.LintCodes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The cases of {@code src-test-fixtures/check}: a folder as a team has it, and in {@code
 * findings.txt} one line a finding with file, place, severity, code and pointer. Missing and extra
 * findings both fail.
 */
class CheckFixturesTest {

  private static final Path FOLDER = Path.of("..", "src-test-fixtures", "check");
  private static final Instant NOW = Instant.parse("2030-01-01T00:00:00Z");

  static Stream<Path> cases() throws IOException {
    try (Stream<Path> folders = Files.list(FOLDER)) {
      return folders.sorted().toList().stream();
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void findsExactlyWhatTheCaseLists(Path folder) throws IOException {
    List<FoundFile> files = DefinitionFiles.find(List.of("."), folder);
    Checker checker = new Checker(Optional.empty(), NearestSettings.upwards(), false, NOW);

    List<Checked> checked = CheckRun.over(files, checker);

    assertThat(checked.stream().flatMap(file -> file.diagnostics().stream()).map(this::line))
        .containsExactlyElementsOf(Files.readAllLines(folder.resolve("findings.txt")));
  }

  @Test
  void showsEveryLintCode() throws IOException {
    Set<String> shown = new HashSet<>();
    for (Path folder : cases().toList()) {
      Files.readAllLines(folder.resolve("findings.txt"))
          .forEach(line -> shown.add(line.split(" ", -1)[2]));
    }

    // What a run costs is told on request only.
    assertThat(LintCodes.all())
        .filteredOn(code -> !code.equals(LintCodes.COST))
        .extracting(DiagnosticCode::id)
        .isSubsetOf(shown);
  }

  private String line(Diagnostic diagnostic) {
    return "%s:%s %s %s %s"
        .formatted(
            diagnostic.file(),
            diagnostic.range().orElseThrow(),
            diagnostic.severity().label(),
            diagnostic.code(),
            diagnostic.pointer().isEmpty() ? "(root)" : diagnostic.pointer());
  }
}
