package io.asl4j.runtime.map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.asl4j.runtime.failure.StateFailed;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class BatchesTest {

  @Test
  void theLastBatchMayBeShort() throws IOException {
    assertThat(inputs(Batches.of(numbers(5), 2, 0)))
        .containsExactly(
            Fixtures.json("{\"Items\": [0, 1]}"),
            Fixtures.json("{\"Items\": [2, 3]}"),
            Fixtures.json("{\"Items\": [4]}"));
  }

  @Test
  void batchInputStandsBeforeTheItemsOfEachBatch() throws IOException {
    Batches batches = Batches.of(numbers(2), 1, 0, Fixtures.json("{\"date\": 1.0}"));

    assertThat(inputs(batches).stream().map(ExactJson::text))
        .containsExactly(
            "{\"BatchInput\":{\"date\":1.0},\"Items\":[0]}",
            "{\"BatchInput\":{\"date\":1.0},\"Items\":[1]}");
  }

  @Test
  void bytesAreThoseOfTheWholeInput() {
    String twoItems = "{\"Items\":[0,1]}";

    assertThat(sizes(Batches.of(numbers(4), 0, twoItems.length()))).containsExactly(2, 2);
    assertThat(sizes(Batches.of(numbers(4), 0, twoItems.length() - 1))).containsExactly(1, 1, 1, 1);
    assertThat(sizes(Batches.of(numbers(4), 3, 1000))).containsExactly(3, 1);
  }

  @Test
  void withoutLimitsThereIsOneBatch() {
    assertThat(sizes(Batches.of(numbers(10_000), 0, 0))).containsExactly(10_000);
  }

  @Test
  void withoutItemsThereIsNoBatch() {
    Batches batches = Batches.of(numbers(0), 1, 0);

    assertThat(batches.hasNext()).isFalse();
    assertThatThrownBy(batches::next).isInstanceOf(NoSuchElementException.class);
  }

  @Test
  void anItemTooLargeForABatchFails() {
    Batches batches = Batches.of(numbers(1), 0, 12);

    assertThatThrownBy(batches::next)
        .isInstanceOf(StateFailed.class)
        .hasMessage(
            "States.DataLimitExceeded: A batch with a single item takes 13 bytes of input, but at"
                + " most 12 are allowed (MaxInputBytesPerBatch).");
  }

  @Test
  void aNegativeLimitFails() {
    assertThatThrownBy(() -> Batches.of(numbers(1), -1, 0))
        .isInstanceOf(StateFailed.class)
        .hasMessage("States.Runtime: MaxItemsPerBatch must be a positive integer but was -1.");
  }

  @Property
  void batchesHoldAllItemsInOrderAndAreAsLargeAsTheyMay(
      @ForAll @Size(max = 40) List<String> texts,
      @ForAll @IntRange(max = 6) int maxItems,
      @ForAll @IntRange(min = 200, max = 400) int maxBytes) {
    List<JsonNode> items =
        texts.stream()
            .map(text -> text.substring(0, Math.min(text.length(), 15)))
            .<JsonNode>map(JsonNodeFactory.instance::textNode)
            .toList();

    List<JsonNode> inputs = inputs(Batches.of(items.iterator(), maxItems, maxBytes));

    List<JsonNode> together = new ArrayList<>();
    inputs.forEach(input -> input.path("Items").forEach(together::add));
    assertThat(together).isEqualTo(items);
    int next = 0;
    for (JsonNode input : inputs) {
      int size = input.path("Items").size();
      next += size;
      int bytes = ExactJson.bytes(input).length;
      assertThat(bytes).isLessThanOrEqualTo(maxBytes);
      assertThat(size).isBetween(1, maxItems == 0 ? Integer.MAX_VALUE : maxItems);
      boolean isFull =
          size == maxItems
              || next == items.size()
              || bytes + 1 + ExactJson.bytes(items.get(next)).length > maxBytes;
      assertThat(isFull).isTrue();
    }
  }

  private static Iterator<JsonNode> numbers(int count) {
    return Stream.<JsonNode>iterate(
            JsonNodeFactory.instance.numberNode(0),
            number -> JsonNodeFactory.instance.numberNode(number.intValue() + 1))
        .limit(count)
        .iterator();
  }

  private static List<JsonNode> inputs(Batches batches) {
    List<JsonNode> inputs = new ArrayList<>();
    batches.forEachRemaining(batch -> inputs.add(batch.input()));
    return inputs;
  }

  private static List<Integer> sizes(Batches batches) {
    List<Integer> sizes = new ArrayList<>();
    batches.forEachRemaining(batch -> sizes.add(batch.size()));
    return sizes;
  }
}
