package io.asl4j.testing.suite;

import io.asl4j.core.json.SourceDocument;
import io.asl4j.core.model.State;
import io.asl4j.core.query.jsonata.JsonataFailed;
import io.asl4j.runtime.task.TaskHandlers;
import io.asl4j.testing.mock.Answering;
import io.asl4j.testing.mock.InputCondition;
import io.asl4j.testing.mock.MockRule;
import io.asl4j.testing.mock.MockRule.Target;
import io.asl4j.testing.tasks.Answer;
import io.asl4j.testing.tasks.Outcome;
import io.asl4j.testing.tasks.TasksFile;
import io.asl4j.testing.trace.Definition;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the mocks of a test file or of one of its cases: a tasks file inside it. */
final class MockReader {

  /** {@code Reserve[2]}: only in item 2 of the Map around the state. */
  private static final Pattern OF_ITEM = Pattern.compile("(.+)\\[(\\d{1,9})]");

  /**
   * A mock and where it stands.
   *
   * @param entry its first answer, or the key of its state or resource
   */
  record Read(MockRule rule, Entry entry) {}

  private final Reading reading;
  private final SourceDocument document;
  private final Path folder;
  private final Definition definition;

  MockReader(Reading reading, SourceDocument document, Path folder, Definition definition) {
    this.reading = reading;
    this.document = document;
    this.folder = folder;
    this.definition = definition;
  }

  List<Read> read(Entry mocks) {
    TasksFile tasks = TasksFile.inside(document, mocks.pointer(), folder);
    reading.add(tasks.diagnostics());
    List<Read> rules = new ArrayList<>();
    tasks
        .byState()
        .forEach(
            (name, answers) -> {
              Entry at = mocks.field("states").field(name);
              rules.addAll(ofState(name, answers, at));
            });
    tasks
        .byResource()
        .forEach(
            (resource, answers) -> {
              Entry at = mocks.field("resources").field(resource);
              checkCalled(resource, at);
              Target target = new Target.OfResource(resource);
              rules.addAll(rules(target, OptionalInt.empty(), answers, at));
            });
    return rules;
  }

  private List<Read> ofState(String name, List<Answer> answers, Entry at) {
    Matcher item = OF_ITEM.matcher(name);
    if (definition.find(name).isEmpty() && item.matches()) {
      String state = item.group(1);
      checkTask(state, at);
      checkInMap(state, at);
      OptionalInt index = OptionalInt.of(Integer.parseInt(item.group(2)));
      return rules(new Target.OfState(state), index, answers, at);
    }
    checkTask(name, at);
    return rules(new Target.OfState(name), OptionalInt.empty(), answers, at);
  }

  private void checkTask(String name, Entry at) {
    State state = definition.find(name).map(Definition.Located::state).orElse(null);
    if (state == null) {
      reading.errorAtKey(
          SuiteFindings.STATES_EXIST,
          at,
          "There is no state `%s` in %s.".formatted(name, definition.name()),
          Reading.suggestion(name, definition.states().keySet()));
    } else if (!(state instanceof State.Task)) {
      reading.errorAtKey(
          SuiteFindings.ONLY_TASKS_ARE_MOCKED,
          at,
          "`%s` is a %s state (%s); only Task states are answered."
              .formatted(name, state.getClass().getSimpleName(), definition.place(name)),
          "take the mock out");
    }
  }

  private void checkInMap(String state, Entry at) {
    Optional<Definition.Located> around = definition.find(state);
    while (around.isPresent() && !around.get().container().isEmpty()) {
      around = definition.find(around.get().container());
      if (around.isPresent() && around.get().state() instanceof State.Map) {
        return;
      }
    }
    if (around.isPresent()) {
      reading.errorAtKey(
          SuiteFindings.STATES_EXIST,
          at,
          "`%s` is in no Map (%s), so it has no items.".formatted(state, definition.place(state)),
          "write `" + state + "`");
    }
  }

  private void checkCalled(String resource, Entry at) {
    boolean called = tasks().stream().anyMatch(task -> matches(resource, task));
    if (!called) {
      reading.errorAtKey(
          SuiteFindings.STATES_EXIST,
          at,
          "No Task state of %s calls `%s`.".formatted(definition.name(), resource),
          Reading.suggestion(
              resource, tasks().stream().map(task -> task.resource().uri()).distinct().toList()));
    }
  }

  private List<State.Task> tasks() {
    return definition.states().values().stream()
        .map(Definition.Located::state)
        .filter(State.Task.class::isInstance)
        .map(State.Task.class::cast)
        .toList();
  }

