package io.asl4j.testing.check;

import io.asl4j.core.model.State;
import io.asl4j.runtime.history.Decision;
import io.asl4j.testing.TestExecution;
import io.asl4j.testing.trace.FailingExpression;
import io.asl4j.testing.trace.Failure;
import io.asl4j.testing.trace.PathDrawing;
import io.asl4j.testing.trace.Shown;
import io.asl4j.testing.trace.Visit;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;

/** Compares the path of one scope with what was expected of it. */
final class Paths {

  private Paths() {}

  static Optional<String> compare(
      TestExecution execution, List<Visit> visits, List<String> expected, String who) {
    List<String> actual = visits.stream().map(Visit::state).toList();
    if (actual.equals(expected)) {
      return Optional.empty();
    }
    int fork = 0;
    while (fork < actual.size()
        && fork < expected.size()
        && actual.get(fork).equals(expected.get(fork))) {
      fork++;
    }
    StringJoiner lines = new StringJoiner("\n");
    lines.add("Expected another path of " + who + ".");
    lines.add("expected " + PathDrawing.of(expected));
    List<String> labels = PathDrawing.labels(execution.trace(), visits);
    String remark =
        fork == actual.size()
            ? "it ended here; `" + expected.get(fork) + "` was expected next"
            : fork == expected.size()
                ? "it was expected to end before"
                : "`" + expected.get(fork) + "` was expected here";
    lines.add("actual   " + PathDrawing.marked(labels, fork, remark).replace("\n", "\n         "));
    if (fork > 0) {
      decided(execution, visits.get(fork - 1), nextOf(expected, fork), lines);
    }
    lines.add(execution.toString());
    return Optional.of(lines.toString());
  }

  private static String nextOf(List<String> expected, int fork) {
    return fork < expected.size() ? expected.get(fork) : "";
  }

  /** Why the execution went on from a state as it did. */
  private static void decided(
      TestExecution execution, Visit visit, String expected, StringJoiner lines) {
    String place = execution.definition().place(visit.state());
    State state = execution.definition().find(visit.state()).orElseThrow().state();
    if (state instanceof State.Choice choice) {
      lines.add(
          "`%s` at %s %s".formatted(visit, place, choice(execution, visit, choice, expected)));
    } else if (visit.caughtBy().isPresent()) {
      lines.add(
          "`%s` at %s failed, and its catcher %d took over: %s"
              .formatted(
                  visit,
                  place,
                  visit.caughtBy().get() + 1,
                  visit.failure().map(Failure::toString).orElse("")));
    } else {
      lines.add("`%s` at %s decided that".formatted(visit, place));
    }
    lines.add("its input was  " + Shown.json(visit.input()));
    visit.output().ifPresent(output -> lines.add("its output was " + Shown.json(output)));
  }

  private static String choice(
      TestExecution execution, Visit visit, State.Choice choice, String expected) {
    int taken = choice.rules().size();
    for (Decision decision : visit.decisions()) {
      taken = decision instanceof Decision.RuleTaken rule ? rule.rule() : taken;
    }
    boolean byDefault = taken == choice.rules().size();
    String went = byDefault ? "took its Default" : "took its rule " + (taken + 1);
    for (int i = 0; i < taken; i++) {
      if (choice.rules().get(i).next().equals(expected)) {
        return "%s, since its rule %d, to `%s`, did not hold:\n%s"
            .formatted(went, i + 1, expected, draw(execution, visit, i));
      }
    }
    return byDefault ? went : "%s, which held:\n%s".formatted(went, draw(execution, visit, taken));
  }

  private static String draw(TestExecution execution, Visit visit, int rule) {
    return FailingExpression.ofRule(execution.trace(), visit, rule).draw(execution.definition());
  }
}
