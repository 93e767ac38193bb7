package io.asl4j.examples.order;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.asl4j.core.json.Json;
import io.asl4j.runtime.failure.StateFailed;
import io.asl4j.runtime.task.TaskCall;
import io.asl4j.runtime.task.TaskHandlers;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The services of a shop as plain Java: what the tasks of the order call. Thread-safe.
 *
 * <p>It keeps a log of what was done to the world, which is what a compensation has to put right.
 */
final class Shop {

  record PaymentRequest(String orderId, String card, BigDecimal amount) {}

  record Authorization(String authorization, String card) {}

  record Item(String sku, int quantity) {}

  record StockRequest(String warehouse, List<Item> items) {}

  record Stock(String warehouse, boolean complete, List<String> missing) {}

  record Reservation(String reservation) {}

  record ChargeRequest(String authorization, BigDecimal amount) {}

  record Charge(String charge) {}

  record ShipmentRequest(String reservation, String address) {}

  record Shipment(String tracking) {}

  record ReleaseRequest(String reservation) {}

  record RefundRequest(String charge) {}

  record Done(boolean done) {}

  record Notice(String MessageId) {}

  record Decision(boolean approved, String by) {}

  private static final ObjectMapper JSON = Json.newMapper();

  private final Map<String, Set<String>> stock;
  private final Decision decision;
  private final Duration thinkingTime;
  private final boolean trucks;
  private final AtomicInteger gatewayCalls = new AtomicInteger();
  private final Queue<String> log = new ConcurrentLinkedQueue<>();

  /**
   * @param stock the articles that each warehouse has
   * @param decision what a person says about high amounts
   * @param thinkingTime how long that takes
   * @param trucks whether orders can be shipped
   */
  Shop(Map<String, Set<String>> stock, Decision decision, Duration thinkingTime, boolean trucks) {
    this.stock = Map.copyOf(stock);
    this.decision = decision;
    this.thinkingTime = thinkingTime;
    this.trucks = trucks;
  }

  /** Who answers which Task state. */
  TaskHandlers handlers() {
    return TaskHandlers.builder()
        .typed("Validate payment", PaymentRequest.class, JSON, this::authorize)
        .typed("Check east", StockRequest.class, JSON, this::check)
        .typed("Check west", StockRequest.class, JSON, this::check)
        .state("Ask for approval", this::ask)
        .typed("Reserve stock", StockRequest.class, JSON, this::reserve)
        .typed("Charge card", ChargeRequest.class, JSON, this::charge)
        .typed("Ship", ShipmentRequest.class, JSON, this::ship)
        .typed("Refund payment", RefundRequest.class, JSON, this::refund)
        .typed("Release stock", ReleaseRequest.class, JSON, this::release)
        .typed("Confirm", JsonNode.class, JSON, message -> new Notice("n-1"))
        .build();
  }

  /** What was done, in order. */
  List<String> log() {
    return List.copyOf(log);
  }

  private Authorization authorize(PaymentRequest request) {
    if (gatewayCalls.getAndIncrement() == 0) {
      throw StateFailed.of("Payments.GatewayBusy", "The gateway asks to come back later.");
    }
    if (request.card().startsWith("tok_stolen")) {
      throw StateFailed.of("Payments.Declined", "The bank declined the card.");
    }
    log.add("authorized " + request.amount().toPlainString());
    return new Authorization("auth-" + request.orderId(), "visa");
  }

  private Stock check(StockRequest request) {
    Set<String> there = stock.getOrDefault(request.warehouse(), Set.of());
    List<String> missing =
        request.items().stream().map(Item::sku).filter(sku -> !there.contains(sku)).toList();
    return new Stock(request.warehouse(), missing.isEmpty(), missing);
  }

  /** A callback task: the message goes out, and later somebody hands the token back. */
  private JsonNode ask(TaskCall call) throws InterruptedException {
    JsonNode receipt = JSON.valueToTree(new Notice("m-1"));
    call.submitted(receipt);
    call.sleep(thinkingTime);
    call.tokens().succeed(call.taskToken().orElseThrow(), JSON.valueToTree(decision));
    return receipt;
  }

  private Reservation reserve(StockRequest request) {
    log.add("reserved in " + request.warehouse());
    return new Reservation("r-" + request.warehouse());
  }

  private Charge charge(ChargeRequest request) {
    log.add("charged " + request.amount().toPlainString());
    return new Charge("ch-" + request.authorization());
  }

  private Shipment ship(ShipmentRequest request) {
    if (!trucks) {
      throw StateFailed.of("Shipping.NoCapacity", "No truck is free this week.");
    }
    log.add("shipped to " + request.address());
    return new Shipment("1Z-" + request.reservation());
  }

  private Done refund(RefundRequest request) {
    log.add("refunded " + request.charge());
    return new Done(true);
  }

  private Done release(ReleaseRequest request) {
    log.add("released " + request.reservation());
    return new Done(true);
  }
}
