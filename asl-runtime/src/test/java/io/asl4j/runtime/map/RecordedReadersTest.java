package io.asl4j.runtime.map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.asl4j.core.model.ResultWriter.OutputType;
import io.asl4j.core.model.ResultWriter.Transformation;
import io.asl4j.runtime.failure.StateFailed;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.function.Executable;

/**
 * Reads what the real service was recorded to read, where the recordings are at hand: the items of
 * Distributed Maps whose children hand on their input.
 */
class RecordedReadersTest {

  private static final Path CASES =
      Fixtures.repository().resolveSibling("shared").resolve("conformance/cases");

  @TestFactory
  Stream<DynamicTest> readsAndBatchesAsRecorded() throws IOException {
    return cases("item-reader")
        .filter(recorded -> maxItems(recorded).isIntegralNumber())
        .map(recorded -> test(recorded, () -> check(recorded)));
  }

  @TestFactory
  Stream<DynamicTest> exportsAsRecorded() throws IOException {
    return cases("result-writer").map(recorded -> test(recorded, () -> checkExport(recorded)));
  }

  private static Stream<JsonNode> cases(String need) throws IOException {
    assumeTrue(
        Files.isDirectory(CASES),
        () -> "left out: there are no recordings at ../shared/conformance");
    try (Stream<Path> files = Files.walk(CASES)) {
      List<JsonNode> cases =
          files
              .filter(file -> file.toString().endsWith(".json"))
              .map(RecordedReadersTest::json)
              .filter(recorded -> recorded.path("kind").textValue().equals("execution"))
              .filter(recorded -> ExactJson.text(recorded.path("needs")).contains(need))
              .toList();
      assertThat(cases).isNotEmpty();
      return cases.stream();
    }
  }

  private static DynamicTest test(JsonNode recorded, Executable body) {
    return DynamicTest.dynamicTest(recorded.path("id").textValue(), body);
  }

  private static void check(JsonNode recorded) throws IOException {
    JsonNode map = map(recorded);
    JsonNode reader = map.path("ItemReader");
    ReadRequest request =
        new ReadRequest(
            reader.path("Resource").textValue(),
            evaluated(
                reader.has("Parameters") ? reader.path("Parameters") : reader.path("Arguments"),
                recorded),
            reader.path("ReaderConfig"),
            maxItems(recorded).longValue());
    ObjectNode actual = JsonNodeFactory.instance.objectNode();
    try (ItemStream items = ItemSources.of(store(recorded)).open(request)) {
      Iterator<JsonNode> values = values(items);
      JsonNode batcher = map.path("ItemBatcher");
      Iterator<JsonNode> inputs =
          batcher.isMissingNode() ? values : batched(values, batcher, recorded);
      ArrayNode output = actual.put("status", "SUCCEEDED").putArray("output");
      inputs.forEachRemaining(output::add);
    } catch (StateFailed failure) {
      actual.put("status", "FAILED");
      actual.put("error", failure.error()).put("cause", failure.causeText());
    }

    ObjectNode expected = recorded.path("expect").deepCopy();
    assertThat(actual).isEqualTo(expected.without("history"));
  }

  private static Iterator<JsonNode> batched(
      Iterator<JsonNode> values, JsonNode batcher, JsonNode recorded) throws IOException {
    JsonNode limits = evaluated(batcher, recorded);
    long items = limits.path("MaxItemsPerBatch").asLong();
    long bytes = limits.path("MaxInputBytesPerBatch").asLong();
    // What the recorder put in place of a date stands for the evaluated BatchInput.
    JsonNode batchInput = recorded.path("expect").path("output").path(0).path("BatchInput");
    Batches batches =
        batchInput.isMissingNode()
            ? Batches.of(values, items, bytes)
            : Batches.of(values, items, bytes, batchInput);
    return inputs(batches);
  }

  private static Iterator<JsonNode> inputs(Batches batches) {
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return batches.hasNext();
      }

