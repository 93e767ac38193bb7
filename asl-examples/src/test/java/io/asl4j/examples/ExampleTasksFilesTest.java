package io.asl4j.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.asl4j.core.model.StateMachine;
import io.asl4j.runtime.Engine;
import io.asl4j.runtime.ExecutionResult;
import io.asl4j.testing.tasks.TaskAnswers;
import io.asl4j.testing.tasks.TasksFile;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExampleTasksFilesTest {

  @ParameterizedTest
  @CsvSource({
    "order, order.asl.json, order.json, tasks.yaml, SUCCEEDED",
    "order, order.asl.json, small-order.json, tasks-no-truck.yaml, FAILED",
    "pipeline, pipeline.jsonata.asl.json, pipeline.json, tasks.yaml, SUCCEEDED",
    "pipeline, pipeline.jsonpath.asl.json, pipeline.json, tasks.yaml, SUCCEEDED",
    "approval, approval.asl.yaml, document.json, tasks.yaml, SUCCEEDED",
    "renewal, renewal.asl.json, contract.json, tasks.yaml, SUCCEEDED"
  })
  void eachExampleRunsWithItsTasksFileAndNoWarning(
      String example, String definition, String input, String tasks, String status)
      throws IOException {
    ExampleFiles files = ExampleFiles.of(example);
    StateMachine machine = files.machine(definition);
    TasksFile file = TasksFile.read(files.path(tasks));

    assertThat(file.diagnostics().and(file.check(List.of(machine)))).isEmpty();
    assertThat(run(machine, file, files, input).status()).isEqualTo(status);
  }

  private static ExecutionResult run(
      StateMachine machine, TasksFile tasks, ExampleFiles files, String input) throws IOException {
    Instant start = Instant.parse("2026-11-20T09:00:00Z");
    try (TaskAnswers answers = tasks.answers();
        Engine engine = Engine.builder().handlers(answers.handlers()).virtualTime(start).build()) {
      assertThat(answers.handlers().missing(machine)).isEmpty();
      return engine.run(machine, files.json(input));
    }
  }
}
