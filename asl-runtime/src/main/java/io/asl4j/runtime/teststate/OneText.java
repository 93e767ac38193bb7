package io.asl4j.runtime.teststate;

import io.asl4j.runtime.map.ContentDecoder;
import io.asl4j.runtime.map.ObjectStore;
import io.asl4j.runtime.map.ObjectStoreFailed;
import io.asl4j.runtime.map.ObjectSummary;
import io.asl4j.runtime.map.ObjectUpload;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;

/** A store in which every object is the same text, whatever it is asked for. */
record OneText(String text) implements ObjectStore {

  /** Takes the text for what it is, though the key may end as that of a compressed file. */
  static List<ContentDecoder> uncompressed() {
    return List.of(new AsItIs(".gz"), new AsItIs(".zst"));
  }

  private record AsItIs(String extension) implements ContentDecoder {
    @Override
    public InputStream decode(InputStream content) {
      return content;
    }
  }

  @Override
  public InputStream open(String bucket, String key) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public InputStream open(String bucket, String key, String versionId) {
    return open(bucket, key);
  }

  @Override
  public ObjectUpload create(String bucket, String key) throws ObjectStoreFailed {
    throw ObjectStoreFailed.noSuchBucket(bucket);
  }

  @Override
  public Iterator<ObjectSummary> list(String bucket, String prefix) {
    return Collections.emptyIterator();
  }
}
