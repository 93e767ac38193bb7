package io.asl4j.core.lint;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.asl4j.core.Asl;
import io.asl4j.core.AslOptions;
import io.asl4j.core.diagnostic.Diagnostic;
import io.asl4j.core.diagnostic.DiagnosticCode;
import io.asl4j.core.diagnostic.Diagnostics;
import io.asl4j.core.json.DefinitionText;
import io.asl4j.core.json.Json;
import io.asl4j.core.json.SourceDocument;
import io.asl4j.core.json.SourceText;
import io.asl4j.core.validate.MachineType;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What the codes say of themselves is true: the wrong example has the finding, the right one not.
 */
class LintExamplesTest {

  private static final Lint LINT =
      Lint.of(MachineType.STANDARD, Instant.parse("2030-01-01T00:00:00Z")).withCosts();

  static Stream<DiagnosticCode> codes() {
    return LintCodes.all().stream().filter(code -> !code.wrong().isEmpty());
  }

  @ParameterizedTest
  @MethodSource("codes")
  void theWrongExampleHasTheFindingButNoError(DiagnosticCode code) {
    SourceDocument document = document(code.wrong());

    assertThat(LINT.check(document).stream().map(Diagnostic::code)).contains(code);
    assertThat(errors(document)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("codes")
  void theRightExampleHasNoFindingOfThatCode(DiagnosticCode code) {
    SourceDocument document = document(code.right());

    assertThat(LINT.check(document).stream().map(Diagnostic::code)).doesNotContain(code);
    assertThat(errors(document)).isEmpty();
  }

  @Test
  void costsAreToldOnRequestOnly() {
    SourceDocument document = document("{\"A\": {\"Type\": \"Pass\", \"End\": true}}");
    Lint plain = Lint.of(MachineType.STANDARD, Instant.EPOCH);

    assertThat(plain.check(document)).isEmpty();
    assertThat(LINT.check(document).stream().map(Diagnostic::message))
        .singleElement()
        .asString()
        .startsWith("One run takes 1 state transitions: 0.000025 USD as Standard");
  }

  @Test
  void aTextThatIsNoObjectHasNoFindings() {
    assertThat(LINT.check(DefinitionText.read(SourceText.of("[1]")))).isEmpty();
    assertThat(LINT.check(DefinitionText.read(SourceText.of("{")))).isEmpty();
  }

  private static Diagnostics errors(SourceDocument document) {
    return Diagnostics.of(Asl.check(document, AslOptions.standard()).diagnostics().errors());
  }

  /** An example is a whole definition, or the states of one that starts at the first. */
  private static SourceDocument document(String example) {
    JsonNode tree = Json.parse(example);
    String start = tree.fieldNames().next();
    String text =
        tree.has("States")
            ? example
            : "{\"StartAt\": \"%s\", \"States\": %s}".formatted(start, example);
    return DefinitionText.read(SourceText.of("example.asl.json", text));
  }
}