  /** Answers of the same condition are one mock, and those without any are one. */
  private List<Read> rules(Target target, OptionalInt item, List<Answer> answers, Entry at) {
    Map<String, List<Answering>> byCondition = new LinkedHashMap<>();
    Map<String, Entry> entries = new LinkedHashMap<>();
    boolean isList = at.value().isArray();
    if (isList && at.value().size() != answers.size()) {
      return List.of(); // What is wrong with the others has been said.
    }
    for (int i = 0; i < answers.size(); i++) {
      Answer answer = answers.get(i);
      Entry entry = isList ? at.element(i) : at;
      if (answer.outcome() instanceof Outcome.Exec || answer.outcome() instanceof Outcome.Http) {
        reading.errorAtKey(
            SuiteFindings.TESTS_ARE_OFFLINE,
            entry,
            "The mock of %s runs a program or calls a URL.".formatted(target),
            "use `return`, `fail` or `never`");
      }
      String when = reading.text(entry.field("when"), "`when`").orElse("");
      entries.putIfAbsent(when, entry.field("when").isMissing() ? at : entry.field("when"));
      byCondition.computeIfAbsent(when, w -> new ArrayList<>()).add(call -> answer);
    }
    List<Read> rules = new ArrayList<>();
    byCondition.forEach(
        (when, given) -> {
          Entry entry = entries.getOrDefault(when, at);
          InputCondition condition = condition(entry).orElse(null);
          rules.add(
              new Read(new MockRule(target, item, condition, given, true, place(entry)), entry));
        });
    return rules;
  }

  private Optional<InputCondition> condition(Entry entry) {
    if (!entry.pointer().endsWith("/when") || !entry.value().isTextual()) {
      return Optional.empty();
    }
    try {
      InputCondition condition = InputCondition.of(entry.value().textValue());
      condition.mistake().ifPresent(mistake -> badCondition(entry, mistake));
      return Optional.of(condition);
    } catch (JsonataFailed failed) {
      badCondition(entry, failed.described());
      return Optional.empty();
    }
  }

  private void badCondition(Entry entry, String why) {
    reading.error(
        SuiteFindings.CONDITIONS_ARE_JSONATA,
        entry,
        "The condition of the mock is not right: %s.".formatted(why),
        "write JSONata on the input of the call, such as `amount > 500`");
  }

  private String place(Entry at) {
    return document.source().name() + ":" + document.map().key(at.pointer()).startLine();
  }

  static List<MockRule> rules(List<Read> mocks) {
    return mocks.stream().map(Read::rule).toList();
  }

  /** Those of a case, and those of the file that the case does not replace. */
  List<Read> join(List<Read> ofFile, List<Read> ofCase) {
    List<Read> all = new ArrayList<>(ofFile);
    all.removeIf(
        shared -> ofCase.stream().anyMatch(own -> isForTheSame(own.rule(), shared.rule())));
    all.addAll(ofCase);
    return all;
  }

  private static boolean isForTheSame(MockRule own, MockRule shared) {
    return own.target().equals(shared.target()) && own.item().equals(shared.item());
  }

  /** Two patterns of one length may both be for a task. */
  void checkOneForEachCall(List<Read> mocks) {
    for (State.Task task : tasks()) {
      if (mocks.stream().anyMatch(mock -> isForAllCalls(mock.rule(), task.name()))) {
        continue;
      }
      List<Read> longest = new ArrayList<>();
      for (Read mock : mocks) {
        if (mock.rule().when() == null
            && mock.rule().target() instanceof Target.OfResource resource
            && matches(resource.pattern(), task)) {
          int difference = longest.isEmpty() ? 1 : length(mock) - length(longest.getFirst());
          if (difference > 0) {
            longest.clear();
          }
          if (difference >= 0) {
            longest.add(mock);
          }
        }
      }
      if (longest.size() > 1) {
        Read second = longest.get(1);
        reading.errorAtKey(
            SuiteFindings.ONE_MOCK_A_CALL,
            second.entry(),
            "Two mocks are for the state `%s`: this one and %s."
                .formatted(task.name(), longest.get(0).rule()),
            "make one of them longer, or name the state");
      }
    }
  }

  private static boolean isForAllCalls(MockRule rule, String state) {
    return rule.target().equals(new Target.OfState(state))
        && rule.item().isEmpty()
        && rule.when() == null;
  }

  private static int length(Read mock) {
    String pattern =
        mock.rule().target() instanceof Target.OfResource resource ? resource.pattern() : "";
    return pattern.indexOf('*') < 0 ? Integer.MAX_VALUE : pattern.length();
  }

  private static boolean matches(String pattern, State.Task task) {
    return TaskHandlers.builder()
            .resource(pattern, call -> call.arguments())
            .build()
            .find("", task.resource().uri())
        != null;
  }
}
