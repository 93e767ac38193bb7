package io.asl4j.runtime.history;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.asl4j.core.json.Json;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * History events as JSON, in two forms.
 *
 * <p>The form of AWS is what {@code aws stepfunctions get-execution-history} prints: each event has
 * {@code id}, {@code previousEventId}, {@code timestamp} (ISO 8601) and {@code type}, and one
 * object of details such as {@code stateEnteredEventDetails}, in which inputs, outputs, parameters
 * and variables are JSON texts. The flat form is for reading and comparing: the details stand
 * beside {@code id} and {@code type}, payloads are JSON values, and timestamp and role, which
 * differ between any two runs, are left out.
 *
 * <p>The result belongs to the caller, but the payloads of the flat form are those of the execution
 * and must not be changed. All methods are safe to call from many threads.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/step-functions/latest/apireference/API_GetExecutionHistory.html">AWS
 *     Step Functions API, GetExecutionHistory</a>
 */
public final class HistoryJson {

  private HistoryJson() {}

  /** Writes a whole history as AWS does: an object whose {@code events} are in order of ids. */
  public static ObjectNode aws(List<HistoryEvent> events) {
    ObjectNode history = JsonNodeFactory.instance.objectNode();
    ArrayNode list = history.putArray("events");
    for (HistoryEvent event : events) {
      list.add(aws(event, true));
    }
    return history;
  }

  /**
   * Writes one event as AWS does.
   *
   * @param includeExecutionData false to leave inputs and outputs out, as AWS does on request
   */
  public static ObjectNode aws(HistoryEvent event, boolean includeExecutionData) {
    ObjectNode written = JsonNodeFactory.instance.objectNode();
    written.put("timestamp", event.timestamp().toString());
    written.put("type", event.type().toString());
    written.put("id", event.id());
    written.put("previousEventId", event.previousEventId());
    if (!event.details().equals(EventDetails.none())) {
      written.set(detailsName(event), details(event, includeExecutionData));
    }
    return written;
  }

  /**
   * Writes the details of one event as AWS does, payloads as JSON texts; an empty object for an
   * event that has none.
   *
   * @param includeExecutionData false to leave inputs and outputs out
   */
  public static ObjectNode details(HistoryEvent event, boolean includeExecutionData) {
    ObjectNode written = JsonNodeFactory.instance.objectNode();
    write(event.details(), new AwsForm(written, includeExecutionData));
    return written;
  }

  /** Writes one event in the flat form. */
  public static ObjectNode flat(HistoryEvent event) {
    ObjectNode written = JsonNodeFactory.instance.objectNode();
    written.put("id", event.id());
    written.put("previousEventId", event.previousEventId());
    written.put("type", event.type().toString());
    write(event.details(), new FlatForm(written));
    return written;
  }

  private static String detailsName(HistoryEvent event) {
    return switch (event.details()) {
      case EventDetails.StateEntered entered -> "stateEnteredEventDetails";
      case EventDetails.StateExited exited -> "stateExitedEventDetails";
      default -> {
        String type = event.type().toString();
        yield type.substring(0, 1).toLowerCase(Locale.ROOT) + type.substring(1) + "EventDetails";
      }
    };
  }

  /** Where the two forms differ. */
  private abstract static class Form {

    final ObjectNode to;

    Form(ObjectNode to) {
      this.to = to;
    }

    abstract void payload(String name, JsonNode value);

    abstract void parameters(JsonNode value);

    abstract void variables(JsonNode values);

    abstract void machineRole(String roleArn);

    final Form text(String name, @Nullable String value) {
      if (value != null) {
        to.put(name, value);
      }
      return this;
    }

    final Form number(String name, @Nullable Long value) {
      if (value != null) {
        to.put(name, value);
      }
      return this;
    }

    final void credentials(@Nullable String roleArn) {
      if (roleArn != null) {
        to.putObject("taskCredentials").put("roleArn", roleArn);
      }
    }
  }

  private static final class AwsForm extends Form {

    private final boolean includeExecutionData;

