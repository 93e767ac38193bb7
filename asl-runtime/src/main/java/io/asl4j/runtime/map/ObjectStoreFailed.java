package io.asl4j.runtime.map;

import java.io.IOException;

/**
 * An object store refuses: the bucket or the object is not there, or its name cannot be used.
 *
 * <p>The message is {@code code: sentence.}; it becomes the cause of {@code
 * States.ItemReaderFailed} or {@code States.ResultWriterFailed}. The codes are those of Amazon S3;
 * how AWS Step Functions words such causes is not recorded, so the sentences are our own.
 */
public final class ObjectStoreFailed extends IOException {

  private static final long serialVersionUID = 1L;

  private final String code;

  /**
   * A refusal.
   *
   * @param code an error code of Amazon S3, such as {@code NoSuchKey}
   * @param sentence says what is wrong; without a dot at the end
   */
  public ObjectStoreFailed(String code, String sentence) {
    super(code + ": " + sentence + ".");
    this.code = code;
  }

  /** There is no such bucket. */
  public static ObjectStoreFailed noSuchBucket(String bucket) {
    return new ObjectStoreFailed("NoSuchBucket", "there is no bucket `" + bucket + "`");
  }

  /** The bucket has no such object. */
  public static ObjectStoreFailed noSuchKey(String bucket, String key) {
    return new ObjectStoreFailed(
        "NoSuchKey", "the bucket `" + bucket + "` has no object `" + key + "`");
  }

  /** The error code of Amazon S3. */
  public String code() {
    return code;
  }
}
