package io.asl4j.core.diagnostic;

/**
 * How AWS Step Functions words a finding in the answers of CreateStateMachine and
 * ValidateStateMachineDefinition.
 *
 * @param code AWS's own code, such as {@code SCHEMA_VALIDATION_FAILED}; empty if AWS has none
 * @param message AWS's own message; empty if not known
 * @param location the place as AWS spells it, such as {@code /States/Route/Choices[0]/Next} (see
 *     {@link AwsLocation}); empty if AWS gives none
 */
public record AwsFinding(String code, String message, String location) {}
