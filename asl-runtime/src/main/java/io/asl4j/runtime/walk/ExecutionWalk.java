package io.asl4j.runtime.walk;

import com.fasterxml.jackson.databind.JsonNode;
import io.asl4j.core.model.Scope;
import io.asl4j.runtime.failure.StateFailed;
import io.asl4j.runtime.history.EventDetails;
import io.asl4j.runtime.history.EventType;
import io.asl4j.runtime.history.History;
import io.asl4j.runtime.history.Place;

/** Walks a whole execution: the scope of its machine, between its first and its last event. */
public final class ExecutionWalk {

  private final Run run;
  private final Scope scope;
  private final Host host;

  /**
   * @param scope the machine's own, or that of the item processor whose child execution it is
   */
  public ExecutionWalk(Run run, Scope scope, Host host) {
    this.run = run;
    this.scope = scope;
    this.host = host;
  }

  /**
   * Tells the first event of an execution, or of its redrive: before anything else can happen to
   * it, such as a stop.
   *
   * @throws StateFailed when the history is full; the walk then fails for the same reason
   */
  public static void begin(Run run, History history) {
    Trail events = new Trail(history, history.lastEvent(), Place.OUTERMOST);
    if (run.redriveCount() == 0) {
      events.add(
          EventType.EXECUTION_STARTED,
          new EventDetails.Started(run.input(), run.deployment().roleArn()));
    } else {
      events.add(EventType.EXECUTION_REDRIVEN, new EventDetails.Redriven(run.redriveCount()));
    }
  }

  /**
   * Walks to the end of an execution that has {@linkplain #begin begun}.
   *
   * @return the output of the execution
   * @throws StateFailed when it fails, after its history says so
   * @throws io.asl4j.runtime.failure.ExecutionCancelled when it is stopped; the last event is then
   *     the business of whoever stopped it
   */
  public JsonNode walk() {
    ScopeWalk root = new ScopeWalk(run, scope, ScopePath.ROOT, null, host, Place.OUTERMOST);
    try {
      JsonNode output = root.walk(run.input(), Variables.NONE, 0);
      after(root).add(EventType.EXECUTION_SUCCEEDED, new EventDetails.Output(output));
      return output;
    } catch (StateFailed failure) {
      after(root)
          .add(
              EventType.EXECUTION_FAILED,
              new EventDetails.Failure(failure.error(), failure.causeText()));
      throw failure;
    }
  }

  private Trail after(ScopeWalk root) {
    return new Trail(host.history(), root.trail().last(), Place.OUTERMOST);
  }
}
