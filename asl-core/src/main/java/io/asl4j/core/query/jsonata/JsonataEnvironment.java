package io.asl4j.core.query.jsonata;

import com.fasterxml.jackson.databind.JsonNode;
import io.asl4j.core.query.EvaluationBudget;
import java.time.Instant;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * What one evaluation sees of the world.
 *
 * <p>An environment is asked by one thread at a time; the nodes that it gives are read, never
 * changed.
 */
public interface JsonataEnvironment {

  /** The root input, which {@code $} and {@code $$} name; a missing node when there is none. */
  JsonNode input();

  /**
   * The value of a free variable, such as {@code states} for {@code $states}.
   *
   * @param name the name without the dollar sign
   * @return the value; null or a missing node when the name is not bound here
   */
  @Nullable JsonNode variable(String name);

  /** The instant of {@code $now()} and {@code $millis()}; asked at most once an evaluation. */
  Instant now();

  /** The source of {@code $random()}, {@code $uuid()} and {@code $shuffle()}. */
  RandomGenerator random();

  /** How much this evaluation may use. */
  EvaluationBudget budget();
}
