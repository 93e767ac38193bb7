package io.asl4j.runtime.history;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * What AWS Step Functions writes to CloudWatch Logs about an execution: one record for each history
 * event that the log level lets through.
 *
 * <p>Immutable and safe to share between threads.
 *
 * @param level which events are written
 * @param includeExecutionData whether records hold inputs, outputs and variables
 * @see <a href="https://docs.aws.amazon.com/step-functions/latest/dg/cloudwatch-log-level.html">AWS
 *     Step Functions, Log levels</a>
 */
public record ExecutionLog(Level level, boolean includeExecutionData) {

  /** How much is written. */
  public enum Level {
    /** Every event. */
    ALL,
    /** Failures, timeouts, aborts, and entering a Fail state. */
    ERROR,
    /** Only that the execution failed, timed out or was aborted. */
    FATAL,
    /** Nothing. */
    OFF;

    /** Whether events of that type are written. */
    public boolean writes(EventType type) {
      return switch (this) {
        case ALL -> true;
        case ERROR -> isFatal(type) || isError(type);
        case FATAL -> isFatal(type);
        case OFF -> false;
      };
    }

    private static boolean isFatal(EventType type) {
      return type.endsExecution() && type != EventType.EXECUTION_SUCCEEDED;
    }

    /**
     * The documented table lists them by name; all of them, and no others, end in one of these
     * words.
     */
    private static boolean isError(EventType type) {
      String name = type.toString();
      return type == EventType.FAIL_STATE_ENTERED
          || name.endsWith("Failed")
          || name.endsWith("TimedOut")
          || name.endsWith("Aborted");
    }
  }

  /** The records of an execution, in order. */
  public List<ObjectNode> records(String executionArn, List<HistoryEvent> events) {
    return events.stream()
        .filter(event -> level.writes(event.type()))
        .map(event -> record(executionArn, event))
        .toList();
  }

  /**
   * The record of one event, whatever the level: ids, redrive count and time (milliseconds since
   * 1970) are texts, as AWS writes them.
   */
  public ObjectNode record(String executionArn, HistoryEvent event) {
    ObjectNode written = JsonNodeFactory.instance.objectNode();
    written.put("id", Long.toString(event.id()));
    written.put("type", event.type().toString());
    written.set("details", HistoryJson.details(event, includeExecutionData));
    written.put("previous_event_id", Long.toString(event.previousEventId()));
    written.put("event_timestamp", Long.toString(event.timestamp().toEpochMilli()));
    written.put("execution_arn", executionArn);
    written.put("redrive_count", "0");
    return written;
  }
}