    AwsForm(ObjectNode to, boolean includeExecutionData) {
      super(to);
      this.includeExecutionData = includeExecutionData;
    }

    @Override
    void payload(String name, JsonNode value) {
      if (includeExecutionData) {
        to.put(name, Json.write(value));
        to.putObject(name + "Details").put("truncated", false);
      }
    }

    @Override
    void parameters(JsonNode value) {
      to.put("parameters", Json.write(value));
    }

    @Override
    void variables(JsonNode values) {
      if (includeExecutionData) {
        ObjectNode texts = to.putObject("assignedVariables");
        values.properties().forEach(each -> texts.put(each.getKey(), Json.write(each.getValue())));
        to.putObject("assignedVariablesDetails").put("truncated", false);
      }
    }

    @Override
    void machineRole(String roleArn) {
      to.put("roleArn", roleArn);
    }
  }

  private static final class FlatForm extends Form {

    FlatForm(ObjectNode to) {
      super(to);
    }

    @Override
    void payload(String name, JsonNode value) {
      to.set(name, value);
    }

    @Override
    void parameters(JsonNode value) {
      to.set("parameters", value);
    }

    @Override
    void variables(JsonNode values) {
      to.set("assignedVariables", values);
    }

    @Override
    void machineRole(String roleArn) {
      // Differs between any two accounts, so the flat form leaves it out.
    }
  }

  private static void write(EventDetails details, Form form) {
    switch (details) {
      case EventDetails.None none -> {}
      case EventDetails.Started started -> {
        form.payload("input", started.input());
        form.machineRole(started.roleArn());
      }
      case EventDetails.Output output -> form.payload("output", output.output());
      case EventDetails.Failure failure ->
          form.text("error", failure.error()).text("cause", failure.cause());
      case EventDetails.Redriven redriven ->
          form.number("redriveCount", (long) redriven.redriveCount());
      case EventDetails.StateEntered entered ->
          form.text("name", entered.name()).payload("input", entered.input());
      case EventDetails.StateExited exited -> {
        form.text("name", exited.name()).payload("output", exited.output());
        if (exited.assignedVariables() != null) {
          form.variables(exited.assignedVariables());
        }
      }
      case EventDetails.MapStarted started -> form.number("length", (long) started.length());
      case EventDetails.Iteration iteration ->
          form.text("name", iteration.name()).number("index", (long) iteration.index());
      case EventDetails.MapRun run -> form.text("mapRunArn", run.mapRunArn());
      case EventDetails.WorkerStarted worker -> form.text("workerName", worker.workerName());
      case EventDetails.EvaluationFailure evaluation ->
          form.text("error", evaluation.error())
              .text("cause", evaluation.cause())
              .text("location", evaluation.location())
              .text("state", evaluation.state());
      case EventDetails.TaskScheduled scheduled -> {
        form.text("resourceType", scheduled.resourceType())
            .text("resource", scheduled.resource())
            .text("region", scheduled.region());
        form.parameters(scheduled.parameters());
        form.number("timeoutInSeconds", scheduled.timeoutInSeconds())
            .number("heartbeatInSeconds", scheduled.heartbeatInSeconds())
            .credentials(scheduled.roleArn());
      }
      case EventDetails.TaskStarted started ->
          form.text("resourceType", started.resourceType()).text("resource", started.resource());
      case EventDetails.TaskOutput output ->
          form.text("resourceType", output.resourceType())
              .text("resource", output.resource())
              .payload("output", output.output());
      case EventDetails.TaskFailure failure ->
          form.text("resourceType", failure.resourceType())
              .text("resource", failure.resource())
              .text("error", failure.error())
              .text("cause", failure.cause());
      case EventDetails.CallScheduled scheduled -> {
        form.text("resource", scheduled.resource()).payload("input", scheduled.input());
        form.number("timeoutInSeconds", scheduled.timeoutInSeconds())
            .number("heartbeatInSeconds", scheduled.heartbeatInSeconds())
            .credentials(scheduled.roleArn());
      }
    }
  }
}
