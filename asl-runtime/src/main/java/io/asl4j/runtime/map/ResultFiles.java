package io.asl4j.runtime.map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.asl4j.core.model.ResultWriter.OutputType;
import io.asl4j.runtime.failure.ErrorName;
import io.asl4j.runtime.failure.StateFailed;
import io.asl4j.runtime.map.ChildExecution.Group;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The result files of one Map Run in an object store, under {@code prefix/<uuid>/}: one sequence of
 * files for each group of children, and {@code manifest.json}, written last.
 *
 * <p>Children are written in the order in which they are added, never held in memory. Groups
 * without children have no file.
 */
final class ResultFiles implements ResultExport {

  /** A new file begins once a file has this size. */
  static final long MAX_FILE_BYTES = 5L * 1024 * 1024 * 1024;

  private final ObjectStore store;
  private final WriteRequest request;
  private final String bucket;
  private final String folder;
  private final long maxFileBytes;
  private final ReentrantLock lock = new ReentrantLock();
  private final Map<Group, Part> open = new EnumMap<>(Group.class);
  private final Map<Group, ArrayNode> written = new EnumMap<>(Group.class);
  private boolean ended;

  private ResultFiles(
      ObjectStore store, WriteRequest request, String bucket, String folder, long maxFileBytes) {
    this.store = store;
    this.request = request;
    this.bucket = bucket;
    this.folder = folder;
    this.maxFileBytes = maxFileBytes;
    for (Group group : Group.values()) {
      written.put(group, JsonNodeFactory.instance.arrayNode());
    }
  }

  static ResultFiles open(ObjectStore store, WriteRequest request) throws IOException {
    return open(store, request, MAX_FILE_BYTES);
  }

  static ResultFiles open(ObjectStore store, WriteRequest request, long maxFileBytes)
      throws IOException {
    String bucket =
        Resources.text(request.arguments(), "Bucket")
            .orElseThrow(
                () ->
                    new ObjectStoreFailed(
                        "InvalidBucketName",
                        "ResultWriter names no bucket; its Parameters or Arguments need a `Bucket`"
                            + " that is a string and not empty"));
    String prefix = Resources.text(request.arguments(), "Prefix").orElse("");
    String separator = prefix.isEmpty() || prefix.endsWith("/") ? "" : "/";
    String arn = request.mapRunArn();
    String folder = prefix + separator + arn.substring(arn.lastIndexOf(':') + 1) + "/";
    // A bucket that is not there is found before the children have done their work.
    store.list(bucket, folder);
    return new ResultFiles(store, request, bucket, folder, maxFileBytes);
  }

  static StateFailed failed(IOException failure) {
    return failed(
        failure instanceof ObjectStoreFailed
            ? String.valueOf(failure.getMessage())
            : "The results cannot be written: " + failure + ".");
  }

  static StateFailed failed(String cause) {
    return StateFailed.of(ErrorName.RESULT_WRITER_FAILED, cause);
  }

  @Override
  public void add(ChildExecution child) {
    lock.lock();
    try {
      requireOpen();
      for (JsonNode value : request.form().valuesOf(child)) {
        write(child.group(), ExactJson.bytes(value));
      }
    } catch (IOException failure) {
      throw failed(failure);
    } finally {
      lock.unlock();
    }
  }

  @Override
  public JsonNode finish() {
    lock.lock();
    try {
      requireOpen();
      for (Group group : Group.values()) {
        complete(group);
      }
      String key = folder + "manifest.json";
      try (ObjectUpload upload = store.create(bucket, key)) {
        upload.write(ExactJson.bytes(manifest()));
        upload.complete();
      }
      ended = true;
      return result(key);
    } catch (IOException failure) {
      throw failed(failure);
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void close() {
    lock.lock();
    try {
      ended = true;
      for (Group group : Group.values()) {
        drop(group);
      }
    } catch (IOException failure) {
      throw failed(failure);
    } finally {
      lock.unlock();
    }
  }

  private void drop(Group group) throws IOException {
    Part part = open.remove(group);
    if (part != null) {
      part.upload.close();
    }
  }

  private void requireOpen() {
    if (ended) {
      throw new IllegalStateException("an export was used after it had ended");
    }
  }

  private void write(Group group, byte[] json) throws IOException {
    Part part = open.get(group);
    if (part == null) {
      part = begin(group);
      open.put(group, part);
    }
    part.write(json);
    if (part.size >= maxFileBytes) {
      complete(group);
    }
  }

  private Part begin(Group group) throws IOException {
    boolean isLines = request.form().outputType() == OutputType.JSONL;
    String key = "%s%s_%d.%s".formatted(folder, group, sizeOf(group), isLines ? "jsonl" : "json");
    return new Part(key, store.create(bucket, key), isLines);
  }

  private int sizeOf(Group group) {
    return filesOf(group).size();
  }

  private ArrayNode filesOf(Group group) {
    ArrayNode files = written.get(group);
    if (files == null) {
      throw new IllegalStateException("every group was thought to have a list of files");
    }
    return files;
  }

  private void complete(Group group) throws IOException {
    Part part = open.get(group);
    if (part == null) {
      return;
    }
    try (ObjectUpload upload = part.upload) {
      part.end();
      upload.complete();
    }
    open.remove(group);
    filesOf(group).addObject().put("Key", part.key).put("Size", part.size);
  }

  private JsonNode manifest() {
    ObjectNode manifest = JsonNodeFactory.instance.objectNode();
    manifest.put("DestinationBucket", bucket);
    manifest.put("MapRunArn", request.mapRunArn());
    ObjectNode files = manifest.putObject("ResultFiles");
    written.forEach((group, list) -> files.set(group.name(), list));
    return manifest;
  }

  private JsonNode result(String key) {
    ObjectNode result = JsonNodeFactory.instance.objectNode();
    result.put("MapRunArn", request.mapRunArn());
    result.putObject("ResultWriterDetails").put("Bucket", bucket).put("Key", key);
    return result;
  }

  private static final class Part {
    private static final byte[] BEGIN = "[".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] COMMA = ",".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] END = "]".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] LINE_END = "\n".getBytes(StandardCharsets.US_ASCII);

    private final String key;
    private final ObjectUpload upload;
    private final boolean isLines;
    private long size;

    private Part(String key, ObjectUpload upload, boolean isLines) {
      this.key = key;
      this.upload = upload;
      this.isLines = isLines;
    }

    private void write(byte[] json) throws IOException {
      if (!isLines) {
        put(size == 0 ? BEGIN : COMMA);
      }
      put(json);
      if (isLines) {
        put(LINE_END);
      }
    }

    private void end() throws IOException {
      if (!isLines) {
        put(END);
      }
    }

    private void put(byte[] bytes) throws IOException {
      upload.write(bytes);
      size += bytes.length;
    }
  }
}
