package io.asl4j.runtime.walk;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Is shown what a state makes of its data on the way from input to output, value by value, when one
 * state is tested alone. A walk of a whole execution shows nothing.
 */
@FunctionalInterface
public interface Inspection {

  /**
   * A place on the way, named as AWS names it in {@code InspectionData}.
   *
   * @see <a
   *     href="https://docs.aws.amazon.com/step-functions/latest/apireference/API_InspectionData.html">AWS
   *     Step Functions API, InspectionData</a>
   */
  enum Stage {
    /** The input as it came. */
    INPUT("input"),
    /** JSONPath: the effective input. */
    AFTER_INPUT_PATH("afterInputPath"),
    /** JSONPath: what the state works on. */
    AFTER_PARAMETERS("afterParameters"),
    /** JSONata: what the state works on. */
    AFTER_ARGUMENTS("afterArguments"),
    /** A Map's items, found in its input. */
    AFTER_ITEMS_PATH("afterItemsPath"),
    /** A Map's items, read by its item reader from a place inside a JSON file. */
    AFTER_ITEMS_POINTER("afterItemsPointer"),
    /** An array of what the iterations of a Map get. */
    AFTER_ITEM_SELECTOR("afterItemSelector"),
    /** An array of the batches that the children of a Map get. */
    AFTER_ITEM_BATCHER("afterItemBatcher"),
    /** How many failed iterations a Map tolerates. */
    TOLERATED_FAILURE_COUNT("toleratedFailureCount"),
    /** What percentage of failed iterations a Map tolerates. */
    TOLERATED_FAILURE_PERCENTAGE("toleratedFailurePercentage"),
    /** How many iterations of a Map may be open at once; 0 for no limit. */
    MAX_CONCURRENCY("maxConcurrency"),
    /** What the work gave. */
    RESULT("result"),
    /** JSONPath: the effective result. */
    AFTER_RESULT_SELECTOR("afterResultSelector"),
    /** JSONPath: the raw input with the result in it. */
    AFTER_RESULT_PATH("afterResultPath"),
    /** The variables when the state was left. */
    VARIABLES("variables");

    private final String member;

    Stage(String member) {
      this.member = member;
    }

    /** The member of {@code InspectionData}. */
    @Override
    public String toString() {
      return member;
    }
  }

  /**
   * Is shown a value.
   *
   * @param value not to be changed
   */
  void show(Stage stage, JsonNode value);
}
