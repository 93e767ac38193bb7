package io.asl4j.examples.order;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.asl4j.examples.ExampleFiles;
import io.asl4j.runtime.Engine;
import io.asl4j.runtime.ExecutionResult;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class OrderProcessingTest {

  private static final ExampleFiles FILES = ExampleFiles.of("order");
  private static final Map<String, Set<String>> WEST_HAS_ALL =
      Map.of("east", Set.of("desk-oak"), "west", Set.of("desk-oak", "chair-oak", "lamp-brass"));
  private static final Shop.Decision YES = new Shop.Decision(true, "Grace");

  @Test
  void anApprovedOrderIsShippedFromTheWarehouseThatHasEverything() throws IOException {
    Shop shop = new Shop(WEST_HAS_ALL, YES, Duration.ofHours(5), true);

    ExecutionResult result = run(shop, FILES.json("order.json"));

    assertThat(result.output().path("status").textValue()).isEqualTo("shipped");
    assertThat(result.output().path("warehouse").textValue()).isEqualTo("west");
    assertThat(shop.log())
        .containsExactly(
            "authorized 1497",
            "reserved in west",
            "charged 1497",
            "shipped to Kaiserstraße 12, 76133 Karlsruhe");
  }

  @Test
  void aSmallOrderNeedsNoApproval() throws IOException {
    Shop shop = new Shop(WEST_HAS_ALL, YES, Duration.ofDays(300), true);

    ExecutionResult result = run(shop, FILES.json("small-order.json"));

    assertThat(result.status()).isEqualTo("SUCCEEDED");
  }

  @Test
  void aShipmentThatFailsIsUndone() throws IOException {
    Shop shop = new Shop(WEST_HAS_ALL, YES, Duration.ofHours(5), false);

    ExecutionResult result = run(shop, FILES.json("order.json"));

    assertThat(result)
        .isEqualTo(new ExecutionResult.Failed("Order.Rejected", "No truck is free this week."));
    assertThat(shop.log()).endsWith("refunded ch-auth-o-1042", "released r-west");
  }

  @Test
  void aRefusedOrderIsRejectedBeforeAnythingIsReserved() throws IOException {
    Shop shop =
        new Shop(WEST_HAS_ALL, new Shop.Decision(false, "Grace"), Duration.ofHours(5), true);

    ExecutionResult result = run(shop, FILES.json("order.json"));

    assertThat(result).isEqualTo(new ExecutionResult.Failed("Order.Rejected", "Refused by Grace."));
    assertThat(shop.log()).containsExactly("authorized 1497");
  }

  @Test
  void anApprovalThatNeverComesEndsAfterThreeDays() throws IOException {
    Shop shop = new Shop(WEST_HAS_ALL, YES, Duration.ofDays(4), true);

    ExecutionResult result = run(shop, FILES.json("order.json"));

    assertThat(result)
        .isEqualTo(
            new ExecutionResult.Failed(
                "Order.Rejected", "Nobody approved the order within three days."));
  }

  @Test
  void anOrderThatNoWarehouseHasIsRejected() throws IOException {
    Shop shop = new Shop(Map.of(), YES, Duration.ofHours(5), true);

    ExecutionResult result = run(shop, FILES.json("order.json"));

    assertThat(result)
        .isEqualTo(new ExecutionResult.Failed("Order.Rejected", "No warehouse has all items."));
  }

  @Test
  void aDeclinedCardIsNotTriedAgain() throws IOException {
    Shop shop = new Shop(WEST_HAS_ALL, YES, Duration.ofHours(5), true);
    ObjectNode order = FILES.json("order.json").deepCopy();
    order.withObject("/payment").put("card", "tok_stolen_1");

    ExecutionResult result = run(shop, order);

    assertThat(result)
        .isEqualTo(new ExecutionResult.Failed("Order.Rejected", "The bank declined the card."));
    assertThat(shop.log()).isEmpty();
  }

  private static ExecutionResult run(Shop shop, JsonNode order) throws IOException {
    Instant start = Instant.parse("2026-11-20T09:00:00Z");
    try (Engine engine = Engine.builder().handlers(shop.handlers()).virtualTime(start).build()) {
      return engine.run(FILES.machine("order.asl.json"), order);
    }
  }
}
