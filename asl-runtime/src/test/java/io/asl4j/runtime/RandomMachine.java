package io.asl4j.runtime;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Makes definitions at random: all state types, both query languages, nested branches, retriers,
 * catchers, variables, timers, sense and nonsense in the data.
 *
 * <p>A calm machine has neither loops nor failures that stop siblings, so that its history does not
 * depend on the order in which branches take turns.
 */
final class RandomMachine {

  private static final int DEEPEST = 3;

  private static final List<String> PATHS =
      List.of("$", "$.a", "$.n", "$.items", "$.items[1]", "$.deep.er", "$$.Execution.Name");

  private static final List<String> BAD_PATHS =
      List.of("$.no", "$.no.such", "$.items[99]", "$.n.x", "$$.Task.Token", "$.items[*].q");

  private static final List<String> INTRINSICS =
      List.of(
          "States.UUID()",
          "States.Format('{}-{}', $$.State.Name, 'x')",
          "States.Array(1, 'two', null)",
          "States.JsonToString($)",
          "States.MathRandom(1, 9)");

  private static final List<String> BAD_INTRINSICS =
      List.of(
          "States.MathAdd($.a, 1)",
          "States.ArrayGetItem($.items, 99)",
          "States.StringToJson($.a)",
          "States.ArrayRange(1, 9, 0)");

  private static final List<String> EXPRESSIONS =
      List.of(
          "$states.input",
          "$exists($states.input.n) ? $states.input.n : 0",
          "$uuid()",
          "$random()",
          "$states.context.State.Name",
          "[1..3]",
          "{'k': $string($states.input)}",
          "$map([1, 2], function($i) { $i * 2 })");

  private static final List<String> BAD_EXPRESSIONS =
      List.of(
          "$states.input.no",
          "$nothing",
          "$error('wrong')",
          "1 + 'x'",
          "$number('x')",
          "[1..9999999]",
          "function($x) { $x }");

  private static final List<String> ERRORS =
      List.of(
          "States.ALL",
          "Broken",
          "States.TaskFailed",
          "States.Timeout",
          "States.Runtime",
          "States.QueryEvaluationError",
          "States.HeartbeatTimeout",
          "Custom");

  private static final List<String> RESOURCES =
      List.of(
          "arn:aws:lambda:us-east-1:123456789012:function:f",
          "arn:aws:states:::sqs:sendMessage",
          "arn:aws:states:::sqs:sendMessage.waitForTaskToken",
          "arn:aws:states:::glue:startJobRun.sync",
          "arn:aws:states:::aws-sdk:dynamodb:getItem",
          "arn:aws:states:us-east-1:123456789012:activity:act");

  private final SplittableRandom random;
  private final boolean calm;
  private int names;

  private RandomMachine(long seed, boolean calm) {
    this.random = new SplittableRandom(seed);
    this.calm = calm;
  }

  /** A definition in JSON. */
  static JsonNode any(long seed) {
    return new RandomMachine(seed, false).machine();
  }

  /** One whose history is the same in whatever order branches take turns. */
  static JsonNode calm(long seed) {
    return new RandomMachine(seed, true).machine();
  }

  private JsonNode machine() {
    ObjectNode machine = scope(0, chance(50));
    if (!calm && chance(20)) {
      machine.put("TimeoutSeconds", 1 + random.nextInt(100));
    }
    return machine;
  }

  private ObjectNode scope(int depth, boolean jsonata) {
    ObjectNode scope = object();
    if (depth == 0 && jsonata) {
      scope.put("QueryLanguage", "JSONata");
    }
    int size = 1 + random.nextInt(depth == 0 ? 6 : 3);
    String[] own = new String[size];
    for (int i = 0; i < size; i++) {
      own[i] = "S" + names++;
    }
    scope.put("StartAt", own[0]);
    ObjectNode states = scope.putObject("States");
    for (int i = 0; i < size; i++) {
      states.set(own[i], state(own, i, depth, jsonata));
    }
    return scope;
  }

  private ObjectNode state(String[] own, int index, int depth, boolean jsonata) {
    boolean last = index == own.length - 1;
    int kinds = depth < DEEPEST ? 10 : 7;
    ObjectNode state =
        switch (random.nextInt(kinds)) {
          case 0, 1 -> pass(jsonata);
          case 2, 3 -> task(jsonata);
          case 4 -> pause(jsonata);
          case 5 -> last ? pass(jsonata) : choice(own, index, jsonata);
          case 6 -> last ? end(jsonata) : pass(jsonata);
          case 7 -> parallel(depth, jsonata);
          case 8 -> map(depth, jsonata);
          default -> calm ? map(depth, jsonata) : distributedMap(jsonata);
        };
    String type = state.path("Type").textValue();
    if (!List.of("Choice", "Succeed", "Fail").contains(type)) {
      if (last) {
        state.put("End", true);
      } else {
        state.put("Next", own[index + 1]);
      }
    }
    if (List.of("Task", "Parallel", "Map").contains(type)) {
      recover(state, own, index, jsonata);
    }
    return state;
  }

