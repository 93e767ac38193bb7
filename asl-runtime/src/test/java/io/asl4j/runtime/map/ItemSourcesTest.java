package io.asl4j.runtime.map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.asl4j.runtime.failure.StateFailed;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Sources, formats and decoders that are not built in, and items of the state's own input. */
class ItemSourcesTest {

  @Test
  void aSourceOfOnesOwnAnswersItsResource() throws IOException {
    ItemSources sources =
        ItemSources.none()
            .with(
                "arn:aws:states:::warehouse:rows",
                request -> Members.of(request.arguments(), "warehouse"));
    ReadRequest request =
        new ReadRequest(
            "arn:aws-us-gov:states:::warehouse:rows",
            Fixtures.json("[1, 2]"),
            Fixtures.json("{}"),
            0);

    assertThat(items(sources.open(request)))
        .extracting(MapItem::source)
        .containsExactly("warehouse", "warehouse");
  }

  @Test
  void troubleOfASourceIsAReaderFailure() throws IOException {
    ItemSources sources =
        ItemSources.none()
            .with(
                "x",
                request -> {
                  throw new UncheckedIOException(new IOException("the line is dead"));
                });
    ReadRequest request = new ReadRequest("x", Fixtures.json("{}"), Fixtures.json("{}"), 0);

    assertThatThrownBy(() -> sources.open(request))
        .isInstanceOf(StateFailed.class)
        .hasMessage(
            "States.ItemReaderFailed: The items cannot be read: java.io.IOException: the line is"
                + " dead.");
  }

  @Test
  void formatsAndDecodersCanBeAdded() throws IOException {
    MemoryObjectStore store = new MemoryObjectStore(() -> Instant.EPOCH);
    store.createBucket("data");
    store.put("data", "in.flip", new byte[] {~1, ~2, ~3});
    store.put("data", "in.zst", new byte[] {~7});
    ItemSources sources =
        ItemSources.of(store, List.of(new Bytes()), List.of(new Flip(".flip"), new Flip(".zst")));

    assertThat(values(sources, "in.flip")).containsExactly(1, 2, 3);
    assertThat(values(sources, "in.zst")).containsExactly(7);
  }

  @Test
  void stateDataIsItsElementsOrItsMembers() throws IOException {
    List<MapItem> elements = items(ItemStream.ofStateData(Fixtures.json("[1, 2]")));
    List<MapItem> members = items(ItemStream.ofStateData(Fixtures.json("{\"b\": 1, \"a\": 2}")));

    assertThat(elements).extracting(MapItem::source).containsOnly("STATE_DATA");
    assertThat(elements).allSatisfy(item -> assertThat(item.key()).isEmpty());
    assertThat(members).extracting(item -> item.key().orElseThrow()).containsExactly("b", "a");
    assertThat(members).extracting(item -> item.value().intValue()).containsExactly(1, 2);
  }

  private static List<Integer> values(ItemSources sources, String key) throws IOException {
    JsonNode arguments = Fixtures.json("{\"Bucket\": \"data\", \"Key\": \"%s\"}".formatted(key));
    ReadRequest request =
        new ReadRequest(
            ItemSources.GET_OBJECT, arguments, Fixtures.json("{\"InputType\": \"BYTES\"}"), 0);
    return items(sources.open(request)).stream().map(item -> item.value().intValue()).toList();
  }

  private static List<MapItem> items(ItemStream stream) {
    List<MapItem> items = new ArrayList<>();
    try (stream) {
      stream.forEachRemaining(items::add);
    }
    return items;
  }

  private record Flip(String extension) implements ContentDecoder {
    @Override
    public InputStream decode(InputStream compressed) throws IOException {
      byte[] bytes = compressed.readAllBytes();
      for (int i = 0; i < bytes.length; i++) {
        bytes[i] = (byte) ~bytes[i];
      }
      return new ByteArrayInputStream(bytes);
    }
  }

  private static final class Bytes implements RecordFormat {
    @Override
    public String name() {
      return "BYTES";
    }

    @Override
    public Records open(InputStream content, JsonNode config, String source) {
      return () -> {
        int b = content.read();
        return b < 0
            ? Optional.empty()
            : Optional.of(MapItem.of(JsonNodeFactory.instance.numberNode(b), source));
      };
    }
  }
}
