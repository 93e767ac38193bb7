package io.asl4j.runtime.map;

import java.time.Instant;

/**
 * What a store says about an object without opening it.
 *
 * @param key the object's key
 * @param etag the entity tag with its quotes, such as {@code "d41d8cd98f00b204e9800998ecf8427e"}
 * @param lastModified when it was written
 * @param size in bytes
 * @param storageClass such as {@code STANDARD}
 */
public record ObjectSummary(
    String key, String etag, Instant lastModified, long size, String storageClass) {

  /** The storage class of objects that were written without naming one. */
  public static final String STANDARD = "STANDARD";
}
