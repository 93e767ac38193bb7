package io.asl4j.examples.order;

import io.asl4j.core.json.Json;
import io.asl4j.examples.ExampleFiles;
import io.asl4j.runtime.Engine;
import io.asl4j.runtime.ExecutionResult;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Set;

/** Runs the order inside a Java program. */
public final class OrderProcessing {

  private OrderProcessing() {}

  /** Runs it in real time and prints how it ended. */
  public static void main(String[] arguments) throws IOException {
    ExampleFiles files = ExampleFiles.of("order");
    Shop shop =
        new Shop(
            Map.of("east", Set.of("desk-oak"), "west", Set.of("desk-oak", "chair-oak")),
            new Shop.Decision(true, "Grace"),
            Duration.ofSeconds(2),
            true);
    try (Engine engine = Engine.builder().handlers(shop.handlers()).build()) {
      ExecutionResult result =
          engine.run(files.machine("order.asl.json"), files.json("order.json"));
      switch (result) {
        case ExecutionResult.Succeeded succeeded ->
            System.out.println(Json.pretty(succeeded.output()));
        case ExecutionResult.Failed failed ->
            System.out.println(failed.error() + ": " + failed.cause());
        case ExecutionResult.TimedOut timedOut -> System.out.println("took too long");
        case ExecutionResult.Aborted aborted -> System.out.println("stopped");
      }
    }
    shop.log().forEach(System.out::println);
  }
}
