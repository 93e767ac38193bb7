package io.asl4j.core.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class YamlTextTest {

  @Test
  void readsADefinitionAndRemembersWhereItStands() {
    SourceDocument document =
        read(
            """
            # an order
            StartAt: Charge
            States:
              Charge:
                Type: Task   # pays
                Comment: >-
                  two
                  lines

                Retry:
                  - ErrorEquals: [States.ALL]

            TimeoutSeconds: 10
            """);

    assertThat(document.problems()).isEmpty();
    assertThat(Json.write(document.root()))
        .isEqualTo(
            "{\"StartAt\":\"Charge\",\"States\":{\"Charge\":{\"Type\":\"Task\",\"Comment\":\"two"
                + " lines\","
                + "\"Retry\":[{\"ErrorEquals\":[\"States.ALL\"]}]}},\"TimeoutSeconds\":10}");
    assertThat(text(document, "/States/Charge/Type")).isEqualTo("Task");
    assertThat(document.map().valueAt("/States/Charge/Type").orElseThrow().toString())
        .isEqualTo("5:11");
    assertThat(document.map().keyAt("/States/Charge").orElseThrow().toString()).isEqualTo("4:3");
    assertThat(text(document, "/States/Charge/Comment")).isEqualTo(">-\n      two\n      lines");
    assertThat(text(document, "/States/Charge/Retry")).isEqualTo("- ErrorEquals: [States.ALL]");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          yes            | "yes"
          on             | "on"
          True           | true
          ~              | null
          ''             | ""
          1_000          | "1_000"
          0123           | 123
          0o17           | 15
          0x1F           | 31
          +1             | 1
          -0             | 0
          1.0            | 1.0
          .5             | 0.5
          1e400          | 1E+400
          2020-01-01     | "2020-01-01"
          12:30:45       | "12:30:45"
          '1'            | "1"
          !!str 1        | "1"
          !!float 1      | 1.0
          1.             | 1.0
          ! 1            | "1"
          123456789012345678901234567890 | 123456789012345678901234567890
          """)
  void readsScalarsByTheCoreSchema(String yaml, String json) {
    SourceDocument document = read("a: " + yaml);

    assertThat(document.problems()).isEmpty();
    assertThat(Json.write(document.root().path("a"))).isEqualTo(json);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          a: b: c        | 1:5 | A `:` cannot stand here; check the indentation, or put the text in quotes if it is part of a value.
          a:\\n\\t- b    | 2:1 | A tab stands where YAML wants spaces.
          a: @x          | 1:4 | A value cannot begin with `@`; put it in quotes.
          a: 'x          | 1:6 | The text ends inside a quoted string; its closing quote is missing.
          a: [1          | 1:6 | A comma or a `]` is missing before the end of the text for the bracket that opens at 1:4.
          a: {b: 1]      | 1:9 | A comma or a `}` is missing before `]` for the bracket that opens at 1:4.
          a: 1\\nb       | 2:1 | A key and a `:` are expected here; the `:` is missing.
          - a\\nb: 1     | 2:1 | The indentation of this line does not fit the lines above it.
          a: - x         | 1:4 | A list entry `-` cannot stand on the line of its key; begin it on a line of its own.
          a: ]           | 1:4 | A value is expected, found `]`.
          {a: 1}}        | 1:7 | The YAML value is complete, but more text follows it.
          --- 1\\n--- 2  | 2:1 | A second YAML document begins here; only one is read.
          a: !Sub x      | 1:4 | The tag `!Sub` has no meaning here; only plain YAML values are read.
          a: !Ref [x]    | 1:4 | The tag `!Ref` has no meaning here; only plain YAML values are read.
          a: !!int x     | 1:4 | The text `x` does not fit its tag `tag:yaml.org,2002:int`.
          a: .inf        | 1:4 | `.inf` is no JSON number; put it in quotes if text is meant.
          a: 1e99999     | 1:4 | The exponent of this number is too big; it may be -10000 to 10000.
          1: x           | 1:1 | The key `1` is not text but another value; put it in quotes.
          true: x        | 1:1 | The key `true` is not text but another value; put it in quotes.
          [a]: x         | 1:1 | A list or mapping cannot be a key; keys are text.
          a: *b          | 1:4 | There is no anchor `&b` before this alias.
          a: &a [1, *a]  | 1:11 | The alias `*a` stands inside the value that it repeats, which would never end.
          <<: 1          | 1:5 | The merge key `<<` takes a mapping or a list of mappings; quote it if a field of that name is meant.
          """)
  void saysInPlainWordsWhatIsWrongAndWhere(String text, String place, String message) {
    SourceDocument document = read(text.replace("\\n", "\n").replace("\\t", "\t"));

    assertThat(document.isReadable()).isFalse();
    assertThat(document.problems())
        .extracting(SourceProblem::toString)
        .containsExactly(place + ": " + message);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "# only a comment\n", "\n\n"})
  void saysThatATextIsEmpty(String text) {
    assertThat(read(text).problems())
        .extracting(SourceProblem::kind)
        .containsExactly(SourceProblem.Kind.EMPTY);
  }

  @Test
  void namesBothPlacesOfAKeyThatStandsTwice() {
    SourceDocument document = read("a: 1\nb: 2\n\"a\": 3\n");

    assertThat(document.isReadable()).isTrue();
    assertThat(document.problems()).hasSize(1);
    assertThat(document.problems().getFirst().toString())
        .isEqualTo(
            "3:1: The key `a` stands twice in the same object, first at 1:1; keep one of them.");
    assertThat(document.root().path("a").intValue()).isEqualTo(3);
  }

  @Test
  void resolvesAliasesAndShowsWhatIsInsideThemAtTheAnchor() {
    SourceDocument document = read("a: &x\n  deep: [1]\nb: *x\n");

    assertThat(document.root().path("b")).isEqualTo(document.root().path("a"));
    assertThat(text(document, "/b")).isEqualTo("*x");
    assertThat(document.map().valueAt("/b/deep/0").orElseThrow().startLine()).isEqualTo(2);
  }

  @Test
  void anAliasMeansTheLastAnchorOfItsNameBeforeIt() {
    SourceDocument document = read("[&x 1, *x, &x 2, *x]");

    assertThat(Json.write(document.root())).isEqualTo("[1,1,2,2]");
  }

  @Test
  void mergesMappingsUnlessAFieldIsWrittenOut() {
    SourceDocument document =
        read("d: &d {x: 1, y: 2}\ne: {z: 0, <<: [*d, {y: 3, q: 4}], x: 9}\n\"<<\": 5\n");

    assertThat(document.problems()).isEmpty();
    assertThat(document.root().path("e"))
        .isEqualTo(Json.parse("{\"z\":0,\"x\":9,\"y\":2,\"q\":4}"));
    assertThat(document.root().path("<<").intValue()).isEqualTo(5);
    assertThat(document.map().valueAt("/e/y").orElseThrow().toString()).isEqualTo("1:17");
  }

  @Test
  void mergingDoesNotChangeWhatIsMerged() {
    SourceDocument document = read("d: &d {x: 1}\ne: {<<: *d, y: 2}\nf: *d\n");

    assertThat(Json.write(document.root()))
        .isEqualTo("{\"d\":{\"x\":1},\"e\":{\"y\":2,\"x\":1},\"f\":{\"x\":1}}");
  }

  @Test
  void refusesAliasesThatStandForTooMuch() {
    StringBuilder bomb = new StringBuilder("a0: &a0 [x,x,x,x,x,x,x,x,x,x]\n");
    for (int i = 1; i < 30; i++) {
      bomb.append("a" + i + ": &a" + i + " [" + ("*a" + (i - 1) + ",").repeat(10) + "]\n");
    }

    SourceDocument document = read(bomb.toString());

    assertThat(document.problems())
        .extracting(SourceProblem::kind)
        .containsExactly(SourceProblem.Kind.ALIAS);
    assertThat(document.problems().getFirst().range().startLine()).isGreaterThan(1);
  }

  @Test
  void refusesAliasesThatNestTooDeep() {
    StringBuilder chain = new StringBuilder("a0: &a0 [x]\n");
    for (int i = 1; i < 1100; i++) {
      chain.append("a" + i + ": &a" + i + " [*a" + (i - 1) + "]\n");
    }

    assertThat(read(chain.toString()).problems())
        .extracting(SourceProblem::kind)
        .containsExactly(SourceProblem.Kind.TOO_DEEP);
  }

  @ParameterizedTest
  @ValueSource(strings = {"[", "{a: ", "- ", "? "})
  void refusesDeepNestingAtItsPlaceWithoutOverflow(String opening) {
    assertThat(read(opening.repeat(100_000)).problems()).hasSize(1);
  }

  @Test
  void countsCharactersBeyondTheBasicPlaneAsTwoColumns() {
    SourceDocument document = read("\uD83D\uDE00: \uD83D\uDE00 # \uD83D\uDE00\nb: 1\n");

    assertThat(text(document, "/\uD83D\uDE00")).isEqualTo("\uD83D\uDE00");
    assertThat(document.map().valueAt("/b").orElseThrow().toString()).isEqualTo("2:4");
    assertThat(text(document, "/b")).isEqualTo("1");
  }

  @Test
  void readsCrLf() {
    SourceDocument document = read("a: 1\r\nb:\r\n  - x\r\n  - |\r\n    l1\r\n    l2\r\n");

    assertThat(Json.write(document.root())).isEqualTo("{\"a\":1,\"b\":[\"x\",\"l1\\nl2\\n\"]}");
    assertThat(document.map().valueAt("/b/0").orElseThrow().toString()).isEqualTo("3:5");
  }

  @Test
  void refusesUnprintableCharactersAtTheirPlace() {
    SourceProblem problem = read("a: 1\nb: \u0001").problems().getFirst();

    assertThat(problem.toString())
        .isEqualTo(
            "2:4: The character U+0001 cannot stand in YAML; write it as an escape in double"
                + " quotes.");
  }

  @Property
  void readsJsonAsTheJsonReaderDoesPlaceForPlace(@ForAll("values") JsonNode value) {
    SourceText source = SourceText.of(Json.write(value));

    SourceDocument json = JsonText.read(source);
    SourceDocument yaml = YamlText.read(source);

    assertThat(yaml.problems()).isEmpty();
    assertThat(yaml.root()).isEqualTo(json.root());
    assertThat(yaml.map().pointers()).isEqualTo(json.map().pointers());
    for (String pointer : json.map().pointers()) {
      assertThat(yaml.map().valueAt(pointer)).isEqualTo(json.map().valueAt(pointer));
      assertThat(yaml.map().keyAt(pointer)).isEqualTo(json.map().keyAt(pointer));
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
    return BrokenTexts.of(
        JsonValues.any()
            .map(value -> "a: &a\n  - b: " + Json.pretty(value) + "\nc: *a\n<<: {d: [x, y]}\n"));
  }

  private static SourceDocument read(String text) {
    return YamlText.read(SourceText.of("test.yaml", text));
  }

  private static String text(SourceDocument document, String pointer) {
    SourceRange range = document.map().valueAt(pointer).orElseThrow();
    return document.source().text().substring(range.start(), range.end());
  }
}
