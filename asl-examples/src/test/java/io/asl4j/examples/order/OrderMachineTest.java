package io.asl4j.examples.order;

import static io.asl4j.testing.assertion.AslAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.asl4j.builder.JsonataTask;
import io.asl4j.builder.MachineDefinition;
import io.asl4j.core.model.StateMachine;
import io.asl4j.examples.ExampleFiles;
import io.asl4j.runtime.Engine;
import io.asl4j.runtime.ExecutionResult;
import io.asl4j.testing.TestExecution;
import io.asl4j.testing.TestRun;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class OrderMachineTest {

  private static final ExampleFiles FILES = ExampleFiles.of("order");

  @Test
  void isTheMachineOfTheDefinition() throws IOException {
    StateMachine written = FILES.machine("order.asl.json");

    assertThat(OrderMachine.build()).isEqualTo(written);
    assertThat(OrderMachine.build().toJson()).isEqualTo(written.toJson());
  }

  @Test
  void runs() throws IOException {
    Shop shop =
        new Shop(
            Map.of("west", Set.of("desk-oak", "chair-oak", "lamp-brass")),
            new Shop.Decision(true, "Grace"),
            Duration.ofHours(5),
            true);
    Engine.Builder builder = Engine.builder().virtualTime(Instant.parse("2026-11-20T09:00:00Z"));

    try (Engine engine = builder.handlers(shop.handlers()).build()) {
      ExecutionResult result = engine.run(OrderMachine.build(), FILES.json("order.json"));

      assertThat(result.output().path("status").textValue()).isEqualTo("shipped");
    }
  }

  @Test
  void aDeclinedCardRejectsTheOrder() throws IOException {
    TestRun run = TestRun.of(OrderMachine.build());
    run.mocks().state("Validate payment").fails("Payments.Declined", "The card has expired.");

    TestExecution execution = run.execute(FILES.json("order.json"));

    assertThat(execution)
        .failedWith("Order.Rejected", "The card has expired.")
        .visitedExactly("Validate payment", "Order rejected");
  }

  @Test
  void canBeChanged() throws IOException {
    StateMachine machine = FILES.machine("order.asl.json");

    StateMachine changed =
        MachineDefinition.of(machine)
            .change("Charge card", JsonataTask.class, task -> task.timeout(Duration.ofMinutes(1)))
            .changeAll(JsonataTask.class, task -> task.heartbeat(Duration.ofSeconds(20)))
            .build();

    assertThat(changed.definition().at("/States/Charge card/TimeoutSeconds").intValue())
        .isEqualTo(60);
    assertThat(changed.definition().at("/States/Ship/HeartbeatSeconds").intValue()).isEqualTo(20);
  }
}
