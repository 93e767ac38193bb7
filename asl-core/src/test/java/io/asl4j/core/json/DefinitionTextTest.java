package io.asl4j.core.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.asl4j.core.json.DefinitionText.Format;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DefinitionTextTest {

  @ParameterizedTest
  @CsvSource({"a.json,JSON", "a.asl.json,JSON", "a.asl,JSON", "a.yaml,YAML", "A.ASL.YML,YAML"})
  void theNameDecidesWhateverTheText(String name, Format format) {
    assertThat(DefinitionText.formatOf(SourceText.of(name, "{}"))).isEqualTo(format);
    assertThat(DefinitionText.formatOf(SourceText.of(name, "a: 1"))).isEqualTo(format);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"a\": 1}",
        " \n [1]",
        "\"a\": 1",
        "not a definition",
        "",
        "12",
        "{a: 1}",
        "# only a comment",
        "http://x"
      })
  void textThatDoesNotLookLikeYamlIsJson(String text) {
    assertThat(DefinitionText.formatOf(SourceText.of(text))).isEqualTo(Format.JSON);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "StartAt: A",
        "# c\n\nStates:\n  A:",
        "---\na: 1",
        "%YAML 1.2\n---",
        "'a b': 1",
        "- x",
        "Comment: {a: [1]}"
      })
  void textThatLooksLikeYamlIsYaml(String text) {
    assertThat(DefinitionText.formatOf(SourceText.of(text))).isEqualTo(Format.YAML);
  }

  @Test
  void bothFormatsGiveTheSameTree() {
    SourceDocument json = DefinitionText.read(SourceText.of("{\"a\": [1.0, null]}"));
    SourceDocument yaml = DefinitionText.read(SourceText.of("a:\n- 1.0\n- null\n"));

    assertThat(json.root()).isEqualTo(yaml.root());
  }
}
