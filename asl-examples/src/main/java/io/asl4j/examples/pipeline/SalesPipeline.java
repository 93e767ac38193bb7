package io.asl4j.examples.pipeline;

import io.asl4j.core.json.Json;
import io.asl4j.examples.ExampleFiles;
import io.asl4j.runtime.Engine;
import io.asl4j.runtime.ExecutionResult;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Runs the data pipeline inside a Java program. */
public final class SalesPipeline {

  private SalesPipeline() {}

  /**
   * Runs it in virtual time and prints its output.
   *
   * @param arguments {@code jsonpath} or {@code jsonata}, which is taken without any
   */
  public static void main(String[] arguments) throws IOException {
    String language = arguments.length == 0 ? "jsonata" : arguments[0];
    ExampleFiles files = ExampleFiles.of("pipeline");
    Lake lake =
        new Lake(
            Map.of(
                "incoming/2026-11-20/north.csv", List.of("a,1", "b,2"),
                "incoming/2026-11-20/south.csv", List.of("c,3"),
                "incoming/2026-11-20/west.csv", List.of()),
            0);
    try (Engine engine =
        Engine.builder().handlers(lake.handlers()).virtualTime(Instant.now()).build()) {
      ExecutionResult result =
          engine.run(
              files.machine("pipeline." + language + ".asl.json"), files.json("pipeline.json"));
      System.out.println(result.status());
      System.out.println(Json.pretty(result.output()));
    }
    lake.notices().forEach(System.out::println);
  }
}
