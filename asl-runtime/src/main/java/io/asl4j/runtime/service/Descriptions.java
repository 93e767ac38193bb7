package io.asl4j.runtime.service;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.asl4j.core.json.Json;
import io.asl4j.runtime.Execution;
import io.asl4j.runtime.ExecutionResult;
import io.asl4j.runtime.failure.ErrorName;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Executions as the integration with Step Functions itself describes them: fields in alphabetical
 * order, times in milliseconds since 1970.
 */
final class Descriptions {

  private Descriptions() {}

  /** What {@code startExecution} answers. */
  static ObjectNode started(Execution execution, Instant start) {
    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    answer.put("ExecutionArn", execution.arn());
    ObjectNode http = answer.putObject("SdkHttpMetadata");
    http.putObject("AllHttpHeaders");
    http.putObject("HttpHeaders");
    http.put("HttpStatusCode", 200);
    answer.putObject("SdkResponseMetadata").put("RequestId", requestId(execution.arn()));
    answer.put("StartDate", start.toEpochMilli());
    return answer;
  }

  /**
   * What is known of an execution that has ended.
   *
   * @param asJson whether input and output are JSON values, not JSON texts
   */
  static ObjectNode ended(
      Execution execution,
      ExecutionResult result,
      JsonNode input,
      String machineArn,
      Instant start,
      Instant stop,
      boolean asJson) {
    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    switch (result) {
      case ExecutionResult.Failed failed -> reason(answer, failed.error(), failed.cause());
      case ExecutionResult.Aborted aborted -> reason(answer, aborted.error(), aborted.cause());
      case ExecutionResult.TimedOut timedOut -> reason(answer, ErrorName.TIMEOUT, null);
      case ExecutionResult.Succeeded succeeded -> {}
    }
    answer.put("ExecutionArn", execution.arn());
    payload(answer, "Input", input, asJson);
    answer.put("Name", execution.name());
    if (result instanceof ExecutionResult.Succeeded succeeded) {
      payload(answer, "Output", succeeded.output(), asJson);
      answer.put("RedriveCount", 0);
      answer.put("RedriveStatus", "NOT_REDRIVABLE");
      answer.put("RedriveStatusReason", "Execution is SUCCEEDED and cannot be redriven");
    } else {
      answer.put("RedriveCount", 0);
      answer.put("RedriveStatus", "REDRIVABLE");
    }
    answer.put("StartDate", start.toEpochMilli());
    answer.put("StateMachineArn", machineArn);
    answer.put("Status", result.status());
    answer.put("StopDate", stop.toEpochMilli());
    return answer;
  }

  private static void reason(ObjectNode answer, @Nullable String error, @Nullable String cause) {
    if (cause != null) {
      answer.put("Cause", cause);
    }
    if (error != null) {
      answer.put("Error", error);
    }
  }

  private static void payload(ObjectNode answer, String name, JsonNode value, boolean asJson) {
    if (asJson) {
      answer.set(name, value);
    } else {
      answer.put(name, Json.write(value));
    }
    answer.putObject(name + "Details").put("Included", true);
  }

  /** The same for the same text, so that a run comes out the same again. */
  static String requestId(String of) {
    return UUID.nameUUIDFromBytes(of.getBytes(StandardCharsets.UTF_8)).toString();
  }
}
