package io.asl4j.testing;

import com.fasterxml.jackson.databind.node.TextNode;
import io.asl4j.core.json.Json;
import io.asl4j.runtime.task.TaskRequest;
import io.asl4j.testing.mock.Callback;
import io.asl4j.testing.mock.ConditionFailed;
import io.asl4j.testing.mock.MockProblem;
import io.asl4j.testing.mock.MockRule;
import io.asl4j.testing.trace.Definition;
import io.asl4j.testing.trace.PathDrawing;
import io.asl4j.testing.trace.Shown;
import io.asl4j.testing.trace.Trace;
import io.asl4j.testing.trace.Visit;
import java.time.Duration;
import java.util.List;
import java.util.StringJoiner;
import java.util.stream.Collectors;

/** Words what went wrong with a test itself, and what to do about it. */
final class Advice {

  private Advice() {}

  static TestFailed unanswered(
      Definition definition, MockProblem problem, TestExecution execution) {
    TaskRequest request = problem.request();
    StringJoiner lines = new StringJoiner("\n");
    lines.add(headline(problem));
    lines.add(
        "state    `%s` at %s".formatted(where(request), definition.place(request.stateName())));
    lines.add("resource " + request.resource().uri());
    lines.add("input    " + Shown.json(request.arguments()));
    lines.add("add      " + line(problem));
    if (problem instanceof MockProblem.Ambiguous ambiguous) {
      ambiguous.rules().forEach(rule -> lines.add("mock     " + rule));
    }
    if (problem instanceof MockProblem.Broken broken) {
      lines.add("mock     " + broken.rule());
    }
    lines.add(Account.brief(execution));
    return problem instanceof MockProblem.Broken broken
        ? new TestFailed(lines.toString(), broken.bug())
        : new TestFailed(lines.toString());
  }

  private static String headline(MockProblem problem) {
    String state = problem.request().stateName();
    return switch (problem) {
      case MockProblem.NoMock none -> "No mock answers the Task state `%s`.".formatted(state);
      case MockProblem.NoAnswerLeft left ->
          "Call %d of the Task state `%s` has no answer: the mock of %s has only %d."
              .formatted(left.given() + 1, state, left.rule(), left.rule().answers().size());
      case MockProblem.Ambiguous ambiguous ->
          "%d mocks are for the same call of the Task state `%s`."
              .formatted(ambiguous.rules().size(), state);
      case MockProblem.Broken broken ->
          broken.bug() instanceof ConditionFailed failed
              ? String.valueOf(failed.getMessage())
              : "The mock of %s threw %s.".formatted(broken.rule().target(), broken.bug());
    };
  }

  private static String where(TaskRequest request) {
    String item = request.itemIndex() < 0 ? "" : "[" + request.itemIndex() + "]";
    return request.stateName()
        + item
        + (request.attempt() == 0 ? "" : ", retry " + request.attempt());
  }

  private static String line(MockProblem problem) {
    String state = Json.write(TextNode.valueOf(problem.request().stateName()));
    return switch (problem) {
      case MockProblem.NoMock none ->
          "mocks.state(%s).returns(\"{}\");   in YAML: %s: { return: {} }".formatted(state, state);
      case MockProblem.NoAnswerLeft left -> "one more answer, or leave out `only()`";
      case MockProblem.Ambiguous ambiguous ->
          "a condition that tells them apart, or take one of them out";
      case MockProblem.Broken broken when broken.bug() instanceof ConditionFailed ->
          "a condition that holds for every input, such as `$type(amount) = \"number\" and amount >"
              + " 5`";
      case MockProblem.Broken broken ->
          "what the function needs for this input; to fail the task, throw StateFailed.of(error,"
              + " cause)";
    };
  }

  static TestFailed unreached(List<MockRule> rules, TestExecution execution) {
    String list = rules.stream().map(rule -> "  " + rule).collect(Collectors.joining("\n"));
    return new TestFailed(
        "%s never reached:\n%s\n%s"
            .formatted(
                rules.size() == 1 ? "A mock was" : rules.size() + " mocks were", list, execution));
  }

  static TestFailed tooSlow(Trace trace, Duration patience) {
    return new TestFailed(
        "The execution did not end within %s of real time; does it loop for ever?\npath     %s"
            .formatted(Shown.duration(patience), PathDrawing.of(trace, trace.path())));
  }

  static TestFailed stuck(Trace trace, List<Callback> callbacks) {
    StringJoiner lines = new StringJoiner("\n");
    lines.add("The execution waits for something that never comes.");
    for (Visit visit : trace.visits()) {
      if (visit.exitedAt().isEmpty() && !visit.attempts().isEmpty()) {
        lines.add("waits    `%s` at %s".formatted(visit, trace.definition().place(visit.state())));
      }
    }
    callbacks.forEach(callback -> lines.add("callback " + callback));
    lines.add("path     " + PathDrawing.of(trace, trace.path()));
    lines.add("add      an answer to its mock, or TimeoutSeconds to the state");
    return new TestFailed(lines.toString());
  }
}