      @Override
      public JsonNode next() {
        return batches.next().input();
      }
    };
  }

  private static Iterator<JsonNode> values(ItemStream items) {
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return items.hasNext();
      }

      @Override
      public JsonNode next() {
        return items.next().value();
      }
    };
  }

  private static void checkExport(JsonNode recorded) throws IOException {
    JsonNode expected = recorded.path("expect").path("output");
    JsonNode writer = map(recorded).path("ResultWriter");
    MemoryObjectStore store = store(recorded);
    WriteRequest request =
        new WriteRequest(
            writer.path("Resource").textValue(),
            writer.path("Parameters"),
            new ResultForm(Transformation.NONE, OutputType.JSON),
            expected.path("MapRunArn").textValue());
    try (ResultExport export = ResultSinks.of(store).open(request)) {
      ChildExecution.Run run =
          new ChildExecution.Run(
              "arn:child", "child", "arn:machine", Instant.EPOCH, Instant.EPOCH, 0);
      for (JsonNode item : recorded.path("input")) {
        export.add(new ChildExecution.Succeeded(run, item, item));
      }

      assertThat(export.finish()).isEqualTo(expected);
    }
  }

  private static JsonNode map(JsonNode recorded) {
    for (JsonNode state : recorded.path("definition").path("States")) {
      if (state.path("Type").asText().equals("Map")) {
        assertThat(state.has("ItemSelector")).isFalse();
        state
            .path("ItemProcessor")
            .path("States")
            .forEach(inner -> assertThat(inner.path("Type").asText()).isEqualTo("Pass"));
        return state;
      }
    }
    throw new IllegalStateException("a recording of a reader was thought to have a Map state");
  }

  /** What is no integer fails before anything is read; the walk is tested for that. */
  private static JsonNode maxItems(JsonNode recorded) {
    JsonNode config = map(recorded).path("ItemReader").path("ReaderConfig");
    JsonNode maxItems = evaluated(config, recorded).path("MaxItems");
    return maxItems.isMissingNode()
        ? JsonNodeFactory.instance.numberNode(0)
        : maxItems.isTextual()
            ? JsonNodeFactory.instance.numberNode(Long.parseLong(maxItems.textValue()))
            : maxItems;
  }

  /**
   * Fields with the queries in them replaced, as far as the recordings use any: a member of the
   * input, or a variable.
   */
  private static JsonNode evaluated(JsonNode fields, JsonNode recorded) {
    ObjectNode evaluated = JsonNodeFactory.instance.objectNode();
    for (var field : fields.properties()) {
      String name = field.getKey().replaceFirst("(\\.\\$|Path)$", "");
      boolean isQuery = !name.equals(field.getKey()) || field.getValue().asText().startsWith("{%");
      evaluated.set(name, isQuery ? found(field.getValue().asText(), recorded) : field.getValue());
    }
    return evaluated;
  }

  private static JsonNode found(String query, JsonNode recorded) {
    String name = query.replaceAll("[{}% ]", "").replaceFirst("^.*[.$]", "");
    JsonNode inInput = recorded.path("input").path(name);
    if (!inInput.isMissingNode()) {
      return inInput;
    }
    return recorded.path("definition").path("States").findPath("Assign").path(name);
  }

  private static MemoryObjectStore store(JsonNode recorded) throws IOException {
    MemoryObjectStore store = new MemoryObjectStore(() -> Instant.EPOCH);
    for (JsonNode step : recorded.path("setup")) {
      String bucket = step.path("Bucket").textValue();
      store.createBucket(bucket);
      if (step.path("op").asText().equals("put_object")) {
        byte[] body = step.path("Body").textValue().getBytes(StandardCharsets.UTF_8);
        store.put(bucket, step.path("Key").textValue(), body);
      }
    }
    return store;
  }

  private static JsonNode json(Path file) {
    try {
      return Fixtures.json(file);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
