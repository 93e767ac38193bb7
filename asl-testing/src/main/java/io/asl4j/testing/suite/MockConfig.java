package io.asl4j.testing.suite;

import com.fasterxml.jackson.databind.JsonNode;
import io.asl4j.core.diagnostic.Diagnostic;
import io.asl4j.core.diagnostic.Diagnostics;
import io.asl4j.core.diagnostic.TextDiagnostics;
import io.asl4j.core.json.DefinitionText;
import io.asl4j.core.json.Pointers;
import io.asl4j.core.json.SourceDocument;
import io.asl4j.core.json.SourceText;
import io.asl4j.core.json.SourceUnreadable;
import io.asl4j.core.model.State;
import io.asl4j.runtime.failure.StateFailed;
import io.asl4j.testing.TestExecution;
import io.asl4j.testing.mock.Answering;
import io.asl4j.testing.mock.MockRule;
import io.asl4j.testing.tasks.Answer;
import io.asl4j.testing.tasks.Outcome;
import io.asl4j.testing.trace.Definition;
import io.asl4j.testing.trace.Trace;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * The mock configuration of Step Functions Local, {@code MockConfigFile.json}, as it is.
 *
 * <p>Responses are numbered by the calls of a state in one execution, retries and iterations
 * included; a call without a response fails the execution with {@code States.Runtime}. The key of
 * the responses may be {@code MockedResponses}, as the program had it, or {@code MockedResponse},
 * as its documentation said. Immutable.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/step-functions/latest/dg/sfn-local-mock-cfg-file.html">AWS
 *     Step Functions, Mocked service integrations</a>
 */
public final class MockConfig {

  /** An error of an item's mock comes out of a Map under this name. */
  private static final String TOO_MANY_FAILED_ITEMS = "States.ExceedToleratedFailureThreshold";

  private static final String NO_MOCK =
      """

      note     Step Functions Local would call the service itself for a state that the case leaves out; a
               test calls nothing, so the case has to name a response for it\
      """;

  private final SourceDocument document;
  private final Map<String, SortedMap<Integer, Answer>> responses;
  private final Diagnostics diagnostics;

  private MockConfig(
      SourceDocument document,
      Map<String, SortedMap<Integer, Answer>> responses,
      Diagnostics diagnostics) {
    this.document = document;
    this.responses = responses;
    this.diagnostics = diagnostics;
  }

  /**
   * Cases as a test file.
   *
   * @param yaml the test file
   * @param leftOut the cases that are not in it, since they could not be run
   */
  public record Converted(String yaml, List<CaseResult> leftOut) {

    /** Keeps its own copy. */
    public Converted {
      leftOut = List.copyOf(leftOut);
    }
  }

  /**
   * Reads a UTF-8 file; what is wrong with it becomes diagnostics.
   *
   * @throws SourceUnreadable if the file cannot be read as text
   */
  public static MockConfig read(Path file) throws SourceUnreadable {
    return parse(SourceText.read(file));
  }

  /** Reads a text, JSON with or without comments; what is wrong with it becomes diagnostics. */
  public static MockConfig parse(SourceText text) {
    DefinitionText.Format format = DefinitionText.formatOf(text);
    SourceDocument document =
        DefinitionText.read(
            text, format == DefinitionText.Format.JSON ? DefinitionText.Format.JSONC : format);
    Diagnostics ofText = TextDiagnostics.of(document);
    if (!document.isReadable()) {
      return new MockConfig(document, Map.of(), ofText);
    }
    Reading reading = new Reading(document.map());
    Map<String, SortedMap<Integer, Answer>> responses =
        new MockConfigReader(reading).responses(new Entry(document.root(), ""));
    return new MockConfig(document, responses, ofText.and(reading.all()));
  }

  /** What is wrong with the file, wherever in it. */
  public Diagnostics diagnostics() {
    return diagnostics;
  }

  /**
   * What is wrong with one case: with itself, with the responses that it names, and with the file
   * as a whole. Other cases of the file can be run whatever this says.
   */
  public Diagnostics diagnostics(String machine, String name) {
    return Diagnostics.of(
        diagnostics.stream().filter(found -> concerns(found.pointer(), machine, name)).toList());
  }

