package io.asl4j.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.asl4j.core.Asl;
import io.asl4j.core.json.Json;
import io.asl4j.runtime.Engine;
import io.asl4j.runtime.task.TaskHandlers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Keeps docs/building.md true: its code is code that runs here, and its outputs are what comes out.
 * With the system property {@code asl4j.docs=write} the outputs are written.
 */
class BuildingPageTest {

  private static final Path PAGE = Path.of("..", "docs", "building.md");
  private static final Pattern BLOCK =
      Pattern.compile("<!-- (code|output): (\\S+) -->\n```(\\w*)\n(.*?)```", Pattern.DOTALL);
  private static final Map<String, Path> SOURCES =
      Map.of(
          "ChargeMachine", Path.of("src/test/java/io/asl4j/examples/ChargeMachine.java"),
          "OrderMachine", Path.of("src/main/java/io/asl4j/examples/order/OrderMachine.java"),
          "OrderMachineTest",
              Path.of("src/test/java/io/asl4j/examples/order/OrderMachineTest.java"));

  @Test
  void itsCodeIsCodeThatRuns() throws IOException {
    List<MatchResult> blocks = blocks("code").toList();

    assertThat(blocks).hasSizeGreaterThan(7);
    for (MatchResult block : blocks) {
      assertThat(SOURCES).containsKey(block.group(2));
      assertThat(squeezed(Files.readString(SOURCES.get(block.group(2)))))
          .contains(squeezed(block.group(4)));
    }
  }

  @Test
  void itsOutputsAreWhatComesOut() throws IOException {
    Map<String, String> outputs =
        Map.of(
            "charge", ChargeMachine.charge().toPrettyJson() + "\n",
            "broken", catchThrowable(ChargeMachine::broken).getMessage() + "\n");

    if ("write".equals(System.getProperty("asl4j.docs"))) {
      String written =
          BLOCK.matcher(Files.readString(PAGE)).replaceAll(block -> written(block, outputs));
      Files.writeString(PAGE, written);
    }
    assertThat(blocks("output").toList())
        .hasSize(outputs.size())
        .allSatisfy(block -> assertThat(block.group(4)).isEqualTo(outputs.get(block.group(2))));
  }

  @Test
  void itsSmallMachinesPay() throws IOException {
    TaskHandlers handlers =
        TaskHandlers.builder()
            .bind("java:payment/charge", Map.class, charge -> Map.of("paid", true))
            .build();

    try (Engine engine = Engine.builder().handlers(handlers).build()) {
      assertThat(engine.run(ChargeMachine.charge(), Json.parse("{\"order\": \"o-1\"}")).output())
          .isEqualTo(Json.parse("{\"paid\": true}"));
      assertThat(
              engine
                  .run(ChargeMachine.chargeWithPaths(), Json.parse("{\"order\": \"o-1\"}"))
                  .output())
          .isEqualTo(Json.parse("{\"order\": \"o-1\", \"receipt\": {\"paid\": true}}"));
    }
  }

  @Test
  void itsJsonIsTheMachine() throws IOException {
    String json =
        blocks("output")
            .filter(block -> block.group(2).equals("charge"))
            .findFirst()
            .orElseThrow()
            .group(4);

    assertThat(Asl.parse(json).orThrow()).isEqualTo(ChargeMachine.charge());
  }

  private static String written(MatchResult block, Map<String, String> outputs) {
    String text =
        block.group(1).equals("output")
            ? "<!-- output: %s -->\n```%s\n%s```"
                .formatted(block.group(2), block.group(3), outputs.get(block.group(2)))
            : block.group();
    return Matcher.quoteReplacement(text);
  }

  private static Stream<MatchResult> blocks(String kind) throws IOException {
    return BLOCK
        .matcher(Files.readString(PAGE))
        .results()
        .filter(block -> block.group(1).equals(kind))
        .toList()
        .stream();
  }

  private static String squeezed(String code) {
    return code.replaceAll("\\s+", "");
  }
}
