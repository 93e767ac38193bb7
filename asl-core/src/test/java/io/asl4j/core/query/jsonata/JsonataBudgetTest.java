package io.asl4j.core.query.jsonata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import io.asl4j.core.query.EvaluationBudget;
import io.asl4j.core.query.jsonata.JsonataFailed.Kind;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Expressions that would take for ever or eat all memory end in time, with a kind of failure. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class JsonataBudgetTest {

  private static final long STEPS = 5_000_000;

  /** A clock that stands still, so that only steps are counted. */
  private static EvaluationBudget steps() {
    return EvaluationBudget.aws(() -> 0L).withMaxSteps(STEPS);
  }

  private static JsonataFailed failure(String expression, EvaluationBudget budget) {
    return failure(expression, FixedEnvironment.empty().withBudget(budget));
  }

  private static JsonataFailed failure(String expression, JsonataEnvironment environment) {
    JsonataFailed failed =
        catchThrowableOfType(
            JsonataFailed.class, () -> Jsonata.compile(expression).evaluate(environment));
    assertThat(failed).as(expression).isNotNull();
    return failed;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "( $f := function(){ $f() }; $f() )",
        "( $a := function($n){ $b($n) }; $b := function($n){ $a($n + 1) }; $a(0) )",
        "$match($join([1..40].('ab')) & '!', /(.*a){18}x/)",
        "$replace($join([1..40].('ab')) & '!', /((.*)(.*)(.*)(.*)(.*)a)\\2x/, 'b')",
        "$split($join([1..40].('ab')) & '!', /(.*b){18}y/)",
        "$map([1..3000], function($i){ $map([1..3000], function($j){ $i * $j }) })",
        "$map([1..300000], function($i){ $filter([1..300000], function($j){ $j = $i }) })",
        "$count($sort([1..300000].(-$), function($a, $b){ $a > $b }))",
        "$reduce([1..300000], function($a, $b){ $a + $count([1..$b]) })",
        "$count([1..3000].([1..3000][$ % 2 = 0]))",
        "[1..100000]^($sum([1..1000])) ~> $count()"
      })
  void whatTakesForEverTimesOut(String expression) {
    JsonataFailed failed = failure(expression, steps());

    assertThat(failed.kind()).isIn(Kind.TIMEOUT, Kind.MEMORY);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[1..9999999]",
        "$range(0, 1000000, 1)",
        "$pad('x', 2000000000)",
        "$pad('x', -1e300)",
        "( $double := function($s, $n){ $n = 0 ? $s : $double($s & $s, $n - 1) }; $double('x', 60)"
            + " )",
        "$join([1..300000].('a rather long text that is joined again and again'))",
        "$map([1..300000], function($i){ [1..1000] })",
        "( $grow := function($a){ $grow($append($a, $a)) }; $grow([1]) )",
        "$formatInteger(1e15, 'I')",
        "$map([1..300000], function($i){ $string($i) & ' is one of many numbers' })"
      })
  void whatBuildsTooMuchRunsOutOfMemory(String expression) {
    JsonataFailed failed = failure(expression, EvaluationBudget.aws(() -> 0L));

    assertThat(failed.kind()).isEqualTo(Kind.MEMORY);
    assertThat(failed.described()).isEqualTo("Expression evaluation memory limit exceeded");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "( $f := function($n){ 1 + $f($n + 1) }; $f(0) )",
        "( $f := function($n){ [$map([1], $f)] }; $f(0) )",
        "( $f := function($n){ 1 + $map([$n], function($i){ 1 + $f($i + 1) }) }; $f(0) )",
        "( $f := function($n){ ($n ~> $f) & 'x' }; $f(0) )",
        "( $f := function($s){ $replace($s, /a/, $g) }; $g := function($m){ $f('a') & '' }; $f('a')"
            + " )"
      })
  void endlessRecursionOverflowsTheStackOfTheExpressionOnly(String expression) {
    JsonataFailed failed = failure(expression, EvaluationBudget.aws(() -> 0L));

    assertThat(failed.kind()).isEqualTo(Kind.STACK_OVERFLOW);
    assertThat(failed.described()).isEqualTo("Stack overflow error");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "$contains($join([1..60].('a')) & '!', /(a+)+$/)",
        "$contains($join([1..60].('a')) & '!', /^(a|aa)+$/)",
        "$contains($pad('', 1000000, 'a'), /(a|b)*c/)",
        "$fromMillis(0, $pad('', 1000000, '[Y]'))",
        "$toMillis('1', $pad('', 1000000, '[Y]'))",
        "$formatNumber(1, $pad('', 1000000, '0'))",
        "$number('0x' & $pad('', 1000000, 'f'))",
        "$reduce([1..5000], function($a, $b){ [[$a]] })"
      })
  void whatLooksBadEndsInAValueOrACodedFailure(String expression) {
    assertThatCode(
            () -> {
              try {
                Jsonata.compile(expression).evaluate(FixedEnvironment.empty().withBudget(steps()));
              } catch (JsonataFailed failed) {
                assertThat(failed.code()).isNotEmpty();
              }
            })
        .doesNotThrowAnyException();
  }

  @Test
  void aRecursionOfOrdinaryDepthIsAllowed() {
    String sum = "( $f := function($n){ $n = 0 ? 0 : $n + $f($n - 1) }; $f(%d) )";
    JsonataEnvironment aws = FixedEnvironment.empty().withBudget(EvaluationBudget.aws(() -> 0L));

    assertThat(Jsonata.compile(sum.formatted(90)).evaluate(aws).intValue()).isEqualTo(4095);
    assertThat(failure(sum.formatted(110), aws).kind()).isEqualTo(Kind.STACK_OVERFLOW);
  }

  @Test
  void tailCallsNeedNoStack() {
    String even =
        """
        ( $even := function($n){ $n = 0 ? true : $odd($n - 1) };
          $odd := function($n){ $n = 0 ? false : $even($n - 1) };
          $even(100000) )\
        """;

    JsonNode value = Jsonata.compile(even).evaluate(FixedEnvironment.empty());

    assertThat(value.booleanValue()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"(, )", "[, ]", "-(, )", "$f(, )", "a[, ]", "{'a':, }"})
  void deepNestingIsRefusedWithACode(String open, String close) {
    String source = open.repeat(20_000) + "1" + close.repeat(20_000);

    JsonataFailed failed = catchThrowableOfType(JsonataFailed.class, () -> Jsonata.compile(source));

    assertThat(failed.kind()).isEqualTo(Kind.STACK_OVERFLOW);
  }

  @ParameterizedTest
  @ValueSource(strings = {" + 1", " & 'a'", ".a", "[0]", " and true", ".a@$x", " ~> $f", "^(a)"})
  void longChainsEndInAValueOrACodedFailure(String link) {
    String source = "a" + link.repeat(20_000);

    assertThatCode(
            () -> {
              try {
                Jsonata.compile(source, JsonataDialect.STANDARD).evaluate(FixedEnvironment.empty());
              } catch (JsonataFailed failed) {
                assertThat(failed.code()).isNotEmpty();
              }
            })
        .doesNotThrowAnyException();
  }

  @Test
  void theClockEndsWhatGoesOnTooLong() {
    AtomicLong clock = new AtomicLong();
    EvaluationBudget budget =
        EvaluationBudget.aws(() -> clock.addAndGet(TimeUnit.MILLISECONDS.toNanos(1)));

    JsonataFailed failed = failure("( $f := function(){ $f() }; $f() )", budget);

    assertThat(failed.kind()).isEqualTo(Kind.TIMEOUT);
    assertThat(failed.described()).isEqualTo("Expression evaluation timeout");
    assertThat(clock.get()).isLessThan(TimeUnit.MILLISECONDS.toNanos(1_010));
  }

  @Test
  void aResultThatSharesItsPartsIsMeasuredAsIfItDidNot() {
    JsonNode big = JsonataCase.json("\"" + "x".repeat(10_000) + "\"");
    JsonataEnvironment environment =
        FixedEnvironment.empty()
            .withVariables(Map.of("big", big))
            .withBudget(EvaluationBudget.aws(() -> 0L));

    assertThat(failure("[1..1000].$big", environment).kind()).isEqualTo(Kind.MEMORY);
    assertThat(Jsonata.compile("[1..10].$big").evaluate(environment)).hasSize(10);
  }
}
