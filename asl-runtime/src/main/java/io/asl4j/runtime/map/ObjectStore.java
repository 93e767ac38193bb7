package io.asl4j.runtime.map;

import java.io.IOException;
import java.io.InputStream;
import java.util.Iterator;

/**
 * Where the S3 forms of readers and writers find and leave objects: buckets that hold bytes under
 * keys.
 *
 * <p>Implementations are shared and must be safe for use by many threads.
 */
public interface ObjectStore {

  /**
   * Opens an object for reading; the caller closes it.
   *
   * @throws ObjectStoreFailed if there is no such bucket or object
   */
  InputStream open(String bucket, String key) throws IOException;

  /**
   * Opens one version of an object for reading; the caller closes it. A store without versions
   * refuses.
   *
   * @throws ObjectStoreFailed if there is no such bucket, object or version
   */
  default InputStream open(String bucket, String key, String versionId) throws IOException {
    throw new ObjectStoreFailed(
        "NotImplemented",
        "this object store keeps no versions, so version `%s` of `%s` in bucket `%s` cannot be read; leave out VersionId"
            .formatted(versionId, key, bucket));
  }

  /**
   * Begins a new object, which appears, or replaces the one with that key, when the upload is
   * completed.
   *
   * @throws ObjectStoreFailed if there is no such bucket
   */
  ObjectUpload create(String bucket, String key) throws IOException;

  /**
   * The objects whose keys begin with a prefix, in the byte order of their UTF-8 keys.
   *
   * <p>The iterator may read as it goes; it throws {@link java.io.UncheckedIOException} if that
   * fails.
   *
   * @param prefix empty for all objects
   * @throws ObjectStoreFailed if there is no such bucket
   */
  Iterator<ObjectSummary> list(String bucket, String prefix) throws IOException;
}
