package io.asl4j.runtime.map;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipException;

/**
 * Opens objects of a store as records: uncompressed by the extension of the key, then read in the
 * format asked for.
 */
final class S3Objects {

  /** One object: where it is. */
  record Location(String bucket, String key, Optional<String> versionId) {
    static Location of(String bucket, String key) {
      return new Location(bucket, key, Optional.empty());
    }

    /** As {@code Map.Item.Source} names it. */
    String source() {
      return "S3://" + bucket + "/" + key;
    }
  }

  private final ObjectStore store;
  private final Map<String, RecordFormat> formats;
  private final Map<String, ContentDecoder> decoders;

  S3Objects(
      ObjectStore store, Map<String, RecordFormat> formats, Map<String, ContentDecoder> decoders) {
    this.store = store;
    this.formats = formats;
    this.decoders = decoders;
  }

  /** The format that {@code InputType} names. */
  RecordFormat format(JsonNode config) throws ItemsUnreadable {
    String name =
        Resources.text(config, "InputType")
            .orElseThrow(
                () ->
                    new ItemsUnreadable(
                        "ReaderConfig names no format; `InputType` must be one of "
                            + formats.keySet()
                            + "."));
    return format(name);
  }

  RecordFormat format(String name) throws ItemsUnreadable {
    RecordFormat format = formats.get(name);
    if (format == null) {
      throw new ItemsUnreadable(
          "There is no reader for the format `%s`, only for %s. Add a module that provides %s for it, or register one with ItemSources.of."
              .formatted(name, formats.keySet(), RecordFormat.class.getName()));
    }
    return format;
  }

  /** The records of one object. */
  Records open(Location location, RecordFormat format, JsonNode config) throws IOException {
    InputStream content = content(location, format.allowsCompressedFiles());
    try {
      return new ObjectRecords(format.open(content, config, location.source()), content, location);
    } catch (IOException failure) {
      content.close();
      throw unreadable(location, failure);
    }
  }

  /** The bytes of one object, uncompressed. */
  InputStream content(Location location, boolean mayBeCompressed) throws IOException {
    InputStream stored =
        location.versionId().isPresent()
            ? store.open(location.bucket(), location.key(), location.versionId().get())
            : store.open(location.bucket(), location.key());
    Optional<String> extension = mayBeCompressed ? compression(location.key()) : Optional.empty();
    if (extension.isEmpty()) {
      return stored;
    }
    try {
      return decoder(location, extension.get()).decode(stored);
    } catch (IOException failure) {
      stored.close();
      throw unreadable(location, failure);
    }
  }

  private Optional<String> compression(String key) {
    int dot = key.lastIndexOf('.');
    String extension = dot < 0 ? "" : key.substring(dot);
    return decoders.containsKey(extension) || Decoders.ZSTANDARD.equals(extension)
        ? Optional.of(extension)
        : Optional.empty();
  }

  private ContentDecoder decoder(Location location, String extension) throws ItemsUnreadable {
    ContentDecoder decoder = decoders.get(extension);
    if (decoder == null) {
      throw new ItemsUnreadable(
          "`%s` is compressed, and there is no decoder for `%s`. Add a module that provides %s for it, or store the file uncompressed or as .gz."
              .formatted(location.source(), extension, ContentDecoder.class.getName()));
    }
    return decoder;
  }

  /** Names the object in a failure that does not yet say where it happened. */
  static IOException unreadable(Location location, IOException failure) {
    if (failure instanceof ItemsUnreadable || failure instanceof ObjectStoreFailed) {
      return failure;
    }
    return new ItemsUnreadable(
        "`%s` cannot be read: %s.".formatted(location.source(), reason(failure)), failure);
  }

  private static String reason(IOException failure) {
    return switch (failure) {
      case EOFException end -> "its compressed data ends too early";
      case ZipException broken -> "its compressed data is broken (" + broken.getMessage() + ")";
      case CharacterCodingException bytes -> "it is not text in UTF-8";
      default -> failure.toString();
    };
  }

  private static final class ObjectRecords implements Records {
    private final Records records;
    private final InputStream content;
    private final Location location;

    private ObjectRecords(Records records, InputStream content, Location location) {
      this.records = records;
      this.content = content;
      this.location = location;
    }

    @Override
    public Optional<MapItem> next() throws IOException {
      try {
        return records.next();
      } catch (IOException failure) {
        throw unreadable(location, failure);
      }
    }

    @Override
    public void close() throws IOException {
      try {
        records.close();
      } finally {
        content.close();
      }
    }
  }
}
