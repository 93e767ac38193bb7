package io.asl4j.runtime.walk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WildcardsTest {

  @ParameterizedTest
  @CsvSource({
    "foo*.log, foo23.log, true",
    "foo*.log, foo.log, true",
    "foo*.log, foo.lo, false",
    "'*', '', true",
    "'', '', true",
    "'', x, false",
    "**, x, true",
    "a*b*c, axxbyyc, true",
    "a*b*c, axxbyy, false",
    "*ab, aab, true",
    "\\*, *, true",
    "\\*, x, false",
    "a\\*, a*, true",
    "a\\**, a*b, true",
    "\\\\, \\, true",
    "\\\\*, \\x, true",
    "?, x, false",
    "., x, false",
    "[a], a, false",
    "a*, A, false",
  })
  void starStandsForAnyRunOfCharacters(String pattern, String text, boolean matches) {
    assertThat(Wildcards.match(pattern, text)).isEqualTo(matches);
  }

  @Test
  void charactersAboveTheBasicPlaneAreCharacters() {
    assertThat(Wildcards.match("*\uD83D\uDE00", "x\uD83D\uDE00")).isTrue();
    assertThat(Wildcards.match("\uD83D\uDE00", "\uD83D\uDE01")).isFalse();
  }

  @Test
  void lineEndsAreCharacters() {
    assertThat(Wildcards.match("a*b", "a\n\r\nb")).isTrue();
  }

  @Property(tries = 5_000)
  void agreesWithARegularExpression(
      @ForAll("patterns") List<String> parts, @ForAll("texts") String text) {
    StringBuilder regex = new StringBuilder();
    for (String part : parts) {
      regex.append(part.equals("*") ? ".*" : Pattern.quote(part.substring(part.length() - 1)));
    }

    assertThat(Wildcards.match(String.join("", parts), text))
        .isEqualTo(Pattern.compile(regex.toString(), Pattern.DOTALL).matcher(text).matches());
  }

  @Provide
  Arbitrary<List<String>> patterns() {
    return Arbitraries.of("a", "b", "*", "\\*", "\\\\").list().ofMaxSize(8);
  }

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.strings().withChars('a', 'b', '*', '\\').ofMaxLength(10);
  }

  @Test
  void patternsThatMakeBacktrackersExplodeEndFast() {
    String pattern = "*a".repeat(2_000) + "b";
    String text = "a".repeat(20_000);

    assertTimeoutPreemptively(
        Duration.ofSeconds(5), () -> assertThat(Wildcards.match(pattern, text)).isFalse());
  }
}
