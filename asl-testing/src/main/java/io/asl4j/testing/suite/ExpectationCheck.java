package io.asl4j.testing.suite;

import io.asl4j.core.model.State;
import io.asl4j.testing.trace.Definition;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;

/** Finds what no execution of a machine can do, whatever its input and its mocks. */
final class ExpectationCheck {

  private final Reading reading;
  private final Definition definition;
  private final Ways ways;
  private final Entry entry;
  private final Expectation expect;

  ExpectationCheck(Reading reading, Definition definition, Entry entry, Expectation expect) {
    this.reading = reading;
    this.definition = definition;
    this.ways = new Ways(definition);
    this.entry = entry;
    this.expect = expect;
  }

  void check() {
    checkEnd();
    checkPath();
    checkVisited();
    checkNeverVisited();
    checkAttempts();
  }

  private boolean succeeds() {
    return expect.status().filter("SUCCEEDED"::equals).isPresent() || expect.output().isPresent();
  }

  private void checkEnd() {
    String status = expect.status().orElse("");
    String error = expect.error().isPresent() ? "error" : "cause";
    boolean fails = expect.error().isPresent() || expect.cause().isPresent();
    if (fails && succeeds()) {
      reading.errorAtKey(
          SuiteFindings.EXPECTATIONS_ARE_POSSIBLE,
          entry.field(error),
          "An execution that succeeds has no error.",
          "expect `status: FAILED`, or take the error out");
    }
    if (expect.output().isPresent() && !status.isEmpty() && !status.equals("SUCCEEDED")) {
      reading.errorAtKey(
          SuiteFindings.EXPECTATIONS_ARE_POSSIBLE,
          entry.field("output"),
          "An execution that ends as %s has no output.".formatted(status),
          "");
    }
    if (status.equals("ABORTED")) {
      impossible(
          entry.field("status"),
          "Nothing stops the execution of a test, so it never ends as ABORTED.",
          "");
    }
    if (status.equals("TIMED_OUT")) {
      checkTimeout();
    }
  }

  private void checkTimeout() {
    if (definition.machine().timeoutSeconds().isEmpty()) {
      impossible(
          entry.field("status"),
          "%s has no `TimeoutSeconds`, so no execution of it ends as TIMED_OUT."
              .formatted(definition.name()),
          "a Task state that misses its own deadline ends as FAILED with States.Timeout");
    }
    if (expect.error().filter(error -> !error.equals("States.Timeout")).isPresent()) {
      impossible(
          entry.field("error"),
          "An execution that ends as TIMED_OUT has the error States.Timeout.",
          "");
    }
  }

  private void checkPath() {
    List<String> path = expect.path().orElse(List.of());
    Entry at = entry.field("path");
    for (int i = 0; i < path.size(); i++) {
      Definition.Located located = definition.find(path.get(i)).orElse(null);
      if (located == null) {
        return;
      }
      if (!located.container().isEmpty()) {
        impossible(
            at.element(i),
            "`%s` is inside of `%s`; a path is that of the outermost scope."
                .formatted(path.get(i), located.container()),
            "use `visited`");
        return;
      }
      if (i == 0 && !path.get(0).equals(ways.start())) {
        impossible(
            at.element(0),
            "The machine starts at `%s`, not at `%s`.".formatted(ways.start(), path.get(0)),
            "");
        return;
      }
      if (i > 0 && !goes(at.element(i), path.get(i - 1), path.get(i))) {
        return;
      }
    }
    if (!path.isEmpty()) {
      checkLast(at.element(path.size() - 1), path.getLast());
    }
  }

  private boolean goes(Entry at, String from, String to) {
    State state = definition.find(from).map(Definition.Located::state).orElse(null);
    if (state == null || Ways.targets(state).contains(to)) {
      return true;
    }
    impossible(at, "`%s` never goes to `%s`.".formatted(from, to), goesOn(state));
    return false;
  }

  private static String goesOn(State state) {
    Set<String> targets = Ways.targets(state);
    return targets.isEmpty()
        ? "it ends the machine"
        : "it goes to `" + String.join("` or `", targets) + "`";
  }

  private void checkLast(Entry at, String name) {
    State last = definition.find(name).map(Definition.Located::state).orElse(null);
    if (last != null && succeeds() && !Ways.endsWell(last)) {
      impossible(
          at,
          last instanceof State.Fail
              ? "An execution that ends in the Fail state `%s` does not succeed.".formatted(name)
              : "`%s` does not end the machine, so an execution that succeeds goes on."
                  .formatted(name),
          last instanceof State.Fail ? "expect `status: FAILED`" : goesOn(last));
    }
  }

  private void checkVisited() {
    List<String> visited = expect.visited().orElse(List.of());
    for (int i = 1; i < visited.size(); i++) {
      String before = visited.get(i - 1);
      String name = visited.get(i);
      boolean known = definition.find(before).isPresent() && definition.find(name).isPresent();
      if (known && !ways.canFollow(before, name)) {
        impossible(
            entry.field("visited").element(i),
            "`%s` never comes after `%s`.".formatted(name, before),
            "`visited` is in the order of the execution");
      }
    }
  }

  private void checkNeverVisited() {
    Set<String> visited = new LinkedHashSet<>(expect.path().orElse(List.of()));
    visited.addAll(expect.visited().orElse(List.of()));
    List<String> never = expect.neverVisited().orElse(List.of());
    for (int i = 0; i < never.size(); i++) {
      Entry at = entry.field("neverVisited").element(i);
      if (visited.contains(never.get(i))) {
        impossible(
            at,
            "`%s` is expected to be visited and never to be visited.".formatted(never.get(i)),
            "");
      } else if (never.get(i).equals(ways.start())) {
        impossible(at, "Every execution visits `%s`: it starts there.".formatted(never.get(i)), "");
      }
    }
  }

  private void checkAttempts() {
    expect
        .attempts()
        .forEach((name, count) -> checkCount(entry.field("attempts").field(name), name, count));
    expect
        .calls()
        .forEach((name, calls) -> checkCount(entry.field("calls").field(name), name, calls.size()));
  }

  private void checkCount(Entry at, String name, int count) {
    OptionalLong most = ways.mostAttempts(name);
    if (most.isPresent() && count > most.getAsLong()) {
      impossible(
          at,
          "`%s` is tried at most %s: it is in no loop, and %s."
              .formatted(
                  name,
                  most.getAsLong() == 1 ? "once" : most.getAsLong() + " times",
                  most.getAsLong() == 1
                      ? "has no retrier"
                      : "its retriers allow " + (most.getAsLong() - 1)),
          "");
    }
  }

  private void impossible(Entry at, String message, String hint) {
    reading.error(SuiteFindings.EXPECTATIONS_ARE_POSSIBLE, at, message, hint);
  }
}
