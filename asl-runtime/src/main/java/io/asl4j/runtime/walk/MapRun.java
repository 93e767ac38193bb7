package io.asl4j.runtime.walk;

import com.fasterxml.jackson.databind.JsonNode;
import io.asl4j.core.model.ItemProcessor;
import io.asl4j.runtime.task.ExecutionId;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;

/**
 * One run of a Distributed Map, as it is named.
 *
 * @param parent the execution that the Map is in
 * @param label part of the names of the Map Run and its children
 * @param arn {@code arn:aws:states:region:account:mapRun:machine/label:uuid}
 */
record MapRun(Run parent, String label, String arn) {

  static MapRun of(Run parent, Optional<String> label, RandomGenerator random) {
    String unique = DistributedMap.unique(random).toString();
    String name = label.orElseGet(() -> DistributedMap.unique(random).toString());
    String machine =
        parent.deployment().stateMachineArn().replaceFirst(":stateMachine:", ":mapRun:");
    return new MapRun(parent, name, machine + "/" + name + ":" + unique);
  }

  /** A child execution. */
  Run child(UUID unique, JsonNode input, Instant startTime, ItemProcessor.Mode mode, long seed) {
    boolean express = mode == ItemProcessor.Mode.DISTRIBUTED_EXPRESS;
    Deployment around = parent.deployment();
    String machineArn = around.stateMachineArn() + "/" + label;
    String beforeName =
        machineArn.replaceFirst(":stateMachine:", express ? ":express:" : ":execution:") + ":";
    return new Run(
        parent.machine(),
        ExecutionId.endingWith(beforeName, unique.toString()),
        new Deployment(
            around.roleArn(),
            machineArn,
            around.stateMachineName() + "/" + label,
            around.region(),
            around.limits()),
        input,
        startTime,
        seed,
        0,
        parent.businessKey());
  }
}
