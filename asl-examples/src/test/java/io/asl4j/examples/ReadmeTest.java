package io.asl4j.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.asl4j.core.Asl;
import io.asl4j.core.json.Json;
import io.asl4j.core.model.StateMachine;
import io.asl4j.runtime.Engine;
import io.asl4j.runtime.ExecutionResult;
import io.asl4j.runtime.task.TaskHandlers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Keeps the README true: its code is the code of this class, and its definition is the one run
 * here.
 */
class ReadmeTest {

  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  private static final Pattern BLOCK = Pattern.compile("```(java|json)\n(.*?)```", Pattern.DOTALL);

  /** What the README's reader has: a gateway that may be busy. */
  static final class GatewayBusy extends Exception {
    private static final long serialVersionUID = 1L;
  }

  record Charge(String order, long cents) {}

  record Receipt(String order, String status) {}

  static final class Payments {
    Receipt charge(Charge charge) throws GatewayBusy {
      return new Receipt(charge.order(), "charged " + charge.cents());
    }
  }

  @Test
  void itsSnippetRuns(@TempDir Path folder) throws IOException {
    Path definition =
        Files.writeString(folder.resolve("charge.asl.json"), blocks("json").getFirst());
    Payments payments = new Payments();

    StateMachine machine = Asl.read(definition).orThrow();
    TaskHandlers handlers =
        TaskHandlers.builder().bind("java:payment/charge", Charge.class, payments::charge).build();
    try (Engine engine = Engine.builder().handlers(handlers).build()) {
      ExecutionResult result =
          engine.run(machine, Json.parse("{\"order\": \"o-1042\", \"cents\": 1250}"));
      assertThat(result.output())
          .isEqualTo(Json.parse("{\"order\": \"o-1042\", \"status\": \"charged 1250\"}"));
    }
  }

  @Test
  void itsJavaIsTheCodeOfThisClass() throws IOException {
    String here =
        squeezed(
            Files.readString(
                ROOT.resolve("asl-examples/src/test/java/io/asl4j/examples/ReadmeTest.java")));

    assertThat(blocks("java")).hasSize(2);
    for (String block : blocks("java")) {
      String expected =
          squeezed(
              block
                  .replace("Path.of(\"charge.asl.json\")", "definition")
                  .replaceAll("(?s)  System\\.out.*", ""));
      assertThat(here).contains(expected);
    }
  }

  private static List<String> blocks(String language) throws IOException {
    return BLOCK
        .matcher(Files.readString(ROOT.resolve("README.md")))
        .results()
        .filter(block -> block.group(1).equals(language))
        .map((MatchResult block) -> block.group(2))
        .toList();
  }

  private static String squeezed(String code) {
    return code.replaceAll("\\s+", "");
  }
}
