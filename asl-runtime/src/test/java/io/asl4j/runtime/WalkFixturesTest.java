package io.asl4j.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.asl4j.core.json.Json;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What a definition does with an input, to the last event, on both hosts. The cases are data: see
 * {@link WalkCase}.
 */
class WalkFixturesTest {

  private static final String CASES = "io.asl4j.runtime.WalkCase#all";

  static Stream<WalkCase> casesOfRealTime() throws IOException {
    return WalkCase.all().filter(WalkCase::runsInRealTime);
  }

  static Stream<WalkCase> casesThatInterleave() throws IOException {
    return WalkCase.all().filter(WalkCase::interleaves);
  }

  @ParameterizedTest
  @MethodSource(CASES)
  void walksInModelledTime(WalkCase example) {
    WalkCase.Walked walked = example.inModelledTime();

    assertOutcome(example, walked);
    assertThat(walked.lines()).isEqualTo(lines(example.expected().path("events")));
    assertChildren(example, walked);
  }

  @ParameterizedTest
  @MethodSource("casesOfRealTime")
  void walksInRealTime(WalkCase example) {
    WalkCase.Walked walked = example.inRealTime();

    assertOutcome(example, walked);
    if (example.interleaves()) {
      assertThat(walked.ways()).isEqualTo(example.inModelledTime().ways());
    } else {
      assertThat(walked.lines()).isEqualTo(lines(example.expected().path("events")));
    }
    assertChildren(example, walked);
  }

  @ParameterizedTest
  @MethodSource("casesThatInterleave")
  void walksTheSameWaysInWhateverOrderBranchesTakeTurns(WalkCase example) {
    List<String> ways = example.inModelledTime().ways();

    LongStream.range(0, 100)
        .forEach(
            seed -> {
              WalkCase.Walked walked = example.inModelledTime(seed);
              assertOutcome(example, walked);
              assertThat(walked.ways()).as("seed %d", seed).isEqualTo(ways);
            });
  }

  @Test
  void thereAreCases() throws IOException {
    assertThat(WalkCase.all()).hasSizeGreaterThanOrEqualTo(60);
  }

  private static void assertOutcome(WalkCase example, WalkCase.Walked walked) {
    assertThat(Json.write(walked.outcome()))
        .isEqualTo(Json.write(example.expected().path("outcome")));
  }

  private static void assertChildren(WalkCase example, WalkCase.Walked walked) {
    JsonNode children = example.expected().path("children");
    assertThat(walked.children().stream().map(WalkCase::endOf))
        .containsExactlyInAnyOrderElementsOf(
            children.properties().stream().map(child -> child.getKey()).toList());
    for (String arn : walked.children()) {
      assertThat(Histories.lines(walked.recorder().events(arn)))
          .isEqualTo(lines(children.path(WalkCase.endOf(arn))));
    }
  }

  private static List<String> lines(JsonNode array) {
    List<String> lines = new ArrayList<>();
    array.forEach(line -> lines.add(line.textValue()));
    return lines;
  }
}
