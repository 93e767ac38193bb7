package io.asl4j.testing.check;

import io.asl4j.testing.TestExecution;
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
      Visit before = visits.get(fork - 1);
      lines.add(
          "`%s` at %s decided that"
              .formatted(before, execution.definition().place(before.state())));
      lines.add("its input was  " + Shown.json(before.input()));
      before.output().ifPresent(output -> lines.add("its output was " + Shown.json(output)));
    }
    lines.add(execution.toString());
    return Optional.of(lines.toString());
  }
}
