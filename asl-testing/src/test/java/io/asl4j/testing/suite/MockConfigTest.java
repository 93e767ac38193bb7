package io.asl4j.testing.suite;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.asl4j.core.diagnostic.Diagnostic;
import io.asl4j.core.json.Json;
import io.asl4j.core.json.SourceText;
import io.asl4j.core.json.SourceUnreadable;
import io.asl4j.testing.Fixtures;
import io.asl4j.testing.TestExecution;
import io.asl4j.testing.coverage.Coverage;
import io.asl4j.testing.trace.Definition;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MockConfigTest {

  private static final String MACHINE = "Greeting";
  private static final JsonNode NOTHING = Json.parse("{}");

  private MockConfig config = MockConfig.parse(SourceText.of("m.json", "{}"));
  private Definition greeting =
      Definition.parse(
          SourceText.of("{\"StartAt\":\"A\",\"States\":{\"A\":{\"Type\":\"Succeed\"}}}"));

  @BeforeEach
  void read() throws SourceUnreadable {
    config = MockConfig.read(Fixtures.file("sfn-local/unusual.json"));
    greeting = Definition.read(Fixtures.file("sfn-local/greeting.asl.json"));
  }

  private CaseResult run(String name) {
    return config.run(MACHINE, name, greeting, NOTHING, trace -> {});
  }

  private static String end(CaseResult result) {
    TestExecution execution = result.execution().orElseThrow();
    return execution.failure().map(f -> execution.status() + " " + f).orElse(execution.status());
  }

  @Test
  void rangesOfCallsAreAnsweredInTurn() {
    CaseResult result = run("works, \"at last\"");

    assertThat(result.problems()).isEmpty();
    assertThat(end(result)).isEqualTo("SUCCEEDED");
    assertThat(result.execution().orElseThrow().visits("Make greeting").getFirst().attempts())
        .hasSize(3);
  }

  @Test
  void anErrorThatAMockThrowsIsHowTheCaseEnds() {
    CaseResult result = run("unhappy");

    assertThat(result.problems()).isEmpty();
    assertThat(end(result)).isEqualTo("FAILED No secret string present.");
  }

  @Test
  void nullIsAResult() {
    assertThat(run("null is a result").execution().flatMap(TestExecution::output))
        .contains(Json.parse("null"));
  }

  @Test
  void callsBeyondTheResponsesAndInHolesFailTheCase() {
    assertThat(run("too few").problems().getFirst())
        .startsWith("The execution ended by an error that no mock of the case throws")
        .contains("States.Runtime: The mocked response `Once` has nothing for call 1 or later.");
    assertThat(run("a hole").problems().getFirst())
        .contains("States.Runtime: The mocked response `Hole` has nothing for call 1.");
  }

  @Test
  void aStateThatTheCaseLeavesOutIsNotCalledForReal() {
    assertThat(run("hybrid").problems().getFirst())
        .startsWith("No mock answers the Task state `Send greeting`.")
        .contains("Step Functions Local would call the service itself");
  }

  @Test
  void statesThatAreGoneAndKeysOfOthersArePassedOverWithAWarning() {
    assertThat(run("stale").problems()).isEmpty();
    assertThat(config.check(MACHINE, "stale", greeting).stream().map(Diagnostic::message))
        .singleElement()
        .asString()
        .startsWith("There is no state `Wave` in ")
        .endsWith("the mock is passed over.");
    assertThat(config.diagnostics(MACHINE, "stale").hasErrors()).isFalse();
    assertThat(config.elsewhere(MACHINE, List.of("stale")).hasErrors()).isFalse();
  }

  @Test
  void mistakesConcernTheCasesThatMeetThem() {
    assertThat(messages("no such response")).containsExactly("14: There is no response `Mode`.");
    assertThat(messages("bad response"))
        .containsExactly(
            "34: `first` names no calls.",
            "35: `3-1` is no range of calls below 100000.",
            "36: A response has either `Return` or `Throw`, got both.",
            "37: A response has either `Return` or `Throw`, got none.",
            "38: `Throw` is an object, got \"Lambda.TimeoutException\".",
            "40: Call 8 has two responses.");
    assertThat(messages("unhappy")).isEmpty();
  }

  private List<String> messages(String name) {
    return config.diagnostics(MACHINE, name).errors().stream()
        .map(found -> found.range().orElseThrow().startLine() + ": " + found.message())
        .toList();
  }

  @Test
  void filesThatAreNoMockFilesAreRefused() {
    for (String text : List.of("", "[]", "{}", "{\"StateMachines\": []}", "{\"StateMachines\": ")) {
      assertThat(MockConfig.parse(SourceText.of("m.json", text)).diagnostics().errors())
          .as(text)
          .hasSize(1);
    }
  }

  @Test
  void convertedCasesPassAndExpectWhatTheMockFileMadeOfThem() {
    List<String> sound =
        config.cases(MACHINE).stream()
            .filter(name -> !config.diagnostics(MACHINE, name).hasErrors())
            .toList();

    MockConfig.Converted converted =
        config.convert(MACHINE, sound, greeting, "greeting.asl.json", NOTHING);

    assertThat(converted.leftOut().stream().map(result -> result.test().name()))
        .containsExactly("hybrid");
    TestFile file =
        TestFile.parse(
            SourceText.of("converted.asltest.yaml", converted.yaml()), Fixtures.file("sfn-local"));
    assertThat(file.diagnostics()).isEmpty();
    SuiteReport report = TestSuite.of(List.of(file)).run(new Coverage());
    assertThat(report.text()).isEmpty();
    for (CaseResult result : report.results()) {
      assertThat(result.execution().map(TestExecution::path))
          .isEqualTo(run(result.test().name()).execution().map(TestExecution::path));
    }
  }
}
