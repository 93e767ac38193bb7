package io.asl4j.builder;

import static org.assertj.core.api.Assertions.assertThat;

import io.asl4j.core.Asl;
import io.asl4j.core.model.StateMachine;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** What holds for every machine that is built. */
class BuilderLawsTest {

  @Property(tries = 300)
  void aJsonPathMachineIsReadBackAsItWasBuilt(@ForAll long seed) {
    assertReadBack(new GeneratedMachines(seed).jsonPath());
  }

  @Property(tries = 300)
  void aJsonataMachineIsReadBackAsItWasBuilt(@ForAll long seed) {
    assertReadBack(new GeneratedMachines(seed).jsonata());
  }

  private static void assertReadBack(MachineDefinition definition) {
    StateMachine built = definition.build();

    assertThat(Asl.parse(built.toJson()).orThrow()).isEqualTo(built);
    assertThat(Asl.parse(built.toPrettyJson()).orThrow().toJson()).isEqualTo(built.toJson());
    assertThat(MachineDefinition.of(built).build()).isEqualTo(built);
    assertThat(MachineDefinition.of(built).build().toJson()).isEqualTo(built.toJson());
    assertThat(MachineDefinition.of(built).names()).isEqualTo(definition.names());
    assertThat(MachineDefinition.of(built)).isEqualTo(definition).hasSameHashCodeAs(definition);
  }

  @Property(tries = 200)
  void theOrderOfCallsDoesNotShow(@ForAll long seed) {
    Random random = new Random(seed);
    List<UnaryOperator<JsonataTask>> ofTask =
        new ArrayList<>(
            List.of(
                task -> task.arguments(Map.of("b", 1, "a", "{% $states.input %}", "c", true)),
                task -> task.comment("why"),
                task -> task.next("Done"),
                task -> task.timeoutSeconds(30),
                task -> task.output("{% $states.result %}"),
                task -> task.assign(Map.of("x", 1, "y", 2)),
                task -> task.retry(retrier(random)),
                task -> task.catches(Jsonata.catcher("E").next("Done"))));
    Collections.shuffle(ofTask, random);
    JsonataTask task = Jsonata.task("Work", "arn:aws:states:::lambda:invoke");
    for (UnaryOperator<JsonataTask> call : ofTask) {
      task = call.apply(task);
    }
    List<JsonataState> states = new ArrayList<>(List.of(task, Jsonata.succeed("Done")));
    Collections.shuffle(states, random);
    List<UnaryOperator<JsonataMachine>> ofMachine =
        new ArrayList<>(
            List.of(
                machine -> machine.startAt("Work"),
                machine -> machine.states(states),
                machine -> machine.comment("all"),
                machine -> machine.timeoutSeconds(60)));
    Collections.shuffle(ofMachine, random);
    JsonataMachine machine = Jsonata.machine();
    for (UnaryOperator<JsonataMachine> call : ofMachine) {
      machine = call.apply(machine);
    }

    assertThat(machine.build().toJson())
        .isEqualTo(
            """
            {"Comment":"all","QueryLanguage":"JSONata","TimeoutSeconds":60,"StartAt":"Work",\
            "States":{"Work":{"Type":"Task","Comment":"why",\
            "Resource":"arn:aws:states:::lambda:invoke",\
            "Arguments":{"a":"{% $states.input %}","b":1,"c":true},"TimeoutSeconds":30,\
            "Assign":{"x":1,"y":2},"Output":"{% $states.result %}",\
            "Retry":[{"ErrorEquals":["E"],"IntervalSeconds":2,"MaxAttempts":4}],\
            "Catch":[{"ErrorEquals":["E"],"Next":"Done"}],"Next":"Done"},\
            "Done":{"Type":"Succeed"}}}\
            """);
  }

  private static Retrier retrier(Random random) {
    Retrier retrier = Jsonata.retrier("E");
    return random.nextBoolean()
        ? retrier.maxAttempts(4).intervalSeconds(2)
        : retrier.intervalSeconds(2).maxAttempts(4);
  }
}
