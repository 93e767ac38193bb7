package io.asl4j.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.asl4j.core.model.StateMachine;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Executions that begin where another one has been. */
@Timeout(60)
class ForkTest {

  private static final StateMachine ORDER =
      Machines.machine(
          "{'QueryLanguage': 'JSONata', 'StartAt': 'Count', 'States': {'Count': {'Type': 'Pass',"
              + " 'Assign': {'count': '{% $states.input.n %}'}, 'Next': 'Check'}, 'Check': {'Type':"
              + " 'Fail', 'Error': 'Wrong'}}}");

  private static final StateMachine MENDED =
      Machines.machine(
          "{'QueryLanguage': 'JSONata', 'StartAt': 'Start', 'States': {'Start': {'Type': 'Pass',"
              + " 'Next': 'Check'}, 'Check': {'Type': 'Pass', 'Output': {'count': '{% $count %}',"
              + " 'input': '{% $states.input %}'}, 'End': true}}}");

  @Test
  void aChangedDefinitionGoesOnWithWhatTheStateHad() {
    try (Engine engine = Engine.builder().redrivable(true).build()) {
      Execution failed = failed(engine);

      Execution mended = engine.fork(failed, "Check", Optional.empty(), MENDED);

      assertThat(mended.await().output())
          .isEqualTo(Machines.json("{'count': 3, 'input': {'n': 3}}"));
      assertThat(mended.arn()).isNotEqualTo(failed.arn());
      assertThat(mended.machine()).isEqualTo(MENDED);
    }
  }

  @Test
  void anotherInputReplacesWhatTheStateHadButNotItsVariables() {
    try (Engine engine = Engine.builder().redrivable(true).build()) {
      Execution mended =
          engine.fork(failed(engine), "Check", Optional.of(Machines.json("{'n': 4}")), MENDED);

      assertThat(mended.await().output())
          .isEqualTo(Machines.json("{'count': 3, 'input': {'n': 4}}"));
    }
  }

  @Test
  void theSameDefinitionCanBeForkedAtAnyStateThatBegan() {
    try (Engine engine = Engine.builder().redrivable(true).build()) {
      Execution failed = failed(engine);

      assertThat(engine.fork(failed, "Count", Optional.of(Machines.json("{'n': 5}"))).await())
          .isEqualTo(new ExecutionResult.Failed("Wrong", null));
    }
  }

  @Test
  void aStateThatTheChangedDefinitionLacksIsRefused() {
    try (Engine engine = Engine.builder().redrivable(true).build()) {
      Execution failed = failed(engine);

      assertThatIllegalArgumentException()
          .isThrownBy(() -> engine.fork(failed, "Count", Optional.empty(), MENDED))
          .withMessage(
              "The changed definition has no state `Count` in its own scope, only [Start, Check];"
                  + " fork at one of these.");
    }
  }

  @Test
  void aStateThatNeverBeganIsRefused() {
    try (Engine engine = Engine.builder().redrivable(true).build()) {
      Execution failed = failed(engine);

      assertThatIllegalStateException()
          .isThrownBy(() -> engine.fork(failed, "Start", Optional.empty(), MENDED))
          .withMessageContaining("never began the state `Start`");
    }
  }

  private static Execution failed(Engine engine) {
    Execution execution = engine.start(ORDER, ExecutionRequest.of(Machines.json("{'n': 3}")));
    assertThat(execution.await().status()).isEqualTo("FAILED");
    return execution;
  }
}
