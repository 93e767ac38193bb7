package io.asl4j.testing.suite;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.asl4j.core.diagnostic.DiagnosticCode;
import io.asl4j.core.diagnostic.Diagnostics;
import io.asl4j.core.diagnostic.TextDiagnostics;
import io.asl4j.core.json.DefinitionText;
import io.asl4j.core.json.Json;
import io.asl4j.core.json.SourceDocument;
import io.asl4j.core.json.SourceText;
import io.asl4j.core.json.SourceUnreadable;
import io.asl4j.runtime.failure.StateFailed;
import io.asl4j.testing.Mocks;
import io.asl4j.testing.TestExecution;
import io.asl4j.testing.TestRun;
import io.asl4j.testing.mock.Answering;
import io.asl4j.testing.mock.MockRule;
import io.asl4j.testing.tasks.Answer;
import io.asl4j.testing.tasks.Outcome;
import io.asl4j.testing.trace.Definition;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

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

  private static final DiagnosticCode BROKEN =
      DiagnosticCode.of("TEST2011", "A mock configuration file has a mistake")
          .explained(
              "`StateMachines` names machines, their `TestCases`, and for each state the name of a"
                  + " response in `MockedResponses`; a response has a `Return` or a `Throw` for"
                  + " each call, such as `0` or `1-3`.");
  private static final Pattern CALLS = Pattern.compile("(\\d{1,6})(?:-(\\d{1,6}))?");
  private static final int MOST_CALLS = 100_000;

  private final SourceDocument document;
  private final Map<String, List<Answering>> responses;
  private final Map<String, Map<Integer, Answer>> byCall;
  private final Diagnostics diagnostics;

  private MockConfig(
      SourceDocument document, Map<String, Map<Integer, Answer>> byCall, Diagnostics diagnostics) {
    this.document = document;
    this.byCall = byCall;
    this.responses = new LinkedHashMap<>();
    byCall.forEach((name, answers) -> responses.put(name, answerings(name, answers)));
    this.diagnostics = diagnostics;
  }

  /**
   * Reads a UTF-8 file; what is wrong with it becomes diagnostics.
   *
   * @throws SourceUnreadable if the file cannot be read as text
   */
  public static MockConfig read(Path file) throws SourceUnreadable {
    return parse(SourceText.read(file));
  }

  /** Reads a text; what is wrong with it becomes diagnostics. */
  public static MockConfig parse(SourceText text) {
    SourceDocument document = DefinitionText.read(text);
    Diagnostics ofText = TextDiagnostics.of(document);
    if (!document.isReadable()) {
      return new MockConfig(document, Map.of(), ofText);
    }
    Reading reading = new Reading(document.map());
    Entry root = new Entry(document.root(), "");
    Map<String, Map<Integer, Answer>> responses = new LinkedHashMap<>();
    boolean readable =
        reading.isObject(
            root,
            "a mock configuration",
            List.of("StateMachines", "MockedResponses", "MockedResponse"));
    if (readable) {
      Entry all =
          root.field(root.value().has("MockedResponses") ? "MockedResponses" : "MockedResponse");
      for (String name : Reading.keys(all)) {
        responses.put(name, response(reading, all.field(name)));
      }
      checkCases(reading, root.field("StateMachines"), responses);
    }
    return new MockConfig(document, responses, ofText.and(reading.all()));
  }

  private static Map<Integer, Answer> response(Reading reading, Entry response) {
    Map<Integer, Answer> answers = new TreeMap<>();
    for (String calls : Reading.keys(response)) {
      Entry at = response.field(calls);
      Matcher range = CALLS.matcher(calls);
      if (!range.matches()) {
        reading.errorAtKey(
            BROKEN, at, "`%s` names no calls.".formatted(calls), "write `0` or `1-3`");
        continue;
      }
      int first = Integer.parseInt(range.group(1));
      int last = range.group(2) == null ? first : Integer.parseInt(range.group(2));
      if (last < first || last >= MOST_CALLS) {
        reading.errorAtKey(
            BROKEN, at, "`%s` is no range of calls below %d.".formatted(calls, MOST_CALLS), "");
        continue;
      }
      Optional<Answer> answer = answer(reading, at);
      for (int call = first; answer.isPresent() && call <= last; call++) {
        if (answers.put(call, answer.get()) != null) {
          reading.errorAtKey(
              BROKEN, at, "Call %d has two responses.".formatted(call), "take one of them out");
          break;
        }
      }
    }
    return answers;
  }

  private static Optional<Answer> answer(Reading reading, Entry at) {
    boolean returns = at.value().has("Return");
    if (returns == at.value().has("Throw")) {
      reading.errorAtKey(BROKEN, at, "A response has either `Return` or `Throw`.", "");
      return Optional.empty();
    }
    if (returns) {
      return Optional.of(Answer.of(new Outcome.Return(at.field("Return").value())));
    }
    Entry thrown = at.field("Throw");
    return Optional.of(
        Answer.of(
            new Outcome.Fail(
                reading.text(thrown.field("Error"), "`Error`"),
                reading.text(thrown.field("Cause"), "`Cause`"))));
  }

  private static void checkCases(
      Reading reading, Entry machines, Map<String, Map<Integer, Answer>> responses) {
    for (String machine : Reading.keys(machines)) {
      Entry cases = machines.field(machine).field("TestCases");
      for (String name : Reading.keys(cases)) {
        for (String state : Reading.keys(cases.field(name))) {
          Entry response = cases.field(name).field(state);
          String wanted = reading.text(response, "The response of a state").orElse("");
          if (response.value().isTextual() && !responses.containsKey(wanted)) {
            reading.error(
                BROKEN,
                response,
                "There is no response `%s`.".formatted(wanted),
                Reading.suggestion(wanted, responses.keySet()));
          }
        }
      }
    }
  }

  private static List<Answering> answerings(String name, Map<Integer, Answer> answers) {
    List<Answering> all = new ArrayList<>();
    int last = answers.isEmpty() ? -1 : ((TreeMap<Integer, Answer>) answers).lastKey();
    for (int call = 0; call <= last + 1; call++) {
      Answer answer = answers.get(call);
      int number = call;
      all.add(
          answer != null
              ? asked -> answer
              : asked -> {
                throw StateFailed.runtime(
                    "The mocked response `%s` has nothing for call %d or later."
                        .formatted(name, number));
              });
    }
    return all;
  }

  /** What is wrong with the file. */
  public Diagnostics diagnostics() {
    return diagnostics;
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

  /** The mocks of a case: none for a state that it does not name. */
  public List<MockRule> mocks(String machine, String name) {
    Entry states = casesEntry(machine).field(name);
    List<MockRule> rules = new ArrayList<>();
    for (String state : Reading.keys(states)) {
      Entry at = states.field(state);
      rules.add(
          new MockRule(
              new MockRule.Target.OfState(state),
              OptionalInt.empty(),
              null,
              responses.getOrDefault(at.value().asText(), List.of()),
              true,
              document.source().name() + ":" + document.map().key(at.pointer()).startLine()));
    }
    return rules;
  }

  /** A case that expects only success, since the file says nothing else. */
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
        mocks(machine, name),
        Expectation.ofStatus("SUCCEEDED"));
  }

  /**
   * The cases of a machine as a test file in YAML, each expecting what it does now.
   *
   * @param file the file of the definition, relative to where the test file will be
   * @throws io.asl4j.testing.TestFailed if a case calls something that it does not mock
   */
  public String toYaml(String machine, Definition definition, String file, JsonNode input) {
    Map<String, JsonNode> observed = new LinkedHashMap<>();
    for (String name : cases(machine)) {
      Mocks mocks = new Mocks();
      mocks(machine, name).forEach(mocks::add);
      TestExecution execution = TestRun.of(definition).with(mocks).execute(input);
      observed.put(name, Expectation.observed(execution));
    }
    return toYaml(machine, file, input, observed);
  }

  private String toYaml(
      String machine, String definition, JsonNode input, Map<String, JsonNode> expectations) {
    StringBuilder yaml = new StringBuilder();
    yaml.append("machine: ").append(quoted(definition)).append("\ncases:\n");
    for (String name : cases(machine)) {
      yaml.append("  - name: ").append(quoted(name)).append("\n    input: ");
      yaml.append(Json.write(input)).append("\n    mocks:\n");
      yaml.append("      states:\n");
      Entry states = casesEntry(machine).field(name);
      for (String state : Reading.keys(states)) {
        yaml.append("        ").append(quoted(state)).append(":\n");
        answers(yaml, byCall.getOrDefault(states.field(state).value().asText(), Map.of()));
      }
      JsonNode expected = expectations.getOrDefault(name, MissingNode.getInstance());
      yaml.append("    expect:\n");
      expected
          .properties()
          .forEach(
              entry ->
                  yaml.append("      ")
                      .append(entry.getKey())
                      .append(": ")
                      .append(Json.write(entry.getValue()))
                      .append("\n"));
    }
    return yaml.toString();
  }

  private static void answers(StringBuilder yaml, Map<Integer, Answer> answers) {
    for (Answer answer : answers.values()) {
      yaml.append("          - ");
      switch (answer.outcome()) {
        case Outcome.Return value -> yaml.append("return: ").append(Json.write(value.value()));
        case Outcome.Fail fail -> {
          yaml.append("fail: { error: ").append(quoted(fail.error().orElse("")));
          fail.cause().ifPresent(cause -> yaml.append(", cause: ").append(quoted(cause)));
          yaml.append(" }");
        }
        case Outcome.Never never -> yaml.append("never: true");
        case Outcome.Exec exec ->
            throw new IllegalStateException("A mocked response runs nothing.");
        case Outcome.Http http ->
            throw new IllegalStateException("A mocked response calls nothing.");
      }
      yaml.append("\n");
    }
  }

  private static String quoted(String text) {
    return Json.write(TextNode.valueOf(text));
  }
}
