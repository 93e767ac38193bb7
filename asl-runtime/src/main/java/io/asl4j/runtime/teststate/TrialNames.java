package io.asl4j.runtime.teststate;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** What machine and execution of a test are called. */
record TrialNames(String region, String account, String machineName, String executionName) {

  /** Made-up names; the same for the same seed. */
  static TrialNames of(String region, String account, long seed) {
    return new TrialNames(region, account, unique("machine", seed), unique("execution", seed));
  }

  private static String unique(String what, long seed) {
    return UUID.nameUUIDFromBytes((what + seed).getBytes(StandardCharsets.UTF_8)).toString();
  }

  String stateMachineArn() {
    return "arn:aws:states:%s:%s:stateMachine:%s".formatted(region, account, machineName);
  }

  String executionArn() {
    return "arn:aws:states:%s:%s:express:%s:%s"
        .formatted(region, account, machineName, executionName);
  }
}
