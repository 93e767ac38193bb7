package io.asl4j.runtime.map;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Iterator;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Stream;

/**
 * An object store in memory, for tests and small data.
 *
 * <p>Safe for use by many threads.
 */
public final class MemoryObjectStore implements ObjectStore {

  private final InstantSource clock;
  private final ConcurrentMap<String, ConcurrentNavigableMap<String, Content>> buckets =
      new ConcurrentHashMap<>();

  /** A store without buckets; objects are dated by the given clock. */
  public MemoryObjectStore(InstantSource clock) {
    this.clock = clock;
  }

  /** Makes a bucket unless it is there. */
  public void createBucket(String bucket) {
    buckets.computeIfAbsent(bucket, name -> new ConcurrentSkipListMap<>(KeyOrder.UTF_8));
  }

  /**
   * Puts an object, in place of the one with that key.
   *
   * @throws ObjectStoreFailed if there is no such bucket
   */
  public void put(String bucket, String key, byte[] content) throws ObjectStoreFailed {
    bucket(bucket).put(key, new Content(content.clone(), clock.instant()));
  }

  @Override
  public InputStream open(String bucket, String key) throws ObjectStoreFailed {
    Content content = bucket(bucket).get(key);
    if (content == null) {
      throw ObjectStoreFailed.noSuchKey(bucket, key);
    }
    return new ByteArrayInputStream(content.bytes);
  }

  @Override
  public ObjectUpload create(String bucket, String key) throws ObjectStoreFailed {
    return new Upload(bucket(bucket), key);
  }

  @Override
  public Iterator<ObjectSummary> list(String bucket, String prefix) throws ObjectStoreFailed {
    Stream<ObjectSummary> summaries =
        bucket(bucket).tailMap(prefix).entrySet().stream()
            .takeWhile(entry -> entry.getKey().startsWith(prefix))
            .map(entry -> entry.getValue().summary(entry.getKey()));
    return summaries.iterator();
  }

  private ConcurrentNavigableMap<String, Content> bucket(String name) throws ObjectStoreFailed {
    ConcurrentNavigableMap<String, Content> bucket = buckets.get(name);
    if (bucket == null) {
      throw ObjectStoreFailed.noSuchBucket(name);
    }
    return bucket;
  }

  private static final class Content {
    private final byte[] bytes;
    private final Instant written;

    private Content(byte[] bytes, Instant written) {
      this.bytes = bytes;
      this.written = written;
    }

    private ObjectSummary summary(String key) {
      return new ObjectSummary(
          key, EntityTags.of(bytes), written, bytes.length, ObjectSummary.STANDARD);
    }
  }

  private final class Upload extends ObjectUpload {
    private final ConcurrentNavigableMap<String, Content> bucket;
    private final String key;
    private final ByteArrayOutputStream content = new ByteArrayOutputStream();

    private Upload(ConcurrentNavigableMap<String, Content> bucket, String key) {
      this.bucket = bucket;
      this.key = key;
    }

    @Override
    public void write(int b) {
      content.write(b);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
      content.write(bytes, offset, length);
    }

    @Override
    public void complete() {
      bucket.put(key, new Content(content.toByteArray(), clock.instant()));
    }

    @Override
    public void close() throws IOException {
      content.close();
    }
  }
}
