package io.asl4j.testing.tasks;

import io.asl4j.core.diagnostic.Diagnostic;
import io.asl4j.core.diagnostic.Diagnostics;
import io.asl4j.core.json.Pointers;
import io.asl4j.core.json.SourceDocument;
import io.asl4j.core.json.SourceMap;
import io.asl4j.core.model.State;
import io.asl4j.core.model.StateMachine;
import io.asl4j.runtime.task.TaskHandlers;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Compares what a tasks file answers with what machines ask. */
final class TasksCheck {

  private final SourceMap map;
  private final List<State> states;
  private final Set<String> taskNames = new LinkedHashSet<>();
  private final List<Diagnostic> found = new ArrayList<>();

  private TasksCheck(SourceDocument document, Collection<StateMachine> machines) {
    this.map = document.map();
    this.states = MachineTasks.states(machines);
    for (State state : states) {
      if (state instanceof State.Task task) {
        taskNames.add(task.name());
      }
    }
  }

  static Diagnostics of(
      SourceDocument document,
      Set<String> stateNames,
      Set<String> resources,
      Collection<StateMachine> machines) {
    TasksCheck check = new TasksCheck(document, machines);
    stateNames.forEach(check::state);
    resources.forEach(check::resource);
    return Diagnostics.of(check.found);
  }

  private void state(String name) {
    if (taskNames.contains(name)) {
      return;
    }
    boolean other = states.stream().anyMatch(state -> state.name().equals(name));
    String message =
        other
            ? "`%s` is not a Task state; only Task states are answered.".formatted(name)
            : "There is no state `%s` in the definition.".formatted(name);
    String pointer = Pointers.child("/states", name);
    Diagnostic finding =
        Diagnostic.error(TasksFindings.STATES_EXIST, message)
            .at(pointer, map.source(), map.key(pointer));
    String hint =
        taskNames.isEmpty()
            ? "the definition has no Task states"
            : Findings.suggestion(name, taskNames);
    found.add(finding.hint(hint));
  }

  private void resource(String resource) {
    TaskHandlers pattern =
        TaskHandlers.builder().resource(resource, call -> call.arguments()).build();
    Set<String> called = new LinkedHashSet<>();
    for (State state : states) {
      if (state instanceof State.Task task) {
        called.add(task.resource().uri());
      }
    }
    if (called.stream().anyMatch(uri -> pattern.find("", uri) != null)) {
      return;
    }
    String pointer = Pointers.child("/resources", resource);
    found.add(
        Diagnostic.warning(
                TasksFindings.RESOURCES_ARE_CALLED, "No Task state calls `%s`.".formatted(resource))
            .at(pointer, map.source(), map.key(pointer))
            .hint(called.isEmpty() ? "" : Findings.suggestion(resource, called)));
  }
}
