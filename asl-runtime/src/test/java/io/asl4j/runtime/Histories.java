package io.asl4j.runtime;

import com.fasterxml.jackson.databind.JsonNode;
import io.asl4j.core.json.Json;
import io.asl4j.runtime.history.EventDetails;
import io.asl4j.runtime.history.EventType;
import io.asl4j.runtime.history.HistoryEvent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Histories as lines, and as what stays the same however branches interleave. */
final class Histories {

  private static final Pattern EVENT_ID = Pattern.compile("event id #(\\d+)");

  private Histories() {}

  /** {@code id <- previousEventId Type detail}, one line an event. */
  static List<String> lines(List<HistoryEvent> events) {
    return events.stream()
        .map(event -> event.id() + " <- " + event.previousEventId() + " " + text(event))
        .toList();
  }

  /** {@code Type detail}. */
  static String text(HistoryEvent event) {
    String detail = detail(event.details());
    return detail.isEmpty() ? event.type().toString() : event.type() + " " + detail;
  }

  private static String detail(EventDetails details) {
    return switch (details) {
      case EventDetails.None none -> "";
      case EventDetails.Started started -> Json.write(started.input());
      case EventDetails.Output output -> Json.write(output.output());
      case EventDetails.Failure failure -> failure(failure.error(), failure.cause());
      case EventDetails.Redriven redriven -> "#" + redriven.redriveCount();
      case EventDetails.StateEntered entered -> entered.name() + " " + Json.write(entered.input());
      case EventDetails.StateExited exited ->
          exited.name() + " " + Json.write(exited.output()) + assigned(exited.assignedVariables());
      case EventDetails.MapStarted started -> "of " + started.length();
      case EventDetails.Iteration iteration -> iteration.name() + "[" + iteration.index() + "]";
      case EventDetails.MapRun mapRun -> mapRun.mapRunArn();
      case EventDetails.TaskScheduled task ->
          "%s:%s %s%s"
              .formatted(
                  task.resourceType(),
                  task.resource(),
                  Json.write(task.parameters()),
                  timers(task.timeoutInSeconds(), task.heartbeatInSeconds(), task.roleArn()));
      case EventDetails.TaskStarted task -> task.resourceType() + ":" + task.resource();
      case EventDetails.TaskOutput task ->
          "%s:%s %s".formatted(task.resourceType(), task.resource(), Json.write(task.output()));
      case EventDetails.TaskFailure task ->
          "%s:%s %s"
              .formatted(task.resourceType(), task.resource(), failure(task.error(), task.cause()));
      case EventDetails.CallScheduled call ->
          "%s %s%s"
              .formatted(
                  call.resource(),
                  Json.write(call.input()),
                  timers(call.timeoutInSeconds(), call.heartbeatInSeconds(), call.roleArn()));
      case EventDetails.WorkerStarted worker ->
          worker.workerName() == null ? "" : "by " + worker.workerName();
      case EventDetails.EvaluationFailure failure ->
          "%s at %s of %s: %s"
              .formatted(failure.error(), failure.location(), failure.state(), failure.cause());
    };
  }

  private static String failure(@Nullable String error, @Nullable String cause) {
    return (error == null ? "" : error) + (cause == null ? "" : ": " + cause);
  }

  private static String assigned(@Nullable JsonNode variables) {
    return variables == null ? "" : " assigned " + Json.write(variables);
  }

  private static String timers(
      @Nullable Long timeout, @Nullable Long heartbeat, @Nullable String role) {
    return (timeout == null ? "" : " timeout " + timeout)
        + (heartbeat == null ? "" : " heartbeat " + heartbeat)
        + (role == null ? "" : " as " + role);
  }

  /**
   * For each event the way that led to it, in lines, sorted. Two histories that differ only in the
   * order of independent events have the same ways.
   *
   * <p>Where branches come together, AWS points at the one that came last, and an iteration that
   * waits for a free place points at the one that made it free; here both hang on the start of
   * their state.
   */
  static List<String> ways(List<HistoryEvent> events) {
    Map<Long, HistoryEvent> byId = new HashMap<>();
    events.forEach(event -> byId.put(event.id(), event));
    Map<Long, String> known = new HashMap<>();
    List<String> ways = new ArrayList<>();
    for (HistoryEvent event : events) {
      HistoryEvent from = from(event, byId);
      String way =
          (from == null ? "" : known.get(from.id())) + "\n  " + withoutIds(text(event), byId);
      known.put(event.id(), way);
      ways.add(way);
    }
    ways.sort(null);
    return ways;
  }

  private static @Nullable HistoryEvent from(HistoryEvent event, Map<Long, HistoryEvent> byId) {
    HistoryEvent previous = byId.get(event.previousEventId());
    return switch (event.type()) {
      case PARALLEL_STATE_SUCCEEDED,
          PARALLEL_STATE_EXITED,
          MAP_STATE_SUCCEEDED,
          MAP_STATE_EXITED,
          MAP_ITERATION_STARTED ->
          startOfState(previous, byId);
      default -> previous;
    };
  }

  private static @Nullable HistoryEvent startOfState(
      @Nullable HistoryEvent last, Map<Long, HistoryEvent> byId) {
    int inner = 0;
    for (HistoryEvent event = last; event != null; event = byId.get(event.previousEventId())) {
      switch (event.type()) {
        case PARALLEL_STATE_EXITED, MAP_STATE_EXITED -> inner++;
        case PARALLEL_STATE_ENTERED, MAP_STATE_ENTERED -> inner--;
        case PARALLEL_STATE_FAILED, MAP_STATE_FAILED, MAP_RUN_STARTED -> {
          if (inner == 0) {
            return last;
          }
        }
        case PARALLEL_STATE_STARTED, MAP_STATE_STARTED -> {
          if (inner == 0) {
            return event;
          }
        }
        default -> {}
      }
    }
    return last;
  }

  /** Causes quote the numbers of events, which differ from run to run. */
  private static String withoutIds(String text, Map<Long, HistoryEvent> byId) {
    Matcher ids = EVENT_ID.matcher(text);
    return ids.replaceAll(
        id -> {
          HistoryEvent event = byId.get(Long.parseLong(id.group(1)));
          return Matcher.quoteReplacement(event == null ? "no event" : text(event));
        });
  }

  /** Whether an event of that type is among them. */
  static boolean contain(List<HistoryEvent> events, EventType type) {
    return events.stream().anyMatch(event -> event.type() == type);
  }
}