  private ObjectNode pass(boolean jsonata) {
    ObjectNode pass = object().put("Type", "Pass");
    if (chance(50)) {
      assign(pass, jsonata);
    }
    if (jsonata) {
      return chance(60) ? with(pass, "Output", template(true, 2)) : pass;
    }
    if (chance(30)) {
      pass.set("Result", value(2));
    }
    flow(pass, "Parameters");
    return pass;
  }

  private ObjectNode task(boolean jsonata) {
    ObjectNode task = object().put("Type", "Task");
    String resource = pick(RESOURCES);
    task.put("Resource", resource);
    ObjectNode arguments = task.putObject(jsonata ? "Arguments" : "Parameters");
    if (resource.endsWith("waitForTaskToken")) {
      if (jsonata) {
        arguments.put("t", "{% $states.context.Task.Token %}");
      } else {
        arguments.put("t.$", "$$.Task.Token");
      }
    }
    arguments.set("v", value(1));
    if (chance(40)) {
      task.put("TimeoutSeconds", 20 + random.nextInt(50));
    }
    if (!calm && chance(20)) {
      task.put("HeartbeatSeconds", 1 + random.nextInt(15));
    }
    if (chance(30)) {
      assign(task, jsonata);
    }
    if (jsonata && chance(40)) {
      task.set("Output", template(true, 1));
    } else if (!jsonata && !calm) {
      task.put("ResultPath", "$.r");
    }
    return task;
  }

  private ObjectNode pause(boolean jsonata) {
    ObjectNode pause = object().put("Type", "Wait");
    if (calm || chance(60)) {
      return pause.put("Seconds", random.nextInt(30));
    }
    if (jsonata) {
      return chance(50)
          ? pause.put("Seconds", "{% $states.input.n %}")
          : pause.put("Timestamp", "{% $states.input.t %}");
    }
    return chance(50) ? pause.put("SecondsPath", "$.n") : pause.put("TimestampPath", "$.t");
  }

  private ObjectNode choice(String[] own, int index, boolean jsonata) {
    ObjectNode choice = object().put("Type", "Choice");
    ArrayNode rules = choice.putArray("Choices");
    for (int i = 0; i <= random.nextInt(2); i++) {
      ObjectNode rule = rules.addObject();
      if (jsonata) {
        rule.put(
            "Condition",
            calm || chance(80) ? "{% $random() < 0.5 %}" : "{% " + pick(BAD_EXPRESSIONS) + " %}");
      } else {
        rule.put("Variable", calm || chance(50) ? "$$.State.Name" : anyPath());
        switch (random.nextInt(3)) {
          case 0 -> rule.put("IsPresent", chance(50));
          case 1 -> rule.put("StringLessThan", "S5");
          default -> rule.put("StringMatches", "*" + random.nextInt(10));
        }
      }
      rule.put("Next", target(own, index));
    }
    // The next state stays reachable, and without a Default a choice may fail.
    if (calm || chance(80)) {
      choice.put("Default", own[index + 1]);
    } else {
      rules.addObject().setAll((ObjectNode) rules.get(0));
      ((ObjectNode) rules.get(rules.size() - 1)).put("Next", own[index + 1]);
    }
    return choice;
  }

  private String target(String[] own, int index) {
    return calm
        ? own[index + 1 + random.nextInt(own.length - index - 1)]
        : own[random.nextInt(own.length)];
  }

  private ObjectNode end(boolean jsonata) {
    if (calm || chance(40)) {
      return object().put("Type", "Succeed");
    }
    ObjectNode fail = object().put("Type", "Fail");
    if (chance(60)) {
      fail.put("Error", chance(50) ? "Custom" : "States.Timeout");
    }
    if (chance(40) && jsonata) {
      fail.put("Cause", "{% " + anyExpression() + " %}");
    } else if (chance(40) && !jsonata) {
      fail.put("CausePath", anyPath());
    }
    return fail;
  }

  private ObjectNode parallel(int depth, boolean jsonata) {
    ObjectNode parallel = object().put("Type", "Parallel");
    ArrayNode branches = parallel.putArray("Branches");
    for (int i = 0; i <= random.nextInt(3); i++) {
      branches.add(scope(depth + 1, jsonata));
    }
    if (!jsonata && !calm) {
      parallel.put("ResultPath", "$.r");
    }
    return parallel;
  }

  private ObjectNode map(int depth, boolean jsonata) {
    ObjectNode map = object().put("Type", "Map");
    map.set("ItemProcessor", scope(depth + 1, jsonata));
    if (chance(50)) {
      map.put("MaxConcurrency", random.nextInt(4));
    }
    items(map, jsonata);
    return map;
  }

