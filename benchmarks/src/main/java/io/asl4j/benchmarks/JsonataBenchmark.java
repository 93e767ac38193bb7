package io.asl4j.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.asl4j.core.query.jsonata.Jsonata;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * JSONata expressions on the same data: asl4j's engine on JSON nodes, dashjoin's on maps, and
 * hand-written Java on JSON nodes that gives the same JSON.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class JsonataBenchmark {

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final int ITEMS = 1_000;

  /** The expressions that are measured. */
  public enum Case {
    /** A small one, as most in a state machine are. */
    SMALL("$states.input.a.b + 1"),
    /** Picks items and makes new objects of them. */
    FILTER("$states.input.items[price > 50].{'id': id, 'total': price * qty}"),
    /** Calls a function for each item. */
    MAP("$map($states.input.items, function($i) { $i.price * 2 })"),
    /** Adds up. */
    SUM("$sum($states.input.items.(price * qty))"),
    /** Makes an object with a list for each group. */
    GROUP("$states.input.items{kind: $sum(price)}"),
    /** Orders the items. */
    SORT("$states.input.items^(price, >id)");

    private final String source;

    Case(String source) {
      this.source = source;
    }

    String source() {
      return source;
    }
  }

  /** Which expression. */
  @Param public Case which = Case.SMALL;

  private Jsonata own = Jsonata.compile("1");
  private com.dashjoin.jsonata.Jsonata dashjoin = com.dashjoin.jsonata.Jsonata.jsonata("1");
  private ObjectNode states = NODES.objectNode();
  private BoundStates environment = new BoundStates(states);
  private Map<String, Object> statesAsMap = new HashMap<>();

  /** Makes the data, and checks that all three give the same. */
  @Setup(Level.Trial)
  public void prepare() {
    own = Jsonata.compile(which.source());
    dashjoin = com.dashjoin.jsonata.Jsonata.jsonata(which.source());
    dashjoin.setValidateInput(false);
    states = NODES.objectNode();
    states.set("input", input());
    environment = new BoundStates(states);
    statesAsMap = new HashMap<>();
    statesAsMap.put("input", plain(states.get("input")));
    ObjectMapper mapper = new ObjectMapper();
    JsonNode expected = doubles(java());
    if (!expected.equals(doubles(own()))
        || !expected.equals(doubles(mapper.valueToTree(dashjoin())))) {
      throw new IllegalStateException("The three do not agree on " + which);
    }
  }

  /** All numbers alike, since each side has its own number types. */
  private static JsonNode doubles(JsonNode value) {
    return switch (value) {
      case ObjectNode object -> {
        ObjectNode converted = NODES.objectNode();
        object.properties().forEach(e -> converted.set(e.getKey(), doubles(e.getValue())));
        yield converted;
      }
      case ArrayNode array -> {
        ArrayNode converted = NODES.arrayNode();
        array.forEach(item -> converted.add(doubles(item)));
        yield converted;
      }
      default -> value.isNumber() ? DoubleNode.valueOf(value.doubleValue()) : value;
    };
  }

  private static ObjectNode input() {
    ObjectNode input = NODES.objectNode();
    input.putObject("a").put("b", 41);
    ArrayNode items = input.putArray("items");
    for (int i = 0; i < ITEMS; i++) {
      items
          .addObject()
          .put("id", i)
          .put("name", "item-" + i)
          .put("kind", "kind-" + i % 17)
          .put("price", (i * 7_919) % 101)
          .put("qty", 1 + i % 5);
    }
    return input;
  }

  private static Object plain(JsonNode value) {
    return new ObjectMapper().convertValue(value, Object.class);
  }

  /** asl4j's engine. */
  @Benchmark
  public JsonNode own() {
    return own.evaluate(environment);
  }

  /** dashjoin's engine, with a frame of its own, as sharing it between threads needs. */
  @Benchmark
  public Object dashjoin() {
    com.dashjoin.jsonata.Jsonata.Frame frame = dashjoin.createFrame();
    frame.bind("states", statesAsMap);
    return dashjoin.evaluate(null, frame);
  }

  /** Written by hand. */
  @Benchmark
  public JsonNode java() {
    JsonNode input = states.get("input");
    return switch (which) {
      case SMALL -> IntNode.valueOf(input.get("a").get("b").intValue() + 1);
      case FILTER -> filter(input.get("items"));
      case MAP -> map(input.get("items"));
      case SUM -> sum(input.get("items"));
      case GROUP -> group(input.get("items"));
      case SORT -> sort(input.get("items"));
    };
  }

  private static JsonNode filter(JsonNode items) {
    ArrayNode found = NODES.arrayNode();
    for (JsonNode item : items) {
      double price = item.get("price").doubleValue();
      if (price > 50) {
        ObjectNode made = found.addObject();
        made.set("id", item.get("id"));
        made.put("total", price * item.get("qty").doubleValue());
      }
    }
    return found;
  }

  private static JsonNode map(JsonNode items) {
    ArrayNode doubled = NODES.arrayNode(items.size());
    for (JsonNode item : items) {
      doubled.add(item.get("price").doubleValue() * 2);
    }
    return doubled;
  }

  private static JsonNode sum(JsonNode items) {
    double sum = 0;
    for (JsonNode item : items) {
      sum += item.get("price").doubleValue() * item.get("qty").doubleValue();
    }
    return DoubleNode.valueOf(sum);
  }

  private static JsonNode group(JsonNode items) {
    ObjectNode groups = NODES.objectNode();
    for (JsonNode item : items) {
      String kind = item.get("kind").textValue();
      JsonNode before = groups.get(kind);
      double price = item.get("price").doubleValue();
      groups.put(kind, before == null ? price : before.doubleValue() + price);
    }
    return groups;
  }

  private static JsonNode sort(JsonNode items) {
    List<JsonNode> sorted = new ArrayList<>(items.size());
    items.forEach(sorted::add);
    Comparator<JsonNode> byPrice =
        Comparator.comparingDouble((JsonNode item) -> item.get("price").doubleValue());
    Comparator<JsonNode> byId =
        Comparator.comparingDouble((JsonNode item) -> item.get("id").doubleValue());
    sorted.sort(byPrice.thenComparing(byId.reversed()));
    return NODES.arrayNode(sorted.size()).addAll(sorted);
  }

  /** asl4j's compiler. */
  @Benchmark
  public Object compileOwn() {
    return Jsonata.compile(which.source());
  }

  /** dashjoin's compiler. */
  @Benchmark
  public Object compileDashjoin() {
    return com.dashjoin.jsonata.Jsonata.jsonata(which.source());
  }
}
