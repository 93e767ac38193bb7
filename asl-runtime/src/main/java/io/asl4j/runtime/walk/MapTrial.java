package io.asl4j.runtime.walk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.LongNode;
import io.asl4j.core.model.DataFlow;
import io.asl4j.core.model.ItemBatcher;
import io.asl4j.core.model.ItemReader;
import io.asl4j.core.model.Quantity;
import io.asl4j.core.model.State;
import io.asl4j.core.query.Evaluation;
import io.asl4j.runtime.map.Batch;
import io.asl4j.runtime.map.ItemStream;
import io.asl4j.runtime.map.MapItem;
import io.asl4j.runtime.map.ReadRequest;
import io.asl4j.runtime.map.Tolerance;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** A Map state that is tested alone: all but its iterations. */
final class MapTrial {

  private final State.Map map;
  private final Host host;
  private final StateView view;
  private final StandIn standIn;

  MapTrial(State.Map map, Host host, StateView view, StandIn standIn) {
    this.map = map;
    this.host = host;
    this.view = view;
    this.standIn = standIn;
  }

  /** Finds and prepares the items; gives what the stand-in says of them. */
  JsonNode run(Frame frame) {
    JsonNode effective = Entry.effectiveInput(map.flow(), frame.input(), view);
    Evaluation evaluation = Evaluation.of(effective, view);
    List<JsonNode> inputs = inputs(items(evaluation), evaluation);
    view.show(
        Inspection.Stage.MAX_CONCURRENCY, LongNode.valueOf(Concurrency.wanted(map, evaluation)));
    Tolerance tolerance = DistributedMap.tolerance(map, evaluation);
    if (!(map.toleratedFailureCount() instanceof Quantity.Absent)) {
      view.show(Inspection.Stage.TOLERATED_FAILURE_COUNT, LongNode.valueOf(tolerance.count()));
    }
    if (!(map.toleratedFailurePercentage() instanceof Quantity.Absent)) {
      view.show(
          Inspection.Stage.TOLERATED_FAILURE_PERCENTAGE,
          DecimalNode.valueOf(tolerance.percentage()));
    }
    return standIn.iterations(inputs.size(), tolerance);
  }

  private boolean isDistributed() {
    return map.processor().mode().isDistributed();
  }

  private List<MapItem> items(Evaluation evaluation) {
    ItemReader reader = map.reader().orElse(null);
    if (reader != null) {
      return read(DistributedMap.request(reader, evaluation));
    }
    JsonNode items =
        isDistributed()
            ? ItemList.arrayOrObject(map.items(), evaluation)
            : ItemList.array(map.items(), evaluation);
    if (map.flow() instanceof DataFlow.JsonPath) {
      view.show(Inspection.Stage.AFTER_ITEMS_PATH, items);
    }
    try (ItemStream stream = ItemStream.ofStateData(items)) {
      return all(stream);
    }
  }

  private List<MapItem> read(ReadRequest request) {
    try (ItemStream stream = host.read(request)) {
      List<MapItem> items = all(stream);
      if (request.config().has("ItemsPointer")) {
        ArrayNode values = JsonNodeFactory.instance.arrayNode(items.size());
        items.forEach(item -> values.add(item.value()));
        view.show(Inspection.Stage.AFTER_ITEMS_POINTER, values);
      }
      return items;
    }
  }

  private static List<MapItem> all(ItemStream stream) {
    List<MapItem> items = new ArrayList<>();
    stream.forEachRemaining(items::add);
    return items;
  }

  private List<JsonNode> inputs(List<MapItem> items, Evaluation evaluation) {
    List<JsonNode> selected = new ArrayList<>(items.size());
    for (MapItem item : items) {
      StateView.Iteration iteration =
          new StateView.Iteration(selected.size(), item, isDistributed());
      selected.add(ItemInputs.select(map, evaluation.input(), view, iteration));
    }
    if (map.itemSelector().isPresent()) {
      view.show(Inspection.Stage.AFTER_ITEM_SELECTOR, array(selected));
    }
    ItemBatcher batcher = map.batcher().orElse(null);
    if (batcher == null) {
      return selected;
    }
    List<JsonNode> batched = new ArrayList<>();
    Iterator<Batch> batches = ItemInputs.batched(batcher, selected.iterator(), evaluation);
    batches.forEachRemaining(batch -> batched.add(batch.input()));
    view.show(Inspection.Stage.AFTER_ITEM_BATCHER, array(batched));
    return batched;
  }

  private static ArrayNode array(List<JsonNode> values) {
    return JsonNodeFactory.instance.arrayNode(values.size()).addAll(values);
  }
}
