package io.asl4j.benchmarks;

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

  /** Whether the contender takes part in a workload. */
  boolean does(Workload workload) {
    return switch (this) {
      case LIMIT, ASL_JSONPATH, ASL_JSONATA -> true;
      case LIMIT_VALUES, JSONATA_DASHJOIN, JSONATA_OWN ->
          workload == Workload.CHAIN || workload == Workload.COUNTER;
      case LIMIT_TIMER -> workload.isPark();
      case ASL_JSONPATH_HISTORY, ASL_JSONATA_HISTORY ->
          !workload.isPark() && !workload.isSleepingMap();
      // Its loops run one item after another, and long ones end in a stack overflow, which is why
      // the counter is left out.
      case SERVERLESS_WORKFLOW ->
          workload == Workload.CHAIN || workload == Workload.MAP_FREE || workload.isPark();
      // An execution costs milliseconds there: larger workloads would take minutes.
      case TEMPORAL -> workload == Workload.CHAIN || workload == Workload.PARK_10K;
    };
  }

  /**
   * This contender's way to do a workload.
   *
   * @throws IllegalArgumentException if it does not take part
   */
  Job job(Workload workload, int size) {
    if (!does(workload)) {
      throw new IllegalArgumentException(this + " does not do " + workload);
    }
    return switch (this) {
      case LIMIT -> HandWritten.job(workload, size, false);
      case LIMIT_VALUES -> HandWritten.job(workload, size, true);
      case LIMIT_TIMER -> new TimerPark(size);
      case ASL_JSONPATH -> new AslJob(workload, size, "jsonpath", false);
      case ASL_JSONPATH_HISTORY -> new AslJob(workload, size, "jsonpath", true);
      case ASL_JSONATA -> new AslJob(workload, size, "jsonata", false);
      case ASL_JSONATA_HISTORY -> new AslJob(workload, size, "jsonata", true);
      case JSONATA_DASHJOIN -> ExpressionsAlone.dashjoin(workload);
      case JSONATA_OWN -> ExpressionsAlone.own(workload);
      case SERVERLESS_WORKFLOW -> new ServerlessWorkflowJob(workload, size);
      case TEMPORAL -> new TemporalJob(workload, size);
    };
  }
}
