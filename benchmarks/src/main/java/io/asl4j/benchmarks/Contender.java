package io.asl4j.benchmarks;

import java.util.Optional;

/** Who does the workloads. */
enum Contender {
  LIMIT("LIMIT: hand-written Java", "no engine; fields set in place on one shallow copy"),
  LIMIT_VALUES("LIMIT with value semantics", "no engine; a shallow copy for each change"),
  LIMIT_TIMER("LIMIT with timer callbacks", "no engine, no threads"),
  ASL_JSONPATH("asl4j, JSONPath", "history off, no listener, SLF4J without backend"),
  ASL_JSONPATH_HISTORY("asl4j, JSONPath, history", "every event kept by reference"),
  ASL_JSONATA("asl4j, JSONata", "history off, no listener, SLF4J without backend"),
  ASL_JSONATA_HISTORY("asl4j, JSONata, history", "every event kept by reference"),
  JSONATA_DASHJOIN("JSONata library alone (dashjoin)", "only the expressions, on maps, own frame"),
  JSONATA_OWN("asl4j's JSONata alone", "only the expressions"),
  SERVERLESS_WORKFLOW("Serverless Workflow SDK", "Java function tasks on maps, no listener"),
  TEMPORAL("Temporal test environment", "in memory; its own history, JSON payloads, gRPC inside");

  private final String title;
  private final String conditions;

  Contender(String title, String conditions) {
    this.title = title;
    this.conditions = conditions;
  }

  String title() {
    return title;
  }

  /** What is on and what is off. */
  String conditions() {
    return conditions;
  }

  /** This contender's way to do a workload; empty when it has none. */
  Optional<Job> job(Workload workload, int size) {
    return Optional.ofNullable(
        switch (this) {
          case LIMIT -> HandWritten.job(workload, size, false);
          case LIMIT_VALUES ->
              workload == Workload.CHAIN || workload == Workload.COUNTER
                  ? HandWritten.job(workload, size, true)
                  : null;
          case LIMIT_TIMER -> workload.isPark() ? new TimerPark(size) : null;
          case ASL_JSONPATH -> AslJob.of(workload, size, "jsonpath", false);
          case ASL_JSONPATH_HISTORY -> AslJob.of(workload, size, "jsonpath", true);
          case ASL_JSONATA -> AslJob.of(workload, size, "jsonata", false);
          case ASL_JSONATA_HISTORY -> AslJob.of(workload, size, "jsonata", true);
          case JSONATA_DASHJOIN -> ExpressionsAlone.dashjoin(workload);
          case JSONATA_OWN -> ExpressionsAlone.own(workload);
          case SERVERLESS_WORKFLOW -> ServerlessWorkflowJob.of(workload, size);
          case TEMPORAL -> TemporalJob.of(workload, size);
        });
  }
}
