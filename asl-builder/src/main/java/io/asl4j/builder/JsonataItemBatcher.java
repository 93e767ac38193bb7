package io.asl4j.builder;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Groups the items of a Distributed Map, with JSONata.
 *
 * @see Jsonata#itemBatcher
 */
public final class JsonataItemBatcher extends Fields<JsonataItemBatcher> {

  JsonataItemBatcher(ObjectNode fields) {
    super(fields);
  }

  @Override
  JsonataItemBatcher with(ObjectNode changed) {
    return new JsonataItemBatcher(changed);
  }

  /** {@code MaxItemsPerBatch}: how many items a child execution gets at the most. */
  public JsonataItemBatcher maxItemsPerBatch(long items) {
    return field("MaxItemsPerBatch", items);
  }

  /** {@code MaxItemsPerBatch} as an expression. */
  public JsonataItemBatcher maxItemsPerBatch(String expression) {
    return field("MaxItemsPerBatch", expression);
  }

  /** {@code MaxInputBytesPerBatch}: how many bytes a child execution gets at the most. */
  public JsonataItemBatcher maxInputBytesPerBatch(long bytes) {
    return field("MaxInputBytesPerBatch", bytes);
  }

  /** {@code MaxInputBytesPerBatch} as an expression. */
  public JsonataItemBatcher maxInputBytesPerBatch(String expression) {
    return field("MaxInputBytesPerBatch", expression);
  }

  /** {@code BatchInput}: an object, or an expression for one, that is merged into each batch. */
  public JsonataItemBatcher batchInput(Object input) {
    return field("BatchInput", input);
  }
}
