package io.asl4j.builder;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Writes the results of a Distributed Map, with JSONPath.
 *
 * @see JsonPath#resultWriter
 */
public final class JsonPathResultWriter extends Fields<JsonPathResultWriter>
    implements WriterConfig<JsonPathResultWriter> {

  JsonPathResultWriter(ObjectNode fields) {
    super(fields);
  }

  @Override
  JsonPathResultWriter with(ObjectNode changed) {
    return new JsonPathResultWriter(changed);
  }

  /** {@code Parameters}: a payload template of what the resource is called with. */
  public JsonPathResultWriter parameters(Object template) {
    return field("Parameters", template);
  }
}
