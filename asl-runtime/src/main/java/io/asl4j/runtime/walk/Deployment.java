package io.asl4j.runtime.walk;

/**
 * What all executions of a state machine in one engine have in common.
 *
 * @param roleArn {@code $$.Execution.RoleArn}
 * @param stateMachineArn {@code $$.StateMachine.Id}
 * @param stateMachineName {@code $$.StateMachine.Name}
 * @param region the region in the events of service integrations
 * @param limits sizes that an execution may reach
 */
public record Deployment(
    String roleArn,
    String stateMachineArn,
    String stateMachineName,
    String region,
    Limits limits) {}
