package io.asl4j.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.asl4j.core.query.EvaluationBudget;
import io.asl4j.core.query.jsonata.JsonataEnvironment;
import java.time.Instant;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * An environment in which only {@code $states} is bound, with the budget of AWS.
 *
 * @param states what {@code $states} gives
 */
record BoundStates(JsonNode states) implements JsonataEnvironment {

  private static final EvaluationBudget BUDGET = EvaluationBudget.aws(System::nanoTime);

  @Override
  public JsonNode input() {
    return MissingNode.getInstance();
  }

  @Override
  public @Nullable JsonNode variable(String name) {
    return name.equals("states") ? states : null;
  }

  @Override
  public Instant now() {
    return Instant.EPOCH;
  }

  @Override
  public RandomGenerator random() {
    return new SplittableRandom(1);
  }

  @Override
  public EvaluationBudget budget() {
    return BUDGET;
  }
}
