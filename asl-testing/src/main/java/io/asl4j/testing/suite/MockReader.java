package io.asl4j.testing.suite;

import io.asl4j.core.diagnostic.Diagnostics;
import io.asl4j.core.json.SourceDocument;
import io.asl4j.core.model.State;
import io.asl4j.runtime.task.TaskHandlers;
import io.asl4j.testing.mock.Answering;
import io.asl4j.testing.mock.MockRule;
import io.asl4j.testing.mock.MockRule.Target;
import io.asl4j.testing.tasks.Answer;
import io.asl4j.testing.tasks.Outcome;
import io.asl4j.testing.tasks.TasksFile;
import io.asl4j.testing.trace.Definition;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the mocks of a test file or of one of its cases: a tasks file inside it. */
final class MockReader {

  /** {@code Reserve[2]}: only in item 2 of the Map around the state. */
  private static final Pattern OF_ITEM = Pattern.compile("(.+)\\[(\\d{1,9})]");

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

  List<MockRule> read(Entry mocks) {
    TasksFile tasks = TasksFile.inside(document, mocks.pointer(), folder);
    Diagnostics found = tasks.diagnostics();
    reading.add(found);
    List<MockRule> rules = new ArrayList<>();
    tasks
        .byState()
        .forEach(
            (name, answers) -> {
              Entry at = mocks.field("states").field(name);
              rules.add(ofState(name, answers, at));
            });
    tasks
        .byResource()
        .forEach(
            (resource, answers) -> {
              Entry at = mocks.field("resources").field(resource);
              checkCalled(resource, at);
              rules.add(rule(new Target.OfResource(resource), OptionalInt.empty(), answers, at));
            });
    return rules;
  }

  private MockRule ofState(String name, List<Answer> answers, Entry at) {
    Matcher item = OF_ITEM.matcher(name);
    if (definition.find(name).isEmpty() && item.matches()) {
      checkTask(item.group(1), at);
      OptionalInt index = OptionalInt.of(Integer.parseInt(item.group(2)));
      return rule(new Target.OfState(item.group(1)), index, answers, at);
    }
    checkTask(name, at);
    return rule(new Target.OfState(name), OptionalInt.empty(), answers, at);
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

  private void checkCalled(String resource, Entry at) {
    TaskHandlers pattern =
        TaskHandlers.builder().resource(resource, call -> call.arguments()).build();
    boolean called =
        tasks().stream().anyMatch(task -> pattern.find("", task.resource().uri()) != null);
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

  private MockRule rule(Target target, OptionalInt item, List<Answer> answers, Entry at) {
    List<Answering> answerings = new ArrayList<>();
    for (Answer answer : answers) {
      if (answer.outcome() instanceof Outcome.Exec || answer.outcome() instanceof Outcome.Http) {
        reading.errorAtKey(
            SuiteFindings.TESTS_ARE_OFFLINE,
            at,
            "The mock of %s runs a program or calls a URL.".formatted(target),
            "use `return`, `fail` or `never`");
      }
      answerings.add(call -> answer);
    }
    return new MockRule(target, item, null, answerings, true, place(at));
  }

  private String place(Entry at) {
    return document.source().name() + ":" + document.map().key(at.pointer()).startLine();
  }

  /** Those of a case, and those of the file that the case does not replace. */
  List<MockRule> join(List<MockRule> ofFile, List<MockRule> ofCase) {
    List<MockRule> all = new ArrayList<>(ofCase);
    for (MockRule rule : ofFile) {
      boolean replaced =
          ofCase.stream()
              .anyMatch(
                  own -> own.target().equals(rule.target()) && own.item().equals(rule.item()));
      if (!replaced) {
        all.add(rule);
      }
    }
    return all;
  }

  /** Two patterns of one length may both be for a task. */
  void checkOneForEachCall(List<MockRule> rules, Entry at) {
    for (State.Task task : tasks()) {
      if (rules.stream().anyMatch(rule -> isFor(rule, task.name()))) {
        continue;
      }
      Map<Integer, List<MockRule>> byLength = new TreeMap<>();
      for (MockRule rule : rules) {
        if (rule.target() instanceof Target.OfResource resource
            && matches(resource.pattern(), task.resource().uri())) {
          byLength.computeIfAbsent(length(resource.pattern()), l -> new ArrayList<>()).add(rule);
        }
      }
      if (byLength.isEmpty()) {
        continue;
      }
      List<MockRule> longest = List.copyOf(byLength.values()).getLast();
      if (longest.size() > 1) {
        reading.errorAtKey(
            SuiteFindings.ONE_MOCK_A_CALL,
            at,
            "Two mocks are for the state `%s`: %s and %s."
                .formatted(task.name(), longest.get(0), longest.get(1)),
            "make one of them longer, or name the state");
      }
    }
  }

  private static boolean isFor(MockRule rule, String state) {
    return rule.target().equals(new Target.OfState(state)) && rule.item().isEmpty();
  }

  private static int length(String pattern) {
    return pattern.indexOf('*') < 0 ? Integer.MAX_VALUE : pattern.length();
  }

  private static boolean matches(String pattern, String resource) {
    return TaskHandlers.builder()
            .resource(pattern, call -> call.arguments())
            .build()
            .find("", resource)
        != null;
  }
}
