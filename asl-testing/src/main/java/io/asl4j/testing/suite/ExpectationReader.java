package io.asl4j.testing.suite;

import com.fasterxml.jackson.databind.JsonNode;
import io.asl4j.core.model.Catcher;
import io.asl4j.core.model.ChoiceRule;
import io.asl4j.core.model.State;
import io.asl4j.core.model.Transition;
import io.asl4j.testing.trace.Definition;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads what a case expects, and finds what no execution of the machine can do. */
final class ExpectationReader {

  private static final List<String> KEYS =
      List.of(
          "status",
          "output",
          "error",
          "cause",
          "path",
          "visited",
          "neverVisited",
          "attempts",
          "calls",
          "variables",
          "took");
  private static final List<String> STATUSES =
      List.of("SUCCEEDED", "FAILED", "TIMED_OUT", "ABORTED");

  private final Reading reading;
  private final Definition definition;

  ExpectationReader(Reading reading, Definition definition) {
    this.reading = reading;
    this.definition = definition;
  }

  Expectation read(Entry entry) {
    reading.isObject(entry, "`expect`", KEYS);
    Expectation expect =
        new Expectation(
            status(entry.field("status")),
            value(entry.field("output")),
            reading.text(entry.field("error"), "`error`"),
            reading.text(entry.field("cause"), "`cause`"),
            states(entry.field("path"), "`path`"),
            states(entry.field("visited"), "`visited`"),
            states(entry.field("neverVisited"), "`neverVisited`"),
            attempts(entry.field("attempts")),
            calls(entry.field("calls")),
            value(entry.field("variables")),
            took(entry.field("took")));
    checkEnd(entry, expect);
    checkPath(entry.field("path"), expect.path().orElse(List.of()));
    checkNeverVisited(entry, expect);
    return expect;
  }

  private Optional<String> status(Entry entry) {
    Optional<String> status = reading.text(entry, "`status`");
    if (status.isPresent() && !STATUSES.contains(status.get())) {
      reading.error(
          SuiteFindings.VALUES_HAVE_THEIR_TYPES,
          entry,
          "`%s` is no status of an execution.".formatted(status.get()),
          Reading.suggestion(status.get(), STATUSES));
    }
    return status;
  }

  private static Optional<JsonNode> value(Entry entry) {
    return entry.isMissing() ? Optional.empty() : Optional.of(entry.value());
  }

  private Optional<List<String>> states(Entry entry, String what) {
    Optional<List<String>> names = reading.texts(entry, what);
    for (int i = 0; i < names.map(List::size).orElse(0); i++) {
      known(names.get().get(i), entry.element(i));
    }
    return names;
  }

  private boolean known(String name, Entry at) {
    if (definition.find(name).isPresent()) {
      return true;
    }
    reading.errorAtKey(
        SuiteFindings.STATES_EXIST,
        at,
        "There is no state `%s` in %s.".formatted(name, definition.name()),
        Reading.suggestion(name, definition.states().keySet()));
    return false;
  }

  private Map<String, Integer> attempts(Entry entry) {
    Map<String, Integer> attempts = new LinkedHashMap<>();
    if (entry.isMissing() || !isMapOfStates(entry, "`attempts`")) {
      return attempts;
    }
    for (String name : Reading.keys(entry)) {
      Entry count = entry.field(name);
      State state = definition.find(name).map(Definition.Located::state).orElse(null);
      if (!known(name, count) || state == null) {
        continue;
      }
      if (!(state instanceof State.Working)) {
        reading.errorAtKey(
            SuiteFindings.EXPECTATIONS_ARE_POSSIBLE,
            count,
            "`%s` is a %s state, which makes no attempts."
                .formatted(name, state.getClass().getSimpleName()),
            "");
      }
      long number = reading.number(count, "The number of attempts", 1);
      if (number < 0 || number > Integer.MAX_VALUE) {
        reading.wrongType(count, "The number of attempts", "zero or more");
      } else {
        attempts.put(name, (int) number);
      }
    }
    return attempts;
  }

  private boolean isMapOfStates(Entry entry, String what) {
    if (entry.value().isObject()) {
      return true;
    }
    reading.wrongType(entry, what, "an object with a field for each state");
    return false;
  }