  /** What is wrong with the file but concerns none of these cases, as warnings. */
  public Diagnostics elsewhere(String machine, List<String> cases) {
    return Diagnostics.of(
        diagnostics.stream()
            .filter(
                found -> cases.stream().noneMatch(name -> concerns(found.pointer(), machine, name)))
            .map(this::asWarning)
            .toList());
  }

  private Diagnostic asWarning(Diagnostic found) {
    Diagnostic warning =
        Diagnostic.warning(found.code(), found.message())
            .at(found.pointer(), document.source(), found.range().orElse(document.map().best("")));
    return found.hint().map(warning::hint).orElse(warning);
  }

  private boolean concerns(String pointer, String machine, String name) {
    Entry test = casesEntry(machine).field(name);
    if (isIn(pointer, test.pointer()) || isIn(test.pointer(), pointer)) {
      return true;
    }
    for (String section : List.of("MockedResponses", "MockedResponse")) {
      String all = Pointers.child("", section);
      boolean named =
          test.value()
              .valueStream()
              .anyMatch(each -> isIn(pointer, Pointers.child(all, each.asText())));
      if (named || pointer.equals(all)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isIn(String pointer, String container) {
    return pointer.equals(container) || pointer.startsWith(container + "/");
  }

  /** The machines that have cases. */
  public List<String> machines() {
    return Reading.keys(machinesEntry());
  }

  /** The cases of a machine; none if it is not there. */
  public List<String> cases(String machine) {
    return Reading.keys(casesEntry(machine));
  }

  private Entry machinesEntry() {
    return new Entry(document.root(), "").field("StateMachines");
  }

  private Entry casesEntry(String machine) {
    return machinesEntry().field(machine).field("TestCases");
  }

  /**
   * Warnings for the states of a case that the machine does not have, or that call nothing; Step
   * Functions Local passes over them, and so do {@link #testCase} and {@link #run}.
   */
  public Diagnostics check(String machine, String name, Definition definition) {
    Reading reading = new Reading(document.map());
    Entry test = casesEntry(machine).field(name);
    for (String state : Reading.keys(test)) {
      Optional<State> found = definition.find(state).map(Definition.Located::state);
      if (found.isEmpty()) {
        reading.warnAtKey(
            SuiteFindings.MOCK_FILES_ARE_RIGHT,
            test.field(state),
            "There is no state `%s` in %s; the mock is passed over."
                .formatted(state, definition.name()),
            Reading.suggestion(state, definition.states().keySet()));
      } else if (!(found.get() instanceof State.Task)) {
        reading.warnAtKey(
            SuiteFindings.MOCK_FILES_ARE_RIGHT,
            test.field(state),
            "`%s` is a %s state, which calls nothing; the mock is passed over."
                .formatted(state, found.get().getClass().getSimpleName()),
            "take it out");
      }
    }
    return reading.all();
  }

  /** The mocks of a case: none for a state that it does not name. */
  public List<MockRule> mocks(String machine, String name) {
    Entry states = casesEntry(machine).field(name);
    List<MockRule> rules = new ArrayList<>();
    for (String state : Reading.keys(states)) {
      Entry at = states.field(state);
      String response = at.value().asText();
      rules.add(
          new MockRule(
              new MockRule.Target.OfState(state),
              OptionalInt.empty(),
              null,
              answerings(response, answers(response)),
              true,
              document.source().name() + ":" + document.map().key(at.pointer()).startLine()));
    }
    return rules;
  }

  private SortedMap<Integer, Answer> answers(String response) {
    return responses.getOrDefault(response, new TreeMap<>());
  }

  private static List<Answering> answerings(String name, SortedMap<Integer, Answer> answers) {
    List<Answering> all = new ArrayList<>();
    int last = answers.isEmpty() ? -1 : answers.lastKey();
    for (int call = 0; call <= last + 1; call++) {
      Answer answer = answers.get(call);
      int number = call;
      String later = call > last ? " or later" : "";
      all.add(
          answer != null
              ? asked -> answer
              : asked -> {
                throw StateFailed.runtime(
                    "The mocked response `%s` has nothing for call %d%s."
                        .formatted(name, number, later));
              });
    }
    return all;
  }

  /**
   * A case that expects nothing, since the file says nothing about it. Mocks for states that the
   * machine does not have, or that call nothing, are left out.
   */
  public TestCase testCase(String machine, String name, Definition definition, JsonNode input) {
    Entry at = casesEntry(machine).field(name);
    return new TestCase(
        name,
        document.source().name(),
        document.map().key(at.pointer()).startLine(),
        definition,
        input,
        Optional.empty(),
        0,
        false,
        false,
        mocks(machine, name).stream().filter(rule -> answersSomething(rule, definition)).toList(),
        Expectation.nothing());
  }

  private static boolean answersSomething(MockRule rule, Definition definition) {
    return rule.target() instanceof MockRule.Target.OfState target
        && isTask(target.name(), definition);
  }

  private static boolean isTask(String state, Definition definition) {
    return definition.find(state).filter(found -> found.state() instanceof State.Task).isPresent();
  }

  /**
   * Runs a case. The file says how tasks are answered, and not what is expected; so a case passes
   * when it ends as it was made to: by success, in a Fail state, or with an error that its mocks
   * throw. Any other error fails it.
   *
   * @param observer is shown what the execution did
   */
  public CaseResult run(
      String machine,
      String name,
      Definition definition,
      JsonNode input,
      Consumer<Trace> observer) {
    CaseResult result = testCase(machine, name, definition, input).run(observer);
    if (result.execution().isEmpty()) {
      boolean noMock = result.message().contains("No mock answers");
      List<String> problems =
          result.problems().stream().map(problem -> noMock ? problem + NO_MOCK : problem).toList();
      return new CaseResult(result.test(), problems, Optional.empty());
    }
    TestExecution execution = result.execution().get();
    if (isAsMade(execution, errors(machine, name))) {
      return result;
    }
    String problem =
        "The execution ended by an error that no mock of the case throws and no Fail state gives.\n"
            + execution;
    return new CaseResult(result.test(), List.of(problem), result.execution());
  }

  private static boolean isAsMade(TestExecution execution, Set<String> errors) {
    if (execution.status().equals("SUCCEEDED")) {
      return true;
    }
    String error = execution.failure().map(failure -> failure.error()).orElse(null);
    boolean thrown =
        errors.contains(error == null ? "" : error)
            || (TOO_MANY_FAILED_ITEMS.equals(error) && !errors.isEmpty());
    return thrown
        || execution
            .trace()
            .failed()
            .flatMap(visit -> execution.definition().find(visit.state()))
            .filter(found -> found.state() instanceof State.Fail)
            .isPresent();
  }

  /** The names of the errors that the mocks of a case can throw; empty text for one without. */
  private Set<String> errors(String machine, String name) {
    Set<String> errors = new LinkedHashSet<>();
    for (JsonNode response : casesEntry(machine).field(name).value()) {
      for (Answer answer : answers(response.asText()).values()) {
        if (answer.outcome() instanceof Outcome.Fail fail) {
          errors.add(fail.error().orElse(""));
        }
      }
    }
    return errors;
  }

  /**
   * Cases as a test file in YAML, each expecting what it does now.
   *
   * @param cases the names of those that are wanted
   * @param file the file of the definition, relative to where the test file will be
   */
  public Converted convert(
      String machine, List<String> cases, Definition definition, String file, JsonNode input) {
    MockConfigYaml yaml = new MockConfigYaml(file, input);
    List<CaseResult> leftOut = new ArrayList<>();
    for (String name : cases) {
      CaseResult result = run(machine, name, definition, input, trace -> {});
      if (result.execution().isEmpty()) {
        leftOut.add(result);
        continue;
      }
      Map<String, SortedMap<Integer, Answer>> answers = new LinkedHashMap<>();
      Entry states = casesEntry(machine).field(name);
      for (String state : Reading.keys(states)) {
        if (isTask(state, definition)) {
          answers.put(state, answers(states.field(state).value().asText()));
        }
      }
      yaml.add(name, answers, result.execution().get());
    }
    return new Converted(yaml.toString(), leftOut);
  }
}
