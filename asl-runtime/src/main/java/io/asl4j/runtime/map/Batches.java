package io.asl4j.runtime.map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.asl4j.runtime.failure.ErrorName;
import io.asl4j.runtime.failure.StateFailed;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/**
 * Groups items, in order, each batch as long as its two limits allow.
 *
 * <p>Reads one item ahead. Sizes are bytes of UTF-8 of the compact JSON of the whole child input,
 * {@code BatchInput} included. Used by one thread.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/step-functions/latest/dg/input-output-itembatcher.html">AWS
 *     Step Functions, ItemBatcher</a>
 */
public final class Batches implements Iterator<Batch> {

  private static final long BYTES_AROUND_ITEMS = "{\"Items\":[]}".length();
  private static final long BYTES_AROUND_BATCH_INPUT = "\"BatchInput\":,".length();

  private final Iterator<JsonNode> items;
  private final long maxItems;
  private final long maxBytes;
  // null: the batcher has no BatchInput
  private final @Nullable JsonNode batchInput;
  private final long bytesOfEmptyBatch;

  // null: no item was read ahead
  private @Nullable JsonNode ahead;
  private long bytesAhead;

  private Batches(
      Iterator<JsonNode> items, long maxItems, long maxBytes, @Nullable JsonNode batchInput) {
    this.items = items;
    this.maxItems = limit("MaxItemsPerBatch", maxItems);
    this.maxBytes = limit("MaxInputBytesPerBatch", maxBytes);
    this.batchInput = batchInput;
    this.bytesOfEmptyBatch =
        BYTES_AROUND_ITEMS
            + (batchInput == null ? 0 : BYTES_AROUND_BATCH_INPUT + ExactJson.size(batchInput));
  }

  /**
   * Batches without {@code BatchInput}.
   *
   * @param items what the children get, after {@code ItemSelector}
   * @param maxItems how many items at the most; 0 for no limit
   * @param maxBytes how many bytes of child input at the most; 0 for no limit. Where payloads are
   *     limited anyway, the smaller of both
   * @throws StateFailed {@code States.Runtime} if a limit is negative
   */
  public static Batches of(Iterator<JsonNode> items, long maxItems, long maxBytes) {
    return new Batches(items, maxItems, maxBytes, null);
  }

  /**
   * Batches with {@code BatchInput}.
   *
   * @param items what the children get, after {@code ItemSelector}
   * @param maxItems how many items at the most; 0 for no limit
   * @param maxBytes how many bytes of child input at the most; 0 for no limit. Where payloads are
   *     limited anyway, the smaller of both
   * @param batchInput what each child gets beside its items
   * @throws StateFailed {@code States.Runtime} if a limit is negative
   */
  public static Batches of(
      Iterator<JsonNode> items, long maxItems, long maxBytes, JsonNode batchInput) {
    return new Batches(items, maxItems, maxBytes, batchInput);
  }

  @Override
  public boolean hasNext() {
    return ahead != null || items.hasNext();
  }

  /**
   * The next batch.
   *
   * @throws StateFailed {@code States.DataLimitExceeded} if an item alone makes the input too
   *     large; AWS documents no error name for that, so the name is our choice
   */
  @Override
  public Batch next() {
    if (!hasNext()) {
      throw new NoSuchElementException("there are no more batches");
    }
    ArrayNode batch = JsonNodeFactory.instance.arrayNode();
    long bytes = bytesOfEmptyBatch;
    while (batch.size() < maxItems && hasNext()) {
      JsonNode item = peek();
      long bytesWithItem = bytes + bytesAhead + (batch.isEmpty() ? 0 : 1);
      if (bytesWithItem > maxBytes) {
        break;
      }
      batch.add(item);
      bytes = bytesWithItem;
      ahead = null;
    }
    if (batch.isEmpty()) {
      throw StateFailed.of(
          ErrorName.DATA_LIMIT_EXCEEDED,
          "A batch with a single item takes %d bytes of input, but at most %d are allowed (MaxInputBytesPerBatch)."
              .formatted(bytesOfEmptyBatch + bytesAhead, maxBytes));
    }
    return new Batch(input(batch), batch.size());
  }

  private JsonNode peek() {
    JsonNode item = ahead;
    if (item == null) {
      item = items.next();
      ahead = item;
      bytesAhead = maxBytes == Long.MAX_VALUE ? 0 : ExactJson.size(item);
    }
    return item;
  }

  private JsonNode input(ArrayNode batch) {
    ObjectNode input = JsonNodeFactory.instance.objectNode();
    if (batchInput != null) {
      input.set("BatchInput", batchInput);
    }
    input.set("Items", batch);
    return input;
  }

  private static long limit(String field, long value) {
    if (value < 0) {
      throw StateFailed.runtime(field + " must be a positive integer but was " + value + ".");
    }
    return value == 0 ? Long.MAX_VALUE : value;
  }
}
