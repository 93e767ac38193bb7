package io.asl4j.core.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTextTest {

  @Test
  void remembersWhereKeysAndValuesStand() {
    SourceDocument document = read("{\n\t\"a b\" : [ 1, {\"c\\\"\": \"x\"} ]\r\n}");

    SourceMap map = document.map();
    assertThat(map.keyAt("/a b").orElseThrow()).isEqualTo(new SourceRange(3, 8, 2, 2, 2, 7));
    assertThat(text(document, "/a b")).isEqualTo("[ 1, {\"c\\\"\": \"x\"} ]");
    assertThat(text(document, "/a b/0")).isEqualTo("1");
    assertThat(text(document, "/a b/1/c\"")).isEqualTo("\"x\"");
    assertThat(map.valueAt("/a b/1/c\"").orElseThrow().toString()).isEqualTo("2:23");
    assertThat(map.pointers()).containsExactly("", "/a b", "/a b/0", "/a b/1", "/a b/1/c\"");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {"a":1,}         | 1:8  | A comma stands before `}`; the last element has none after it.
          {'a':1}          | 1:2  | A quote `'` stands where JSON wants the double quote ".
          {"a" 1}          | 1:6  | A colon is missing before `1`.
          {"a":1 "b":2}    | 1:8  | A comma is missing before `"`.
          [1,,2]           | 1:4  | A value is expected, found `,`.
          {"a":}           | 1:6  | A value is expected, found `}`.
          {a:1}            | 1:2  | A field name in double quotes is expected, found `a`.
          not json         | 1:1  | `not` is no JSON value; text stands in double quotes.
          {"a":True}       | 1:6  | `True` is no JSON value; write it in lower case.
          {"a":None}       | 1:6  | `None` is no JSON value; write null.
          {"a":NaN}        | 1:6  | `NaN` is no JSON value; JSON has no such number.
          {"a":01}         | 1:6  | `01` is no JSON number; leave out the zeroes in front, or put it in double quotes if it is no number.
          {"a":.5}         | 1:6  | `.5` is no JSON number; write it like 12, -0.5 or 1.5e3.
          {"a":+1}         | 1:6  | `+1` is no JSON number; write it like 12, -0.5 or 1.5e3.
          {"a":1e}         | 1:6  | `1e` is no JSON number; write it like 12, -0.5 or 1.5e3.
          {"a":"\\x"}      | 1:8  | A backslash before `x` means nothing in JSON; write \\\\ for a backslash.
          {"a":"\\u12G4"}  | 1:11 | After \\u stand four digits 0-9 or A-F, not `G`.
          // x             | 1:1  | JSON knows no comments; remove it or use a `Comment` field.
          {"a":1           | 1:7  | The text ends before the object that opens at 1:1 is closed; a `}` is missing.
          {"a":[1          | 1:8  | The text ends before the array that opens at 1:6 is closed; a `]` is missing.
          {"a":"abc        | 1:10 | The text ends inside a string; its closing quote is missing.
          [1}              | 1:3  | A `}` stands where a `]` must close what was opened last.
          ]                | 1:1  | A `]` closes something that was never opened.
          {"a":“x”}        | 1:6  | A quote `“` stands where JSON wants the double quote ".
          {} {}            | 1:4  | The JSON value is complete, but more text follows it.
          {"a":1}}         | 1:8  | The JSON value is complete, but more text follows it.
          1e10001          | 1:1  | The exponent of this number is too big; it may be -10000 to 10000.
          1E-99999999999   | 1:1  | The exponent of this number is too big; it may be -10000 to 10000.
          """)
  void saysInPlainWordsWhatIsWrongAndWhere(String text, String place, String message) {
    SourceDocument document = read(text);

    assertThat(document.isReadable()).isFalse();
    assertThat(document.problems()).hasSize(1);
    assertThat(document.problems().getFirst().toString()).isEqualTo(place + ": " + message);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\n\n", "\uFEFF"})
  void saysThatATextIsEmpty(String text) {
    SourceProblem problem = read(text).problems().getFirst();

    assertThat(problem.kind()).isEqualTo(SourceProblem.Kind.EMPTY);
    assertThat(problem.message()).isEqualTo("The text is empty; a JSON value is expected.");
  }

  @Test
  void keepsTheWordsOfTheParser() {
    SourceProblem problem = read("not json").problems().getFirst();

    assertThat(problem.parserMessage())
        .startsWith(
            "Unrecognized token 'not': was expecting (JSON String, Number, Array, Object or token"
                + " 'null', 'true' or 'false')")
        .endsWith("at [Source: (String)\"not json\"; line: 1, column: 1]");
  }

  @Test
  void namesBothPlacesOfAKeyThatStandsTwiceAndKeepsTheLastValue() {
    SourceDocument document = read("{\"a\": 1,\n \"b\": {\"x\": 1, \"x\": 2},\n \"a\": 3}");

    assertThat(document.isReadable()).isTrue();
    assertThat(document.root()).isEqualTo(Json.parse("{\"a\":3,\"b\":{\"x\":2}}"));
    assertThat(document.problems())
        .extracting(SourceProblem::kind)
        .containsOnly(SourceProblem.Kind.DUPLICATE_KEY);
    assertThat(document.problems())
        .extracting(SourceProblem::pointer)
        .containsExactly("/b/x", "/a");
    SourceProblem last = document.problems().getLast();
    assertThat(last.message())
        .isEqualTo("The key `a` stands twice in the same object, first at 1:2; keep one of them.");
    assertThat(last.range().toString()).isEqualTo("3:2");
    assertThat(last.related().orElseThrow().toString()).isEqualTo("1:2");
    assertThat(text(document, "/a")).isEqualTo("3");
  }

  @Test
  void seesThatAKeyIsTheSameInAnotherSpelling() {
    assertThat(read("{\"a\":1,\"\\u0061\":2}").problems()).hasSize(1);
  }

  @Test
  void collectsAllNumbersBeyondTheLimits() {
    SourceDocument document = read("[" + "9".repeat(1001) + ", 1e20000, 1]");

    assertThat(document.isReadable()).isFalse();
    assertThat(document.problems()).extracting(SourceProblem::pointer).containsExactly("/0", "/1");
  }

  @Test
  void readsNumbersExactly() {
    JsonNode root =
        read("[1.0, 1.10, 1e400, 100000000000000000000.5, 12345678901234567890, -0, 2147483648]")
            .root();

    assertThat(root.path(0).decimalValue()).isEqualTo(new BigDecimal("1.0"));
    assertThat(root.path(1).decimalValue()).isEqualTo(new BigDecimal("1.10"));
    assertThat(root.path(2).decimalValue()).isEqualTo(new BigDecimal("1E+400"));
    assertThat(root.path(3).decimalValue()).isEqualTo(new BigDecimal("100000000000000000000.5"));
    assertThat(root.path(4).isBigInteger()).isTrue();
    assertThat(root.path(5).isInt()).isTrue();
    assertThat(root.path(6).isLong()).isTrue();
  }

  @Test
  void countsFromBehindAByteOrderMark() {
    SourceDocument document = read("\uFEFF{\"a\":x}");

    assertThat(document.problems().getFirst().range().toString()).isEqualTo("1:6");
  }

  @ParameterizedTest
  @ValueSource(strings = {"[", "{\"a\":", "[{\"a\":"})
  void refusesDeepNestingAtItsPlaceWithoutOverflow(String opening) {
    SourceDocument document = read(opening.repeat(100_000));

    assertThat(document.problems()).hasSize(1);
    assertThat(document.problems().getFirst().kind()).isEqualTo(SourceProblem.Kind.TOO_DEEP);
  }

  @Test
  void readsTheDeepestNestingAllowed() {
    String text = "[".repeat(Json.MAX_DEPTH) + "]".repeat(Json.MAX_DEPTH);

    SourceDocument document = read(text);

    assertThat(document.problems()).isEmpty();
    assertThat(Json.write(document.root())).isEqualTo(text);
    assertThat(document.map().pointers()).hasSize(Json.MAX_DEPTH);
    assertThat(read("[" + text + "]").problems().getFirst().range().toString()).isEqualTo("1:1001");
  }

  @Test
  void keepsPlacesInTextsOfManyMegabytes() {
    StringBuilder text = new StringBuilder("[\n");
    int count = 200_000;
    for (int i = 0; i < count; i++) {
      text.append("{\"number ü\": ")
          .append(i)
          .append(", \"text\": \"\\n\\u00e9 some words\"}")
          .append(i == count - 1 ? "\n]" : ",\n");
    }
    assertThat(text.length()).isGreaterThan(9_000_000);

    SourceDocument document = read(text.toString());

    assertThat(document.problems()).isEmpty();
    for (int i = 0; i < count; i += 997) {
      assertThat(text(document, "/" + i + "/number ü")).isEqualTo(Integer.toString(i));
      assertThat(document.map().value("/" + i).startLine()).isEqualTo(i + 2);
    }
  }

  @Test
  void refusesBinaryTextAtItsPlace() {
    SourceProblem problem = read("{\"a\": \u0000\u0001\u0002}").problems().getFirst();

    assertThat(problem.kind()).isEqualTo(SourceProblem.Kind.SYNTAX);
    assertThat(problem.range().toString()).isEqualTo("1:7");
    assertThat(problem.message()).contains("U+0000");
  }

  @Property
  void everyRangeCoversTheTextOfItsValue(@ForAll("values") JsonNode value, @ForAll boolean pretty) {
    SourceText source =
        SourceText.of(pretty ? Json.pretty(value).replace("\n", "\r\n") : Json.write(value));

    SourceDocument document = JsonText.read(source);

    assertThat(document.problems()).isEmpty();
    assertThat(document.root()).isEqualTo(value);
    for (String pointer : document.map().pointers()) {
      JsonNode expected = value.at(pointer);
      assertThat(Json.parse(text(document, pointer))).isEqualTo(expected);
      document
          .map()
          .keyAt(pointer)
          .ifPresent(
              key -> {
                String written = source.text().substring(key.start(), key.end());
                assertThat(Json.parse(written).textValue())
                    .isEqualTo(Pointers.steps(pointer).getLast());
              });
    }
  }

  @Property
  void anyTextIsReadOrHasAProblemInsideIt(@ForAll("texts") String text) {
    SourceDocument document = read(text);

    assertThat(document.isReadable() || !document.problems().isEmpty()).isTrue();
    for (SourceProblem problem : document.problems()) {
      assertThat(problem.range().end()).isLessThanOrEqualTo(document.source().text().length());
      assertThat(problem.message()).endsWith(".");
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

  private static SourceDocument read(String text) {
    return JsonText.read(SourceText.of(text));
  }

  private static String text(SourceDocument document, String pointer) {
    SourceRange range = document.map().valueAt(pointer).orElseThrow();
    return document.source().text().substring(range.start(), range.end());
  }
}
