package io.asl4j.runtime.map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.asl4j.runtime.map.S3Objects.Location;
import java.io.IOException;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;

/**
 * {@code s3:listObjectsV2}: an item for each object of a bucket, or, with {@code Transformation:
 * LOAD_AND_FLATTEN}, the records of those objects.
 *
 * <p>Folder markers (keys that end with {@code /}) are listed like other objects, and passed over
 * when objects are loaded.
 */
final class S3ListObjects implements ItemSource {

  private final ObjectStore store;
  private final S3Objects objects;

  S3ListObjects(ObjectStore store, S3Objects objects) {
    this.store = store;
    this.objects = objects;
  }

  @Override
  public Records open(ReadRequest request) throws IOException {
    JsonNode config = request.config();
    String bucket = S3GetObject.required(request.arguments(), "Bucket");
    String prefix = Resources.text(request.arguments(), "Prefix").orElse("");
    String transformation = Resources.text(config, "Transformation").orElse("NONE");
    return switch (transformation) {
      case "NONE" -> summaries(store.list(bucket, prefix), "S3://" + bucket);
      case "LOAD_AND_FLATTEN" -> {
        RecordFormat format = objects.format(config);
        yield new FlatRecords(
            FlatRecords.Locations.of(new Keys(store.list(bucket, prefix), bucket)),
            file -> objects.open(file, format, config));
      }
      default ->
          throw new ItemsUnreadable(
              "Transformation must be `NONE` or `LOAD_AND_FLATTEN` but was `%s`."
                  .formatted(transformation));
    };
  }

  private static Records summaries(Iterator<ObjectSummary> found, String source) {
    return () ->
        found.hasNext() ? Optional.of(MapItem.of(item(found.next()), source)) : Optional.empty();
  }

  private static JsonNode item(ObjectSummary object) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("Etag", object.etag())
        .put("Key", object.key())
        .put("LastModified", object.lastModified().getEpochSecond())
        .put("Size", object.size())
        .put("StorageClass", object.storageClass());
  }

  /** The keys of objects that are no folder markers. */
  private static final class Keys implements Iterator<Location> {
    private final Iterator<ObjectSummary> found;
    private final String bucket;
    private Optional<Location> ahead = Optional.empty();

    private Keys(Iterator<ObjectSummary> found, String bucket) {
      this.found = found;
      this.bucket = bucket;
    }

    @Override
    public boolean hasNext() {
      while (ahead.isEmpty() && found.hasNext()) {
        String key = found.next().key();
        if (!key.endsWith("/")) {
          ahead = Optional.of(Location.of(bucket, key));
        }
      }
      return ahead.isPresent();
    }

    @Override
    public Location next() {
      if (!hasNext()) {
        throw new NoSuchElementException("there are no more objects");
      }
      Location location = ahead.orElseThrow();
      ahead = Optional.empty();
      return location;
    }
  }
}
