package io.asl4j.runtime.map;

import io.asl4j.runtime.failure.StateFailed;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.TreeSet;

/**
 * The item sources that an engine knows, by {@code ItemReader.Resource}.
 *
 * <p>Immutable and safe for use by many threads. The partition of an ARN does not matter: what is
 * registered for {@code arn:aws:...} also answers {@code arn:aws-cn:...} and {@code
 * arn:aws-us-gov:...}.
 */
public final class ItemSources {

  /** Reads one object, or the objects that a manifest names. */
  public static final String GET_OBJECT = "arn:aws:states:::s3:getObject";

  /** Lists a bucket. */
  public static final String LIST_OBJECTS = "arn:aws:states:::s3:listObjectsV2";

  private static final ItemSources NONE = new ItemSources(Map.of());

  private final Map<String, ItemSource> sources;

  private ItemSources(Map<String, ItemSource> sources) {
    this.sources = sources;
  }

  /** No sources: every {@code ItemReader} fails. */
  public static ItemSources none() {
    return NONE;
  }

  /**
   * The two S3 forms over a store.
   *
   * <p>Formats and decoders beyond the built-in ones (JSON, JSONL, CSV; GZIP) are found with {@link
   * ServiceLoader}.
   */
  public static ItemSources of(ObjectStore store) {
    return of(
        store,
        ServiceLoader.load(RecordFormat.class).stream().map(ServiceLoader.Provider::get).toList(),
        ServiceLoader.load(ContentDecoder.class).stream()
            .map(ServiceLoader.Provider::get)
            .toList());
  }

  /**
   * The two S3 forms over a store, with given formats and decoders beside the built-in ones.
   *
   * @param formats more formats; one with the name of a built-in format takes its place
   * @param decoders more decoders; one with the extension of a built-in decoder takes its place
   */
  public static ItemSources of(
      ObjectStore store, List<RecordFormat> formats, List<ContentDecoder> decoders) {
    S3Objects objects = new S3Objects(store, Formats.with(formats), Decoders.with(decoders));
    return NONE.with(GET_OBJECT, new S3GetObject(objects))
        .with(LIST_OBJECTS, new S3ListObjects(store, objects));
  }

  /** These sources and one more; a source already registered for that resource is replaced. */
  public ItemSources with(String resource, ItemSource source) {
    Map<String, ItemSource> more = new LinkedHashMap<>(sources);
    more.put(Resources.withoutPartition(resource), source);
    return new ItemSources(more);
  }

  /**
   * Opens the items that a reader asks for.
   *
   * @throws StateFailed {@code States.ItemReaderFailed} if there is no such source, the request is
   *     wrong, or the source cannot be opened; a negative {@code maxItems} gives the cause {@code
   *     field MaxItems must be positive}, as measured on AWS
   */
  public ItemStream open(ReadRequest request) {
    ItemSource source = sources.get(Resources.withoutPartition(request.resource()));
    return ItemStream.open(source == null ? this::unknown : source, request);
  }

  private Records unknown(ReadRequest request) throws ItemsUnreadable {
    throw new ItemsUnreadable(
        "No item source is registered for the resource `%s`; there is one for each of %s. Register it with ItemSources.with."
            .formatted(request.resource(), new TreeSet<>(sources.keySet())));
  }
}
