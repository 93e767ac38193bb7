package io.asl4j.examples.embedding;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.asl4j.core.Asl;
import io.asl4j.core.Parsed;
import io.asl4j.core.json.SourceUnreadable;
import io.asl4j.core.model.StateMachine;
import io.asl4j.runtime.Engine;
import io.asl4j.runtime.Execution;
import io.asl4j.runtime.ExecutionQuery;
import io.asl4j.runtime.ExecutionRequest;
import io.asl4j.runtime.WhenFull;
import io.asl4j.runtime.task.Activities;
import io.asl4j.runtime.task.TaskHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Takes orders and sees to them. */
final class OrderService implements AutoCloseable {

  static final String PACK = "arn:aws:states:eu-central-1:123456789012:activity:pack";

  private final StateMachine machine;
  private final Engine engine;

  OrderService(
      Path file,
      Payments payments,
      Desk desk,
      Activities packing,
      UnaryOperator<Engine.Builder> more)
      throws SourceUnreadable {
    TaskHandlers handlers =
        TaskHandlers.builder()
            .resource("java:payment/charge", Payments.Charge.class, payments::charge)
            .bind("java:desk/*", Desk.Question.class, desk::ask)
            .resource(PACK, packing.handler())
            .build();
    Parsed order = Asl.read(file);
    engine =
        more.apply(
                Engine.builder()
                    .handlers(handlers)
                    .redrivable(true)
                    .maxOpen(10_000, WhenFull.REFUSE))
            .build();
    engine.check(order);
    machine = order.orThrow();
  }

  Execution place(String order, long cents) {
    ObjectNode input = JsonNodeFactory.instance.objectNode().put("order", order);
    return engine.start(
        machine,
        ExecutionRequest.of(input.put("cents", cents))
            .ofMachine("orders")
            .withName("place-" + order)
            .withBusinessKey(order));
  }

  List<Execution> failed() {
    return engine.list(ExecutionQuery.all().ofMachine("orders").withStatus("FAILED").atMost(20));
  }

  Optional<Execution> latest(String order) {
    return engine.list(ExecutionQuery.all().withBusinessKey(order).atMost(1)).stream().findFirst();
  }

  boolean cancel(String order) {
    return latest(order)
        .map(execution -> execution.stop("Order.Cancelled", "by the customer"))
        .orElse(false);
  }

  Execution tryAgain(Execution failed) {
    return engine.redrive(failed);
  }

  Execution chargeLess(Execution wrong, long cents) {
    ObjectNode input = wrong.input().deepCopy();
    return engine.fork(wrong, "Charge", Optional.of(input.put("cents", cents)));
  }

  Engine engine() {
    return engine;
  }

  @Override
  public void close() {
    engine.close(Duration.ofSeconds(20));
  }
}
