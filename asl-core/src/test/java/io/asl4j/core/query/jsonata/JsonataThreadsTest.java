package io.asl4j.core.query.jsonata;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Compiled expressions are shared by threads, and no evaluation sees another one. */
class JsonataThreadsTest {

  private static final int THREADS = 2_000;
  private static final List<String> EXPRESSIONS =
      List.of(
          "$secret + $sum(items.price)",
          "( $s := $secret; $f := function($n){ $n = 0 ? $s : $f($n - 1) }; $f(20) )",
          "(items[price > 2]{ kind: $count($) }).a + $secret",
          "items@$i#$p.{ 'sum': $i.price + $p + $secret }.sum ~> $max()",
          "$map(items, function($i){ $i.price + $secret })[0]",
          "($ ~> | items | { 'price': price + $secret } |).items[0].price",
          "items[0].price.%.%.items[1].price + $secret",
          "$number($replace('n' & $secret, /n(\\d+)/, '$1'))");
  private static final JsonNode INPUT =
      JsonataCase.json(
          """
          {"items": [{"kind": "a", "price": 1}, {"kind": "b", "price": 2}, {"kind": "a", "price": 3},
                     {"kind": "a", "price": 4}]}\
          """);

  @Test
  void sharedExpressionsGiveEachThreadItsOwnResult() throws Exception {
    List<Jsonata> shared = EXPRESSIONS.stream().map(Jsonata::compile).toList();
    List<Future<List<JsonNode>>> results = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < THREADS; i++) {
        FixedEnvironment own = environment(i);
        results.add(threads.submit(() -> values(shared, own)));
      }
    }

    for (int i = 0; i < THREADS; i++) {
      List<Jsonata> fresh = EXPRESSIONS.stream().map(Jsonata::compile).toList();
      assertThat(results.get(i).get()).isEqualTo(values(fresh, environment(i)));
    }
  }

  private static FixedEnvironment environment(int secret) {
    return FixedEnvironment.of(INPUT)
        .withVariables(Map.of("secret", JsonataCase.json(Integer.toString(secret))));
  }

  private static List<JsonNode> values(List<Jsonata> expressions, FixedEnvironment environment) {
    return expressions.stream().map(expression -> expression.evaluate(environment)).toList();
  }

  @Test
  void inputIsNeverChanged() {
    JsonNode before = INPUT.deepCopy();

    EXPRESSIONS.forEach(each -> Jsonata.compile(each).evaluate(environment(1)));

    assertThat(INPUT).isEqualTo(before);
  }

  @Test
  void aResultIsAPlainArrayToTheNextEvaluation() {
    JsonNode kept = Jsonata.compile("items[price = 1][]").evaluate(environment(0));
    FixedEnvironment next = FixedEnvironment.empty().withVariables(Map.of("kept", kept));

    assertThat(kept).isEqualTo(JsonataCase.json("[{\"kind\": \"a\", \"price\": 1}]"));
    assertThat(Jsonata.compile("$kept").evaluate(next)).isEqualTo(kept);
    assertThat(Jsonata.compile("{'a': $kept}.a").evaluate(next)).isEqualTo(kept);
  }
}
