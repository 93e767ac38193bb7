package io.asl4j.runtime.teststate;

import com.fasterxml.jackson.databind.JsonNode;
import io.asl4j.runtime.walk.Inspection.Stage;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What a tested state made of its data on the way from input to output, named as AWS names it.
 *
 * <p>Holds every value that there was, also where AWS leaves it out of its answer: a Pass state
 * with a {@code Result} has an {@link #afterParameters()} here. A stage that the state did not come
 * to, or that its type or query language does not have, is empty. Immutable; the values must not be
 * changed.
 */
public final class InspectionData {

  private final Map<Stage, JsonNode> values;
  private final Optional<ErrorDetails> errorDetails;

  InspectionData(Map<Stage, JsonNode> values, Optional<ErrorDetails> errorDetails) {
    this.values = Collections.unmodifiableMap(new EnumMap<>(values));
    this.errorDetails = errorDetails;
  }

  /** All values, in the order in which a state comes by them. */
  public Map<Stage, JsonNode> values() {
    return values;
  }

  /** The value at one stage. */
  public Optional<JsonNode> at(Stage stage) {
    return Optional.ofNullable(values.get(stage));
  }

  /** The raw input. */
  public Optional<JsonNode> input() {
    return at(Stage.INPUT);
  }

  /** JSONPath: the effective input. */
  public Optional<JsonNode> afterInputPath() {
    return at(Stage.AFTER_INPUT_PATH);
  }

  /** JSONPath: what the state worked on. */
  public Optional<JsonNode> afterParameters() {
    return at(Stage.AFTER_PARAMETERS);
  }

  /** JSONata: what the state worked on. */
  public Optional<JsonNode> afterArguments() {
    return at(Stage.AFTER_ARGUMENTS);
  }

  /** JSONPath: the items of a Map, found in its input. */
  public Optional<JsonNode> afterItemsPath() {
    return at(Stage.AFTER_ITEMS_PATH);
  }

  /** The items of a Map, read from inside a JSON file. */
  public Optional<JsonNode> afterItemsPointer() {
    return at(Stage.AFTER_ITEMS_POINTER);
  }

  /** What the iterations of a Map with an {@code ItemSelector} get, as an array. */
  public Optional<JsonNode> afterItemSelector() {
    return at(Stage.AFTER_ITEM_SELECTOR);
  }

  /** The batches of a Map with an {@code ItemBatcher}, as an array. */
  public Optional<JsonNode> afterItemBatcher() {
    return at(Stage.AFTER_ITEM_BATCHER);
  }

  /** What the work, or the mock in its place, gave. */
  public Optional<JsonNode> result() {
    return at(Stage.RESULT);
  }

  /** JSONPath: the effective result. */
  public Optional<JsonNode> afterResultSelector() {
    return at(Stage.AFTER_RESULT_SELECTOR);
  }

  /** JSONPath: the raw input with the result in it. */
  public Optional<JsonNode> afterResultPath() {
    return at(Stage.AFTER_RESULT_PATH);
  }

  /** All variables when the state was left, those that were given and those that it assigned. */
  public Optional<JsonNode> variables() {
    return at(Stage.VARIABLES);
  }

  /** How many iterations of a Map may be open at once; 0 for no limit, empty for other states. */
  public OptionalLong maxConcurrency() {
    JsonNode value = values.get(Stage.MAX_CONCURRENCY);
    return value == null ? OptionalLong.empty() : OptionalLong.of(value.longValue());
  }

  /** How many failed iterations a Map tolerates; empty when the definition does not say. */
  public OptionalLong toleratedFailureCount() {
    JsonNode value = values.get(Stage.TOLERATED_FAILURE_COUNT);
    return value == null ? OptionalLong.empty() : OptionalLong.of(value.longValue());
  }

  /**
   * What percentage of failed iterations a Map tolerates; empty when the definition does not say.
   */
  public Optional<BigDecimal> toleratedFailurePercentage() {
    return at(Stage.TOLERATED_FAILURE_PERCENTAGE).map(JsonNode::decimalValue);
  }

  /** Which retrier or catcher handles the error; empty when none does or there is no error. */
  public Optional<ErrorDetails> errorDetails() {
    return errorDetails;
  }

  @Override
  public String toString() {
    return "InspectionData" + values + errorDetails.map(Object::toString).orElse("");
  }
}
