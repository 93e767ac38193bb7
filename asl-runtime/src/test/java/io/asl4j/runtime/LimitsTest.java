package io.asl4j.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.asl4j.core.model.StateMachine;
import io.asl4j.core.query.EvaluationBudget;
import io.asl4j.runtime.failure.StateFailed;
import io.asl4j.runtime.task.TaskHandlers;
import io.asl4j.runtime.walk.Limits;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The sizes that AWS allows, and what happens one byte beyond them. */
@Timeout(60)
class LimitsTest {

  private static final int PAYLOAD = 262_144;

  private static final StateMachine PASSING = Machines.ofState("'Type': 'Pass', 'End': true");

  @Test
  void anInputMayHaveAsManyBytesAsAwsAllowsAndNoMore() {
    try (Engine engine = aws().maxOpen(1, WhenFull.REFUSE).build()) {
      JsonNode largest = text(PAYLOAD - 2);
      assertThat(engine.run(PASSING, largest).output()).isEqualTo(largest);

      assertThatIllegalArgumentException()
          .isThrownBy(() -> engine.run(PASSING, text(PAYLOAD - 1)))
          .withMessage(
              "The input for the state machine `StateMachine` takes more than 262,144 bytes of"
                  + " JSON, which is the limit of this engine; start it with a reference to the"
                  + " data, or build the engine with other limits.");
      assertThat(engine.list(ExecutionQuery.all())).hasSize(1);
      assertThat(engine.run(PASSING, text(1)).status()).isEqualTo("SUCCEEDED");
    }
    try (Engine unlimited = Kind.MODELLED.engine().build()) {
      assertThat(unlimited.run(PASSING, text(PAYLOAD)).status()).isEqualTo("SUCCEEDED");
    }
  }

  @Test
  void anExpressionMayUseAsMuchAsTheEngineAllows() {
    StateMachine machine =
        Machines.machine(
            "{'QueryLanguage': 'JSONata', 'StartAt': 'S', 'States': {'S': {'Type': 'Pass',"
                + " 'Output': '{% $count([1..10]) %}', 'End': true}}}");
    Limits strict = Limits.unlimited().withExpressions(EvaluationBudget.aws().withMaxSequence(9));
    try (Engine engine = Kind.MODELLED.engine().limits(strict).build()) {
      assertThat(engine.run(machine, Machines.json("{}")).status()).isEqualTo("FAILED");
    }
    try (Engine engine = Kind.MODELLED.engine().build()) {
      assertThat(engine.run(machine, Machines.json("{}")).output()).isEqualTo(Machines.json("10"));
    }
  }

  @Test
  void oneAssignMayHaveAsManyBytesAsAwsAllowsAndNoMore() {
    StateMachine machine =
        Machines.machine(
            "{'QueryLanguage': 'JSONata', 'StartAt': 'A', 'States': {'A': {'Type': 'Pass',"
                + " 'Assign': {'a': '{% $pad($states.input.x, $states.input.a, $states.input.x)"
                + " %}', 'b': '{% $pad($states.input.x, $states.input.b, $states.input.x) %}'},"
                + " 'End': true}}}");
    int members = "{\"a\":\"\",\"b\":\"\"}".length();
    try (Engine engine = aws().build()) {
      int half = (PAYLOAD - members) / 2;
      int rest = PAYLOAD - members - half;
      assertThat(engine.run(machine, sizes(half, rest)).status()).isEqualTo("SUCCEEDED");
      assertThat(engine.run(machine, sizes(half, rest + 1)))
          .isEqualTo(
              new ExecutionResult.Failed(
                  "States.DataLimitExceeded",
                  "The state 'A' assigned variables with a size exceeding the maximum number of"
                      + " bytes service limit."));
    }
  }

  @Test
  void allVariablesTogetherMayHaveTenMebibytes() {
    StringBuilder states = new StringBuilder();
    int count = 45;
    for (int i = 0; i < count; i++) {
      states
          .append("'S")
          .append(i)
          .append("': {'Type': 'Pass', 'Assign': {'v")
          .append(i)
          .append(
              "': '{% $pad($states.input, 250000, $states.input) %}'}, 'Output': '{% $states.input"
                  + " %}', ")
          .append(i == count - 1 ? "'End': true}" : "'Next': 'S" + (i + 1) + "'}, ");
    }
    StateMachine machine =
        Machines.machine(
            "{'QueryLanguage': 'JSONata', 'StartAt': 'S0', 'States': {" + states + "}}");
    try (Engine engine = aws().build()) {
      assertThat(engine.run(machine, text(1)))
          .isEqualTo(
              new ExecutionResult.Failed(
                  "States.DataLimitExceeded",
                  "The state 'S41' assigned variables with a size exceeding the maximum number of"
                      + " bytes service limit."));
    }
  }

  @Test
  void namesAndCausesOfErrorsAreCut() {
    TaskHandlers failing =
        TaskHandlers.builder()
            .resource(
                "*",
                call -> {
                  throw StateFailed.of("E".repeat(300), "c".repeat(40_000));
                })
            .build();
    StateMachine machine =
        Machines.ofState(
            "'Type': 'Task', 'End': true, 'Resource': 'arn:aws:states:::sqs:sendMessage'");
    try (Engine engine = aws().handlers(failing).build();
        Engine unlimited = Kind.MODELLED.engine().handlers(failing).build()) {
      assertThat(engine.run(machine, Machines.json("{}")))
          .isEqualTo(new ExecutionResult.Failed("E".repeat(256), "c".repeat(32_768)));
      assertThat(unlimited.run(machine, Machines.json("{}")))
          .isEqualTo(new ExecutionResult.Failed("E".repeat(300), "c".repeat(40_000)));
    }
  }

  @Test
  void whatAFailStateSaysIsCutWithoutSplittingACharacter() {
    StateMachine machine =
        Machines.ofState("'Type': 'Fail', 'ErrorPath': '$.e', 'CausePath': '$.c'");
    String error = "E".repeat(255) + "\uD83D\uDE00";
    JsonNode input =
        JsonNodeFactory.instance.objectNode().put("e", error).put("c", "c".repeat(33_000));
    try (Engine engine = aws().build()) {
      assertThat(engine.run(machine, input))
          .isEqualTo(new ExecutionResult.Failed("E".repeat(255), "c".repeat(32_768)));
    }
  }

  private static Engine.Builder aws() {
    return Kind.MODELLED.engine().limits(Limits.aws());
  }

  private static JsonNode text(int length) {
    return JsonNodeFactory.instance.textNode("x".repeat(length));
  }

  private static JsonNode sizes(int a, int b) {
    return JsonNodeFactory.instance.objectNode().put("x", "x").put("a", a).put("b", b);
  }
}
