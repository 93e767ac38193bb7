package io.asl4j.runtime.map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/**
 * Describes children in the form of result files: members in alphabetical order, input and output
 * as JSON texts.
 */
final class Descriptions {

  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSX").withZone(ZoneOffset.UTC);

  private Descriptions() {}

  static JsonNode of(ChildExecution child) {
    return switch (child) {
      case ChildExecution.Pending pending -> pending(pending);
      case ChildExecution.Succeeded succeeded -> succeeded(succeeded);
      case ChildExecution.Unsuccessful unsuccessful -> unsuccessful(unsuccessful);
    };
  }

  private static JsonNode pending(ChildExecution.Pending child) {
    ObjectNode description = JsonNodeFactory.instance.objectNode();
    putText(description, "Input", child.input());
    return description.put("Status", "PENDING");
  }

  private static JsonNode succeeded(ChildExecution.Succeeded child) {
    ObjectNode description = JsonNodeFactory.instance.objectNode();
    description.put("ExecutionArn", child.run().executionArn());
    putText(description, "Input", child.input());
    description.put("Name", child.run().name());
    putText(description, "Output", child.output());
    description.put("RedriveCount", child.run().redriveCount());
    description.put("RedriveStatus", "NOT_REDRIVABLE");
    description.put("RedriveStatusReason", "Execution is SUCCEEDED and cannot be redriven");
    return withEnd(description, child.run(), "SUCCEEDED");
  }

  private static JsonNode unsuccessful(ChildExecution.Unsuccessful child) {
    ObjectNode description = JsonNodeFactory.instance.objectNode();
    String cause = child.cause();
    if (cause != null) {
      description.put("Cause", cause);
    }
    String error = child.error();
    if (error != null) {
      description.put("Error", error);
    }
    description.put("ExecutionArn", child.run().executionArn());
    putText(description, "Input", child.input());
    description.put("Name", child.run().name());
    description.set("OutputDetails", included());
    description.put("RedriveCount", child.run().redriveCount());
    description.put("RedriveStatus", "REDRIVABLE_BY_MAP_RUN");
    return withEnd(description, child.run(), child.ending().name());
  }

  private static void putText(ObjectNode description, String field, JsonNode value) {
    description.put(field, ExactJson.text(value));
    description.set(field + "Details", included());
  }

  private static ObjectNode withEnd(ObjectNode description, ChildExecution.Run run, String status) {
    description.put("StartDate", DATE.format(run.startDate()));
    description.put("StateMachineArn", run.stateMachineArn());
    description.put("Status", status);
    return description.put("StopDate", DATE.format(run.stopDate()));
  }

  private static JsonNode included() {
    return JsonNodeFactory.instance.objectNode().put("Included", true);
  }
}
