package io.asl4j.runtime.walk;

import com.fasterxml.jackson.databind.JsonNode;
import io.asl4j.core.model.Assign;
import io.asl4j.core.model.Catcher;
import io.asl4j.core.model.DataFlow;
import io.asl4j.core.query.Evaluation;
import io.asl4j.core.query.Template;
import org.jspecify.annotations.Nullable;

/**
 * From a result to the output of a state and the variables it assigns. Pure.
 *
 * @param output what the next state gets
 * @param assigned an object of variables; null when the state assigns none
 */
record Exit(JsonNode output, @Nullable JsonNode assigned) {

  /** After work that gave a result: Task, Parallel, Map and Pass. */
  static Exit withResult(
      DataFlow flow, Assign assign, JsonNode rawInput, JsonNode result, StateView view) {
    return switch (flow) {
      case DataFlow.JsonPath path -> {
        JsonNode selected =
            view.show(
                Inspection.Stage.AFTER_RESULT_SELECTOR,
                path.resultSelector().evaluate(Evaluation.of(result, view)));
        JsonNode combined =
            view.show(
                Inspection.Stage.AFTER_RESULT_PATH, path.resultPath().write(rawInput, selected));
        JsonNode assigned = assigned(assign, Evaluation.of(selected, view));
        yield new Exit(narrowed(path, combined, view), assigned);
      }
      case DataFlow.Jsonata jsonata -> {
        Evaluation evaluation = Evaluation.of(rawInput, view).withResult(result);
        JsonNode assigned = assigned(assign, evaluation);
        yield new Exit(jsonata.output().evaluate(evaluation), assigned);
      }
    };
  }

  /** Without work: Wait, Succeed, and a Choice that takes its Default. */
  static Exit ofInput(
      DataFlow flow, Assign assign, JsonNode rawInput, JsonNode effectiveInput, StateView view) {
    return switch (flow) {
      case DataFlow.JsonPath path -> {
        JsonNode assigned = assigned(assign, Evaluation.of(effectiveInput, view));
        yield new Exit(narrowed(path, effectiveInput, view), assigned);
      }
      case DataFlow.Jsonata jsonata -> {
        Evaluation evaluation = Evaluation.of(rawInput, view);
        JsonNode assigned = assigned(assign, evaluation);
        yield new Exit(jsonata.output().evaluate(evaluation), assigned);
      }
    };
  }

  /** After a choice rule, which has an output of its own in JSONata. */
  static Exit ofRule(
      DataFlow flow,
      Template output,
      Assign assign,
      JsonNode rawInput,
      JsonNode effectiveInput,
      StateView view) {
    return switch (flow) {
      case DataFlow.JsonPath path -> ofInput(path, assign, rawInput, effectiveInput, view);
      case DataFlow.Jsonata jsonata -> {
        Evaluation evaluation = Evaluation.of(rawInput, view);
        JsonNode assigned = assigned(assign, evaluation);
        yield new Exit(output.evaluate(evaluation), assigned);
      }
    };
  }

  /** After a catcher: neither ResultSelector nor the state's ResultPath and OutputPath apply. */
  static Exit caught(Catcher catcher, JsonNode rawInput, JsonNode errorOutput, StateView view) {
    return switch (catcher.output()) {
      case Catcher.AtResultPath at -> {
        JsonNode assigned = assigned(catcher.assign(), Evaluation.of(errorOutput, view));
        yield new Exit(at.resultPath().write(rawInput, errorOutput), assigned);
      }
      case Catcher.Computed computed -> {
        Evaluation evaluation = Evaluation.of(rawInput, view).withErrorOutput(errorOutput);
        JsonNode assigned = assigned(catcher.assign(), evaluation);
        yield new Exit(computed.template().evaluate(evaluation), assigned);
      }
    };
  }

  /** The variables after this exit. */
  Variables variablesAfter(Variables before) {
    return assigned == null ? before : before.assign(assigned);
  }

  private static JsonNode narrowed(DataFlow.JsonPath path, JsonNode combined, StateView view) {
    return Entry.narrow(path.outputPath(), "OutputPath", Evaluation.of(combined, view));
  }

  private static @Nullable JsonNode assigned(Assign assign, Evaluation evaluation) {
    if (assign.isEmpty()) {
      return null;
    }
    JsonNode values = assign.values().evaluate(evaluation);
    return values.isEmpty() ? null : values;
  }
}
