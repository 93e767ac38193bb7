package io.asl4j.builder;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Groups the items of a Distributed Map, with JSONPath.
 *
 * @see JsonPath#itemBatcher
 */
public final class JsonPathItemBatcher extends Fields<JsonPathItemBatcher> {

  JsonPathItemBatcher(ObjectNode fields) {
    super(fields);
  }

  @Override
  JsonPathItemBatcher with(ObjectNode changed) {
    return new JsonPathItemBatcher(changed);
  }

  /** {@code MaxItemsPerBatch}: how many items a child execution gets at the most. */
  public JsonPathItemBatcher maxItemsPerBatch(long items) {
    return field("MaxItemsPerBatch", items);
  }

  /** {@code MaxItemsPerBatchPath}: a path to that number. */
  public JsonPathItemBatcher maxItemsPerBatchPath(String path) {
    return field("MaxItemsPerBatchPath", path);
  }

  /** {@code MaxInputBytesPerBatch}: how many bytes a child execution gets at the most. */
  public JsonPathItemBatcher maxInputBytesPerBatch(long bytes) {
    return field("MaxInputBytesPerBatch", bytes);
  }

  /** {@code MaxInputBytesPerBatchPath}: a path to that number. */
  public JsonPathItemBatcher maxInputBytesPerBatchPath(String path) {
    return field("MaxInputBytesPerBatchPath", path);
  }

  /** {@code BatchInput}: a payload template that is merged into each batch. */
  public JsonPathItemBatcher batchInput(Object template) {
    return field("BatchInput", template);
  }
}
