package io.asl4j.testing.suite;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.asl4j.core.json.Json;
import io.asl4j.testing.TestExecution;
import io.asl4j.testing.check.VisitChecks;
import io.asl4j.testing.tasks.Answer;
import io.asl4j.testing.tasks.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/** Writes the cases of a mock configuration file as a test file in YAML. */
final class MockConfigYaml {

  private final StringBuilder yaml = new StringBuilder();
  private final JsonNode input;

  MockConfigYaml(String definition, JsonNode input) {
    this.input = input;
    yaml.append("machine: ").append(quoted(definition)).append("\ncases:\n");
  }

  /** Adds a case that expects what its execution did. */
  void add(String name, Map<String, SortedMap<Integer, Answer>> answers, TestExecution execution) {
    yaml.append("  - name: ").append(quoted(name)).append("\n    input: ");
    yaml.append(Json.write(input)).append("\n");
    if (!answers.isEmpty()) {
      yaml.append("    mocks:\n      states:\n");
    }
    answers.forEach(
        (state, byCall) -> {
          yaml.append("        ").append(quoted(state)).append(":\n");
          answers(byCall, VisitChecks.of(execution, state).attempts().size());
        });
    yaml.append("    expect:\n");
    for (Map.Entry<String, JsonNode> each : Expectation.observed(execution).properties()) {
      yaml.append("      ").append(each.getKey()).append(": ");
      yaml.append(Json.write(each.getValue())).append("\n");
    }
  }

  /**
   * A call without a response fails; in a test file the last answer stays, so it has to be said.
   */
  private void answers(SortedMap<Integer, Answer> byCall, int calls) {
    int last = byCall.isEmpty() ? -1 : byCall.lastKey();
    int end = Math.max(last, Math.min(calls - 1, last + 1));
    for (int call = 0; call <= Math.max(end, 0); call++) {
      Answer answer = byCall.get(call);
      yaml.append("          - ");
      if (answer == null) {
        yaml.append("fail: { error: States.Runtime, cause: There is no response for this call. }");
      } else {
        outcome(answer.outcome());
      }
      yaml.append("\n");
    }
  }

  private void outcome(Outcome outcome) {
    switch (outcome) {
      case Outcome.Return value -> yaml.append("return: ").append(Json.write(value.value()));
      case Outcome.Fail fail -> {
        List<String> fields = new ArrayList<>();
        fail.error().ifPresent(error -> fields.add("error: " + quoted(error)));
        fail.cause().ifPresent(cause -> fields.add("cause: " + quoted(cause)));
        yaml.append("fail: { ").append(String.join(", ", fields)).append(" }");
      }
      case Outcome.Never never -> yaml.append("never: true");
      case Outcome.Exec exec -> throw new IllegalStateException("A mocked response runs nothing.");
      case Outcome.Http http -> throw new IllegalStateException("A mocked response calls nothing.");
    }
  }

  private static String quoted(String text) {
    return Json.write(TextNode.valueOf(text));
  }

  @Override
  public String toString() {
    return yaml.toString();
  }
}
