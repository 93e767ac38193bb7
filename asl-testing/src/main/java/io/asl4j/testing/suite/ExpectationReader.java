package io.asl4j.testing.suite;

import com.fasterxml.jackson.databind.JsonNode;
import io.asl4j.core.model.State;
import io.asl4j.testing.trace.Definition;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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
            variables(entry.field("variables")),
            took(entry.field("took")));
    new ExpectationCheck(reading, definition, entry, expect).check();
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

  private Optional<JsonNode> variables(Entry entry) {
    if (!entry.isMissing() && !entry.value().isObject()) {
      reading.wrongType(entry, "`variables`", "an object with a field for each variable");
      return Optional.empty();
    }
    return value(entry);
  }

  private Optional<List<String>> states(Entry entry, String what) {
    Optional<List<String>> names = reading.texts(entry, what);
    if (names.filter(List::isEmpty).isPresent() && entry.value().isEmpty()) {
      reading.wrongType(entry, what, "a list of at least one state name");
    }
    for (int i = 0; i < names.map(List::size).orElse(0); i++) {
      if (definition.find(names.get().get(i)).isEmpty()) {
        reading.error(
            SuiteFindings.STATES_EXIST,
            entry.element(i),
            noSuchState(names.get().get(i)),
            Reading.suggestion(names.get().get(i), definition.states().keySet()));
      }
    }
    return names;
  }

  private String noSuchState(String name) {
    return "There is no state `%s` in %s.".formatted(name, definition.name());
  }

  private boolean known(String name, Entry at) {
    if (definition.find(name).isPresent()) {
      return true;
    }
    reading.errorAtKey(
        SuiteFindings.STATES_EXIST,
        at,
        noSuchState(name),
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
        reading.wrongType(
            list, "What `" + name + "` is called with", "a list with the arguments of each call");
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
}
