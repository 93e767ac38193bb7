package io.asl4j.runtime.walk;

import com.fasterxml.jackson.databind.JsonNode;
import io.asl4j.core.model.ItemBatcher;
import io.asl4j.core.model.State;
import io.asl4j.core.query.Evaluation;
import io.asl4j.core.query.Template;
import io.asl4j.runtime.map.Batch;
import io.asl4j.runtime.map.Batches;
import java.util.Iterator;

/** From the items of a Map state to what its iterations or children get. Pure. */
final class ItemInputs {

  private ItemInputs() {}

  /**
   * What one iteration gets: the item itself, or what {@code ItemSelector} makes of it.
   *
   * @param effective the Map's own effective input, which the selector sees as {@code $}
   */
  static JsonNode select(
      State.Map map, JsonNode effective, StateView view, StateView.Iteration iteration) {
    Template selector = map.itemSelector().orElse(null);
    return selector == null
        ? iteration.item().value()
        : selector.evaluate(Evaluation.of(effective, view.inside(iteration)));
  }

  /**
   * Groups what single children would get.
   *
   * @param evaluation of the Map's own effective input
   */
  static Iterator<Batch> batched(
      ItemBatcher batcher, Iterator<JsonNode> selected, Evaluation evaluation) {
    long maxItems = limit(Quantities.integer(batcher.maxItemsPerBatch(), evaluation));
    long maxBytes = limit(Quantities.integer(batcher.maxInputBytesPerBatch(), evaluation));
    Template batchInput = batcher.batchInput().orElse(null);
    return batchInput == null
        ? Batches.of(selected, maxItems, maxBytes)
        : Batches.of(selected, maxItems, maxBytes, batchInput.evaluate(evaluation));
  }

  private static long limit(long value) {
    return value == Quantities.ABSENT ? 0 : value;
  }
}
