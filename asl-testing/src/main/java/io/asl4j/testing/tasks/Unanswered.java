package io.asl4j.testing.tasks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.asl4j.core.diagnostic.Diagnostic;
import io.asl4j.core.diagnostic.Diagnostics;
import io.asl4j.core.json.Json;
import io.asl4j.core.json.SourceMap;
import io.asl4j.core.model.State;
import io.asl4j.core.model.StateMachine;
import io.asl4j.runtime.service.HttpInvoke;
import io.asl4j.runtime.task.MissingHandler;
import io.asl4j.runtime.task.TaskHandlers;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The Task states of a machine that nothing answers, all of them at once. Immutable.
 *
 * @param tasks in the order of the definition
 * @param diagnostics one error for each, with its place
 */
public record Unanswered(List<State.Task> tasks, Diagnostics diagnostics) {

  private static final Pattern PLAIN_KEY =
      Pattern.compile("[A-Za-z][A-Za-z0-9_.-]*( [A-Za-z0-9_.-]+)*");

  /** Keeps its own copy. */
  public Unanswered {
    tasks = List.copyOf(tasks);
  }

  /**
   * Compares a machine with those who answer.
   *
   * @param map where the values of its definition stand
   * @param answers those who answer in the first place
   * @param builtIn asked for what nobody answers; it knows no connections of HTTP Tasks
   */
  public static Unanswered of(
      StateMachine machine, SourceMap map, TaskHandlers answers, TaskHandlers builtIn) {
    Map<String, MissingHandler> reports = new HashMap<>();
    answers.unanswered(machine, map).forEach(report -> reports.put(report.state(), report));
    List<State.Task> tasks = new ArrayList<>();
    List<Diagnostic> found = new ArrayList<>();
    for (State.Task task : answers.missing(machine)) {
      MissingHandler report = Objects.requireNonNull(reports.get(task.name()));
      String pointer = report.pointer();
      boolean connected =
          usesConnection(machine.definition().at(pointer.substring(0, pointer.lastIndexOf('/'))));
      boolean http = task.resource().uri().equals(HttpInvoke.RESOURCE);
      if (builtIn.find(task.name(), task.resource().uri()) != null && !(http && connected)) {
        continue;
      }
      tasks.add(task);
      String message =
          http && connected
              ? "The HTTP Task `%s` uses a connection, which is not known here."
                  .formatted(task.name())
              : "Nothing answers the Task state `%s`.".formatted(task.name());
      Diagnostic finding =
          Diagnostic.error(TasksFindings.TASKS_ARE_ANSWERED, message).at(pointer, map);
      found.add(report.nearest().isEmpty() ? finding : finding.hint(report.hint()));
    }
    return new Unanswered(tasks, Diagnostics.of(found));
  }

  /** Whether every Task state is answered. */
  public boolean isEmpty() {
    return tasks.isEmpty();
  }

  /** What to add to a tasks file in YAML: one line for each state. */
  public String linesToAdd() {
    return tasks.stream()
        .map(task -> "  " + key(task.name()) + ": { return: {} }\n")
        .collect(Collectors.joining("", "states:\n", ""));
  }

  private static String key(String name) {
    return PLAIN_KEY.matcher(name).matches() ? name : Json.write(TextNode.valueOf(name));
  }

  private static boolean usesConnection(JsonNode state) {
    for (String arguments : List.of("/Arguments", "/Parameters")) {
      for (String holder : List.of("/InvocationConfig", "/Authentication")) {
        JsonNode value = state.at(arguments + holder);
        if (value.has("ConnectionArn") || value.has("ConnectionArn.$")) {
          return true;
        }
      }
    }
    return false;
  }
}
