package io.asl4j.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.asl4j.core.diagnostic.Diagnostic;
import io.asl4j.core.diagnostic.InvalidDefinition;
import io.asl4j.core.json.Json;
import io.asl4j.core.json.SourceText;
import io.asl4j.core.parse.Codes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Bad input gives diagnostics, never an exception. */
final class HostileDefinitionTest {

  private static final List<String> WRONG_VALUES =
      List.of(
          "null",
          "true",
          "-1",
          "1.5",
          "\"\"",
          "\"x\"",
          "[]",
          "[null]",
          "{}",
          "{\"x\": 1}",
          "\"{% \"",
          "\"$\"");

  @Test
  void reportsNestingOfTwoThousandLevels() {
    Parsed parsed = Asl.parse("{\"a\":".repeat(2_000) + "1" + "}".repeat(2_000));

    assertThat(parsed.diagnostics().stream().map(Diagnostic::code)).contains(Codes.TOO_DEEP);
  }

  @Test
  void walksTheDeepestNestingThatCanBeRead() {
    String rule =
        "{\"Not\":".repeat(900) + "{\"Variable\":\"$.a\",\"IsNull\":true}" + "}".repeat(900);
    String choice =
        "{\"StartAt\":\"A\",\"States\":{\"A\":{\"Type\":\"Choice\",\"Choices\":[{\"Not\":"
            + rule
            + ",\"Next\":\"B\"}]},\"B\":{\"Type\":\"Succeed\"}}}";

    assertThat(Asl.parse(choice).isValid()).isTrue();
  }

  @Test
  void reportsADefinitionOfTenMegabytes() {
    String states = "\"S\":{\"Type\":\"Succeed\",\"Comment\":\"" + "x".repeat(10_000_000) + "\"}";

    Parsed parsed = Asl.parse("{\"StartAt\":\"S\",\"States\":{" + states + "}}");

    assertThat(parsed.diagnostics().stream().map(Diagnostic::code))
        .containsExactly(Codes.TOO_LARGE);
  }

  @Test
  void takesAnyValueAnywhere() throws IOException {
    for (Path folder : folders()) {
      String name = folder.getFileName().toString();
      String text = Files.readString(folder.resolve("definition.asl.json"));
      if (!name.startsWith("valid-") || name.equals("valid-bare-placeholder")) {
        continue;
      }
      Parsed sound = Asl.parse(text);
      for (String pointer : sound.map().pointers()) {
        var range = sound.map().value(pointer);
        for (String wrong : WRONG_VALUES) {
          Parsed parsed =
              Asl.parse(text.substring(0, range.start()) + wrong + text.substring(range.end()));
          assertThat(parsed.isValid())
              .as(name + pointer + " = " + wrong)
              .isEqualTo(!parsed.diagnostics().hasErrors());
        }
      }
    }
  }

  @Test
  void takesATextThatBreaksOffAnywhere() throws IOException {
    String text =
        Files.readString(
                Path.of(
                    "..",
                    "src-test-fixtures",
                    "definitions",
                    "valid-eight-state-types",
                    "definition.asl.json"))
            .strip();

    for (int length = 0; length < text.length(); length++) {
      assertThat(Asl.parse(SourceText.of("cut.json", text.substring(0, length))).isValid())
          .isFalse();
    }
  }

  @Test
  void throwsOnceWithAllErrorsWhenAskedForTheMachine() {
    Parsed parsed =
        Asl.parse(
            "{\"StartAt\":\"A\",\"States\":{\"A\":{\"Type\":\"Pass\"},\"B\":{\"Type\":\"Nope\"}}}");

    assertThatThrownBy(parsed::orThrow)
        .isInstanceOf(InvalidDefinition.class)
        .hasMessageContaining("ASL2001")
        .hasMessageContaining("ASL1008");
  }

  @Test
  void expressMachinesSupportLess() {
    JsonNode task =
        Json.parse(
            "{\"Type\":\"Task\",\"Resource\":\"arn:aws:states:::states:startExecution.sync:2\",\"Parameters\":{\"StateMachineArn\":\"a\"},\"End\":true}");
    SourceText text = SourceText.of("{\"StartAt\":\"A\",\"States\":{\"A\":" + task + "}}");

    assertThat(Asl.parse(text).isValid()).isTrue();
    assertThat(Asl.parse(text, AslOptions.express()).diagnostics().stream().map(Diagnostic::code))
        .containsExactly(Codes.EXPRESS);
  }

  private static List<Path> folders() throws IOException {
    try (Stream<Path> folders = Files.list(Path.of("..", "src-test-fixtures", "definitions"))) {
      return folders.sorted().toList();
    }
  }
}
