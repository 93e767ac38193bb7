package io.asl4j.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.asl4j.core.query.jsonata.Jsonata;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The JSONata of a workload without any engine round it: what an engine adds is seen from this. */
final class ExpressionsAlone {

  private ExpressionsAlone() {}

  private static List<String> sources(Workload workload) {
    if (workload == Workload.COUNTER) {
      return List.of("{'i': $states.input.i + 1}", "$states.input.i < 1000");
    }
    List<String> merges = new ArrayList<>();
    for (int i = 1; i <= 10; i++) {
      merges.add("$merge([$states.input, {'r" + i + "': $states.result}])");
    }
    return merges;
  }

  static Job dashjoin(Workload workload) {
    return new Dashjoin(workload);
  }

  static Job own(Workload workload) {
    return new Own(workload);
  }

  private record Dashjoin(
      Workload workload,
      List<com.dashjoin.jsonata.Jsonata> expressions,
      Map<String, Object> order,
      Map<String, Object> record)
      implements Job {

    Dashjoin(Workload workload) {
      this(
          workload,
          sources(workload).stream().map(Dashjoin::compile).toList(),
          Samples.orderAsMap(),
          Samples.recordAsMap());
    }

    private static com.dashjoin.jsonata.Jsonata compile(String source) {
      com.dashjoin.jsonata.Jsonata compiled = com.dashjoin.jsonata.Jsonata.jsonata(source);
      compiled.setValidateInput(false);
      return compiled;
    }

    @Override
    public Object run() {
      return workload == Workload.CHAIN ? chain() : counter();
    }

    private Object chain() {
      Object state = order;
      for (com.dashjoin.jsonata.Jsonata expression : expressions) {
        Map<String, Object> states = new HashMap<>();
        states.put("input", state);
        states.put("result", record);
        state = evaluate(expression, states);
      }
      return state;
    }

    private Object counter() {
      Object state = new HashMap<>(Map.of("i", 0));
      Map<String, Object> states = new HashMap<>();
      states.put("input", state);
      do {
        state = evaluate(expressions.get(0), states);
        states = new HashMap<>();
        states.put("input", state);
      } while (evaluate(expressions.get(1), states).equals(true));
      return state;
    }

    private static Object evaluate(
        com.dashjoin.jsonata.Jsonata expression, Map<String, Object> states) {
      com.dashjoin.jsonata.Jsonata.Frame frame = expression.createFrame();
      frame.bind("states", states);
      return expression.evaluate(null, frame);
    }

    @Override
    public void check(Object result) {
      ExpressionsAlone.check(workload, new ObjectMapper().valueToTree(result));
    }

    @Override
    public long calls() {
      return 0;
    }

    @Override
    public long callsPerRun() {
      return 0;
    }
  }

  private record Own(
      Workload workload, List<Jsonata> expressions, ObjectNode order, ObjectNode record)
      implements Job {

    Own(Workload workload) {
      this(
          workload,
          sources(workload).stream().map(Jsonata::compile).toList(),
          Samples.order(),
          Samples.record());
    }

    @Override
    public Object run() {
      return workload == Workload.CHAIN ? chain() : counter();
    }

    private JsonNode chain() {
      JsonNode state = order;
      for (Jsonata expression : expressions) {
        state = expression.evaluate(new BoundStates(states(state, record)));
      }
      return state;
    }

    private JsonNode counter() {
      JsonNode state = Samples.zero();
      do {
        state = expressions.get(0).evaluate(new BoundStates(states(state, null)));
      } while (expressions.get(1).evaluate(new BoundStates(states(state, null))).booleanValue());
      return state;
    }

    private static ObjectNode states(JsonNode input, @Nullable JsonNode result) {
      ObjectNode states = JsonNodeFactory.instance.objectNode();
      states.set("input", input);
      if (result != null) {
        states.set("result", result);
      }
      return states;
    }

    @Override
    public void check(Object result) {
      ExpressionsAlone.check(workload, (JsonNode) result);
    }

    @Override
    public long calls() {
      return 0;
    }

    @Override
    public long callsPerRun() {
      return 0;
    }
  }

  private static void check(Workload workload, JsonNode result) {
    if (workload == Workload.CHAIN) {
      Samples.checkChain(result);
    } else {
      Samples.checkCounter(result);
    }
  }
}
