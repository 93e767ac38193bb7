package io.asl4j.testing.tasks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.asl4j.core.Asl;
import io.asl4j.core.diagnostic.Diagnostic;
import io.asl4j.core.json.Json;
import io.asl4j.core.json.SourceText;
import io.asl4j.core.model.StateMachine;
import io.asl4j.runtime.task.TaskHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TasksFileTest {

  private static final Path FOLDER = Path.of("answers").toAbsolutePath();

  private static final StateMachine MACHINE =
      Asl.parse(
              """
              { "StartAt": "Charge", "States": {
                  "Charge": { "Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "Next": "All" },
                  "All": { "Type": "Map", "End": true, "ItemProcessor": { "StartAt": "Each", "States": {
                    "Each": { "Type": "Task", "Resource": "arn:aws:lambda:us-east-1:123456789012:function:each", "End": true } } } } } }
              """)
          .orThrow();

  @Test
  void eachKindOfAnswerIsRead() {
    TasksFile file =
        yaml(
            """
            states:
              A: { return: { total: 1.10 } }
              B: { fail: { error: No, cause: { why: 3 } }, after: 3s }
              C: [ { fail: Busy }, { return: null } ]
              D: { exec: "sh 'my check.sh' -v" }
              E: { exec: { shell: "jq .a", directory: sub, environment: { K: v } } }
              F: { http: http://localhost:1/x }
              G: { never: true, heartbeat: 1m, submitted: { id: 7 } }
            """);

    assertThat(file.diagnostics()).isEmpty();
    assertThat(file.byState().getOrDefault("A", List.of()))
        .containsExactly(Answer.of(new Outcome.Return(Json.parse("{\"total\":1.10}"))));
    Answer slowFailure = first(file, "B");
    assertThat(slowFailure.outcome())
        .isEqualTo(new Outcome.Fail(Optional.of("No"), Optional.of("{\"why\":3}")));
    assertThat(slowFailure.after()).isEqualTo(Duration.ofSeconds(3));
    assertThat(file.byState().getOrDefault("C", List.of())).hasSize(2);
    assertThat(first(file, "D").outcome())
        .isEqualTo(new Outcome.Exec(List.of("sh", "my check.sh", "-v"), FOLDER, Map.of()));
    assertThat(first(file, "E").outcome())
        .isEqualTo(
            new Outcome.Exec(
                List.of("sh", "-c", "jq .a"), FOLDER.resolve("sub"), Map.of("K", "v")));
    assertThat(first(file, "F").outcome())
        .isInstanceOfSatisfying(
            Outcome.Http.class, http -> assertThat(http.method()).isEqualTo("POST"));
    Answer never = first(file, "G");
    assertThat(never.heartbeat()).contains(Duration.ofMinutes(1));
    assertThat(never.submitted()).contains(Json.parse("{\"id\":7}"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          states: { A: { retrun: 1 } }                  | TASK1001 | 1:16 | did you mean `return`?
          state: { A: { return: 1 } }                   | TASK1001 | 1:1  | did you mean `states`?
          states: { A: {} }                             | TASK1003 | 1:11 |
          states: { A: [] }                             | TASK1003 | 1:14 |
          states: { A: { return: 1, never: true } }     | TASK1003 | 1:11 | for one call after the other, write a list of answers
          states: { A: { return: 1, after: 3 } }        | TASK1002 | 1:34 |
          states: { A: { return: 1, after: soon } }     | TASK1002 | 1:34 |
          states: { A: { never: no } }                  | TASK1002 | 1:23 |
          states: { A: { exec: 7 } }                    | TASK1002 | 1:22 |
          states: { A: { exec: {} } }                   | TASK1002 | 1:16 | add `command`, or `shell` with a script for sh
          states: { A: { exec: "sh 'open" } }           | TASK1002 | 1:22 |
          states: { A: { http: "ftp://x" } }            | TASK1002 | 1:22 |
          states: { A: { http: { method: PUT } } }      | TASK1002 | 1:16 | add it
          states: { A: { fail: { eror: x } } }          | TASK1001 | 1:24 | did you mean `error`?
          states: { A: 5 }                              | TASK1002 | 1:14 |
          states: [ 1 ]                                 | TASK1002 | 1:9  |
          [ 1 ]                                         | TASK1002 | 1:1  |
          """)
  void eachMistakeIsSaidWithItsPlace(String text, String code, String place, String hint) {
    List<Diagnostic> findings = yaml(text).diagnostics().all();

    assertThat(findings).isNotEmpty();
    Diagnostic first = findings.getFirst();
    assertThat(first.code().id()).isEqualTo(code);
    assertThat(first.range().orElseThrow().toString()).isEqualTo(place);
    assertThat(first.hint()).isEqualTo(Optional.ofNullable(hint));
  }

  @Test
  void allMistakesComeAtOnce() {
    TasksFile file = yaml("states: { A: { retrun: 1 }, B: { never: 3 }, C: [] }");

    assertThat(file.diagnostics().size()).isGreaterThanOrEqualTo(3);
    assertThatThrownBy(file::answers)
        .isInstanceOf(InvalidTasksFile.class)
        .hasMessageContaining("TASK1001")
        .hasMessageContaining("TASK1003");
  }

  @Test
  void aStateThatDoesNotExistIsNamedWithTheOneThatWasMeant() {
    TasksFile file =
        yaml("states: { Chrage: { return: 1 }, All: { return: 1 }, Each: { return: 1 } }");

    assertThat(file.check(List.of(MACHINE)).stream().map(Diagnostic::toString))
        .containsExactly(
            "tasks.yaml:1:11: error[TASK1004]: There is no state `Chrage` in the definition.",
            "tasks.yaml:1:34: error[TASK1004]: `All` is not a Task state; only Task states are"
                + " answered.");
    assertThat(file.check(List.of(MACHINE)).all().getFirst().hint())
        .contains("did you mean `Charge`?");
  }

  @Test
  void aResourceThatNobodyCallsIsAWarning() {
    TasksFile file =
        yaml(
            """
            resources:
              arn:aws:states:::lambda:invok: { return: 1 }
              arn:aws:lambda:*:function:*: { return: 1 }
            """);

    assertThat(file.check(List.of(MACHINE)).errors()).isEmpty();
    assertThat(file.check(List.of(MACHINE)).warnings())
        .singleElement()
        .satisfies(
            warning ->
                assertThat(warning.hint())
                    .contains("did you mean `arn:aws:states:::lambda:invoke`?"));
  }

  @Test
  void whatNobodyAnswersIsListedWithTheLinesToAdd() {
    TasksFile file = yaml("states: { Charge: { return: 1 } }");
    StateMachine machine = MACHINE;

    try (TaskAnswers answers = file.answers()) {
      Unanswered unanswered =
          Unanswered.of(
              machine,
              Asl.parse(Json.pretty(machine.definition())).map(),
              answers.handlers(),
              TaskHandlers.none());

      assertThat(unanswered.diagnostics().all())
          .singleElement()
          .satisfies(
              finding ->
                  assertThat(finding.pointer())
                      .isEqualTo("/States/All/ItemProcessor/States/Each/Resource"));
      assertThat(unanswered.linesToAdd()).isEqualTo("states:\n  Each: { return: {} }\n");
    }
  }

  private static Answer first(TasksFile file, String state) {
    return file.byState().getOrDefault(state, List.of()).getFirst();
  }

  private static TasksFile yaml(String text) {
    return TasksFile.parse(SourceText.of("tasks.yaml", text), FOLDER);
  }
}
