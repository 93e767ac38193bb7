package io.asl4j.core.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.POJONode;
import java.util.Map;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "[]",
        "{\"a\":[{\"b\":null},true,false,\"\"]}",
        "1.0",
        "1.10",
        "-0.5",
        "1E+400",
        "100000000000000000000.5",
        "0.0000001",
        "12345678901234567890",
        "\"\\\"\\\\\\n\\u0001/\u00fc\u6f22\uD83D\uDE00\u2028\"",
        "{\"b\":1,\"a\":2}"
      })
  void writesWhatItReadsLetterForLetter(String text) {
    assertThat(Json.write(Json.parse(text))).isEqualTo(text);
  }

  @Test
  void keepsADecimalADecimalAndAnExponentOnlyWhereItIsShorter() {
    assertThat(Json.write(Json.parse("[1e0,1.5e1,1e2,0e5,-0.0,0.00,1.2345678e7,1e7]")))
        .isEqualTo("[1.0,15.0,100.0,0.0,0.0,0.00,12345678.0,1E+7]");
    assertThat(Json.write(Json.parse("1e-30"))).isEqualTo("1E-30");
  }

  @Test
  void writesCalculatedDoublesAsJacksonDoes() {
    assertThat(Json.write(DoubleNode.valueOf(100.0))).isEqualTo("100.0");
    assertThat(Json.write(DoubleNode.valueOf(Double.NaN))).isEqualTo("\"NaN\"");
  }

  @Test
  void writesPrettyWithTwoSpacesALevel() {
    assertThat(Json.pretty(Json.parse("{\"a\":[1,{}],\"b\":[],\"c\":{\"d\":1.0}}")))
        .isEqualTo(
            """
            {
              "a": [
                1,
                {}
              ],
              "b": [],
              "c": {
                "d": 1.0
              }
            }\
            """);
  }

  @Test
  void ofARepeatedKeyTheLastValueCounts() {
    assertThat(Json.write(Json.parse("{\"a\":1,\"b\":2,\"a\":3}"))).isEqualTo("{\"a\":3,\"b\":2}");
  }

  @Test
  void namesLineAndColumnOfASyntaxError() {
    JsonSyntaxFailed failed =
        catchThrowableOfType(JsonSyntaxFailed.class, () -> Json.parse("{\n  \"a\": tru\n}"));

    assertThat(failed.line()).isEqualTo(2);
    assertThat(failed.column()).isEqualTo(8);
    assertThat(failed.reason()).isEqualTo("`tru` is no JSON value; text stands in double quotes.");
    assertThat(failed).hasMessage(failed.reason() + " (line 2, column 8)");
    assertThat(failed.parserMessage()).startsWith("Unrecognized token 'tru'");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "  ", "{} {}", "{} x", "1 2", "1e10001", "nul", "{\"a\":1", "[1,]", "\u0000"})
  void refusesWhatIsNotOneJsonValue(String text) {
    assertThatThrownBy(() -> Json.parse(text)).isInstanceOf(JsonSyntaxFailed.class);
  }

  @Test
  void refusesNestingAndNumbersBeyondTheLimits() {
    assertThatThrownBy(() -> Json.parse("[".repeat(100_000)))
        .hasMessageContaining("more than 1000 deep")
        .hasMessageContaining("column 1001");
    assertThatThrownBy(() -> Json.parse("9".repeat(1_001))).hasMessageContaining("1001 characters");
  }

  @Test
  void writesValuesOfAnyDepth() {
    JsonNode deep = JsonNodeFactory.instance.arrayNode();
    for (int i = 1; i < 100_000; i++) {
      ArrayNode around = JsonNodeFactory.instance.arrayNode();
      around.add(deep);
      deep = around;
    }

    assertThat(Json.write(deep)).isEqualTo("[".repeat(100_000) + "]".repeat(100_000));
    assertThat(JsonEquality.hash(deep)).isEqualTo(JsonEquality.hash(deep));
  }

  @Test
  void refusesJavaObjectsThatAreNoJson() {
    assertThatThrownBy(() -> Json.write(new POJONode(Map.of())))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aNewMapperReadsAndWritesNumbersExactly() throws JsonProcessingException {
    String text = "[1.0,1.10,1E+400,12345678901234567890]";

    assertThat(Json.newMapper().readTree(text)).isEqualTo(Json.parse(text));
    assertThat(Json.newMapper().writeValueAsString(Json.parse(text))).isEqualTo(text);
  }

  @Property
  void parsingWhatWasWrittenGivesTheValueBack(@ForAll("values") JsonNode value) {
    assertThat(Json.parse(Json.write(value))).isEqualTo(value);
    assertThat(Json.parse(Json.pretty(value))).isEqualTo(value);
  }

  @Property
  void bothReadersAgreeOnAnyText(@ForAll("texts") String text) {
    SourceDocument document = JsonText.read(SourceText.of(text));

    if (document.isReadable()) {
      assertThat(Json.parse(text)).isEqualTo(document.root());
    } else {
      assertThatThrownBy(() -> Json.parse(text)).isInstanceOf(JsonSyntaxFailed.class);
    }
  }

  @Provide
  Arbitrary<JsonNode> values() {
    return JsonValues.any();
  }

  @Provide
  Arbitrary<String> texts() {
    return BrokenTexts.of(JsonValues.any().map(Json::write));
  }
}
