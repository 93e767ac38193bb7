package io.asl4j.runtime.map;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.asl4j.runtime.failure.StateFailed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * One folder a case: {@code request.json}, {@code expected.json} and {@code store} with a folder
 * for each bucket.
 */
class ItemReaderTest {

  @ParameterizedTest
  @MethodSource("cases")
  void readsWhatTheFixtureSays(String name) throws IOException {
    Path folder = folder().resolve(name);
    ItemSources sources =
        ItemSources.of(new FolderObjectStore(folder.resolve("store")), List.of(), List.of());

    JsonNode actual = read(sources, Fixtures.json(folder.resolve("request.json")));

    assertThat(actual).isEqualTo(Fixtures.json(folder.resolve("expected.json")));
    assertThat(ExactJson.text(actual.path("items")))
        .isEqualTo(ExactJson.text(Fixtures.json(folder.resolve("expected.json")).path("items")));
  }

  static List<String> cases() throws IOException {
    try (Stream<Path> folders = Files.list(folder())) {
      return folders
          .filter(Files::isDirectory)
          .map(folder -> folder.getFileName().toString())
          .sorted()
          .toList();
    }
  }

  private static Path folder() {
    return Fixtures.repository().resolve("src-test-fixtures/map");
  }

  /**
   * Items, their keys if they have any, and their sources without repetition; and the failure, if
   * it comes to that.
   */
  private static JsonNode read(ItemSources sources, JsonNode request) {
    ObjectNode actual = JsonNodeFactory.instance.objectNode();
    try (ItemStream items =
        sources.open(
            new ReadRequest(
                request.path("resource").textValue(),
                request.path("arguments"),
                request.path("config"),
                request.path("maxItems").longValue()))) {
      actual.putArray("items");
      actual.putArray("sources");
      items.forEachRemaining(item -> note(item, actual));
    } catch (StateFailed failure) {
      actual.put("error", failure.error()).put("cause", failure.causeText());
    }
    if (actual.has("error") && actual.path("items").isEmpty()) {
      actual.remove(List.of("items", "sources"));
    }
    return actual;
  }

  private static void note(MapItem item, ObjectNode actual) {
    actual.withArray("items").add(item.value());
    item.key().ifPresent(key -> actual.withArray("keys").add(key));
    JsonNode last = actual.path("sources").path(actual.path("sources").size() - 1);
    if (!last.asText().equals(item.source())) {
      actual.withArray("sources").add(item.source());
    }
  }
}
