package io.asl4j.builder;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * What a Map state does with each item: the states that the item goes through.
 *
 * <p>Iterations run inside the execution unless {@link #distributedStandard} or {@link
 * #distributedExpress} makes them executions of their own.
 *
 * @see JsonPath#itemProcessor
 * @see Jsonata#itemProcessor
 */
public final class ItemProcessor extends ScopeFields<ItemProcessor> {

  ItemProcessor(ObjectNode fields, StateMap states) {
    super(fields, states);
  }

  @Override
  ItemProcessor with(ObjectNode changed, StateMap changedStates) {
    return new ItemProcessor(changed, changedStates);
  }

  /** {@code ProcessorConfig} with the mode {@code INLINE}, which is the default. */
  public ItemProcessor inline() {
    return field("ProcessorConfig", none().put("Mode", "INLINE"));
  }

  /** {@code ProcessorConfig}: each item or batch is a Standard execution of its own. */
  public ItemProcessor distributedStandard() {
    return distributed("STANDARD");
  }

  /** {@code ProcessorConfig}: each item or batch is an Express execution of its own. */
  public ItemProcessor distributedExpress() {
    return distributed("EXPRESS");
  }

  private ItemProcessor distributed(String type) {
    return field("ProcessorConfig", none().put("Mode", "DISTRIBUTED").put("ExecutionType", type));
  }
}
