package io.asl4j.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.asl4j.core.query.EvaluationBudget;
import io.asl4j.core.query.jsonata.Jsonata;
import io.asl4j.core.query.jsonata.JsonataDialect;
import io.asl4j.core.query.jsonata.JsonataEnvironment;
import io.asl4j.core.query.jsonata.JsonataFailed;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Expressions that want to run for ever or to eat all memory, each with a budget of time: prints by
 * how much they overran it.
 *
 * <p>Both the time on the wall and that of the processor are shown: on a machine with other work
 * the wall shows when this thread had to wait for its turn.
 */
public final class JsonataOverruns {

  private static final long BUDGET_MILLIS = 300;
  private static final double MILLION = 1_000_000.0;
  private static final int LONGEST_SHOWN = 110;

  private static final List<String> EVIL =
      List.of(
          "$contains($join([1..60].('a')) & '!', /(a+)+$/)",
          "$contains($join([1..60].('a')) & '!', /^(a|aa)+$/)",
          "$match($join([1..40].('ab')) & '!', /(.*a){18}x/)",
          "$match(text, /(.*)*x/)",
          "$match(text, /[^b]*b/)",
          "$contains('', /" + "(?:|)".repeat(40) + "(?=x)/)",
          "$contains('c', /" + "(?:|)".repeat(40) + "$x/)",
          "$contains('', /" + "(a*|b*)".repeat(40) + "(?=x)/)",
          "$contains('', /" + "(?:)?".repeat(40) + "(?=x)/)",
          "$contains('', /(?:" + "(a*|b*)".repeat(20) + "){40}(?=x)/)",
          "$contains(text, $substring(text, 0, 500000) & 'b')",
          "$replace(text, $substring(text, 0, 5000) & 'b', 'x')",
          "$split(text, $substring(text, 0, 60) & 'b')",
          "$match(text, /(?=(a+))\\1b/)",
          "$match(text, /./)",
          "$match(text, /a(?=a*$)/)",
          "$replace(text, /a/, 'aaaaaaaaaa')",
          "$replace(text, 'a', 'bb')",
          "$replace(text, /a*?$/, 'x')",
          "$replace(text, /a/, function($m){ $join([1..100].('x')) })",
          "$split(text, /a/)",
          "$split(text, 'a')",
          "$split(text, '')",
          "$map([1..9999999], function($i){ $i })",
          "$map([1..3000], function($i){ $map([1..3000], function($j){ $i * $j }) })",
          "[1..9999999]",
          "[1..360000].([1..360000])",
          "$count([1..360000].([1..100]))",
          "$sum([1..360000].($ * [1..10]))",
          "$pad('x', 2000000000)",
          "$map([1..360000], function($i){ $pad('x', 6000000) ~> $length() })",
          "[1..100000].$length($pad('x', 1000000))",
          "[1..100000].$uppercase($$.text)",
          "[1..100000].$length($$.text)",
          "[1..100000].$trim($$.text)",
          "[1..100000].$substring($$.text, 10, 100)",
          "[1..100000].$substringAfter($$.text, 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab')",
          "[1..100000].$contains($$.text, 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab')",
          "[1..100000].($$.text = $$.copy)",
          "[1..100000].($$.items = $$.otherItems)",
          "[1..100000].($$.text < $$.copy)",
          "[1..100000].($$.item in $$.items)",
          "[1..100000].$base64encode($$.text)",
          "[1..100000].$encodeUrl($$.text)",
          "[1..100000].$string($$.items)",
          "[1..100000].$sum($$.items)",
          "[1..100000].$max($$.items)",
          "[1..100000].$average($$.items)",
          "[1..100000].$reverse($$.items)",
          "[1..100000].$distinct($$.items)",
          "[1..100000].$append($$.items, $$.items)",
          "[1..100000].$zip($$.items, $$.items)",
          "[1..100000].$shuffle($$.items)",
          "[1..100000].$sort($$.items)",
          "[1..100000].$keys($$.wide)",
          "[1..100000].$spread($$.wide)",
          "[1..100000].$merge([$$.wide, $$.wide])",
          "[1..100000].$lookup($$.wides, 'k1')",
          "[1..100000].$each($$.wide, function($v, $k){ $k })",
          "[1..100000].$sift($$.wide, function($v, $k){ true })",
          "[1..100000].$$.wide.*",
          "[1..100000].$count($$.**)",
          "[1..100000].$clone($$.items)",
          "[1..100000].($$ ~> |items|{'a': 1}|)",
          "[1..100000].$formatNumber(1e300, '#,##0.00')",
          "[1..100000].$formatNumber($, $$.picture)",
          "[1..100000].$formatInteger($, 'w')",
          "[1..100000].$formatInteger(1e15, 'w')",
          "$formatInteger(1e15, 'I')",
          "[1..100000].$fromMillis($, $$.datePicture)",
          "[1..100000].$toMillis('2020-01-01', $$.datePicture)",
          "$fromMillis(0, $pad('', 1000000, '[Y]'))",
          "$toMillis('1', $pad('', 1000000, '[Y]'))",
          "$formatNumber(1, $pad('', 1000000, '0'))",
          "$number('0x' & $pad('', 1000000, 'f'))",
          "[1..100000].$number($$.digits)",
          "[1..100000].$power(1.0000001, $)",
          "[1..100000].$formatBase($, 2)",
          "$$.items{$string($): $}",
          "[1..300000]{$string($): [1..100]}",
          "[1..360000]{'k': $}",
          "[1..360000]^($)",
          "[1..360000]^(>$)",
          "[1..100000]^($sum([1..1000]))",
          "$sort([1..360000], function($l, $r){ $l < $r })",
          "$sort([1..360000], function($l, $r){ $count([1..1000]) > 0 })",
          "$filter([1..360000], function($v){ $count([1..1000]) > 0 })",
          "$single([1..360000], function($v){ $v = 360000 })",
          "$reduce([1..300000], function($a, $b){ $a + $count([1..$b]) })",
          "$reduce([1..300000], function($a, $b){ $a & 'x' })",
          "$reduce([1..300000], function($a, $b){ $append($a, $b) })",
          "$reduce([1..300000], function($a, $b){ $merge([$a, {$string($b): 1}]) })",
          "$join([1..300000].('a rather long text that is joined again and again'))",
          "( $f := function(){ $f() }; $f() )",
          "( $f := function($n){ 1 + $f($n + 1) }; $f(0) )",
          "( $a := function($n){ $b($n) }; $b := function($n){ $a($n + 1) }; $a(0) )",
          "( $d := function($s, $n){ $n = 0 ? $s : $d($s & $s, $n - 1) }; $d('x', 60) )",
          "( $g := function($a){ $g($append($a, $a)) }; $g([1]) )",
          "[1..2000]@$x.[1..2000]@$y.($x * $y)",
          "items#$i[$i % 2 = 0].(items[$ = $i])",
          "[1..100000].$eval('[1..10000]')",
          "$distinct([1..360000])",
          "$distinct([1..20000].{'a': $})",
          "[1..100000].$hash($$.text, 'SHA-512')",
          "[1..100000].$parse($$.json)",
          "$partition([1..360000], 1)",
          "[1..100000].$partition($$.items, 1)",
          "$match(text, /(?=(a+))./)",
          "$split(text, /(?=(a+))a/)",
          "$replace(text, 'a', text)",
          "$map([1..9999999], $string)",
          "$join([1..300].$$.text, $$.text)",
          "[1..100000].(-$$.items)",
          "[1..100000].(-$$.text)",
          "[1..100000].$decodeUrl($$.escaped)",
          "[1..100000].$base64decode($$.text)",
          "[1..1000].$string([$$.text])",
          big("$map([1..1000], function($i){ $lowercase($big) })"),
          big("$map([1..1000], function($i){ $uppercase($big) })"),
          big("$map([1..1000], function($i){ $hash($big, 'MD5') })"),
          big("$map([1..1000], function($i){ $trim($big) })"),
          big("$map([1..1000], function($i){ $length($big) })"),
          big("$map([1..1000], function($i){ $substring($big, 10, 10000000) })"),
          big("$map([1..1000], function($i){ $base64encode($big) })"),
          big("$map([1..1000], function($i){ $base64decode($big) })"),
          big("$map([1..1000], function($i){ $encodeUrl($big) })"),
          big("$map([1..1000], function($i){ $string([$big]) })"),
          big("$map([1..1000], function($i){ $big = ($big & '') })"),
          big("$map([1..1000], function($i){ $big < ($big & 'x') })"),
          big("$map([1..1000], function($i){ $contains($big, $big) })"),
          big("$map([1..1000], function($i){ $split($big, ' ') })"),
          big("$map([1..1000], function($i){ $pad('', 16000000, $big) })"),
          big("$map([1..1000], function($i){ $number($big) })"),
          big("$map([1..1000], function($i){ $toMillis($big) })"),
          big("$map([1..1000], function($i){ $match($big, /x+/, 1) })"),
          "( $d := function($s, $n){ $n = 0 ? $s : $d($s & $s, $n - 1) }; $number($d('9', 23)) )",
          "( $d := function($s, $n){ $n = 0 ? $s : $d($s & $s, $n - 1) }; $parse($d(' 9', 23)) )",
          "( $d := function($s, $n){ $n = 0 ? $s : $d($s & $s, $n - 1) }; $parse($d('[', 23)) )",
          shared("$string($tree)"),
          shared("$tree & ''"),
          shared("$count($tree.**)"),
          shared("$tree = $other"),
          shared("$distinct([[$tree], [$other]])"),
          shared("$tree ~> |$|{}|"),
          shared("$sum($tree.*.*.*)"),
          shared("$tree in [$other]"),
          "( $deep := $reduce([1..300000], function($a, $b){ [[$a]] }); $string($deep) )",
          "( $deep := $reduce([1..300000], function($a, $b){ {'a': $a} }); $count($deep.**) )",
          "$reduce([1..300000], function($a, $b){ {'a': $a} })",
          "( $z := function($a, $n){ $n = 0 ? $a : $z($zip($a, $a), $n - 1) }; $z([1..10], 40) )",
          "( $c := function($f, $n){ $n = 0 ? $f : $c($f ~> $f, $n - 1) };"
              + " $c(function($x){ $x }, 40)(1) )",
          "( $f := function($n){ $map([1, 2], function($i){ $f($n + 1) }) }; $f(0) )",
          "( $g := function($a, $n){ $n = 0 ? $a : $g($append($a, $a), $n - 1) };"
              + " $g([1..360000], 30) )",
          "(".repeat(20_000) + "1" + ")".repeat(20_000),
          "[" + "1, ".repeat(300_000) + "1]",
          "1" + " + 1".repeat(100_000),
          "a" + ".a".repeat(100_000));

