package io.asl4j.core.query;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * What every query of one state can see besides its input: variables, the context object, the time
 * and a source of random numbers.
 *
 * <p>One object serves one state of one execution; it is not shared between threads. Asking for
 * {@link #context()} or {@link #random()} may build them, so an evaluation that does not need them
 * does not pay for them.
 */
public interface Surroundings {

  /**
   * The value of a workflow variable.
   *
   * @param name without the leading {@code $}
   * @return null when no such variable is assigned here
   */
  @Nullable JsonNode variable(String name);

  /** The context object: {@code $$} in JSONPath, {@code $states.context} in JSONata. */
  JsonNode context();

  /** The time of this state as the host tells it; the same instant for a whole evaluation. */
  Instant now();

  /**
   * Random numbers of this state, the same again when the same state of the same execution is
   * evaluated again.
   */
  RandomGenerator random();

  /** How much one JSONata expression may use; that of AWS unless told otherwise. */
  default EvaluationBudget budget() {
    return EvaluationBudget.aws();
  }
}
