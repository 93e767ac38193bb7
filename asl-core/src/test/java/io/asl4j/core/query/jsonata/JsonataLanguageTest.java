package io.asl4j.core.query.jsonata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.asl4j.core.json.Json;
import io.asl4j.core.query.Evaluation;
import io.asl4j.core.query.EvaluationBudget;
import io.asl4j.core.query.Expression;
import io.asl4j.core.query.QueryFailed;
import io.asl4j.core.query.QueryProblem;
import io.asl4j.core.query.Surroundings;
import io.asl4j.core.query.Template;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class JsonataLanguageTest {

  private static final JsonataLanguage INPUT = JsonataLanguage.in(JsonataScope.INPUT);

  @Test
  void replacesStringsThatAreExpressionsAtAnyDepthButNoKeys() {
    Template template =
        template(
            "{\"{% 1 %}\": [\"{% $states.input.a %}\", {\"b\": \"{%$n%}\"}], \"c\": \" {% 1 %}"
                + " \"}");

    JsonNode value = template.evaluate(Evaluation.of(Json.parse("{\"a\": 7}"), new World()));

    assertThat(value).isEqualTo(Json.parse("{\"{% 1 %}\": [7, {\"b\": 3}], \"c\": \" {% 1 %} \"}"));
  }

  @Test
  void failsInTheWordsOfAwsWhenNothingComesOut() {
    assertFails(
        "{\"v\": \"{% $x %}\"}",
        "Output/v",
        "The JSONata expression '$x' specified for the field 'Output/v' returned nothing"
            + " (undefined).");
  }

  @Test
  void failsInTheWordsOfAwsWhenAnErrorIsThrown() {
    assertFails(
        "[{\"a\": \"{% $nope(1) %}\"}]",
        "Output[0]/a",
        "The JSONata expression '$nope(1)' specified for the field 'Output[0]/a' threw an error"
            + " during evaluation. T1006: Attempted to invoke a non-function");
  }

  @Test
  void failsInTheWordsOfAwsWhenAFunctionComesOut() {
    assertFails(
        "\"{% function($x){$x} %}\"",
        "Output",
        "The JSONata expression 'function($x){$x}' specified for the field 'Output' returned an"
            + " unsupported result type.");
  }

  @Test
  void buildsNoContextObjectForExpressionsThatDoNotReadIt() {
    World world = new World();
    Evaluation evaluation = Evaluation.of(Json.parse("{\"a\": 1}"), world);

    template("\"{% $states.input.a %}\"").evaluate(evaluation);
    assertThat(world.contextsBuilt).isZero();

    assertThat(template("\"{% $states.context.Name %}\"").evaluate(evaluation).asText())
        .isEqualTo("run");
    assertThat(template("\"{% $lookup($states, 'context').Name %}\"").evaluate(evaluation).asText())
        .isEqualTo("run");
    assertThat(world.contextsBuilt).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "input",
        "input.a",
        "input.a.b",
        "input.a.b.c",
        "input.list",
        "input.list.b",
        "input.list[1].b",
        "input.list[b = 2]",
        "input.list[]",
        "input.one.b",
        "input.one[].b",
        "input.none",
        "input.none.b",
        "input.null",
        "input.null.b",
        "input.absent",
        "input.absent.b",
        "input.list.b.c",
        "input.list^(>b).b",
        "input.list@$l.{'b': $l.b}",
        "input.list#$i.[$i, b]",
        "input.list{'k': b}",
        "input.(a; b)",
        "input.*",
        "input.keys",
        "result",
        "result.b",
        "errorOutput",
        "errorOutput.Error",
        "context.Name",
        "other"
      })
  void aFieldOfStatesIsTheSameInShortAndOfStatesInAVariable(String path) {
    assertThat(outcome("$states." + path)).isEqualTo(outcome("( $s := $states; $s." + path + ")"));
    assertThat(outcome("[$states." + path + "]"))
        .isEqualTo(outcome("( $s := $states; [$s." + path + "])"));
  }

  @Test
  void statesCanBeBoundToSomethingElse() {
    assertThat(outcome("( $states := {'input': {'a': 5}}; $states.input.a )")).isEqualTo("5");
    assertThat(outcome("( $b := $states.input.one; $states := 1; [$b, $exists($states.input)] )"))
        .isEqualTo("[{\"b\":3},false]");
    assertThat(outcome("( ( $states := {'input': 5} ); $states.input.one )"))
        .isEqualTo("[{\"b\":3}]");
    assertThat(outcome("( $f := function($states){ $states.input }; $f({'input': 6}) )"))
        .isEqualTo("6");
    assertThat(outcome("[$count($keys($states)), $lookup($states, 'result').b]"))
        .isEqualTo("[3,4]");
  }

  private static String outcome(String expression) {
    Evaluation evaluation =
        Evaluation.of(
                Json.parse(
                    "{\"a\": {\"b\": 1}, \"list\": [{\"b\": 1}, {\"b\": 2}], \"one\": [{\"b\": 3}],"
                        + " \"none\": [], \"null\": null}"),
                new World())
            .withResult(Json.parse("{\"b\": 4}"));
    try {
      return JsonataLanguage.in(JsonataScope.RESULT)
          .expression("{% " + expression + " %}", "Output", problem -> {})
          .evaluate(evaluation)
          .toString();
    } catch (QueryFailed failed) {
      return failed.error();
    }
  }

  @Test
  void refusesNamesWithoutContextButNotInsidePathsAndPredicates() {
    assertThat(messages("phone", JsonataScope.INPUT))
        .containsExactly("Reference to 'phone' at the top level is not supported.");
    assertThat(messages("order.items[0].price", JsonataScope.INPUT))
        .containsExactly("Reference to 'order' at the top level is not supported.");
    assertThat(
            messages("$states.input.items[status = 'ok']^(>price).{'n': name}", JsonataScope.INPUT))
        .isEmpty();
    assertThat(messages("$map($states.input.a, function($v) { $v.name })", JsonataScope.INPUT))
        .isEmpty();
  }

  @Test
  void membersOfStatesDependOnTheField() {
    assertThat(messages("$states.result", JsonataScope.INPUT)).hasSize(1);
    assertThat(messages("$states.result", JsonataScope.RESULT)).isEmpty();
    assertThat(messages("$states.errorOutput.Error", JsonataScope.RESULT)).hasSize(1);
    assertThat(messages("$states.errorOutput.Error", JsonataScope.ERROR_OUTPUT)).isEmpty();
    assertThat(messages("$$", JsonataScope.RESULT)).hasSize(1);
  }

  @Test
  void saysWhereInTheStringAProblemBegins() {
    List<QueryProblem> problems = new ArrayList<>();

    INPUT.template(Json.parse("{\"a/b\": [\"{%  order %}\"]}"), "Output", problems::add);

    assertThat(problems)
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.pointer()).isEqualTo("/a~1b/0");
              assertThat(problem.offset()).isEqualTo(4);
            });
  }

  @Test
  void looksThroughAVeryLongExpression() {
    assertThat(messages("1" + " + 1".repeat(300) + " + name", JsonataScope.INPUT)).hasSize(1);
  }

  private static void assertFails(String source, String location, String message) {
    assertThatThrownBy(
            () -> template(source).evaluate(Evaluation.of(Json.parse("{}"), new World())))
        .isInstanceOfSatisfying(
            QueryFailed.class,
            failure -> {
              assertThat(failure.error()).isEqualTo(QueryFailed.QUERY_EVALUATION_ERROR);
              assertThat(failure.location()).isEqualTo(location);
              assertThat(failure.text()).isEqualTo(message);
            });
  }

  @Test
  void anExpressionMayUseAsMuchAsItsSurroundingsAllow() {
    Expression range =
        INPUT.expression("{% [1..10] %}", "Output", problem -> assertThat(problem).isNull());
    World generous = new World();
    World strict =
        new World() {
          @Override
          public EvaluationBudget budget() {
            return EvaluationBudget.aws().withMaxSequence(9);
          }
        };

    assertThat(range.evaluate(Evaluation.of(Json.parse("{}"), generous))).hasSize(10);
    assertThatThrownBy(() -> range.evaluate(Evaluation.of(Json.parse("{}"), strict)))
        .isInstanceOf(QueryFailed.class)
        .hasMessageContaining("memory limit exceeded");
  }

  private static Template template(String source) {
    return INPUT.template(Json.parse(source), "Output", problem -> assertThat(problem).isNull());
  }

  private static List<String> messages(String expression, JsonataScope scope) {
    List<String> messages = new ArrayList<>();
    JsonataLanguage.in(scope)
        .expression(
            "{% " + expression + " %}", "Output", problem -> messages.add(problem.message()));
    return messages;
  }

  private static class World implements Surroundings {
    private int contextsBuilt;

    @Override
    public @Nullable JsonNode variable(String name) {
      return name.equals("n") ? Json.parse("3") : null;
    }

    @Override
    public JsonNode context() {
      contextsBuilt++;
      return Json.parse("{\"Name\": \"run\"}");
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
