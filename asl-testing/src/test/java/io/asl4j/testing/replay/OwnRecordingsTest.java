package io.asl4j.testing.replay;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.asl4j.core.json.Json;
import io.asl4j.core.json.Pointers;
import io.asl4j.testing.replay.ReplayReport.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Replays the recordings in src-test-fixtures/replay: as they are, and with each detail changed.
 */
class OwnRecordingsTest {

  /** Members that no replay can tell, or that only people read. */
  private static final Pattern NOT_COMPARED =
      Pattern.compile(
          "/expect/(httpStatus|incomplete|response/(billingDetails|startDate|stopDate).*)");

  /** Sorted by the recorder, or overlapping: their place in the history is not known. */
  private static final Pattern PLACE = Pattern.compile(".*/(id|previousEventId)(/0)?");

  /** Said by the recording alone: who took the task. */
  private static final Pattern TOLD_BY_RECORDING = Pattern.compile(".*/workerName");

  @TempDir Path folder;

  @TestFactory
  Stream<DynamicTest> pass() {
    return Recordings.read(Recordings.own()).stream()
        .map(
            recorded ->
                DynamicTest.dynamicTest(
                    recorded.id(),
                    () -> {
                      ReplayReport report = Replay.run(recorded);

                      assertThat(report.verdict()).as(report.reason()).isEqualTo(Verdict.PASSED);
                    }));
  }

  @Test
  void areManyAndOfEverySupportedKind() {
    List<RecordedCase> cases = Recordings.read(Recordings.own());

    assertThat(cases).hasSizeGreaterThan(40);
    assertThat(cases)
        .extracting(RecordedCase::kind)
        .contains(
            RecordedCase.Kind.EXECUTION,
            RecordedCase.Kind.EXPRESS_SYNC,
            RecordedCase.Kind.CREATE_ERROR,
            RecordedCase.Kind.VALIDATE,
            RecordedCase.Kind.TEST_STATE);
  }

  @Test
  void thatCannotBeReplayedAreCountedAsSuch() throws InterruptedException {
    List<RecordedCase> cases = Recordings.read(Recordings.notSupported());

    List<ReplayReport> reports = ReplaySuite.run(cases, report -> {});

    assertThat(reports).hasSize(2).allMatch(report -> report.verdict() == Verdict.NOT_SUPPORTED);
    assertThat(reports.getLast().reason()).contains("`Ask`");
    assertThat(ReplaySummary.of(reports).total())
        .hasToString("0 passed, 0 failed, 2 not supported");
  }

  /** What nobody would notice if it were wrong is not compared. */
  @TestFactory
  Stream<DynamicTest> failWhenAnyDetailOfTheRecordingIsChanged() throws IOException {
    List<DynamicTest> tests = new ArrayList<>();
    for (Path file : ReplaySuite.files(Recordings.own())) {
      JsonNode original = Json.parse(Files.readString(file));
      tests.add(
          DynamicTest.dynamicTest(
              original.path("id").asText(),
              () -> {
                List<String> unnoticed = new ArrayList<>();
                for (String pointer : leaves(original)) {
                  if (verdict(changed(original, pointer)) == Verdict.PASSED) {
                    unnoticed.add(pointer);
                  }
                }
                assertThat(unnoticed).isEmpty();
              }));
    }
    return tests.stream();
  }

  @TestFactory
  Stream<DynamicTest> failWhenAnEventIsMissing() throws IOException {
    List<DynamicTest> tests = new ArrayList<>();
    for (Path file : ReplaySuite.files(Recordings.own())) {
      JsonNode original = Json.parse(Files.readString(file));
      int events = original.path("expect").path("history").size();
      boolean exact =
          !isSorted(original) && !original.path("expect").path("incomplete").asBoolean();
      if (events > 0 && exact) {
        tests.add(
            DynamicTest.dynamicTest(
                original.path("id").asText(),
                () -> {
                  ObjectNode shorter = original.deepCopy();
                  ((ArrayNode) shorter.at("/expect/history")).remove(events - 1);
                  assertThat(verdict(shorter)).isEqualTo(Verdict.FAILED);
                }));
      }
    }
    return tests.stream();
  }

  private static boolean isSorted(JsonNode recording) {
    for (JsonNode event : recording.path("expect").path("history")) {
      if (event.path("id").isArray()) {
        return true;
      }
    }
    return false;
  }

  private Verdict verdict(JsonNode recording) throws IOException, InterruptedException {
    Path file = folder.resolve("changed.json");
    Files.writeString(file, Json.write(recording));
    return Replay.run(RecordedCase.read(file)).verdict();
  }

  private static List<String> leaves(JsonNode recording) {
    List<String> found = new ArrayList<>();
    collect(recording.path("expect"), "/expect", found);
    Set<String> wildcards = new java.util.HashSet<>();
    recording.path("wildcards").forEach(word -> wildcards.add(word.asText()));
    boolean cutShort = recording.path("expect").path("incomplete").asBoolean();
    boolean placeless = isSorted(recording) || recording.has("why");
    found.removeIf(
        pointer ->
            NOT_COMPARED.matcher(pointer).matches()
                || (cutShort && pointer.equals("/expect/status"))
                || TOLD_BY_RECORDING.matcher(pointer).matches()
                || (placeless && PLACE.matcher(pointer).matches())
                || wildcards.contains(recording.at(pointer).asText()));
    return found;
  }

  private static void collect(JsonNode value, String at, List<String> found) {
    if (value.isObject()) {
      value
          .properties()
          .forEach(
              member -> collect(member.getValue(), Pointers.child(at, member.getKey()), found));
    } else if (value.isArray()) {
      for (int i = 0; i < value.size(); i++) {
        collect(value.get(i), Pointers.child(at, i), found);
      }
    } else {
      found.add(at);
    }
  }

  private static JsonNode changed(JsonNode original, String pointer) {
    ObjectNode copy = original.deepCopy();
    JsonNode parent = copy.at(pointer.substring(0, pointer.lastIndexOf('/')));
    String last = Pointers.steps(pointer).getLast();
    JsonNode other = other(original.at(pointer));
    if (parent instanceof ObjectNode object) {
      object.set(last, other);
    } else {
      ((ArrayNode) parent).set(Integer.parseInt(last), other);
    }
    return copy;
  }

  private static JsonNode other(JsonNode value) {
    if (value.isNumber()) {
      return DecimalNode.valueOf(value.decimalValue().add(java.math.BigDecimal.valueOf(7)));
    }
    return value.isBoolean()
        ? BooleanNode.valueOf(!value.booleanValue())
        : TextNode.valueOf(value.asText() + "!");
  }
}
