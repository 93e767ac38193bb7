package io.asl4j.runtime.walk;

import com.fasterxml.jackson.databind.JsonNode;
import io.asl4j.core.model.StateMachine;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What stays the same during one execution.
 *
 * @param executionArn names the execution; {@code $$.Execution.Id}
 * @param executionName {@code $$.Execution.Name}
 * @param input {@code $$.Execution.Input}
 * @param startTime {@code $$.Execution.StartTime}
 * @param roleArn {@code $$.Execution.RoleArn}
 * @param stateMachineArn {@code $$.StateMachine.Id}
 * @param stateMachineName {@code $$.StateMachine.Name}
 * @param region the region in the events of service integrations
 * @param isExpress whether it is an Express execution
 * @param seed from which all random numbers of the execution are drawn
 * @param redriveCount how often it was redriven; {@code $$.Execution.RedriveCount} of a Standard
 *     execution
 * @param limits sizes that the execution may reach
 * @param businessKey what the application knows the execution by; null when it gave no key
 */
public record Run(
    StateMachine machine,
    String executionArn,
    String executionName,
    JsonNode input,
    Instant startTime,
    String roleArn,
    String stateMachineArn,
    String stateMachineName,
    String region,
    boolean isExpress,
    long seed,
    int redriveCount,
    Limits limits,
    @Nullable String businessKey) {

  /** What task tokens are drawn from: a redrive hands out new ones. */
  long tokenSeed() {
    return seed + redriveCount;
  }

  /** The same, once more redriven. */
  public Run redriven() {
    return new Run(
        machine,
        executionArn,
        executionName,
        input,
        startTime,
        roleArn,
        stateMachineArn,
        stateMachineName,
        region,
        isExpress,
        seed,
        redriveCount + 1,
        limits,
        businessKey);
  }
}
