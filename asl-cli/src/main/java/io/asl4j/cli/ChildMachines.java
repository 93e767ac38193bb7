package io.asl4j.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.asl4j.core.model.StateMachine;
import io.asl4j.runtime.failure.StateFailed;
import io.asl4j.runtime.service.DefinitionFolder;
import io.asl4j.runtime.service.Definitions;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The machines that a machine starts by an ARN that stands in its definition, and those that these
 * start.
 */
final class ChildMachines {

  private ChildMachines() {}

  static List<StateMachine> of(StateMachine machine, DefinitionFolder folder) {
    List<StateMachine> children = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    Deque<StateMachine> open = new ArrayDeque<>();
    open.add(machine);
    while (!open.isEmpty()) {
      for (JsonNode arn : open.remove().definition().findValues("StateMachineArn")) {
        if (arn.isTextual() && seen.add(Definitions.machineName(arn.textValue()))) {
          Optional<StateMachine> child = find(Definitions.machineName(arn.textValue()), folder);
          child.ifPresent(children::add);
          child.ifPresent(open::add);
        }
      }
    }
    return children;
  }

  private static Optional<StateMachine> find(String name, DefinitionFolder folder) {
    try {
      return folder.find(name);
    } catch (StateFailed invalid) {
      // Said when it is started, which may never be.
      return Optional.empty();
    }
  }
}
