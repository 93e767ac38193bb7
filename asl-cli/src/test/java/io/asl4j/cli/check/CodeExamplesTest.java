package io.asl4j.cli.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.asl4j.core.diagnostic.Diagnostic;
import io.asl4j.core.diagnostic.DiagnosticCode;
import io.asl4j.core.json.SourceText;
import io.asl4j.core.template.TemplateCodes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What the codes about files around definitions, and about comments in them, say of themselves is
 * true: the wrong example has the finding, the right one not.
 */
class CodeExamplesTest {

  private static final String DEFINITION =
      "{\"StartAt\": \"A\", \"States\": {\"A\": {\"Type\": \"Task\", \"Resource\": \"%s\","
          + " \"TimeoutSeconds\": 9, \"End\": true}}}";

  @TempDir Path folder;

  static Stream<DiagnosticCode> codes() {
    return Stream.of(TemplateCodes.all(), Suppressions.codes()).flatMap(List::stream);
  }

  @ParameterizedTest
  @MethodSource("codes")
  void theRightExampleMendsTheWrongOne(DiagnosticCode code) throws IOException {
    Path definition = folder.resolve("statemachine/order.asl.json");
    Files.createDirectories(definition.getParent());
    Files.writeString(definition, DEFINITION.formatted("arn:aws:states:::aws-sdk:s3:listBuckets"));

    assertThat(found(code.wrong())).contains(code);
    assertThat(found(code.right())).doesNotContain(code);
  }

  private List<DiagnosticCode> found(String example) {
    boolean isDefinition = example.startsWith("{");
    String name = isDefinition ? "example.asl.json" : "template.yaml";
    String text = isDefinition ? commented(example) : template(example);
    Checker checker =
        new Checker(
            Optional.of(Target.STANDARD),
            NearestSettings.always(Settings.none()),
            false,
            Instant.EPOCH);
    return checker
        .check(SourceText.of(name, text), folder.resolve(name), true)
        .orElseThrow()
        .diagnostics()
        .stream()
        .map(Diagnostic::code)
        .toList();
  }

  /** A definition with the comment of the example, and without the timeout that it is about. */
  private static String commented(String example) {
    String fields = example.substring(1, example.length() - 1);
    return DEFINITION
        .formatted("arn:aws:states:::aws-sdk:s3:listBuckets")
        .replace("\"TimeoutSeconds\": 9", fields);
  }

  /** A template with the property of the example; the comment behind it is the placeholder. */
  private static String template(String example) {
    int comment = example.indexOf("  # ");
    String definition =
        comment < 0
            ? ""
            : "\n      Definition: " + DEFINITION.formatted(example.substring(comment + 4));
    return """
    Transform: AWS::Serverless-2016-10-31
    Resources:
      Order:
        Type: AWS::Serverless::StateMachine
        Properties:
          %s%s
    """
        .formatted(example, definition);
  }
}
