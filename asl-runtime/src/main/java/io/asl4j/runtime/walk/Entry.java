package io.asl4j.runtime.walk;

import com.fasterxml.jackson.databind.JsonNode;
import io.asl4j.core.model.DataFlow;
import io.asl4j.core.query.Evaluation;
import io.asl4j.core.query.QueryFailed;
import io.asl4j.core.query.jsonpath.Path;
import io.asl4j.core.query.jsonpath.PathNotFound;

/** From the raw input of a state to what it works on. Pure. */
final class Entry {

  private Entry() {}

  /** The input after {@code InputPath}; the raw input in JSONata. */
  static JsonNode effectiveInput(DataFlow flow, JsonNode rawInput, StateView view) {
    return switch (flow) {
      case DataFlow.JsonPath path ->
          view.show(
              Inspection.Stage.AFTER_INPUT_PATH,
              narrow(path.inputPath(), "InputPath", Evaluation.of(rawInput, view)));
      case DataFlow.Jsonata jsonata -> rawInput;
    };
  }

  /**
   * What a Task, Parallel or Pass state works on: the effective input after {@code Parameters}, or
   * {@code Arguments}.
   */
  static JsonNode arguments(DataFlow flow, JsonNode effective, StateView view) {
    return switch (flow) {
      case DataFlow.JsonPath path ->
          view.show(
              Inspection.Stage.AFTER_PARAMETERS,
              path.parameters().evaluate(Evaluation.of(effective, view)));
      case DataFlow.Jsonata jsonata ->
          view.show(
              Inspection.Stage.AFTER_ARGUMENTS,
              jsonata.arguments().evaluate(Evaluation.of(effective, view)));
    };
  }

  /** Reads {@code InputPath}, {@code OutputPath} and the like, and words a miss as AWS does. */
  static JsonNode narrow(Path path, String field, Evaluation evaluation) {
    try {
      return path.read(evaluation);
    } catch (PathNotFound missing) {
      throw QueryFailed.runtime(
          field, "Invalid path '%s' : %s".formatted(path.source(), missing.leafText()));
    }
  }
}
