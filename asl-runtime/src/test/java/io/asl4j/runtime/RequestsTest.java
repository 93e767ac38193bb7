package io.asl4j.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.POJONode;
import io.asl4j.core.model.StateMachine;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What executions may be called and given. */
class RequestsTest {

  private static final ExecutionRequest REQUEST = ExecutionRequest.of(Machines.json("{}"));

  @ParameterizedTest
  @ValueSource(strings = {"a", "order-7_x.y=(1)!", "ümlaut", "日本", "😀"})
  void aNameMayHaveTheCharactersThatAwsTakes(String name) {
    try (Engine engine = Engine.builder().build()) {
      Execution execution =
          engine.start(
              Machines.ofState("'Type': 'Succeed'"), REQUEST.withName(name).ofMachine(name));

      assertThat(execution.await().status()).isEqualTo("SUCCEEDED");
      assertThat(execution.name()).isEqualTo(name);
      assertThat(execution.machineName()).isEqualTo(name);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "\"\"|has 0 characters",
        "a b|has U+0020 at position 2",
        "a:b|has `:` at position 2",
        "a/b|has `/` at position 2",
        "what?|has `?` at position 5",
        "\"a\nb\"|has U+000A at position 2"
      })
  void aNameThatAwsWouldNotTakeIsRefusedWithThePlace(String name, String why) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> REQUEST.withName(name))
        .withMessageStartingWith("The name `" + name + "` of the execution " + why + "; as on AWS");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> REQUEST.ofMachine(name))
        .withMessageStartingWith("The name `" + name + "` of the state machine " + why);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void anExecutionIsFoundByItsArnAndByNothingElse(boolean express) {
    try (Engine engine = Engine.builder().express(express).build()) {
      StateMachine machine = Machines.ofState("'Type': 'Succeed'");
      Execution fresh = engine.start(machine, REQUEST);
      Execution named = engine.start(machine, REQUEST.withName("order-7"));
      Execution other = engine.start(machine, REQUEST.withName("order-7").ofMachine("Other"));

      for (Execution execution : List.of(fresh, named, other)) {
        assertThat(engine.find(execution.arn())).containsSame(execution);
        assertThat(engine.find(execution.name())).isEmpty();
        assertThat(engine.find(execution.arn() + ":")).isEmpty();
        assertThat(engine.find(execution.arn() + ":more")).isEmpty();
      }
      assertThat(engine.find("")).isEmpty();
      assertThat(engine.find(":")).isEmpty();
    }
  }

  @Test
  void aNameMayHaveEightyCharactersAndNoMore() {
    assertThat(REQUEST.withName("x".repeat(80)).name()).isPresent();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> REQUEST.withName("x".repeat(81)))
        .withMessageContaining("has 81 characters");
  }

  @Test
  @SuppressWarnings("NullAway") // is what is tested
  void anInputIsAJsonValue() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ExecutionRequest.of(null))
        .withMessage(
            "The input of an execution is null; give a JSON value, such as NullNode for null.");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ExecutionRequest.of(MissingNode.getInstance()))
        .withMessageContaining("is a MissingNode");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ExecutionRequest.of(new POJONode("x")))
        .withMessageContaining("is a POJONode");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'Parameters': {'x.$': 'States.JsonToString($)'}",
        "'Parameters': {'x.$': '$..b'}",
        "'Parameters': {'x.$': 'States.ArrayContains($, $)'}",
        "'ResultPath': '$.x'"
      })
  void dataThatNestTooDeeplyForAStateFailTheExecution(String members) {
    JsonNode deep = JsonNodeFactory.instance.arrayNode();
    for (int i = 0; i < 100_000; i++) {
      deep = JsonNodeFactory.instance.arrayNode().add(deep);
    }
    try (Engine engine = Engine.builder().build()) {
      assertThat(engine.run(Machines.ofState("'Type': 'Pass', 'End': true, " + members), deep))
          .isEqualTo(
              new ExecutionResult.Failed(
                  "States.Runtime",
                  "The data of the state 'S' nest too deeply for what it does with them."));
    }
  }

  @Test
  void aQueryForWhatCannotBeIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ExecutionQuery.all().withStatus("failed"))
        .withMessage(
            "`failed` is no status of an execution; ask for one of RUNNING, SUCCEEDED, FAILED,"
                + " TIMED_OUT, ABORTED.");
    assertThatIllegalArgumentException().isThrownBy(() -> ExecutionQuery.all().atMost(-1));
  }

  @Test
  void anEngineThatCouldRunNothingIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Engine.builder().maxOpen(0, WhenFull.WAIT))
        .withMessage("An engine that may have 0 open executions runs none; allow 1 at least.");
    assertThatIllegalArgumentException().isThrownBy(() -> Engine.builder().rememberClosed(-1));
  }

  @Test
  void timesBeyondTheEndOfTimeAreNone() {
    Engine engine = Engine.builder().build();
    Execution never =
        engine.start(
            Machines.machine(
                "{'TimeoutSeconds': 9, 'StartAt': 'S', 'States': {'S': {'Type': 'Succeed'}}}"),
            REQUEST.startingAt(Instant.MAX));

    assertThat(never.stop(null, null)).isTrue();
    assertThat(engine.close(Duration.ofSeconds(Long.MAX_VALUE))).isZero();
  }
}
