package io.asl4j.examples.embedding;

import io.asl4j.runtime.failure.ThrownAs;
import io.asl4j.runtime.task.TaskCall;

/** Charges cards. */
class Payments {

  record Charge(String order, long cents) {}

  record Receipt(String order, String status) {}

  static final class GatewayBusy extends Exception {
    private static final long serialVersionUID = 1L;
  }

  @ThrownAs("Payment.Declined")
  static final class CardDeclined extends Exception {
    private static final long serialVersionUID = 1L;

    CardDeclined(String why) {
      super(why);
    }
  }

  /** Knows which charges it has seen. */
  interface Gateway {
    String charge(String idempotencyKey, long cents) throws GatewayBusy, CardDeclined;
  }

  private final Gateway gateway;

  Payments(Gateway gateway) {
    this.gateway = gateway;
  }

  Receipt charge(Charge charge, TaskCall call) throws GatewayBusy, CardDeclined {
    return new Receipt(charge.order(), gateway.charge(call.id(), charge.cents()));
  }
}
