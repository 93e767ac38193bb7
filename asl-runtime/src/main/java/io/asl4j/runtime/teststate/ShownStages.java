package io.asl4j.runtime.teststate;

import io.asl4j.core.model.State;
import io.asl4j.runtime.walk.Inspection.Stage;
import java.util.EnumSet;
import java.util.Set;

/** Which values AWS shows of a state of each type, as recorded. */
final class ShownStages {

  private static final Set<Stage> ENTRY =
      EnumSet.of(Stage.AFTER_INPUT_PATH, Stage.AFTER_PARAMETERS);
  private static final Set<Stage> EXIT =
      EnumSet.of(Stage.AFTER_RESULT_SELECTOR, Stage.AFTER_RESULT_PATH);
  private static final Set<Stage> ITEMS =
      EnumSet.of(
          Stage.AFTER_ITEM_SELECTOR,
          Stage.AFTER_ITEM_BATCHER,
          Stage.MAX_CONCURRENCY,
          Stage.TOLERATED_FAILURE_COUNT,
          Stage.TOLERATED_FAILURE_PERCENTAGE);

  private ShownStages() {}

  static Set<Stage> of(Subject subject) {
    Set<Stage> shown = EnumSet.of(Stage.INPUT, Stage.VARIABLES);
    boolean isJsonata = subject.state().isJsonata();
    switch (subject.state()) {
      case State.Task task when isJsonata -> {
        shown.add(Stage.AFTER_ARGUMENTS);
        shown.add(Stage.RESULT);
      }
      case State.Map map when isJsonata -> shown.addAll(ITEMS);
      case State state when isJsonata -> {}
      case State.Task task -> {
        shown.addAll(ENTRY);
        shown.add(Stage.RESULT);
        shown.addAll(EXIT);
      }
      case State.Map map -> {
        shown.add(Stage.AFTER_INPUT_PATH);
        shown.add(Stage.AFTER_ITEMS_PATH);
        shown.add(Stage.AFTER_ITEMS_POINTER);
        shown.addAll(ITEMS);
        shown.addAll(EXIT);
      }
      case State.Parallel parallel -> shown.addAll(EXIT);
      case State.Pass pass -> {
        if (subject.definition().has("Result")) {
          shown.add(Stage.RESULT);
        } else {
          shown.addAll(ENTRY);
        }
        shown.addAll(EXIT);
      }
      case State.Wait wait -> shown.add(Stage.AFTER_INPUT_PATH);
      case State.Choice choice -> shown.add(Stage.AFTER_INPUT_PATH);
      case State.Succeed succeed -> shown.add(Stage.AFTER_INPUT_PATH);
      case State.Fail fail -> shown.add(Stage.AFTER_INPUT_PATH);
    }
    return shown;
  }
}
