package io.asl4j.builder;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Reads the items of a Distributed Map from outside the input, with JSONata.
 *
 * @see Jsonata#itemReader
 */
public final class JsonataItemReader extends Fields<JsonataItemReader>
    implements ReaderConfig<JsonataItemReader>, JsonataArguments<JsonataItemReader> {

  JsonataItemReader(ObjectNode fields) {
    super(fields);
  }

  @Override
  JsonataItemReader with(ObjectNode changed) {
    return new JsonataItemReader(changed);
  }

  /** {@code MaxItems}: an expression for how many items are read at the most. */
  public JsonataItemReader maxItems(String expression) {
    return config("MaxItems", expression);
  }
}
