package io.asl4j.builder;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Reads the items of a Distributed Map from outside the input, with JSONPath.
 *
 * @see JsonPath#itemReader
 */
public final class JsonPathItemReader extends Fields<JsonPathItemReader>
    implements ReaderConfig<JsonPathItemReader> {

  JsonPathItemReader(ObjectNode fields) {
    super(fields);
  }

  @Override
  JsonPathItemReader with(ObjectNode changed) {
    return new JsonPathItemReader(changed);
  }

  /** {@code Parameters}: a payload template of what the resource is called with. */
  public JsonPathItemReader parameters(Object template) {
    return field("Parameters", template);
  }

  /** {@code MaxItemsPath}: a path to how many items are read at the most. */
  public JsonPathItemReader maxItemsPath(String path) {
    return config("MaxItemsPath", path);
  }
}
