package io.asl4j.core.query.jsonata;

import static org.assertj.core.api.Assertions.assertThat;

import io.asl4j.core.query.EvaluationBudget;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever the text: a tree, or an error with a code and a place inside the text. */
class ParserLawsTest {

  private static final List<String> PIECES =
      List.of(
          "a",
          "$",
          "$$",
          "$x",
          "$sum",
          "1",
          "0.5",
          "'t'",
          "\"",
          "`b`",
          "`",
          ".",
          "..",
          "[",
          "]",
          "(",
          ")",
          "{",
          "}",
          "?",
          ":",
          ":=",
          ";",
          ",",
          "+",
          "-",
          "*",
          "**",
          "%",
          "/",
          "/r/",
          "=",
          "!=",
          "<",
          ">",
          "<=",
          "&",
          "and",
          "or",
          "in",
          "~>",
          "|",
          "^(",
          "@$v",
          "#$i",
          "function($p)",
          "<n:n>",
          "true",
          "null",
          " ",
          "\n",
          "/* c */",
          "/*",
          "!",
          "~",
          "\\",
          "\u03bb",
          "\ud83d\ude00");

  @Provide
  Arbitrary<String> shuffledPieces() {
    return Arbitraries.of(PIECES).list().ofMaxSize(30).map(pieces -> String.join("", pieces));
  }

  @Property(tries = 3000)
  void piecesOfExpressionsParseOrFailWithACode(@ForAll("shuffledPieces") String source) {
    check(source);
  }

  @Property(tries = 1000)
  void anyTextParsesOrFailsWithACode(@ForAll String source) {
    check(source);
  }

  private static void check(String source) {
    for (JsonataDialect dialect : JsonataDialect.values()) {
      try {
        Jsonata compiled = Jsonata.compile(source, dialect);
        assertThat(compiled.references()).isNotNull();
        assertThat(compiled.syntax().offset()).isBetween(0, source.length());
        evaluate(compiled);
      } catch (JsonataFailed failed) {
        assertThat(failed.code()).isNotEmpty();
        assertThat(failed.offset()).isBetween(-1, source.length());
      }
    }
  }

  private static void evaluate(Jsonata compiled) {
    try {
      compiled.evaluate(
          FixedEnvironment.of(JsonataCase.json("{\"a\": [1, {\"b\": \"t\"}]}"))
              .withBudget(EvaluationBudget.aws(() -> 0L).withMaxSteps(100_000)));
    } catch (JsonataFailed failed) {
      assertThat(failed.text()).isNotEmpty();
    }
  }
}
