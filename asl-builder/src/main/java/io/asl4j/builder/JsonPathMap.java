package io.asl4j.builder;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Runs an item processor once for each item; the result is the array of its outputs.
 *
 * @see JsonPath#map
 */
public final class JsonPathMap extends MapFields<JsonPathMap>
    implements JsonPathState,
        Mapping<JsonPathMap>,
        JsonPathFlow<JsonPathMap>,
        JsonPathWorking<JsonPathMap>,
        JsonPathAssigning<JsonPathMap>,
        Continuing<JsonPathMap> {

  JsonPathMap(String name, ObjectNode fields, ItemProcessor processor) {
    super(name, Language.JSONPATH, fields, processor);
  }

  @Override
  JsonPathMap with(ObjectNode changed, ItemProcessor changedProcessor) {
    return new JsonPathMap(name(), changed, changedProcessor);
  }

  /** {@code ItemsPath}: a path to the items; the whole input by default. */
  public JsonPathMap itemsPath(String path) {
    return field("ItemsPath", path);
  }

  /** {@code MaxConcurrencyPath}: a path to how many iterations run at once. */
  public JsonPathMap maxConcurrencyPath(String path) {
    return field("MaxConcurrencyPath", path);
  }

  /** {@code ToleratedFailureCountPath}: a path to how many items may fail. */
  public JsonPathMap toleratedFailureCountPath(String path) {
    return field("ToleratedFailureCountPath", path);
  }

  /** {@code ToleratedFailurePercentagePath}: a path to how many of 100 items may fail. */
  public JsonPathMap toleratedFailurePercentagePath(String path) {
    return field("ToleratedFailurePercentagePath", path);
  }

  /** {@code ItemReader}: where the items of a Distributed Map come from. */
  public JsonPathMap itemReader(JsonPathItemReader reader) {
    return field("ItemReader", reader.definition());
  }

  /** {@code ItemBatcher}: how the items of a Distributed Map are grouped. */
  public JsonPathMap itemBatcher(JsonPathItemBatcher batcher) {
    return field("ItemBatcher", batcher.definition());
  }

  /** {@code ResultWriter}: where the results of a Distributed Map go. */
  public JsonPathMap resultWriter(JsonPathResultWriter writer) {
    return field("ResultWriter", writer.definition());
  }
}
