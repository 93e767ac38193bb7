package io.asl4j.runtime.teststate;

import com.fasterxml.jackson.databind.JsonNode;
import io.asl4j.core.json.Json;
import io.asl4j.core.json.JsonSyntaxFailed;
import io.asl4j.core.model.State;
import io.asl4j.runtime.failure.StateFailed;

/** What a mock says, checked against the state that it is for. */
sealed interface MockedWork {

  /** The work gives a result. */
  record Result(JsonNode value) implements MockedWork {}

  /** The work fails. */
  record Failure(StateFailed failure) implements MockedWork {}

  /** The result, or the failure thrown. */
  default JsonNode orThrow() {
    return switch (this) {
      case Result result -> result.value();
      case Failure failed -> throw failed.failure();
    };
  }

  /**
   * Reads a mock.
   *
   * @throws TestStateRejected if it says nothing or too much, or does not fit the state
   */
  static MockedWork of(Mock mock, Subject subject) {
    String result = mock.result();
    Mock.ErrorOutput error = mock.errorOutput();
    if (result != null && error != null) {
      throw TestStateRejected.validation(
          "A test mock should have only one of the following fields: [result, errorOutput].");
    }
    if (error != null) {
      return failure(error);
    }
    if (result == null) {
      throw TestStateRejected.validation(
          "A test mock should have one of the following fields: [result, errorOutput].");
    }
    JsonNode value = parsed(result);
    check(value, subject.state(), mock.fieldValidationMode());
    return new Result(value);
  }

  private static MockedWork failure(Mock.ErrorOutput error) {
    if (error.error() == null) {
      throw TestStateRejected.validation("An error was not specified in the mocked error output.");
    }
    return new Failure(StateFailed.of(error.error(), error.cause()));
  }

  private static JsonNode parsed(String result) {
    try {
      return Json.parse(result);
    } catch (JsonSyntaxFailed notJson) {
      throw TestStateRejected.validation("Mocked result must be valid JSON");
    }
  }

  /** Whether a mocked result is of the form that the state's work gives. */
  private static void check(JsonNode result, State state, FieldValidationMode mode) {
    switch (state) {
      case State.Task task -> {
        if (mode != FieldValidationMode.NONE) {
          checkResponse(result, task, mode);
        }
      }
      case State.Parallel parallel -> {
        requireArray(result);
        if (result.size() != parallel.branches().size()) {
          throw TestStateRejected.validation(
              "Mocked result must contain the same number of items as number of Parallel"
                  + " branches.");
        }
      }
      case State.Map map -> {
        boolean isExported = map.writer().flatMap(writer -> writer.resource()).isPresent();
        if (!isExported) {
          requireArray(result);
        } else if (!result.isObject()) {
          throw TestStateRejected.validation("Mocked result must be a JSON object.");
        }
      }
      case State.Pass pass -> {}
      case State.Wait wait -> {}
      case State.Choice choice -> {}
      case State.Succeed succeed -> {}
      case State.Fail fail -> {}
    }
  }

  private static void requireArray(JsonNode result) {
    if (!result.isArray()) {
      throw TestStateRejected.validation("Mocked result must be an array.");
    }
  }

  private static void checkResponse(JsonNode result, State.Task task, FieldValidationMode mode) {
    ServiceResponses responses = ServiceResponses.known();
    responses
        .of(task.resource())
        .flatMap(shape -> new ResponseCheck(responses, mode).fault(result, shape))
        .ifPresent(
            fault -> {
              throw TestStateRejected.validation("Mock result schema validation error: " + fault);
            });
  }
}
