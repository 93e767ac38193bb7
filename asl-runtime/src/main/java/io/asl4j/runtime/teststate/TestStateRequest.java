package io.asl4j.runtime.teststate;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A request in the words of AWS: what {@code aws stepfunctions test-state} and the SDKs send.
 * Immutable.
 *
 * <p>Payloads ({@code input}, {@code variables}, {@code context}, {@code mock.result}, {@code
 * stateConfiguration.mapItemReaderData}) are texts, as in the API.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/step-functions/latest/apireference/API_TestState.html">AWS
 *     Step Functions API, TestState</a>
 */
public final class TestStateRequest {

  private static final int DEFINITION = 1_048_576;
  private static final int DATA = 262_144;
  private static final int STATE_NAME = 80;
  private static final int ARN = 256;
  private static final int ERROR = 256;
  private static final int CAUSE = 32_768;

  private static final List<String> MEMBERS =
      List.of(
          "definition",
          "roleArn",
          "input",
          "inspectionLevel",
          "revealSecrets",
          "variables",
          "stateName",
          "mock",
          "context",
          "stateConfiguration");

  /** What a request says; null where it says nothing. */
  record Said(
      String definition,
      @Nullable String stateName,
      @Nullable String roleArn,
      @Nullable String input,
      InspectionLevel inspectionLevel,
      boolean revealSecrets,
      @Nullable String variables,
      @Nullable String context,
      @Nullable Mock mock,
      StateConfiguration configuration) {}

  private final Said said;

  private TestStateRequest(Said said) {
    this.said = said;
  }

  /**
   * Reads the JSON of a request.
   *
   * @throws TestStateRejected if a member is missing, unknown, of another type, too long or too
   *     short
   */
  public static TestStateRequest read(JsonNode request) {
    RequestReader reader = new RequestReader();
    if (!request.isObject()) {
      throw TestStateRejected.validation("A request of TestState is a JSON object.");
    }
    reader.allow(request, "", MEMBERS);
    reader.require(request, "definition");
    String definition = reader.text(request, "", "definition", 1, DEFINITION);
    Said said =
        new Said(
            definition == null ? "" : definition,
            reader.text(request, "", "stateName", 1, STATE_NAME),
            reader.text(request, "", "roleArn", 1, ARN),
            reader.text(request, "", "input", 0, DATA),
            reader.word(request, "", "inspectionLevel", InspectionLevel.INFO),
            reader.flag(request, "revealSecrets"),
            reader.text(request, "", "variables", 0, DATA),
            reader.text(request, "", "context", 0, DATA),
            mock(reader, request),
            configuration(reader, request));
    reader.orReject();
    return new TestStateRequest(said);
  }

  private static @Nullable Mock mock(RequestReader reader, JsonNode request) {
    JsonNode mock =
        reader.object(request, "", "mock", List.of("result", "errorOutput", "fieldValidationMode"));
    if (mock == null) {
      return null;
    }
    JsonNode error = reader.object(mock, "mock", "errorOutput", List.of("error", "cause"));
    Mock.ErrorOutput errorOutput =
        error == null
            ? null
            : new Mock.ErrorOutput(
                reader.text(error, "mock.errorOutput", "error", 0, ERROR),
                reader.text(error, "mock.errorOutput", "cause", 0, CAUSE));
    return new Mock(
        reader.text(mock, "mock", "result", 0, DATA),
        errorOutput,
        reader.word(mock, "mock", "fieldValidationMode", FieldValidationMode.STRICT));
  }

  private static StateConfiguration configuration(RequestReader reader, JsonNode request) {
    String path = "stateConfiguration";
    JsonNode configuration =
        reader.object(
            request,
            "",
            path,
            List.of(
                "retrierRetryCount",
                "errorCausedByState",
                "mapIterationFailureCount",
                "mapItemReaderData"));
    if (configuration == null) {
      return StateConfiguration.NONE;
    }
    return new StateConfiguration(
        reader.count(configuration, path, "retrierRetryCount"),
        reader.text(configuration, path, "errorCausedByState", 1, STATE_NAME),
        reader.count(configuration, path, "mapIterationFailureCount"),
        reader.text(configuration, path, "mapItemReaderData", 0, DATA));
  }

  Said said() {
    return said;
  }
}
