package io.asl4j.builder;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Machines at random that have no errors: chains of states of all types, with states inside. */
final class GeneratedMachines {

  private static final String LAMBDA = "arn:aws:states:::lambda:invoke";

  private final Random random;
  private int names;

  GeneratedMachines(long seed) {
    this.random = new Random(seed);
  }

  /** A JSONPath machine, with JSONata states here and there. */
  JsonPathMachine jsonPath() {
    return JsonPath.machine().comment("generated").timeoutSeconds(3600).states(mixedChain(3));
  }

  JsonataMachine jsonata() {
    return Jsonata.machine().version("1.0").states(jsonataChain(3));
  }

  private List<StateDefinition> mixedChain(int depth) {
    List<StateDefinition> chain = new ArrayList<>();
    String next = name();
    chain.add(random.nextBoolean() ? JsonPath.succeed(next) : Jsonata.succeed(next).output(1));
    for (int i = random.nextInt(4); i > 0; i--) {
      String name = name();
      chain.addFirst(
          random.nextInt(3) == 0 ? jsonata(name, next, depth) : jsonPath(name, next, depth));
      next = name;
    }
    return chain;
  }

  private List<JsonataState> jsonataChain(int depth) {
    List<JsonataState> chain = new ArrayList<>();
    String next = name();
    chain.add(Jsonata.succeed(next));
    for (int i = random.nextInt(4); i > 0; i--) {
      String name = name();
      chain.addFirst(jsonata(name, next, depth));
      next = name;
    }
    return chain;
  }

  private String name() {
    return "S" + names++;
  }

  private JsonPathState jsonPath(String name, String next, int depth) {
    return switch (random.nextInt(depth > 0 ? 7 : 5)) {
      case 0 ->
          JsonPath.task(name, LAMBDA)
              .parameters(
                  JsonPath.template().put("n", random.nextInt()).path("id", "$$.Execution.Id"))
              .resultSelector(JsonPath.template().path("payload", "$.Payload"))
              .resultPath("$.made")
              .timeoutSeconds(60)
              .heartbeatSeconds(5)
              .retry(retrier())
              .catches(JsonPath.catcher("States.ALL").resultPath("$.error").next(next))
              .next(next);
      case 1 -> JsonPath.pass(name).result(List.of(1, "two", 3.5)).discardResult().next(next);
      case 2 -> JsonPath.waitSecondsPath(name, "$.seconds").inputPath("$.a").next(next);
      case 3 -> JsonPath.waitTimestamp(name, Instant.ofEpochSecond(random.nextInt())).next(next);
      case 4 ->
          JsonPath.choice(name)
              .choices(
                  JsonPath.rule(condition(3)).assignPath("seen", "$.a").next(next),
                  JsonPath.rule(condition(1)).comment("rule").next(next))
              .otherwise(next);
      case 5 ->
          JsonPath.parallel(name, JsonPath.branch(mixedChain(depth - 1)))
              .branches(JsonPath.branch(mixedChain(depth - 1)).comment("second"))
              .next(next);
      default ->
          JsonPath.map(name, JsonPath.itemProcessor(mixedChain(depth - 1)).distributedStandard())
              .itemReader(
                  JsonPath.itemReader("arn:aws:states:::s3:getObject")
                      .parameters(Map.of("Bucket", "b", "Key", "k"))
                      .inputType(ReaderConfig.InputType.JSON)
                      .maxItems(10))
              .itemSelector(JsonPath.template().path("item", "$$.Map.Item.Value"))
              .maxConcurrency(random.nextInt(10))
              .toleratedFailurePercentage(12.5)
              .next(next);
    };
  }

  private JsonataState jsonata(String name, String next, int depth) {
    return switch (random.nextInt(depth > 0 ? 7 : 5)) {
      case 0 ->
          Jsonata.task(name, LAMBDA)
              .arguments(Jsonata.template().expression("n", "$states.input.n").put("z", "plain"))
              .output(Map.of("result", "{% $states.result %}", "n", random.nextInt()))
              .assign("last", "{% $states.result %}")
              .timeout(Duration.ofMinutes(1))
              .retry(retrier())
              .catches(
                  Jsonata.catcher("A", "B").assign("e", "{% $states.errorOutput %}").next(next))
              .next(next);
      case 1 ->
          Jsonata.pass(name).output(random.nextLong()).assign("v", random.nextInt()).next(next);
      case 2 -> Jsonata.waitSeconds(name, "{% $states.input.seconds %}").next(next);
      case 3 -> Jsonata.waitFor(name, Duration.ofDays(1)).output(true).next(next);
      case 4 ->
          Jsonata.choice(name)
              .when("{% $states.input.n > " + random.nextInt(100) + " %}", next)
              .choices(Jsonata.rule(random.nextBoolean()).output(1).next(next))
              .otherwise(next);
      case 5 ->
          Jsonata.parallel(
                  name,
                  Jsonata.branch(jsonataChain(depth - 1)),
                  Jsonata.branch(jsonataChain(depth - 1)))
              .arguments("{% $states.input %}")
              .next(next);
      default ->
          Jsonata.map(name, Jsonata.itemProcessor(jsonataChain(depth - 1)).inline())
              .items(List.of(1, 2, "{% $states.input.third %}"))
              .maxConcurrency("{% 1 + 1 %}")
              .next(next);
    };
  }

  private Retrier retrier() {
    return JsonPath.retrier("E" + random.nextInt(9))
        .intervalSeconds(1 + random.nextInt(9))
        .maxAttempts(random.nextInt(9))
        .backoffRate(1 + random.nextInt(8) / 4.0);
  }

  private JsonPathCondition condition(int depth) {
    JsonPathVariable variable = JsonPath.variable("$.v" + random.nextInt(9));
    return switch (random.nextInt(depth > 0 ? 7 : 4)) {
      case 0 -> variable.stringEquals("x").comment("text");
      case 1 -> variable.numericLessThanEquals(random.nextInt());
      case 2 -> variable.timestampGreaterThanPath("$.other");
      case 3 -> variable.isPresent(random.nextBoolean());
      case 4 -> JsonPath.and(condition(depth - 1), condition(depth - 1));
      case 5 -> JsonPath.or(condition(depth - 1));
      default -> JsonPath.not(condition(depth - 1));
    };
  }
}
