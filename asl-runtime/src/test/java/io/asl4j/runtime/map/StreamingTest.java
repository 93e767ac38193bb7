package io.asl4j.runtime.map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.asl4j.runtime.failure.StateFailed;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Files of any length are read a little at a time, and let go of when they are no longer needed.
 */
class StreamingTest {

  private static final long HUNDRED_MEGABYTES = 100_000_000;
  private static final int MOST_READ_AHEAD = 64 * 1024;

  @Test
  void csvIsReadAsItGoes() throws IOException {
    String row =
        "12345,\"some, text\",more text for a row of a hundred bytes".concat("x".repeat(45)) + "\n";

    long items = readAll("id,quoted,plain\n", row, "", "in.csv", csv());

    assertThat(items).isEqualTo(HUNDRED_MEGABYTES / row.length());
  }

  @Test
  void jsonIsReadAsItGoes() throws IOException {
    String element = "{\"id\":12345,\"text\":\"" + "x".repeat(80) + "\"},";

    long items = readAll("{\"data\":[", element, "0]}", "in.json", json("JSON", "/data"));

    assertThat(items).isEqualTo(HUNDRED_MEGABYTES / element.length() + 1);
  }

  @Test
  void jsonLinesAreReadAsTheyGo() throws IOException {
    String line = "{\"id\":12345,\"text\":\"" + "x".repeat(80) + "\"}\n";

    long items = readAll("", line, "", "in.jsonl", json("JSONL", ""));

    assertThat(items).isEqualTo(HUNDRED_MEGABYTES / line.length());
  }

  @Test
  void aQuoteThatIsNeverClosedDoesNotFillTheMemory() throws IOException {
    Repeated content = new Repeated("a\n\"", "text, \n", "", HUNDRED_MEGABYTES);

    try (ItemStream items = sources(content).open(request("in.csv", csv(), 0))) {
      assertThatThrownBy(items::hasNext)
          .isInstanceOf(StateFailed.class)
          .hasMessage(
              "States.ItemReaderFailed: The record on line 2 of `S3://data/in.csv` is longer than"
                  + " 8388608 characters; is a double quote not closed?");
    }

    assertThat(content.given).isLessThan(10_000_000);
    assertThat(content.closed).isTrue();
  }

  @Test
  void theFileIsClosedWhenReadingStopsEarly() throws IOException {
    Repeated content = new Repeated("", "1\n", "", 1000);

    try (ItemStream items = sources(content).open(request("in.jsonl", json("JSONL", ""), 2))) {
      assertThat(items.next().value().intValue()).isEqualTo(1);
      assertThat(content.closed).isFalse();
    }

    assertThat(content.closed).isTrue();
  }

  @Test
  void theFileIsClosedWhenItCannotBeOpenedAsItems() throws IOException {
    Repeated content = new Repeated("{", "1\n", "", 1000);

    assertThatThrownBy(() -> sources(content).open(request("in.json", json("JSON", "/a"), 0)))
        .isInstanceOf(StateFailed.class);

    assertThat(content.closed).isTrue();
  }

  @Test
  void nothingIsReadAfterClosing() throws IOException {
    ItemStream items =
        sources(new Repeated("", "1\n", "", 1000)).open(request("in.jsonl", json("JSONL", ""), 0));
    items.close();
    items.close();

    assertThat(items.hasNext()).isFalse();
  }

  private static long readAll(String head, String part, String tail, String key, JsonNode config)
      throws IOException {
    Repeated content = new Repeated(head, part, tail, HUNDRED_MEGABYTES);
    long read = 0;
    try (ItemStream items = sources(content).open(request(key, config, 0))) {
      while (items.hasNext()) {
        items.next();
        read++;
        long ahead = content.given - head.length() - read * part.length();
        if (ahead > MOST_READ_AHEAD) {
          throw new AssertionError("read " + ahead + " bytes beyond the items that were asked for");
        }
      }
    }
    assertThat(content.closed).isTrue();
    return read;
  }

  private static JsonNode csv() throws IOException {
    return Fixtures.json("{\"InputType\": \"CSV\", \"CSVHeaderLocation\": \"FIRST_ROW\"}");
  }

  private static JsonNode json(String type, String pointer) throws IOException {
    return Fixtures.json(
        "{\"InputType\": \"%s\", \"ItemsPointer\": \"%s\"}".formatted(type, pointer));
  }

  private static ReadRequest request(String key, JsonNode config, long maxItems)
      throws IOException {
    JsonNode arguments = Fixtures.json("{\"Bucket\": \"data\", \"Key\": \"%s\"}".formatted(key));
    return new ReadRequest(ItemSources.GET_OBJECT, arguments, config, maxItems);
  }

  private static ItemSources sources(InputStream content) {
    return ItemSources.of(new OneObject(content), List.of(), List.of());
  }

  private record OneObject(InputStream content) implements ObjectStore {
    @Override
    public InputStream open(String bucket, String key) {
      return content;
    }

    @Override
    public ObjectUpload create(String bucket, String key) throws IOException {
      throw new IOException("this store is read-only");
    }

    @Override
    public Iterator<ObjectSummary> list(String bucket, String prefix) {
      return Collections.emptyIterator();
    }
  }

  /** A head, a part as often as it fits into a length, and a tail; never in memory as a whole. */
  private static final class Repeated extends InputStream {
    private final byte[] head;
    private final byte[] part;
    private final byte[] tail;
    private final long partsEnd;
    private long given;
    private boolean closed;

    private Repeated(String head, String part, String tail, long length) {
      this.head = head.getBytes(StandardCharsets.UTF_8);
      this.part = part.getBytes(StandardCharsets.UTF_8);
      this.tail = tail.getBytes(StandardCharsets.UTF_8);
      this.partsEnd = this.head.length + length / this.part.length * this.part.length;
    }

    @Override
    public int read() {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) {
      if (given >= partsEnd + tail.length) {
        return -1;
      }
      byte[] from = given < head.length ? head : given < partsEnd ? part : tail;
      int start =
          given < head.length
              ? (int) given
              : given < partsEnd
                  ? (int) ((given - head.length) % part.length)
                  : (int) (given - partsEnd);
      int copied = Math.min(length, from.length - start);
      System.arraycopy(from, start, bytes, offset, copied);
      given += copied;
      return copied;
    }

    @Override
    public void close() {
      closed = true;
    }
  }
}
