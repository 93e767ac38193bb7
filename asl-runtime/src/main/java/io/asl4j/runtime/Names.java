package io.asl4j.runtime;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * What the parts of an engine are called in ARNs and the context object.
 *
 * @param machineName {@code $$.StateMachine.Name}
 * @param region such as {@code us-east-1}
 * @param account twelve digits
 * @param roleArn {@code $$.Execution.RoleArn}
 */
public record Names(String machineName, String region, String account, String roleArn) {

  /** Names for a machine, in a made-up account. */
  public static Names of(String machineName) {
    return new Names(
        machineName,
        "us-east-1",
        "123456789012",
        "arn:aws:iam::123456789012:role/service-role/StepFunctions-" + machineName);
  }

  /** The same account for another machine. */
  Names forMachine(String name) {
    return new Names(name, region, account, roleArn);
  }

  String stateMachine() {
    return "arn:aws:states:" + region + ":" + account + ":stateMachine:" + machineName;
  }

  /** The ARN of a Standard execution up to its name. */
  String beforeExecution() {
    return "arn:aws:states:" + region + ":" + account + ":execution:" + machineName + ":";
  }

  /** The ARN of an Express execution. */
  String express(String name) {
    UUID run = UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    return "arn:aws:states:"
        + region
        + ":"
        + account
        + ":express:"
        + machineName
        + ":"
        + name
        + ":"
        + run;
  }
}
