package io.asl4j.core.json;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SourceMapTest {

  private static final String TEXT =
      """
      {
        "States": {
          "A": {
            "Type": "Pass"
          }
        },
        "List": [ {"x": 1} ]
      }
      """;

  private final SourceMap map = JsonText.read(SourceText.of(TEXT)).map();

  @Test
  void findsTheNearestValueAroundAPointer() {
    assertThat(map.nearest("/States/A/Type")).isEqualTo("/States/A/Type");
    assertThat(map.nearest("/States/A/Next/deep")).isEqualTo("/States/A");
    assertThat(map.nearest("/States/A/Type/deep")).isEqualTo("/States/A/Type");
    assertThat(map.nearest("/List/1")).isEqualTo("/List");
    assertThat(map.nearest("/none")).isEmpty();
  }

  @Test
  void showsAMissingFieldAtTheNameOfTheObjectThatLacksIt() {
    assertThat(shown(map.best("/States/A/Next"))).isEqualTo("\"A\"");
  }

  @Test
  void showsAShortValueItselfAndALongOneByItsKey() {
    assertThat(shown(map.best("/States/A/Type"))).isEqualTo("\"Pass\"");
    assertThat(shown(map.best("/States/A"))).isEqualTo("\"A\"");
    assertThat(shown(map.best("/List/0"))).isEqualTo("{\"x\": 1}");
    assertThat(shown(map.best(""))).isEqualTo("{");
  }

  @Test
  void tellsFieldsFromPositions() {
    assertThat(map.contains("/List/0")).isTrue();
    assertThat(map.contains("/List/00")).isFalse();
    assertThat(map.contains("/List/-")).isFalse();
    assertThat(map.contains("/List/99999999999")).isFalse();
    assertThat(map.contains("/States/0")).isFalse();
  }

  @Test
  void knowsOnlyTheStartOfATextThatCouldNotBeRead() {
    SourceMap empty = JsonText.read(SourceText.of("{")).map();

    assertThat(empty.best("/States/A").toString()).isEqualTo("1:1");
    assertThat(empty.pointers()).containsExactly("");
  }

  private static String shown(SourceRange range) {
    return TEXT.substring(range.start(), range.end());
  }
}
