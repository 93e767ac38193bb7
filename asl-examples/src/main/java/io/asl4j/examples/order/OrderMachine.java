package io.asl4j.examples.order;

import static io.asl4j.builder.Jsonata.branch;
import static io.asl4j.builder.Jsonata.catcher;
import static io.asl4j.builder.Jsonata.choice;
import static io.asl4j.builder.Jsonata.fail;
import static io.asl4j.builder.Jsonata.machine;
import static io.asl4j.builder.Jsonata.parallel;
import static io.asl4j.builder.Jsonata.retrier;
import static io.asl4j.builder.Jsonata.rule;
import static io.asl4j.builder.Jsonata.task;
import static io.asl4j.builder.Jsonata.template;

import io.asl4j.builder.Branch;
import io.asl4j.builder.JsonataCatcher;
import io.asl4j.builder.JsonataFail;
import io.asl4j.builder.JsonataTask;
import io.asl4j.builder.Retrier;
import io.asl4j.core.model.Retrier.Jitter;
import io.asl4j.core.model.StateMachine;
import java.time.Duration;

/** The order of {@code order.asl.json}, written in Java. */
public final class OrderMachine {

  private static final String ITEMS = "$order.items.{ 'sku': sku, 'quantity': quantity }[]";
  private static final String TOTAL = "$sum($states.input.items.(price * quantity))";

  private static final Retrier BUSY =
      retrier("Payments.GatewayBusy").interval(Duration.ofSeconds(1)).backoffRate(2);
  private static final Retrier UNTIL_DONE =
      retrier("States.ALL").intervalSeconds(5).maxAttempts(10).backoffRate(2).maxDelaySeconds(300);

  private static final JsonataFail REJECTED =
      fail("Order rejected").error("Order.Rejected").cause("{% $reason %}");

  private OrderMachine() {}

  /** Builds it. */
  public static StateMachine build() {
    return machine()
        .comment(
            "Takes an order: checks the payment, finds a warehouse, asks a person about high"
                + " amounts, and undoes what was done when a later step fails")
        .timeout(Duration.ofDays(7))
        .states(
            validatePayment(),
            parallel("Check warehouses", warehouse("east"), warehouse("west"))
                .arguments("{% " + ITEMS + " %}")
                .assign("warehouses", "{% [$states.result[complete].warehouse] %}")
                .next("In stock?"),
            choice("In stock?")
                .choices(
                    rule("{% $count($warehouses) = 0 %}")
                        .assign("reason", "No warehouse has all items.")
                        .next(REJECTED))
                .when("{% $total >= 1000 %}", "Ask for approval")
                .otherwise("Reserve stock"),
            askForApproval(),
            choice("Approved?")
                .when("{% $approval.approved %}", "Reserve stock")
                .assign("reason", "{% 'Refused by ' & $approval.by & '.' %}")
                .otherwise(REJECTED),
            lambda("Reserve stock", "reserve-stock")
                .arguments(
                    template().expression("warehouse", "$warehouses[0]").expression("items", ITEMS))
                .assign("reservation", "{% $states.result.reservation %}")
                .next("Charge card"),
            lambda("Charge card", "charge-card")
                .arguments(
                    template()
                        .expression("authorization", "$payment.authorization")
                        .expression("amount", "$total"))
                .assign("charge", "{% $states.result.charge %}")
                .retry(BUSY.maxAttempts(3).jitterStrategy(Jitter.FULL))
                .catches(undoneBy("Release stock"))
                .next("Ship"),
            lambda("Ship", "ship-order")
                .arguments(
                    template()
                        .expression("reservation", "$reservation")
                        .expression("address", "$order.customer.address"))
                .assign("shipment", "{% $states.result %}")
                .catches(undoneBy("Refund payment"))
                .next("Confirm"),
            confirm(),
            lambda("Refund payment", "refund-payment")
                .arguments(template().expression("charge", "$charge"))
                .retry(UNTIL_DONE)
                .next("Release stock"),
            lambda("Release stock", "release-stock")
                .arguments(template().expression("reservation", "$reservation"))
                .retry(UNTIL_DONE)
                .next(REJECTED),
            REJECTED)
        .build();
  }

  private static JsonataTask lambda(String name, String function) {
    return task(name, "arn:aws:lambda:us-east-1:123456789012:function:" + function);
  }

  private static JsonataCatcher undoneBy(String state) {
    return catcher("States.ALL").assign("reason", "{% $states.errorOutput.Cause %}").next(state);
  }

  private static JsonataTask validatePayment() {
    return lambda("Validate payment", "validate-payment")
        .arguments(
            template()
                .expression("orderId", "$states.input.orderId")
                .expression("card", "$states.input.payment.card")
                .expression("amount", TOTAL))
        .timeout(Duration.ofSeconds(30))
        .assign("order", "{% $states.input %}")
        .assign("total", "{% " + TOTAL + " %}")
        .assign("payment", "{% $states.result %}")
        .retry(
            retrier("Payments.GatewayBusy", "States.Timeout")
                .interval(Duration.ofSeconds(1))
                .backoffRate(2)
                .maxAttempts(4)
                .maxDelay(Duration.ofSeconds(10))
                .jitterStrategy(Jitter.FULL))
        .catches(
            catcher("Payments.Declined")
                .assign("reason", "{% $states.errorOutput.Cause %}")
                .next(REJECTED))
        .next("Check warehouses");
  }

  private static Branch warehouse(String place) {
    return branch(
        lambda("Check " + place, "warehouse-stock")
            .arguments(template().put("warehouse", place).expression("items", "$states.input"))
            .end());
  }

  private static JsonataTask askForApproval() {
    return task("Ask for approval", "arn:aws:states:::sqs:sendMessage.waitForTaskToken")
        .arguments(
            template()
                .put("QueueUrl", "https://sqs.us-east-1.amazonaws.com/123456789012/approvals")
                .put(
                    "MessageBody",
                    template()
                        .expression("orderId", "$order.orderId")
                        .expression("customer", "$order.customer.name")
                        .expression("total", "$total")
                        .expression("token", "$states.context.Task.Token")))
        .timeout(Duration.ofDays(3))
        .assign("approval", "{% $states.result %}")
        .catches(
            catcher("States.Timeout")
                .assign("reason", "Nobody approved the order within three days.")
                .next(REJECTED))
        .next("Approved?");
  }

  private static JsonataTask confirm() {
    return task("Confirm", "arn:aws:states:::sns:publish")
        .arguments(
            template()
                .put("TopicArn", "arn:aws:sns:us-east-1:123456789012:orders")
                .put(
                    "Message",
                    template()
                        .expression("orderId", "$order.orderId")
                        .expression("tracking", "$shipment.tracking")))
        .output(
            template()
                .expression("orderId", "$order.orderId")
                .put("status", "shipped")
                .expression("total", "$total")
                .expression("warehouse", "$warehouses[0]")
                .expression("charge", "$charge")
                .expression("tracking", "$shipment.tracking"))
        .end();
  }
}
