package io.asl4j.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.asl4j.core.model.StateMachine;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Expressions and data that would run for ever or eat all memory: each ends within about a second,
 * with a failure that names state, field and expression, or with a result. The test allows for a
 * busy machine.
 */
class BadInputTest {

  private static final Duration SOON = Duration.ofSeconds(15);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "($f := function(){ $f() }; $f())",
        "($f := function(){ 1 + $f() }; $f())",
        "($f := function($x){ [$f($x), $f($x)] }; $f(1))",
        "($f := function($n){ $n = 0 ? 1 : $f($n - 1) }; $f(100000000))",
        "[1..9999999]",
        "[1..300000].[1..300000]",
        "$count([1..100000].[1..100000])",
        "$match('aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!', /(a+)+$/)",
        "$pad('x', 2000000000)",
        "$join([1..300000].$pad('x', 1000))",
        "($s := 'xxxxxxxxxx'; $g := function($t, $n){ $n = 0 ? $t : $g($t & $t, $n - 1) }; $g($s,"
            + " 60))",
        "($g := function($t, $n){ $n = 0 ? $t : $g([$t], $n - 1) }; $g(1, 10000000))",
        "$reduce([1..300000], function($a, $b){ $append($a, $b) })",
        "$power(10, 400)",
        "$string([1..360000].{'n': [1..100]})",
        "$formatNumber(1, $pad('0', 10000000, '0'))",
        "$eval('1')",
        "($a := [1..2000]; $a.($x := $; $a.($y := $; $a.($x + $y + $))))"
      })
  void anExpressionThatNeverEndsEndsSoon(String expression) {
    StateMachine machine =
        Machines.ofState(
            "'Type': 'Pass', 'QueryLanguage': 'JSONata', 'End': true, 'Output': {'out':"
                + " '{% "
                + expression.replace("'", "\\u0027")
                + " %}'}");

    ExecutionResult result = assertTimeoutPreemptively(SOON, () -> run(machine, "{}"));

    assertThat(result)
        .isInstanceOfSatisfying(
            ExecutionResult.Failed.class,
            failed -> {
              assertThat(failed.error()).isEqualTo("States.QueryEvaluationError");
              assertThat(failed.cause())
                  .startsWith(
                      "An error occurred while executing the state 'S' (entered at the event id"
                          + " #2). The JSONata expression '")
                  .contains("specified for the field 'Output/out'")
                  .hasSizeLessThan(4_000);
            });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "$contains('aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!', /^(a|aa)+$/)",
        "$replace('aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!', /(a*)*b/, 'x')",
        "$split('aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!', /(a+)+b/)",
        "$sort([1..300000], function($a, $b){ $random() > 0.5 })"
      })
  void whatTakesLongOnlyOnSomeMachinesEndsSoon(String expression) {
    StateMachine machine =
        Machines.ofState(
            "'Type': 'Pass', 'QueryLanguage': 'JSONata', 'End': true, 'Output': '{% "
                + expression.replace("'", "\\u0027")
                + " %}'");

    ExecutionResult result = assertTimeoutPreemptively(SOON, () -> run(machine, "{}"));

    assertThat(result.status()).isIn("SUCCEEDED", "FAILED");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "States.ArrayRange(1, 9999999, 1)",
        "States.ArrayPartition($.items, 0)",
        "States.Base64Encode($.text)",
        "States.StringToJson($.deep)"
      })
  void anIntrinsicFunctionBeyondItsBoundsFails(String call) {
    StateMachine machine =
        Machines.ofState("'Type': 'Pass', 'End': true, 'Parameters': {'out.$': '" + call + "'}");
    String input =
        "{'items': [1, 2], 'text': '"
            + "x".repeat(20_000)
            + "', 'deep': '"
            + "[".repeat(100_000)
            + "]".repeat(100_000)
            + "'}";

    ExecutionResult result = assertTimeoutPreemptively(SOON, () -> run(machine, input));

    assertThat(result)
        .isInstanceOfSatisfying(
            ExecutionResult.Failed.class,
            failed -> assertThat(failed.error()).isEqualTo("States.Runtime"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "$..x",
        "$.items[*].x",
        "$.items[?(@.x > 1)].x",
        "$.items[0:200000:2]",
        "$.items[-1].x",
        "States.ArrayLength(States.ArrayUnique($.items))",
        "States.ArrayContains($.items, 5)",
        "States.ArrayLength(States.ArrayPartition($.items, 3))",
        "States.Hash($, 'SHA-512')"
      })
  void aPathIntoAHugeArrayEndsSoon(String path) {
    ArrayNode items = JsonNodeFactory.instance.arrayNode();
    for (int i = 0; i < 300_000; i++) {
      items.addObject().put("x", i);
    }
    JsonNode input = JsonNodeFactory.instance.objectNode().set("items", items);
    StateMachine machine =
        Machines.ofState(
            "'Type': 'Pass', 'End': true, 'Parameters': {'out.$': '"
                + path.replace("'", "\\u0027")
                + "'}, 'OutputPath': null");

    ExecutionResult result =
        assertTimeoutPreemptively(
            SOON,
            () -> {
              try (Engine engine = Engine.builder().build()) {
                return engine.run(machine, input);
              }
            });

    assertThat(result.status()).isIn("SUCCEEDED", "FAILED");
  }

  @Test
  void deepDataGoThroughEveryKindOfState() {
    JsonNode deep = JsonNodeFactory.instance.objectNode();
    for (int i = 0; i < 900; i++) {
      deep = JsonNodeFactory.instance.objectNode().set("d", deep);
    }
    JsonNode input = deep;
    StateMachine machine =
        Machines.machine(
            "{'StartAt': 'A', 'States': {'A': {'Type': 'Pass', 'Parameters': {'all.$': '$', 's.$':"
                + " 'States.JsonToString($)'}, 'ResultPath': '$.r', 'Next': 'B'}, 'B': {'Type':"
                + " 'Pass', 'Parameters': {'back.$': 'States.StringToJson($.r.s)', 'leaf.$':"
                + " '$..no'}, 'Next': 'C'}, 'C': {'Type': 'Pass', 'QueryLanguage': 'JSONata',"
                + " 'Output': '{% $states.input.back %}', 'End': true}}}");

    ExecutionResult result =
        assertTimeoutPreemptively(
            SOON,
            () -> {
              try (Engine engine = Engine.builder().build()) {
                return engine.run(machine, input);
              }
            });

    assertThat(result.output()).isEqualTo(input);
  }

  @Test
  void aDeepTemplateIsEvaluated() {
    int depth = 300;
    StateMachine machine =
        Machines.ofState(
            "'Type': 'Pass', 'End': true, 'Parameters': "
                + "{'d': ".repeat(depth)
                + "{'x.$': '$.v'}"
                + "}".repeat(depth));

    ExecutionResult result = assertTimeoutPreemptively(SOON, () -> run(machine, "{'v': 7}"));

    JsonNode leaf = result.output();
    for (int i = 0; i < depth; i++) {
      leaf = leaf.path("d");
    }
    assertThat(leaf).isEqualTo(Machines.json("{'x': 7}"));
  }

  @Test
  void aFailureQuotesItsInputOnlySoFar() {
    StateMachine machine =
        Machines.ofState("'Type': 'Pass', 'End': true, 'Parameters': {'out.$': '$.no'}");

    ExecutionResult result =
        assertTimeoutPreemptively(
            SOON, () -> run(machine, "{'big': '" + "x".repeat(5_000_000) + "'}"));

    assertThat(result)
        .isInstanceOfSatisfying(
            ExecutionResult.Failed.class,
            failed -> assertThat(failed.cause()).hasSizeLessThanOrEqualTo(32_768));
  }

  private static ExecutionResult run(StateMachine machine, String input) {
    try (Engine engine = Engine.builder().build()) {
      return engine.run(machine, Machines.json(input));
    }
  }
}