  /** An expression over a text as long as one can be, or nearly so. */
  private static String big(String expression) {
    return "( $d := function($s, $n){ $n = 0 ? $s : $d($s & $s, $n - 1) };"
        + " $big := $d('x\u00c4\u03a3 ', 21); "
        + expression
        + " )";
  }

  /** An expression over two equal trees that are small, but would be huge written down. */
  private static String shared(String expression) {
    return "( $s := function($a, $n){ $n = 0 ? $a : $s([[$a], [$a]], $n - 1) };"
        + " $tree := $s([1], 60); $other := $s([1], 60); "
        + expression
        + " )";
  }

  private JsonataOverruns() {}

  /**
   * Runs all, or one part of so many if told so, such as {@code 2/3}; the second time counts, when
   * Java has compiled what it compiles.
   */
  public static void main(String[] arguments) {
    String[] part = (arguments.length == 0 ? "1/1" : arguments[0]).split("/", 2);
    int of = Integer.parseInt(part[1]);
    int number = Integer.parseInt(part[0]);
    List<String> sources = EVIL.subList(EVIL.size() * (number - 1) / of, EVIL.size() * number / of);
    ObjectNode input = input();
    pass(sources, input, false);
    System.out.printf(
        Locale.ROOT, "budget %d ms%n%9s %9s  how it ended%n", BUDGET_MILLIS, "wall", "cpu");
    double worst = pass(sources, input, true);
    System.out.printf(Locale.ROOT, "worst overrun by processor time: %.0f ms%n", worst);
  }

