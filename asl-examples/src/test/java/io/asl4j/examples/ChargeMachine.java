package io.asl4j.examples;

import io.asl4j.builder.JsonPath;
import io.asl4j.builder.Jsonata;
import io.asl4j.core.model.Retrier.Jitter;
import io.asl4j.core.model.StateMachine;

/** The small machines of docs/building.md. */
final class ChargeMachine {

  private ChargeMachine() {}

  static StateMachine charge() {
    return Jsonata.machine()
        .states(
            Jsonata.task("Charge", "java:payment/charge")
                .arguments(Jsonata.template().expression("order", "$states.input.order"))
                .timeoutSeconds(30)
                .retry(Jsonata.retrier("GatewayBusy").maxAttempts(5).jitterStrategy(Jitter.FULL))
                .next("Paid?"),
            Jsonata.choice("Paid?").when("{% $states.input.paid %}", "Done").otherwise("Refused"),
            Jsonata.succeed("Done"),
            Jsonata.fail("Refused").error("Payment.Refused"))
        .build();
  }

  static StateMachine chargeWithPaths() {
    return JsonPath.machine()
        .states(
            JsonPath.task("Charge", "java:payment/charge")
                .parameters(JsonPath.template().path("order", "$.order"))
                .resultPath("$.receipt")
                .next("Paid?"),
            JsonPath.choice("Paid?")
                .when(JsonPath.variable("$.receipt.paid").booleanEquals(true), "Done")
                .otherwise("Refused"),
            JsonPath.succeed("Done"),
            JsonPath.fail("Refused").error("Payment.Refused"))
        .build();
  }

  static StateMachine broken() {
    return Jsonata.machine()
        .states(
            Jsonata.task("Charge", "java:payment/charge").timeoutSeconds(0).next("Shipp"),
            Jsonata.pass("Ship").output("{% $sum( %}").end())
        .build();
  }
}
