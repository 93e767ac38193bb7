package io.asl4j.examples.approval;

import io.asl4j.core.json.Json;
import io.asl4j.examples.ExampleFiles;
import io.asl4j.runtime.Engine;
import io.asl4j.runtime.ExecutionResult;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Runs the document approval inside a Java program, in virtual time. */
public final class DocumentApproval {

  private DocumentApproval() {}

  /** Runs it and prints its output and the letters that were written. */
  public static void main(String[] arguments) throws IOException {
    ExampleFiles files = ExampleFiles.of("approval");
    Desk.Person manager =
        new Desk.Person(Duration.ofHours(27), new Desk.Decision(true, "Mira", "Fine."));
    Desk desk = new Desk(Optional.empty(), Optional.of(manager));
    try (Engine engine =
        Engine.builder().handlers(desk.handlers()).virtualTime(Instant.now()).build()) {
      ExecutionResult result =
          engine.run(files.machine("approval.asl.yaml"), files.json("document.json"));
      System.out.println(Json.pretty(result.output()));
    }
    desk.letters().forEach(System.out::println);
  }
}
