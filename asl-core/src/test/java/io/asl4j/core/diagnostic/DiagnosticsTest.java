package io.asl4j.core.diagnostic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.asl4j.core.json.DefinitionText;
import io.asl4j.core.json.SourceDocument;
import io.asl4j.core.json.SourceText;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DiagnosticsTest {

  private static final DiagnosticCode FIRST =
      DiagnosticCode.of("ASL2001", "First").aws("SCHEMA_VALIDATION_FAILED");
  private static final DiagnosticCode SECOND = DiagnosticCode.of("ASL2002", "Second");

  private final SourceText a = SourceText.of("a.json", "{\n  \"x\": 1\n}");
  private final SourceText b = SourceText.of("b.json", "{}");

  @Test
  void ordersByFileLineColumnAndCode() {
    List<Diagnostic> sorted =
        List.of(
            Diagnostic.error(FIRST, "No text."),
            Diagnostic.error(FIRST, "Start.").at("", a, a.range(0, 1)),
            Diagnostic.warning(FIRST, "Same place.").at("/x", a, a.range(4, 7)),
            Diagnostic.error(SECOND, "Same place.").at("/x", a, a.range(4, 7)),
            Diagnostic.error(FIRST, "Later.").at("/x", a, a.range(9, 10)),
            Diagnostic.error(FIRST, "Other file.").at("", b, b.range(0, 1)));
    List<Diagnostic> shuffled = new ArrayList<>(sorted);
    Collections.shuffle(shuffled, new Random(7));

    assertThat(Diagnostics.of(shuffled).all()).isEqualTo(sorted);
    assertThat(
            Diagnostics.of(shuffled.subList(0, 3))
                .and(Diagnostics.of(shuffled.subList(3, 6)))
                .all())
        .isEqualTo(sorted);
  }

  @Test
  void throwsOnceWithAllFindings() {
    Diagnostics diagnostics =
        Diagnostics.of(
            Diagnostic.error(FIRST, "One is wrong.").at("/x", a, a.range(9, 10)).hint("Write 2."),
            Diagnostic.warning(SECOND, "Two is odd.").at("", b, b.range(0, 2)));

    InvalidDefinition thrown = catchThrowableOfType(InvalidDefinition.class, diagnostics::orThrow);

    assertThat(thrown.diagnostics()).isEqualTo(diagnostics);
    assertThat(thrown)
        .hasMessage(
            """
            The definition has an error:
              a.json:2:8: error[ASL2001]: One is wrong. Hint: Write 2.
              b.json:1:1: warning[ASL2002]: Two is odd.\
            """);
  }

  @Test
  void doesNotThrowForWarnings() {
    Diagnostics warnings = Diagnostics.of(Diagnostic.warning(FIRST, "Odd."));

    assertThatCode(warnings::orThrow).doesNotThrowAnyException();
    assertThat(warnings.hasErrors()).isFalse();
    assertThat(warnings.warnings()).hasSize(1);
    assertThatThrownBy(() -> new InvalidDefinition(warnings))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void listsAtMostAHundredInTheMessage() {
    List<Diagnostic> many = Collections.nCopies(250, Diagnostic.error(FIRST, "Again."));

    assertThatThrownBy(Diagnostics.of(many)::orThrow)
        .hasMessageStartingWith("The definition has 250 errors:")
        .hasMessageEndingWith("and 150 more.");
  }

  @Test
  void carriesHowAwsWordsIt() {
    Diagnostic diagnostic = Diagnostic.error(FIRST, "Ours.").aws("Theirs.", "/States/A/Choices[0]");

    assertThat(diagnostic.aws())
        .isEqualTo(new AwsFinding("SCHEMA_VALIDATION_FAILED", "Theirs.", "/States/A/Choices[0]"));
    assertThat(Diagnostic.error(SECOND, "Ours.").aws().code()).isEmpty();
  }

  @Test
  void findsItsPlaceInAMap() {
    SourceDocument document = DefinitionText.read(a);

    assertThat(Diagnostic.error(FIRST, "X.").at("/x", document.map()).toString())
        .isEqualTo("a.json:2:8: error[ASL2001]: X.");
  }

  @Test
  void refusesACodeThatIsNotStableText() {
    assertThatThrownBy(() -> DiagnosticCode.of("asl 1", "x"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aTextThatCannotBeReadGivesFindings() {
    SourceDocument document =
        DefinitionText.read(SourceText.of("a.asl", "{\"a\":1,\"a\":1e99999,\"b\":tru}"));

    Diagnostics diagnostics = TextDiagnostics.of(document);

    assertThat(diagnostics.stream().map(found -> found.code().id()))
        .containsExactly("ASL1002", "ASL1003", "ASL1001");
    assertThat(diagnostics.all().getLast().aws().code()).isEqualTo("INVALID_JSON_DESCRIPTION");
    assertThat(diagnostics.all().getLast().aws().message()).startsWith("Unrecognized token 'tru'");
    assertThat(TextDiagnostics.of(DefinitionText.read(b)).isEmpty()).isTrue();
  }
}
