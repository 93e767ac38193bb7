package io.asl4j.micrometer;

import java.util.List;

/** The metrics, in the order of {@code docs/observability.md}. */
enum Metric {
  EXECUTIONS_STARTED(
      "asl.executions.started",
      Kind.COUNTER,
      "Executions that were started or redriven.",
      Metric.MACHINE),
  EXECUTIONS_OPEN(
      "asl.executions.open", Kind.GAUGE, "Executions that are under way.", Metric.MACHINE),
  EXECUTION_DURATION(
      "asl.execution.duration",
      Kind.TIMER,
      "Executions that have ended, and how long they took.",
      Metric.MACHINE,
      "status"),
  STATE_DURATION(
      "asl.state.duration",
      Kind.TIMER,
      "Visits of states that have ended, and how long they took, with waits and retries.",
      Metric.MACHINE,
      Metric.STATE,
      "type",
      "outcome"),
  TASK_DURATION(
      "asl.task.duration",
      Kind.TIMER,
      "Attempts of tasks that have ended, and how long they took.",
      Metric.MACHINE,
      Metric.STATE,
      "resource",
      "outcome"),
  TASK_FAILURES(
      "asl.task.failures",
      Kind.COUNTER,
      "Attempts of tasks that have failed or timed out.",
      Metric.MACHINE,
      Metric.STATE,
      "error"),
  RETRIES(
      "asl.retries",
      Kind.COUNTER,
      "Failures of Task, Parallel and Map states that a retrier made up for.",
      Metric.MACHINE,
      Metric.STATE),
  TOKENS_WAITING(
      "asl.tokens.waiting",
      Kind.GAUGE,
      "Callback and activity tasks that wait for their token.",
      Metric.MACHINE),
  ITEM_DURATION(
      "asl.item.duration",
      Kind.TIMER,
      "Items of Map states that have ended, batches of a Distributed Map, and how long they took.",
      Metric.MACHINE,
      Metric.STATE,
      "outcome");

  /** Kinds of meters, as Micrometer calls them. */
  enum Kind {
    COUNTER,
    GAUGE,
    TIMER
  }

  static final String MACHINE = "machine";
  static final String STATE = "state";

  private final String key;
  private final Kind kind;
  private final String description;
  private final List<String> tags;

  Metric(String key, Kind kind, String description, String... tags) {
    this.key = key;
    this.kind = kind;
    this.description = description;
    this.tags = List.of(tags);
  }

  String key() {
    return key;
  }

  Kind kind() {
    return kind;
  }

  String description() {
    return description;
  }

  List<String> tags() {
    return tags;
  }
}
