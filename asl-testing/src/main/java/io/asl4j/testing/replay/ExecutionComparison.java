package io.asl4j.testing.replay;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.asl4j.runtime.ExecutionResult;
import io.asl4j.runtime.history.HistoryEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Compares a replayed execution with its recording: history, outcome, log records, and the answers
 * of DescribeExecution or StartSyncExecution.
 */
final class ExecutionComparison {

  /** What this library can tell of the answer to a request; dates, billing and redrive are not. */
  private static final List<String> TOLD =
      List.of("executionArn", "name", "status", "input", "output", "error", "cause");

  private final RecordedCase recorded;
  private final JsonNode expect;
  private final Matching matching;
  private final ExecutionTrace trace;
  private final List<String> differences = new ArrayList<>();

  ExecutionComparison(RecordedCase recorded, ExecutionTrace trace) {
    this.recorded = recorded;
    this.expect = recorded.expect();
    this.matching = new Matching(recorded);
    this.trace = trace;
  }

  /**
   * Compares everything that was recorded.
   *
   * @param problem a request that the recording has no answer for
   */
  Outcome outcome(Optional<String> problem) {
    if (expect.has("history")) {
      new HistoryComparison(recorded, matching, trace.flatEvents())
          .difference()
          .ifPresent(differences::add);
    }
    if (!recorded.isCutShort()) {
      compareResult();
      compareAnswer("describe");
      compareAnswer("response");
    }
    compareLogs();
    if (differences.isEmpty()) {
      return problem.map(Outcome::failed).orElse(Outcome.PASSED);
    }
    problem.ifPresent(differences::add);
    return Outcome.failed(String.join("\n", differences));
  }

  private void compareResult() {
    ObjectNode actual = result();
    for (String member : List.of("status", "output", "error", "cause")) {
      boolean missing = !expect.has(member) && (member.equals("status") || !expect.has("status"));
      if (!missing) {
        compare(member, expect.path(member), actual.path(member));
      }
    }
  }

  private void compareAnswer(String name) {
    JsonNode answer = expect.path(name);
    if (answer.isMissingNode()) {
      return;
    }
    ObjectNode actual = result();
    actual.put("executionArn", trace.arn());
    actual.put("name", trace.name());
    actual.set("input", recorded.input());
    for (String member : TOLD) {
      compare(name + "." + member, answer.path(member), actual.path(member));
    }
  }

  private void compare(String place, JsonNode expected, JsonNode actual) {
    if (expected.isMissingNode() && actual.isMissingNode()) {
      return;
    }
    Optional<Matching.Difference> difference =
        place.endsWith("cause")
            ? matching.compareParsed(expected, actual)
            : matching.compare(expected, actual);
    difference.ifPresent(
        found ->
            differences.add(
                place + (found.at().isEmpty() ? "" : found.at()) + ": " + found.what()));
  }

  private ObjectNode result() {
    ObjectNode told = JsonNodeFactory.instance.objectNode();
    if (trace.result().isEmpty()) {
      return told.put("status", "RUNNING");
    }
    ExecutionResult result = trace.result().get();
    told.put("status", result.status());
    switch (result) {
      case ExecutionResult.Succeeded succeeded -> told.set("output", succeeded.output());
      case ExecutionResult.Failed failed -> {
        if (failed.error() != null) {
          told.put("error", failed.error());
        }
        if (failed.cause() != null) {
          told.put("cause", failed.cause());
        }
      }
      case ExecutionResult.TimedOut timedOut -> {}
      case ExecutionResult.Aborted aborted -> {}
    }
    return told;
  }

  private void compareLogs() {
    List<HistoryEvent> events = trace.events();
    if (expect.has("logs")) {
      LogComparison logs = new LogComparison(recorded.field("logging"), matching);
      logs.difference(expect.path("logs"), trace.arn(), events).ifPresent(differences::add);
    }
    if (expect.has("endEvent") && !events.isEmpty()) {
      LogComparison.lastRecord(matching, expect.path("endEvent"), trace.arn(), events.getLast())
          .ifPresent(differences::add);
    }
  }
}
