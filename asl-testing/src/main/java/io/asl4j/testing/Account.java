package io.asl4j.testing;

import io.asl4j.testing.trace.Attempt;
import io.asl4j.testing.trace.FailingExpression;
import io.asl4j.testing.trace.Failure;
import io.asl4j.testing.trace.PathDrawing;
import io.asl4j.testing.trace.Shown;
import io.asl4j.testing.trace.Trace;
import io.asl4j.testing.trace.Visit;
import java.util.List;
import java.util.StringJoiner;

/** Tells in a few lines what an execution did and where it went wrong. */
final class Account {

  private Account() {}

  /** Status, path, time and seed only. */
  static String brief(TestExecution execution) {
    return write(execution, false);
  }

  static String of(TestExecution execution) {
    return write(execution, true);
  }

  private static String write(TestExecution execution, boolean whole) {
    StringJoiner lines = new StringJoiner("\n");
    lines.add("status   " + status(execution));
    lines.add("path     " + path(execution));
    execution
        .trace()
        .failed()
        .filter(visit -> whole)
        .ifPresent(visit -> failed(execution.trace(), visit, lines));
    lines.add("took     " + Shown.duration(execution.took()) + " of modelled time");
    lines.add("seed     " + execution.seed());
    return lines.toString();
  }

  private static String status(TestExecution execution) {
    return execution.status()
        + execution
            .failure()
            .filter(failure -> execution.status().equals("FAILED"))
            .map(failure -> " with " + failure)
            .orElse("");
  }

  private static String path(TestExecution execution) {
    Trace trace = execution.trace();
    List<Visit> path = trace.path();
    List<String> labels = PathDrawing.labels(trace, path);
    Visit failed = trace.failed().orElse(null);
    if (failed == null) {
      return PathDrawing.of(labels);
    }
    Visit outermost = failed;
    while (outermost.container().isPresent()) {
      outermost = outermost.container().get();
    }
    String remark = outermost == failed ? "failed here" : "failed inside, in " + failed;
    return PathDrawing.marked(labels, path.indexOf(outermost), remark).replace("\n", "\n         ");
  }

  private static void failed(Trace trace, Visit visit, StringJoiner lines) {
    lines.add("state    `" + visit + "` at " + trace.definition().place(visit.state()));
    lines.add("input    " + Shown.json(visit.input()));
    for (Attempt attempt : visit.attempts()) {
      if (attempt.arguments().isMissingNode()) {
        continue;
      }
      String came =
          attempt
              .failure()
              .map(Failure::toString)
              .or(() -> attempt.result().map(Shown::json))
              .orElse("no answer");
      lines.add(
          "call %d   %s => %s".formatted(attempt.number(), Shown.json(attempt.arguments()), came));
    }
    FailingExpression.of(trace, visit)
        .ifPresent(
            expression -> lines.add("failing expression\n" + expression.draw(trace.definition())));
  }
}
