package io.asl4j.runtime.teststate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.asl4j.core.json.Json;
import io.asl4j.runtime.walk.Inspection.Stage;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How a tested state ended, and what it did on the way. Immutable. */
public final class TestStateResult {

  /**
   * How an answer is written.
   *
   * @param inputText the input as it was sent; null when it was no text
   * @param stages what AWS shows of a state like this
   */
  record Form(InspectionLevel level, @Nullable String inputText, Set<Stage> stages) {}

  private final TestStatus status;
  private final @Nullable JsonNode output;
  private final @Nullable String error;
  private final @Nullable String cause;
  private final @Nullable String nextState;
  private final InspectionData inspection;
  private final Form form;

  TestStateResult(
      TestStatus status,
      @Nullable JsonNode output,
      @Nullable String error,
      @Nullable String cause,
      @Nullable String nextState,
      InspectionData inspection,
      Form form) {
    this.status = status;
    this.output = output;
    this.error = error;
    this.cause = cause;
    this.nextState = nextState;
    this.inspection = inspection;
    this.form = form;
  }

  /** How the state ended. */
  public TestStatus status() {
    return status;
  }

  /**
   * What the next state would get; not to be changed. Empty if the state failed or would be
   * retried.
   */
  public Optional<JsonNode> output() {
    return Optional.ofNullable(output);
  }

  /** The error name, also of an error that is handled. */
  public Optional<String> error() {
    return Optional.ofNullable(error);
  }

  /** The cause of the error. */
  public Optional<String> cause() {
    return Optional.ofNullable(cause);
  }

  /** Where the machine would go; empty if it would end or try again. */
  public Optional<String> nextState() {
    return Optional.ofNullable(nextState);
  }

  /** The data on its way from input to output, whatever the inspection level of the request. */
  public InspectionData inspection() {
    return inspection;
  }

  /**
   * The answer as AWS writes it: payloads are JSON texts, and {@code inspectionData} holds what AWS
   * shows of such a state at the inspection level of the request.
   */
  public ObjectNode toJson() {
    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    if (output != null) {
      answer.put("output", text(output));
    }
    if (error != null) {
      answer.put("error", error);
    }
    if (cause != null) {
      answer.put("cause", cause);
    }
    if (form.level() != InspectionLevel.INFO) {
      answer.set("inspectionData", inspectionData());
    }
    if (nextState != null) {
      answer.put("nextState", nextState);
    }
    answer.put("status", status.name());
    return answer;
  }

  private ObjectNode inspectionData() {
    ObjectNode data = JsonNodeFactory.instance.objectNode();
    for (Map.Entry<Stage, JsonNode> value : inspection.values().entrySet()) {
      if (form.stages().contains(value.getKey())) {
        write(value.getKey(), value.getValue(), data);
      }
    }
    inspection.errorDetails().ifPresent(details -> data.set("errorDetails", details.toJson()));
    return data;
  }

  private void write(Stage stage, JsonNode value, ObjectNode data) {
    switch (stage) {
      case MAX_CONCURRENCY, TOLERATED_FAILURE_COUNT, TOLERATED_FAILURE_PERCENTAGE ->
          data.set(stage.toString(), value);
      case VARIABLES -> {
        if (!value.isEmpty()) {
          data.put(stage.toString(), Json.write(value));
        }
      }
      case INPUT,
          AFTER_INPUT_PATH,
          AFTER_PARAMETERS,
          AFTER_ARGUMENTS,
          AFTER_ITEMS_PATH,
          AFTER_ITEMS_POINTER,
          AFTER_ITEM_SELECTOR,
          AFTER_ITEM_BATCHER,
          RESULT,
          AFTER_RESULT_SELECTOR,
          AFTER_RESULT_PATH ->
          data.put(stage.toString(), stage == Stage.INPUT ? text(value) : Json.write(value));
    }
  }

  /** AWS passes a text on as it came when the state did not touch it. */
  @SuppressWarnings("ReferenceEquality")
  private String text(JsonNode value) {
    boolean isUntouched = value == inspection.values().get(Stage.INPUT);
    return form.inputText() != null && isUntouched ? form.inputText() : Json.write(value);
  }

  @Override
  public String toString() {
    return toJson().toString();
  }
}
