package io.asl4j.core.query.jsonpath;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.asl4j.core.query.Evaluation;
import io.asl4j.core.query.Surroundings;
import java.time.Instant;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Surroundings that hold what a test says. */
record FixedSurroundings(JsonNode variables, JsonNode context, RandomGenerator random)
    implements Surroundings {

  static Evaluation evaluation(JsonNode input) {
    JsonNode nothing = JsonNodeFactory.instance.objectNode();
    return evaluation(input, nothing, nothing);
  }

  static Evaluation evaluation(JsonNode input, JsonNode variables, JsonNode context) {
    return Evaluation.of(input, new FixedSurroundings(variables, context, new Random(1)));
  }

  @Override
  public @Nullable JsonNode variable(String name) {
    return variables.get(name);
  }

  @Override
  public Instant now() {
    return Instant.EPOCH;
  }
}
