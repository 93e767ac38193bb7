package io.asl4j.testing.suite;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.asl4j.testing.TestExecution;
import io.asl4j.testing.check.ExecutionChecks;
import io.asl4j.testing.check.VisitChecks;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What a case expects of its execution; what is empty is not looked at. Immutable.
 *
 * @param status how it ends, as AWS spells it
 * @param output its output, compared by meaning
 * @param error its error name
 * @param cause its cause
 * @param path the states of the outermost scope, exactly
 * @param visited states of any scope in this order, perhaps with others between them
 * @param neverVisited states that are not visited
 * @param attempts how many attempts a state makes
 * @param calls what a Task state is called with, call by call
 * @param variables the variables of the outermost scope at the end
 * @param took how long it takes, in modelled time
 */
public record Expectation(
    Optional<String> status,
    Optional<JsonNode> output,
    Optional<String> error,
    Optional<String> cause,
    Optional<List<String>> path,
    Optional<List<String>> visited,
    Optional<List<String>> neverVisited,
    Map<String, Integer> attempts,
    Map<String, List<JsonNode>> calls,
    Optional<JsonNode> variables,
    Optional<Duration> took) {

  /** Keeps its own copies. */
  public Expectation {
    attempts = Collections.unmodifiableMap(new LinkedHashMap<>(attempts));
    calls = Collections.unmodifiableMap(new LinkedHashMap<>(calls));
  }

  /** Expects nothing: any execution meets it. */
  public static Expectation nothing() {
    return new Expectation(
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Map.of(),
        Map.of(),
        Optional.empty(),
        Optional.empty());
  }

  /** What a test file says to expect just what an execution did: status, output or error, path. */
  public static ObjectNode observed(TestExecution execution) {
    ObjectNode observed = JsonNodeFactory.instance.objectNode();
    observed.put("status", execution.status());
    execution.output().ifPresent(output -> observed.set("output", output));
    execution
        .failure()
        .filter(failure -> execution.status().equals("FAILED") && failure.error() != null)
        .ifPresent(failure -> observed.put("error", failure.error()));
    ArrayNode path = observed.putArray("path");
    execution.path().forEach(path::add);
    return observed;
  }

  /** What of it an execution does not meet, each with all that is needed to find out why. */
  public List<String> problems(TestExecution execution) {
    ExecutionChecks checks = new ExecutionChecks(execution);
    List<Optional<String>> all = new ArrayList<>();
    status.ifPresent(expected -> all.add(checks.status(expected)));
    error.ifPresent(
        expected -> all.add(checks.failedWith(expected, cause.orElse(null), cause.isEmpty())));
    if (error.isEmpty() && cause.isPresent()) {
      all.add(causeOnly(execution));
    }
    output.ifPresent(expected -> all.add(checks.output(expected)));
    path.ifPresent(expected -> all.add(checks.visitedExactly(expected)));
    visited.ifPresent(expected -> all.add(checks.visited(expected)));
    neverVisited.ifPresent(expected -> all.add(checks.neverVisited(expected)));
    variables.ifPresent(expected -> all.add(checks.variables(expected)));
    took.ifPresent(expected -> all.add(checks.took(expected)));
    attempts.forEach((state, count) -> all.add(VisitChecks.of(execution, state).attempts(count)));
    calls.forEach((state, arguments) -> all.addAll(called(execution, state, arguments)));
    return toldOnce(all.stream().flatMap(Optional::stream).toList(), execution);
  }

  /** What the execution did stands once, after the last problem. */
  private static List<String> toldOnce(List<String> problems, TestExecution execution) {
    List<String> shorter = new ArrayList<>();
    for (int i = 0; i < problems.size(); i++) {
      boolean last = i == problems.size() - 1;
      shorter.add(last ? problems.get(i) : problems.get(i).replace("\n" + execution, ""));
    }
    return List.copyOf(shorter);
  }

  private Optional<String> causeOnly(TestExecution execution) {
    String actual = execution.failure().map(failure -> failure.cause()).orElse(null);
    return Objects.equals(actual, cause.orElse(null))
        ? Optional.empty()
        : Optional.of(
            "Expected another cause.\nexpected %s\nactual   %s\n%s"
                .formatted(cause.orElse(""), actual, execution));
  }

  private static List<Optional<String>> called(
      TestExecution execution, String state, List<JsonNode> arguments) {
    VisitChecks visits = VisitChecks.of(execution, state);
    List<Optional<String>> all = new ArrayList<>();
    all.add(visits.attempts(arguments.size()));
    for (int i = 0; i < Math.min(arguments.size(), visits.attempts().size()); i++) {
      all.add(visits.calledWith(i + 1, arguments.get(i)));
    }
    return all;
  }
}
