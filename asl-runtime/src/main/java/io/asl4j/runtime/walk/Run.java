package io.asl4j.runtime.walk;

import com.fasterxml.jackson.databind.JsonNode;
import io.asl4j.core.model.StateMachine;
import io.asl4j.runtime.task.ExecutionId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What stays the same during one execution.
 *
 * @param id {@code $$.Execution.Id} and {@code $$.Execution.Name}
 * @param deployment what it has in common with others of its machine
 * @param input {@code $$.Execution.Input}
 * @param startTime {@code $$.Execution.StartTime}
 * @param seed from which all random numbers of the execution are drawn
 * @param redriveCount how often it was redriven; {@code $$.Execution.RedriveCount} of a Standard
 *     execution
 * @param businessKey what the application knows the execution by; null when it gave no key
 */
public record Run(
    StateMachine machine,
    ExecutionId id,
    Deployment deployment,
    JsonNode input,
    Instant startTime,
    long seed,
    int redriveCount,
    @Nullable String businessKey) {

  /** What task tokens are drawn from: a redrive hands out new ones. */
  long tokenSeed() {
    return seed + redriveCount;
  }

  /** Sizes that the execution may reach. */
  public Limits limits() {
    return deployment.limits();
  }

  /** The same, once more redriven. */
  public Run redriven() {
    return new Run(machine, id, deployment, input, startTime, seed, redriveCount + 1, businessKey);
  }
}
