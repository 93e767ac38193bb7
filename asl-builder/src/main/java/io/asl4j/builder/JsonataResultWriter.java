package io.asl4j.builder;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Writes the results of a Distributed Map, with JSONata.
 *
 * @see Jsonata#resultWriter
 */
public final class JsonataResultWriter extends Fields<JsonataResultWriter>
    implements WriterConfig<JsonataResultWriter>, JsonataArguments<JsonataResultWriter> {

  JsonataResultWriter(ObjectNode fields) {
    super(fields);
  }

  @Override
  JsonataResultWriter with(ObjectNode changed) {
    return new JsonataResultWriter(changed);
  }
}
