package io.asl4j.builder;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/** What Map states of both query languages have in common: the item processor. */
abstract class MapFields<S> extends StateFields<S> {

  private final ItemProcessor processor;

  MapFields(String name, Language language, ObjectNode fields, ItemProcessor processor) {
    super(name, language, fields);
    this.processor = processor;
  }

  /** The field that the processor stands in, which has an old name. */
  static String processorField(JsonNode map) {
    return map.has("Iterator") ? "Iterator" : "ItemProcessor";
  }

  abstract S with(ObjectNode changed, ItemProcessor changedProcessor);

  @Override
  final S with(ObjectNode changed) {
    return with(changed, processor);
  }

  @Override
  Set<String> reserved() {
    return Set.of("Type", "ItemProcessor", "Iterator");
  }

  /** {@code ItemProcessor}: another one in the place of the one that is there. */
  public S itemProcessor(ItemProcessor other) {
    return with(super.json(language()), other);
  }

  @Override
  List<StateMap> inside() {
    return List.of(processor.stateMap());
  }

  @Override
  StateDefinition withInside(UnaryOperator<StateMap> change) {
    ItemProcessor changed = processor.withStates(change.apply(processor.stateMap()));
    return (StateDefinition) itemProcessor(changed);
  }

  @Override
  ObjectNode json(Language machine) {
    ObjectNode json = super.json(machine);
    json.set(processorField(json), processor.json(machine));
    return json;
  }
}