  private static ObjectNode input() {
    ObjectNode input = JsonNodeFactory.instance.objectNode();
    String text = "a".repeat(1_000_000);
    input.put("text", text);
    input.put("copy", String.valueOf(text.toCharArray()));
    input.put("escaped", "%C3%A4".repeat(300_000));
    input.put("digits", "1".repeat(100_000));
    input.put("picture", "#".repeat(100_000) + "0");
    input.put("datePicture", "[Y0001]-[M01]-[D01] ".repeat(10_000));
    ArrayNode items = input.putArray("items");
    ArrayNode otherItems = input.putArray("otherItems");
    for (int i = 0; i < 100_000; i++) {
      items.add((i * 7_919) % 100_003);
      otherItems.add((i * 7_919) % 100_003);
    }
    input.put("json", items.toString());
    input.put("item", -1);
    ObjectNode wide = input.putObject("wide");
    for (int i = 0; i < 100_000; i++) {
      wide.put("k" + i, i);
    }
    ArrayNode wides = input.putArray("wides");
    for (int i = 0; i < 100_000; i++) {
      wides.addObject().put("k" + i % 10, i);
    }
    return input;
  }

  private static double pass(List<String> sources, ObjectNode input, boolean prints) {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    double worst = 0;
    for (String source : sources) {
      for (boolean limited : new boolean[] {true, false}) {
        EvaluationBudget base =
            limited
                ? EvaluationBudget.aws(System::nanoTime)
                : EvaluationBudget.unlimited(System::nanoTime);
        EvaluationBudget budget = base.withMaxNanos(BUDGET_MILLIS * 1_000_000);
        long wall = System.nanoTime();
        long processor = threads.getCurrentThreadCpuTime();
        String ended = run(source, input, budget);
        double processorMillis = (threads.getCurrentThreadCpuTime() - processor) / MILLION;
        double wallMillis = (System.nanoTime() - wall) / MILLION;
        worst = Math.max(worst, processorMillis - BUDGET_MILLIS);
        if (prints) {
          System.out.printf(
              Locale.ROOT,
              "%6.0f ms %6.0f ms  %-18s %s%s%n",
              wallMillis,
              processorMillis,
              ended,
              limited ? "" : "no limit but time: ",
              source.substring(Math.max(0, source.length() - LONGEST_SHOWN)));
        }
      }
    }
    return worst;
  }

  private static String run(String source, JsonNode input, EvaluationBudget budget) {
    try {
      Jsonata compiled = Jsonata.compile(source, JsonataDialect.AWS);
      return compiled.evaluate(new Rooted(input, budget)).getNodeType().toString();
    } catch (JsonataFailed failed) {
      return failed.kind().toString();
    } catch (OutOfMemoryError full) {
      return "OUT OF MEMORY";
    }
  }

  private record Rooted(JsonNode input, EvaluationBudget budget) implements JsonataEnvironment {
    @Override
    public @Nullable JsonNode variable(String name) {
      return null;
    }

    @Override
    public Instant now() {
      return Instant.EPOCH;
    }

    @Override
    public RandomGenerator random() {
      return new SplittableRandom(1);
    }
  }
}
