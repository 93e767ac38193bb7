package io.asl4j.core.query.jsonata;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.asl4j.core.query.EvaluationBudget;
import java.time.Instant;
import java.util.Map;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Surroundings in which everything is given. */
record FixedEnvironment(JsonNode input, Map<String, JsonNode> variables, EvaluationBudget budget)
    implements JsonataEnvironment {

  static final Instant NOW = Instant.parse("2024-05-06T07:08:09.123Z");

  static FixedEnvironment empty() {
    return of(MissingNode.getInstance());
  }

  static FixedEnvironment of(JsonNode input) {
    return new FixedEnvironment(input, Map.of(), EvaluationBudget.unlimited(() -> 0L));
  }

  FixedEnvironment withVariables(Map<String, JsonNode> others) {
    return new FixedEnvironment(input, others, budget);
  }

  FixedEnvironment withBudget(EvaluationBudget other) {
    return new FixedEnvironment(input, variables, other);
  }

  // Null is how an environment says that a name is not bound.
  @Override
  public @Nullable JsonNode variable(String name) {
    return variables.get(name);
  }

  @Override
  public Instant now() {
    return NOW;
  }

  @Override
  public RandomGenerator random() {
    return new Random(42);
  }
}
