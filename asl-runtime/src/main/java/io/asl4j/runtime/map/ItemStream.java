package io.asl4j.runtime.map;

import com.fasterxml.jackson.databind.JsonNode;
import io.asl4j.runtime.failure.ErrorName;
import io.asl4j.runtime.failure.StateFailed;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;

/**
 * The items of a Map, one after the other.
 *
 * <p>Every trouble with reading is a {@link StateFailed} named {@code States.ItemReaderFailed}.
 * Used by one thread, and closed by whoever opened it; reading after closing gives nothing more.
 */
public final class ItemStream implements Iterator<MapItem>, AutoCloseable {

  private final Records records;
  private long remaining;
  private boolean closed;
  private Optional<MapItem> ahead = Optional.empty();

  private ItemStream(Records records, long limit) {
    this.records = records;
    this.remaining = limit;
  }

  /**
   * The elements of an array, or the members of an object, that a state has in its input; source
   * {@code STATE_DATA}.
   */
  public static ItemStream ofStateData(JsonNode items) {
    return new ItemStream(Members.of(items, MapItem.STATE_DATA), Long.MAX_VALUE);
  }

  /**
   * Opens what a source gives.
   *
   * @throws StateFailed {@code States.ItemReaderFailed} if the request is wrong or the source
   *     cannot be opened
   */
  static ItemStream open(ItemSource source, ReadRequest request) {
    if (request.maxItems() < 0) {
      throw failed("field MaxItems must be positive");
    }
    long limit = request.maxItems() == 0 ? Long.MAX_VALUE : request.maxItems();
    try {
      return new ItemStream(source.open(request), limit);
    } catch (IOException | UncheckedIOException failure) {
      throw failed(textOf(failure));
    }
  }

  /**
   * Whether there is another item.
   *
   * @throws StateFailed {@code States.ItemReaderFailed} if the next item cannot be read
   */
  @Override
  public boolean hasNext() {
    if (ahead.isEmpty() && remaining > 0 && !closed) {
      ahead = read();
      remaining = ahead.isPresent() ? remaining - 1 : 0;
    }
    return ahead.isPresent();
  }

  /**
   * The next item.
   *
   * @throws StateFailed {@code States.ItemReaderFailed} if it cannot be read
   */
  @Override
  public MapItem next() {
    if (!hasNext()) {
      throw new NoSuchElementException("there are no more items");
    }
    MapItem item = ahead.orElseThrow();
    ahead = Optional.empty();
    return item;
  }

  /**
   * Releases what the source holds; does nothing the second time.
   *
   * @throws StateFailed {@code States.ItemReaderFailed} if the source cannot be closed
   */
  @Override
  public void close() {
    if (closed) {
      return;
    }
    closed = true;
    ahead = Optional.empty();
    try {
      records.close();
    } catch (IOException failure) {
      throw failed(textOf(failure));
    }
  }

  private Optional<MapItem> read() {
    try {
      return records.next();
    } catch (IOException | UncheckedIOException failure) {
      throw failed(textOf(failure));
    }
  }

  private static StateFailed failed(String cause) {
    return StateFailed.of(ErrorName.ITEM_READER_FAILED, cause);
  }

  private static String textOf(Throwable failure) {
    return switch (failure) {
      case ItemsUnreadable unreadable -> String.valueOf(unreadable.getMessage());
      case ObjectStoreFailed store -> String.valueOf(store.getMessage());
      case UncheckedIOException unchecked when unchecked.getCause() != null ->
          textOf(unchecked.getCause());
      default -> "The items cannot be read: " + failure + ".";
    };
  }
}
