package io.asl4j.builder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import io.asl4j.core.Asl;
import io.asl4j.core.AslOptions;
import io.asl4j.core.Parsed;
import io.asl4j.core.diagnostic.Diagnostic;
import io.asl4j.core.diagnostic.InvalidDefinition;
import io.asl4j.core.json.Json;
import io.asl4j.core.model.StateMachine;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class MachineDefinitionTest {

  private static final String LAMBDA = "arn:aws:states:::lambda:invoke";

  private static StateMachine nested() {
    return JsonPath.machine()
        .states(
            JsonPath.parallel(
                    "Both",
                    JsonPath.branch(JsonPath.task("Left", LAMBDA).end()),
                    JsonPath.branch(
                        Jsonata.map(
                                "Right",
                                JsonPath.itemProcessor(JsonPath.task("Inner", LAMBDA).end()))
                            .end()))
                .next("Done"),
            JsonPath.succeed("Done"))
        .build();
  }

  @Test
  void allThatIsWrongIsSaidAtOnceWithThePlaceAsPointer() {
    JsonPathMachine machine =
        JsonPath.machine()
            .states(
                JsonPath.task("Charge", LAMBDA).timeoutSeconds(0).next("Shipp"),
                JsonPath.pass("Ship").inputPath("order").end());

    InvalidDefinition thrown = catchThrowableOfType(InvalidDefinition.class, machine::build);

    assertThat(thrown)
        .hasMessageStartingWith("The definition has 4 errors:")
        .hasMessageContaining("/States/Charge/TimeoutSeconds: error[")
        .hasMessageContaining("/States/Charge/Next: error[")
        .hasMessageContaining("`Shipp`")
        .hasMessageContaining("did you mean `Ship`?")
        .hasMessageContaining("/States/Ship/InputPath: error[")
        .hasMessageContaining("/States/Ship: error[");
    assertThat(thrown.diagnostics()).allMatch(found -> found.source().isEmpty());
    assertThat(machine.check().diagnostics()).isEqualTo(thrown.diagnostics());
  }

  @Test
  void warningsDoNotStopAMachine() {
    Parsed checked =
        JsonPath.machine().states(JsonPath.task("Charge", "java:payment/charge").end()).check();

    assertThat(checked.isValid()).isTrue();
    assertThat(checked.diagnostics())
        .isEqualTo(
            io.asl4j.core.diagnostic.Diagnostics.of(
                Asl.parse(checked.orThrow().toJson()).diagnostics().stream()
                    .map(found -> found.at(found.pointer()))
                    .toList()));
  }

  @Test
  void anExpressMachineIsCheckedAsOne() {
    MachineDefinition machine =
        JsonPath.machine()
            .states(
                JsonPath.task("Ask", "arn:aws:states:::sqs:sendMessage.waitForTaskToken")
                    .parameters(
                        JsonPath.template()
                            .put("QueueUrl", "q")
                            .put("MessageBody", JsonPath.template().path("token", "$$.Task.Token")))
                    .end());

    assertThat(machine.check().isValid()).isTrue();
    assertThat(machine.check(AslOptions.express()).isValid()).isFalse();
  }

  @Test
  void theQueryLanguageIsWrittenWhereItIsNeeded() {
    JsonNode json = nested().definition();

    assertThat(json.has("QueryLanguage")).isFalse();
    assertThat(json.at("/States/Both").has("QueryLanguage")).isFalse();
    assertThat(json.at("/States/Both/Branches/1/States/Right/QueryLanguage").asText())
        .isEqualTo("JSONata");
    assertThat(
            json.at("/States/Both/Branches/1/States/Right/ItemProcessor/States/Inner")
                .has("QueryLanguage"))
        .isFalse();
    assertThat(Jsonata.machine().states(Jsonata.succeed("A")).definition())
        .isEqualTo(
            Json.parse(
                """
                {"QueryLanguage": "JSONata", "StartAt": "A", "States": {"A": {"Type": "Succeed"}}}
                """));
  }

  @Test
  void aJsonPathStateSomewhereInAJsonataMachineIsReported() {
    Parsed checked =
        Jsonata.machine()
            .states(Jsonata.parallel("P", JsonPath.branch(JsonPath.succeed("Deep"))).end())
            .check();

    assertThat(checked.diagnostics().errors())
        .extracting(Diagnostic::pointer)
        .containsExactly("/States/P/Branches/0/States/Deep/QueryLanguage");
  }

  @Test
  void theFirstStateIsTheStartUnlessSaidOtherwise() {
    JsonPathState ship = JsonPath.succeed("Ship");
    JsonPathState pay = JsonPath.pass("Pay").next(ship);

    assertThat(JsonPath.machine().states(pay, ship).build().root().startAt()).isEqualTo("Pay");
    assertThat(JsonPath.machine().states(ship, pay).startAt(pay).build())
        .isEqualTo(JsonPath.machine().states(pay, ship).build());
  }

  @Test
  void twoStatesOfOneNameAreRefused() {
    JsonPathMachine machine = JsonPath.machine().states(JsonPath.succeed("A"));

    assertThatIllegalArgumentException()
        .isThrownBy(() -> machine.states(JsonPath.fail("A")))
        .withMessage(
            "There are two states called `A`; the name of a state is unique in its machine.");
  }

  @Test
  void aStateDeepInsideCanBeChanged() {
    StateMachine changed =
        MachineDefinition.of(nested())
            .change("Inner", JsonPathTask.class, task -> task.timeout(Duration.ofMinutes(2)))
            .build();

    assertThat(
            changed
                .definition()
                .at(
                    "/States/Both/Branches/1/States/Right/ItemProcessor/States/Inner/TimeoutSeconds")
                .intValue())
        .isEqualTo(120);
    assertThat(
            MachineDefinition.of(changed)
                .change("Inner", JsonPathTask.class, task -> task.without("TimeoutSeconds"))
                .build())
        .isEqualTo(nested());
  }

  @Test
  void allStatesOfATypeCanBeChanged() {
    StateMachine changed =
        MachineDefinition.of(nested())
            .changeAll(JsonPathTask.class, task -> task.retry(JsonPath.retrier("States.Timeout")))
            .build();

    assertThat(Json.write(changed.definition()).split("\"Retry\"", -1)).hasSize(3);
  }

  @Test
  void aChangeThatCannotBeMadeSaysWhy() {
    MachineDefinition machine = MachineDefinition.of(nested());

    assertThat(machine.names()).containsExactly("Both", "Left", "Right", "Inner", "Done");
    assertThat(machine.state("Right")).isInstanceOf(JsonataMap.class);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> machine.change("Iner", JsonPathTask.class, task -> task))
        .withMessage("There is no state called `Iner`. Did you mean `Inner`?");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> machine.change("Inner", JsonataTask.class, task -> task))
        .withMessage("State `Inner` is a JsonPathTask, not a JsonataTask.");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> machine.changeAll(JsonPathTask.class, task -> JsonPath.task("Other", LAMBDA)))
        .withMessageContaining("a state that is changed keeps its name");
    assertThatIllegalArgumentException().isThrownBy(() -> machine.remove("Nobody"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Jsonata.machine(nested()))
        .withMessage("The query language of this machine is JSONPath; use JsonPath.machine.");
  }

  @Test
  void aStateCanBeTakenOutAndOthersPutIn() {
    StateMachine machine =
        JsonPath.machine(nested())
            .remove("Done")
            .states(JsonPath.fail("Done").error("E").cause("c"))
            .build();

    assertThat(machine.definition().at("/States/Done/Error").asText()).isEqualTo("E");
    assertThat(MachineDefinition.of(nested()).remove("Done").check().diagnostics().errors())
        .extracting(Diagnostic::pointer)
        .contains("/States/Both/Next");
  }

  @Test
  void whatWasNotKnownHereIsKept() {
    StateMachine machine =
        Asl.parse(
                """
                {"StartAt": "A", "States": {"A": {"Type": "Task", "QueryLanguage": "JSONPath",
                  "Resource": "${Function}", "Parameters": {"n": 1.50, "big": 12345678901234567890},
                  "Retry": [{"ErrorEquals": ["E"], "BackoffRate": 2.0, "Comment": "slowly"}],
                  "End": true}}}
                """)
            .orThrow();

    JsonPathMachine apart = JsonPath.machine(machine);

    assertThat(Json.write(apart.build().definition())).isEqualTo(Json.write(machine.definition()));
    assertThat(apart.change("A", JsonPathTask.class, task -> task.comment("x").without("Comment")))
        .isEqualTo(apart);
  }

  @Test
  void fieldsWithoutAMethodCanBeSetAndAreJudged() {
    JsonataTask task = Jsonata.task("A", LAMBDA).field("ResultPath", "$.x").end();

    List<Diagnostic> errors = Jsonata.machine().states(task).check().diagnostics().errors();

    assertThat(errors).extracting(Diagnostic::pointer).containsExactly("/States/A/ResultPath");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Jsonata.parallel("P").field("Branches", List.of()))
        .withMessageContaining("`Branches`");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Jsonata.machine().field("States", Json.parse("{}")));
  }

  @Test
  void aMachineThatNestsDeepAndOneThatIsLongAreNoBurden() {
    JsonPathState inner = JsonPath.succeed("S0");
    for (int depth = 1; depth <= 150; depth++) {
      inner = JsonPath.parallel("S" + depth, JsonPath.branch(inner)).end();
    }
    StateMachine deep = JsonPath.machine().states(inner).build();
    List<StateDefinition> chain = new ArrayList<>();
    for (int i = 0; i < 9_999; i++) {
      chain.add(JsonPath.pass("S" + i).next("S" + (i + 1)));
    }
    StateMachine longOne =
        JsonPath.machine().states(chain).states(JsonPath.succeed("S9999")).build();

    assertThat(
            MachineDefinition.of(deep)
                .changeAll(JsonPathParallel.class, state -> state.comment("x").without("Comment"))
                .build())
        .isEqualTo(deep);
    assertThat(
            MachineDefinition.of(longOne)
                .changeAll(JsonPathPass.class, state -> state.comment("x").without("Comment"))
                .build())
        .isEqualTo(longOne);
  }

  @Test
  void aPlaceholderForAllBranchesStays() {
    StateMachine machine =
        Asl.parse(
                """
                {"StartAt": "P", "States": {
                  "P": {"Type": "Parallel", "Branches": "${Branches}", "End": true}}}
                """)
            .orThrow();

    assertThat(MachineDefinition.of(machine).build()).isEqualTo(machine);
    assertThat(machine.toJson()).contains("\"Branches\":\"${Branches}\"");
  }
}
