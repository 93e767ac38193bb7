package io.asl4j.examples.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.asl4j.examples.ExampleFiles;
import io.asl4j.runtime.Engine;
import io.asl4j.runtime.ExecutionResult;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SalesPipelineTest {

  private static final ExampleFiles FILES = ExampleFiles.of("pipeline");
  private static final Map<String, List<String>> DELIVERY =
      Map.of(
          "incoming/2026-11-20/north.csv", List.of("a,1", "b,2"),
          "incoming/2026-11-20/west.csv", List.of(),
          "incoming/2026-11-19/old.csv", List.of("z,9"));

  @ParameterizedTest
  @ValueSource(strings = {"jsonpath", "jsonata"})
  void theFilesOfTheDayAreTransformedAndABadOneIsSetAside(String language) throws IOException {
    Lake lake = new Lake(DELIVERY, 0);

    ExecutionResult result = run(lake, language);

    JsonNode files = result.output().path("files");
    assertThat(files.findValuesAsText("status")).containsExactly("transformed", "aside");
    assertThat(files.get(0).path("rows").intValue()).isEqualTo(2);
    assertThat(files.get(1).path("why").textValue()).isEqualTo("The file is empty.");
    assertThat(lake.notices()).containsExactly("Sales are in");
  }

  @ParameterizedTest
  @ValueSource(strings = {"jsonpath", "jsonata"})
  void badRowsFailThePipelineAndPeopleAreTold(String language) throws IOException {
    Lake lake = new Lake(DELIVERY, 3);

    ExecutionResult result = run(lake, language);

    assertThat(result)
        .isEqualTo(new ExecutionResult.Failed("Pipeline.BadRows", "3 rows have no amount."));
    assertThat(lake.notices()).containsExactly("Sales are not in");
  }

  @Test
  void bothQueryLanguagesGiveTheSameOutput() throws IOException {
    assertThat(run(new Lake(DELIVERY, 0), "jsonata").output())
        .isEqualTo(run(new Lake(DELIVERY, 0), "jsonpath").output());
  }

  private static ExecutionResult run(Lake lake, String language) throws IOException {
    Instant start = Instant.parse("2026-11-20T22:00:00Z");
    try (Engine engine = Engine.builder().handlers(lake.handlers()).virtualTime(start).build()) {
      return engine.run(
          FILES.machine("pipeline." + language + ".asl.json"), FILES.json("pipeline.json"));
    }
  }
}
