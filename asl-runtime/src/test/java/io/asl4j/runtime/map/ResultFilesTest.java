package io.asl4j.runtime.map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.asl4j.core.model.ResultWriter.OutputType;
import io.asl4j.core.model.ResultWriter.Transformation;
import io.asl4j.runtime.failure.StateFailed;
import io.asl4j.runtime.map.ChildExecution.Ending;
import io.asl4j.runtime.map.ChildExecution.Pending;
import io.asl4j.runtime.map.ChildExecution.Run;
import io.asl4j.runtime.map.ChildExecution.Succeeded;
import io.asl4j.runtime.map.ChildExecution.Unsuccessful;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResultFilesTest {

  private static final String ARN =
      "arn:aws:states:us-east-1:123456789012:mapRun:machine/label:uu-id";
  private static final Run RUN =
      new Run(
          "arn:aws:states:us-east-1:123456789012:execution:machine/label:child",
          "child",
          "arn:aws:states:us-east-1:123456789012:stateMachine:machine/label",
          Instant.parse("2026-01-02T03:04:05Z"),
          Instant.parse("2026-01-02T03:04:06.789123Z"),
          0);

  private final MemoryObjectStore store = store();

  @Test
  void childrenAreDescribedInFilesByTheirStatus() throws IOException {
    JsonNode input = Fixtures.json("{\"n\": 1.0}");

    JsonNode result;
    try (ResultExport export = open(form(Transformation.NONE, OutputType.JSON))) {
      export.add(new Succeeded(RUN, input, Fixtures.json("[1.10]")));
      export.add(new Unsuccessful(RUN, input, Ending.FAILED, "Broken", "because"));
      export.add(new Unsuccessful(RUN, input, Ending.TIMED_OUT, "States.Timeout", null));
      export.add(new Pending(input));
      result = export.finish();
    }

    assertThat(result)
        .isEqualTo(
            Fixtures.json(
                """
                {"MapRunArn": "%s", "ResultWriterDetails": {"Bucket": "out", "Key": "jobs/uu-id/manifest.json"}}\
                """
                    .formatted(ARN)));
    String end =
        """
        "StartDate":"2026-01-02T03:04:05.000Z","StateMachineArn":"arn:aws:states:us-east-1:123456789012:stateMachine:machine/label","Status":"%s","StopDate":"2026-01-02T03:04:06.789Z"}\
        """;
    String start =
        """
        "ExecutionArn":"arn:aws:states:us-east-1:123456789012:execution:machine/label:child","Input":"{\\"n\\":1.0}","InputDetails":{"Included":true},"Name":"child",\
        """;
    assertThat(text("jobs/uu-id/SUCCEEDED_0.json"))
        .isEqualTo(
            "[{"
                + start
                + """
                "Output":"[1.10]","OutputDetails":{"Included":true},"RedriveCount":0,"RedriveStatus":"NOT_REDRIVABLE","RedriveStatusReason":"Execution is SUCCEEDED and cannot be redriven",\
                """
                + end.formatted("SUCCEEDED")
                + "]");
    String failed =
        start
            + """
            "OutputDetails":{"Included":true},"RedriveCount":0,"RedriveStatus":"REDRIVABLE_BY_MAP_RUN",\
            """
            + end;
    assertThat(text("jobs/uu-id/FAILED_0.json"))
        .isEqualTo(
            "[{\"Cause\":\"because\",\"Error\":\"Broken\","
                + failed.formatted("FAILED")
                + ",{\"Error\":\"States.Timeout\","
                + failed.formatted("TIMED_OUT")
                + "]");
    assertThat(text("jobs/uu-id/PENDING_0.json"))
        .isEqualTo(
            """
            [{"Input":"{\\"n\\":1.0}","InputDetails":{"Included":true},"Status":"PENDING"}]\
            """);
  }

  @Test
  void theManifestNamesEachFileWithItsSize() throws IOException {
    try (ResultExport export = open(form(Transformation.COMPACT, OutputType.JSON))) {
      export.add(succeeded("[1]"));
      export.add(succeeded("2"));
      export.finish();
    }

    assertThat(text("jobs/uu-id/manifest.json"))
        .isEqualTo(
            """
            {"DestinationBucket":"out","MapRunArn":"%s","ResultFiles":{"FAILED":[],"PENDING":[],"SUCCEEDED":[{"Key":"jobs/uu-id/SUCCEEDED_0.json","Size":7}]}}\
            """
                .formatted(ARN));
    assertThat(text("jobs/uu-id/SUCCEEDED_0.json")).isEqualTo("[[1],2]");
  }

  @Test
  void withoutChildrenThereIsOnlyAManifest() throws IOException {
    try (ResultExport export = open(form(Transformation.NONE, OutputType.JSON))) {
      export.finish();
    }

    assertThat(keys()).containsExactly("jobs/uu-id/manifest.json");
  }

  @Test
  void flattenedLinesHoldOneElementEachAndFailuresInFull() throws IOException {
    try (ResultExport export = open(form(Transformation.FLATTEN, OutputType.JSONL))) {
      export.add(succeeded("[1, [2]]"));
      export.add(succeeded("{\"a\": 3}"));
      export.add(new Unsuccessful(RUN, Fixtures.json("1"), Ending.ABORTED, null, null));
      export.finish();
    }

    assertThat(text("jobs/uu-id/SUCCEEDED_0.jsonl")).isEqualTo("1\n[2]\n{\"a\":3}\n");
    assertThat(text("jobs/uu-id/FAILED_0.jsonl"))
        .startsWith("{\"ExecutionArn\":")
        .contains("\"Status\":\"ABORTED\"")
        .endsWith("}\n");
  }

  @Test
  void aFileThatIsFullIsFollowedByAnother() throws IOException {
    WriteRequest request = request(form(Transformation.COMPACT, OutputType.JSON), "jobs");
    try (ResultExport export = ResultFiles.open(store, request, 10)) {
      for (int i = 0; i < 5; i++) {
        export.add(succeeded("\"four\""));
      }
      export.finish();
    }

    assertThat(text("jobs/uu-id/SUCCEEDED_0.json")).isEqualTo("[\"four\",\"four\"]");
    assertThat(text("jobs/uu-id/SUCCEEDED_1.json")).isEqualTo("[\"four\",\"four\"]");
    assertThat(text("jobs/uu-id/SUCCEEDED_2.json")).isEqualTo("[\"four\"]");
    assertThat(Fixtures.json(text("jobs/uu-id/manifest.json")).findPath("SUCCEEDED")).hasSize(3);
  }

  @Test
  void anExportThatIsNotFinishedLeavesNothing(@TempDir Path root) throws IOException {
    Files.createDirectories(root.resolve("out"));
    FolderObjectStore folders = new FolderObjectStore(root);
    WriteRequest request = request(form(Transformation.COMPACT, OutputType.JSON), "jobs");

    try (ResultExport export = ResultSinks.of(folders).open(request)) {
      export.add(succeeded("1"));
    }

    try (Stream<Path> files = Files.walk(root)) {
      assertThat(files.filter(Files::isRegularFile)).isEmpty();
    }
  }

  @Test
  void thePrefixMayEndWithASlashOrBeLeftOut() throws IOException {
    for (String prefix : List.of("a/", "")) {
      try (ResultExport export =
          ResultSinks.of(store).open(request(form(Transformation.NONE, OutputType.JSON), prefix))) {
        export.finish();
      }
    }

    assertThat(keys()).containsExactly("a/uu-id/manifest.json", "uu-id/manifest.json");
  }

  @Test
  void aMissingBucketFailsBeforeAnyChildRuns() throws IOException {
    MemoryObjectStore empty = new MemoryObjectStore(() -> Instant.EPOCH);

    assertThatThrownBy(
            () ->
                ResultSinks.of(empty)
                    .open(request(form(Transformation.NONE, OutputType.JSON), "jobs")))
        .isInstanceOf(StateFailed.class)
        .hasMessage("States.ResultWriterFailed: NoSuchBucket: there is no bucket `out`.");
  }

  @Test
  void anUnknownResourceFails() throws IOException {
    WriteRequest request = request(form(Transformation.NONE, OutputType.JSON), "jobs");

    assertThatThrownBy(() -> ResultSinks.none().open(request))
        .isInstanceOf(StateFailed.class)
        .hasMessageStartingWith("States.ResultWriterFailed: No result sink is registered");
  }

  @Test
  void anExportThatHasEndedTakesNothing() throws IOException {
    ResultExport export = open(form(Transformation.NONE, OutputType.JSON));
    export.finish();
    export.close();

    assertThatThrownBy(() -> export.add(succeeded("1"))).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void manyThreadsMayAdd() throws IOException {
    int children = 2000;
    List<Future<?>> added = new ArrayList<>();
    try (ResultExport export = open(form(Transformation.COMPACT, OutputType.JSON))) {
      JsonNode input = Fixtures.json("0");
      try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
        for (int i = 0; i < children; i++) {
          JsonNode output = Fixtures.json(String.valueOf(i));
          added.add(threads.submit(() -> export.add(new Succeeded(RUN, input, output))));
        }
      }
      export.finish();
    }

    assertThat(added).extracting(Future::state).containsOnly(Future.State.SUCCESS);
    List<Integer> outputs = new ArrayList<>();
    Fixtures.json(text("jobs/uu-id/SUCCEEDED_0.json")).forEach(n -> outputs.add(n.intValue()));
    assertThat(outputs).hasSize(children).doesNotHaveDuplicates();
  }

  @Test
  void joinedResultsKeepTheOrderOfTheChildren() throws IOException {
    List<ChildExecution> children =
        List.of(
            succeeded("[1, 2]"),
            new Unsuccessful(RUN, Fixtures.json("0"), Ending.FAILED, "Broken", null),
            succeeded("{}"));

    JsonNode compact = ResultForm.COMPACT.join(children);
    JsonNode flat = form(Transformation.FLATTEN, OutputType.JSON).join(children);
    JsonNode whole = form(Transformation.NONE, OutputType.JSON).join(children);

    assertThat(compact).hasSize(3);
    assertThat(compact.path(0)).isEqualTo(Fixtures.json("[1, 2]"));
    assertThat(compact.path(1).path("Error").textValue()).isEqualTo("Broken");
    assertThat(compact.path(2)).isEqualTo(Fixtures.json("{}"));
    assertThat(flat).hasSize(4);
    assertThat(whole.path(0).path("Output").textValue()).isEqualTo("[1,2]");
  }

  private ResultExport open(ResultForm form) throws IOException {
    return ResultSinks.of(store).open(request(form, "jobs"));
  }

  private static WriteRequest request(ResultForm form, String prefix) throws IOException {
    JsonNode arguments =
        Fixtures.json("{\"Bucket\": \"out\", \"Prefix\": \"%s\"}".formatted(prefix));
    return new WriteRequest(ResultSinks.PUT_OBJECT, arguments, form, ARN);
  }

  private static ResultForm form(Transformation transformation, OutputType type) {
    return new ResultForm(transformation, type);
  }

  private static ChildExecution succeeded(String output) throws IOException {
    return new Succeeded(RUN, Fixtures.json("0"), Fixtures.json(output));
  }

  private String text(String key) throws IOException {
    try (InputStream content = store.open("out", key)) {
      return new String(content.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private List<String> keys() throws IOException {
    List<String> keys = new ArrayList<>();
    store.list("out", "").forEachRemaining(object -> keys.add(object.key()));
    return keys;
  }

  private static MemoryObjectStore store() {
    MemoryObjectStore store = new MemoryObjectStore(() -> Instant.EPOCH);
    store.createBucket("out");
    return store;
  }
}
