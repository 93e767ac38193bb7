package io.asl4j.core.diagnostic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestTest {

  private static final List<String> FIELDS =
      List.of("Next", "ResultPath", "InputPath", "Parameters", "TimeoutSeconds", "Type", "End");

  @ParameterizedTest
  @CsvSource({
    "Nxet,Next",
    "next,Next",
    "Resultpaht,ResultPath",
    "TimeOutSecond,TimeoutSeconds",
    "Paramters,Parameters",
    "Tpye,Type",
    "Ende,End"
  })
  void findsTheFieldThatWasMeant(String written, String meant) {
    assertThat(Nearest.to(written, FIELDS)).contains(meant);
  }

  @ParameterizedTest
  @CsvSource({"Zzzz", "Foo", "x", "CompletelyDifferent"})
  void findsNothingWhereNothingIsNear(String written) {
    assertThat(Nearest.to(written, FIELDS)).isEmpty();
  }

  @Test
  void prefersTheFirstOfEquallyNearOnes() {
    assertThat(Nearest.to("Stale", List.of("State", "Stage"))).contains("State");
    assertThat(Nearest.to("Stale", List.of("Stage", "State"))).contains("Stage");
  }

  @Test
  void prefersOtherCaseToASlip() {
    assertThat(Nearest.to("ship", List.of("shop", "Ship"))).contains("Ship");
  }

  @Test
  void theWordItselfIsNoCandidate() {
    assertThat(Nearest.to("Ship", List.of("Ship"))).isEmpty();
    assertThat(Nearest.to("", List.of())).isEmpty();
  }

  @Test
  void comparesLongWordsOnlyWithoutCase() {
    String word = "x".repeat(100_000);

    assertThat(Nearest.to(word, List.of(word + "y"))).isEmpty();
    assertThat(Nearest.to(word, List.of(word.toUpperCase(Locale.ROOT)))).isPresent();
  }

  @Property(tries = 300)
  void oneSlipInAWordOfThreeLettersOrMoreIsFound(
      @ForAll @AlphaChars @StringLength(min = 3, max = 20) String word, @ForAll int where) {
    int at = Math.floorMod(where, word.length());
    String slipped = word.substring(0, at) + "#" + word.substring(at + 1);

    assertThat(Nearest.to(slipped, List.of(word))).contains(word);
  }
}