  private Map<String, List<JsonNode>> calls(Entry entry) {
    Map<String, List<JsonNode>> calls = new LinkedHashMap<>();
    if (entry.isMissing() || !isMapOfStates(entry, "`calls`")) {
      return calls;
    }
    for (String name : Reading.keys(entry)) {
      Entry list = entry.field(name);
      if (!known(name, list)) {
        continue;
      }
      boolean task =
          definition.find(name).filter(found -> found.state() instanceof State.Task).isPresent();
      if (!task) {
        reading.errorAtKey(
            SuiteFindings.EXPECTATIONS_ARE_POSSIBLE,
            list,
            "`%s` is no Task state, so it calls nothing.".formatted(name),
            "");
      }
      if (!list.value().isArray()) {
        reading.wrongType(list, "The calls of `" + name + "`", "a list of arguments");
        continue;
      }
      List<JsonNode> arguments = new ArrayList<>();
      list.value().forEach(arguments::add);
      calls.put(name, List.copyOf(arguments));
    }
    return calls;
  }

  private Optional<Duration> took(Entry entry) {
    return reading.duration(entry, "`took`");
  }

  private void checkEnd(Entry entry, Expectation expect) {
    String status = expect.status().orElse("");
    boolean fails = expect.error().isPresent() || expect.cause().isPresent();
    if (fails && (status.equals("SUCCEEDED") || expect.output().isPresent())) {
      reading.errorAtKey(
          SuiteFindings.EXPECTATIONS_ARE_POSSIBLE,
          entry.field(expect.error().isPresent() ? "error" : "cause"),
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
  }

  private void checkPath(Entry entry, List<String> path) {
    for (int i = 0; i < path.size(); i++) {
      Definition.Located located = definition.find(path.get(i)).orElse(null);
      if (located == null) {
        continue;
      }
      if (!located.container().isEmpty()) {
        impossible(
            entry.element(i),
            "`%s` is inside of `%s`; a path is that of the outermost scope."
                .formatted(path.get(i), located.container()),
            "use `visited`");
      } else if (i == 0 && !path.get(0).equals(definition.machine().root().startAt())) {
        impossible(
            entry.element(0),
            "The machine starts at `%s`, not at `%s`."
                .formatted(definition.machine().root().startAt(), path.get(0)),
            "");
      } else if (i > 0) {
        checkStep(entry.element(i), path.get(i - 1), path.get(i));
      }
    }
  }

  private void checkStep(Entry at, String from, String to) {
    State state = definition.find(from).map(Definition.Located::state).orElse(null);
    if (state == null || targets(state).contains(to)) {
      return;
    }
    Set<String> targets = targets(state);
    impossible(
        at,
        "`%s` never goes to `%s`.".formatted(from, to),
        targets.isEmpty()
            ? "it ends the machine"
            : "it goes to `" + String.join("` or `", targets) + "`");
  }

  private static Set<String> targets(State state) {
    Set<String> targets = new LinkedHashSet<>();
    switch (state) {
      case State.Working working -> {
        add(working.transition(), targets);
        working.catchers().stream().map(Catcher::next).forEach(targets::add);
      }
      case State.Pass pass -> add(pass.transition(), targets);
      case State.Wait wait -> add(wait.transition(), targets);
      case State.Choice choice -> {
        choice.rules().stream().map(ChoiceRule::next).forEach(targets::add);
        choice.otherwise().ifPresent(targets::add);
      }
      case State.Succeed succeed -> {}
      case State.Fail fail -> {}
    }
    return targets;
  }

  private static void add(Transition transition, Set<String> targets) {
    if (transition instanceof Transition.Next next) {
      targets.add(next.state());
    }
  }

  private void checkNeverVisited(Entry entry, Expectation expect) {
    Set<String> visited = new LinkedHashSet<>(expect.path().orElse(List.of()));
    visited.addAll(expect.visited().orElse(List.of()));
    List<String> never = expect.neverVisited().orElse(List.of());
    for (int i = 0; i < never.size(); i++) {
      if (visited.contains(never.get(i))) {
        impossible(
            entry.field("neverVisited").element(i),
            "`%s` is expected to be visited and never to be visited.".formatted(never.get(i)),
            "");
      }
    }
  }

  private void impossible(Entry at, String message, String hint) {
    reading.error(SuiteFindings.EXPECTATIONS_ARE_POSSIBLE, at, message, hint);
  }
}
