package io.asl4j.builder;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Runs an item processor once for each item; the result is the array of its outputs.
 *
 * @see Jsonata#map
 */
public final class JsonataMap extends MapFields<JsonataMap>
    implements JsonataState,
        Mapping<JsonataMap>,
        JsonataOutput<JsonataMap>,
        JsonataWorking<JsonataMap>,
        Assigning<JsonataMap>,
        Continuing<JsonataMap> {

  JsonataMap(String name, ObjectNode fields, ItemProcessor processor) {
    super(name, Language.JSONATA, fields, processor);
  }

  @Override
  JsonataMap with(ObjectNode changed, ItemProcessor changedProcessor) {
    return new JsonataMap(name(), changed, changedProcessor);
  }

  /**
   * {@code Items}: an array or object, in which texts in <code>{% %}</code> are expressions, or one
   * such text; the input by default.
   */
  public JsonataMap items(Object items) {
    return field("Items", items);
  }

  /** {@code MaxConcurrency} as an expression. */
  public JsonataMap maxConcurrency(String expression) {
    return field("MaxConcurrency", expression);
  }

  /** {@code ToleratedFailureCount} as an expression. */
  public JsonataMap toleratedFailureCount(String expression) {
    return field("ToleratedFailureCount", expression);
  }

  /** {@code ToleratedFailurePercentage} as an expression. */
  public JsonataMap toleratedFailurePercentage(String expression) {
    return field("ToleratedFailurePercentage", expression);
  }

  /** {@code ItemReader}: where the items of a Distributed Map come from. */
  public JsonataMap itemReader(JsonataItemReader reader) {
    return field("ItemReader", reader.definition());
  }

  /** {@code ItemBatcher}: how the items of a Distributed Map are grouped. */
  public JsonataMap itemBatcher(JsonataItemBatcher batcher) {
    return field("ItemBatcher", batcher.definition());
  }

  /** {@code ResultWriter}: where the results of a Distributed Map go. */
  public JsonataMap resultWriter(JsonataResultWriter writer) {
    return field("ResultWriter", writer.definition());
  }
}