  private void items(ObjectNode map, boolean jsonata) {
    if (jsonata) {
      if (calm || chance(80)) {
        map.putArray("Items").add(1).add("two").add(value(1));
      } else {
        map.put("Items", "{% " + anyExpression() + " %}");
      }
      return;
    }
    map.put("ItemsPath", calm || chance(80) ? "$$.Execution.Input.items" : anyPath());
    if (!calm) {
      map.put("ResultPath", "$.r");
    }
    if (chance(50)) {
      ObjectNode selector = map.putObject("ItemSelector");
      selector.put("i.$", "$$.Map.Item.Index");
      selector.put("id.$", "States.UUID()");
    }
  }

  private ObjectNode distributedMap(boolean jsonata) {
    ObjectNode map = map(DEEPEST, jsonata);
    ObjectNode processor = (ObjectNode) map.path("ItemProcessor");
    processor
        .putObject("ProcessorConfig")
        .put("Mode", "DISTRIBUTED")
        .put("ExecutionType", "STANDARD");
    if (chance(50)) {
      map.put("ToleratedFailurePercentage", random.nextInt(101));
    }
    if (chance(30)) {
      map.putObject("ItemBatcher").put("MaxItemsPerBatch", 1 + random.nextInt(3));
    }
    return map;
  }

  private void recover(ObjectNode state, String[] own, int index, boolean jsonata) {
    if (chance(50)) {
      ArrayNode retriers = state.putArray("Retry");
      ObjectNode retrier = retriers.addObject();
      retrier.putArray("ErrorEquals").add(calm ? "States.ALL" : pick(ERRORS));
      retrier.put("MaxAttempts", random.nextInt(4));
      if (chance(30)) {
        retrier.put("JitterStrategy", "FULL");
      }
    }
    boolean last = index == own.length - 1;
    if (calm ? !last : chance(50)) {
      ArrayNode catchers = state.putArray("Catch");
      ObjectNode catcher = catchers.addObject();
      catcher.putArray("ErrorEquals").add(calm ? "States.ALL" : pick(ERRORS));
      catcher.put("Next", last ? own[random.nextInt(own.length)] : target(own, index));
      if (jsonata && chance(50)) {
        catcher.set("Output", template(true, 1));
      } else if (!jsonata && !calm) {
        catcher.put("ResultPath", "$.e");
      }
    }
  }

  private void flow(ObjectNode state, String parameters) {
    if (chance(40)) {
      state.set(parameters, template(false, 2));
    }
    if (chance(20)) {
      state.put("InputPath", anyPath());
    }
    state.put("ResultPath", calm ? "$" : chance(80) ? "$.r" : "$.r.s");
    if (!calm && chance(20)) {
      state.put("OutputPath", anyPath());
    }
  }

  private void assign(ObjectNode state, boolean jsonata) {
    ObjectNode assign = state.putObject("Assign");
    // Inner scopes must not assign names of outer ones, so each state has its own beside.
    String own = "w" + names;
    if (jsonata) {
      assign.put(own, "{% " + anyExpression() + " %}");
    } else {
      assign.put(own + ".$", anyPath());
    }
  }

  private JsonNode template(boolean jsonata, int depth) {
    ObjectNode template = object();
    for (int i = 0; i <= random.nextInt(3); i++) {
      if (depth > 0 && chance(20)) {
        template.set("t" + i, template(jsonata, depth - 1));
      } else if (chance(30)) {
        template.set("t" + i, value(1));
      } else if (jsonata) {
        template.put("t" + i, "{% " + anyExpression() + " %}");
      } else {
        template.put("t" + i + ".$", chance(60) ? anyPath() : anyIntrinsic());
      }
    }
    return template;
  }

  private JsonNode value(int depth) {
    return switch (random.nextInt(depth > 0 ? 6 : 4)) {
      case 0 -> JsonNodeFactory.instance.numberNode(random.nextInt(-5, 100));
      case 1 -> JsonNodeFactory.instance.textNode("text");
      case 2 -> JsonNodeFactory.instance.nullNode();
      case 3 -> JsonNodeFactory.instance.booleanNode(true);
      case 4 -> object().set("x", value(depth - 1));
      default -> JsonNodeFactory.instance.arrayNode().add(value(depth - 1));
    };
  }

  private String anyPath() {
    if (calm) {
      return "$$.Execution.Name";
    }
    return chance(96) ? pick(PATHS) : pick(BAD_PATHS);
  }

  private String anyIntrinsic() {
    return calm || chance(96) ? pick(INTRINSICS) : pick(BAD_INTRINSICS);
  }

  private String anyExpression() {
    return calm || chance(96) ? pick(EXPRESSIONS) : pick(BAD_EXPRESSIONS);
  }

  private static ObjectNode with(ObjectNode state, String field, JsonNode value) {
    state.set(field, value);
    return state;
  }

  private boolean chance(int percent) {
    return random.nextInt(100) < percent;
  }

  private <T> T pick(List<T> from) {
    return from.get(random.nextInt(from.size()));
  }

  private static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }
}
