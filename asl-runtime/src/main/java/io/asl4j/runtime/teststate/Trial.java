package io.asl4j.runtime.teststate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.asl4j.core.json.Redaction;
import io.asl4j.runtime.failure.ErrorNaming;
import io.asl4j.runtime.failure.StateFailed;
import io.asl4j.runtime.host.Checkpoints;
import io.asl4j.runtime.host.VirtualTime;
import io.asl4j.runtime.host.World;
import io.asl4j.runtime.host.Worlds;
import io.asl4j.runtime.map.ItemSources;
import io.asl4j.runtime.map.ResultSinks;
import io.asl4j.runtime.task.ExecutionId;
import io.asl4j.runtime.task.TaskHandlers;
import io.asl4j.runtime.walk.Deployment;
import io.asl4j.runtime.walk.Limits;
import io.asl4j.runtime.walk.Run;
import io.asl4j.runtime.walk.StateTrial;
import io.asl4j.runtime.walk.StateTrial.Outcome;
import io.asl4j.runtime.walk.Variables;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One test of one state, everything checked and ready to run.
 *
 * @param stateName what the context object calls the state
 * @param context null for one that is made up
 * @param work null for a state whose work is done by the handlers, or that has none
 */
record Trial(
    Subject subject,
    String stateName,
    JsonNode input,
    JsonNode variables,
    @Nullable ObjectNode context,
    @Nullable MockedWork work,
    StateConfiguration configuration,
    @Nullable String roleArn,
    Conditions conditions) {

  /**
   * Under what conditions a state is tested.
   *
   * @param errors what the exceptions of handlers are called
   * @param timeLimit how long the state may take; null for no limit
   */
  record Conditions(
      TaskHandlers handlers,
      ErrorNaming errors,
      Instant start,
      @Nullable Duration timeLimit,
      Limits limits,
      String region,
      String account,
      long seed) {}

  /** Runs the state, in modelled time. */
  TestStateResult run(TestStateResult.Form form) {
    TrialRun.Ended ended = ended();
    return switch (ended.outcome()) {
      case Outcome.Succeeded succeeded ->
          new TestStateResult(
              TestStatus.SUCCEEDED,
              succeeded.output(),
              null,
              null,
              succeeded.next(),
              new InspectionData(ended.seen(), Optional.empty()),
              form);
      case Outcome.Failed failed ->
          unhandled(TestStatus.FAILED, failed.failure(), Optional.empty(), ended, form);
      case Outcome.Retriable retriable ->
          unhandled(
              TestStatus.RETRIABLE,
              retriable.failure(),
              Optional.of(ErrorDetails.retried(retriable.retrier(), retriable.delay())),
              ended,
              form);
      case Outcome.Caught caught ->
          new TestStateResult(
              TestStatus.CAUGHT_ERROR,
              caught.output(),
              caught.failure().error(),
              caught.failure().causeText(),
              caught.next(),
              new InspectionData(ended.seen(), Optional.of(ErrorDetails.caught(caught.catcher()))),
              form);
    };
  }

  private static TestStateResult unhandled(
      TestStatus status,
      StateFailed failure,
      Optional<ErrorDetails> details,
      TrialRun.Ended ended,
      TestStateResult.Form form) {
    return new TestStateResult(
        status,
        null,
        failure.error(),
        failure.causeText(),
        null,
        new InspectionData(ended.seen(), details),
        form);
  }

  private TrialRun.Ended ended() {
    StateTrial trial = stateTrial();
    TrialRun running = new TrialRun(trial, work, configuration);
    time().start(new World.Beginning(trial.run().id(), deadline(), Checkpoints.NONE, 0), running);
    return running.await();
  }

  private VirtualTime time() {
    return Worlds.of(
            conditions.handlers(),
            ItemSources.none(),
            ResultSinks.none(),
            conditions.errors(),
            List.of(),
            conditions.limits(),
            Redaction.standard())
        .virtual(conditions.start(), null, Thread.ofVirtual().name("asl-test-", 0).factory());
  }

  private Instant deadline() {
    Duration limit = conditions.timeLimit();
    return limit == null ? Instant.MAX : conditions.start().plus(limit);
  }

  private StateTrial stateTrial() {
    TrialNames names = TrialNames.of(conditions.region(), conditions.account(), conditions.seed());
    long retries = retries();
    ObjectNode shown =
        context != null
            ? context
            : TrialContext.of(
                names, subject, stateName, input, roleArn, conditions.start(), retries);
    Run run =
        new Run(
            subject.machine(),
            ExecutionId.of(names.executionArn(), names.executionName()),
            new Deployment(
                roleArn == null ? "" : roleArn,
                names.stateMachineArn(),
                names.machineName(),
                conditions.region(),
                conditions.limits()),
            input,
            conditions.start(),
            conditions.seed(),
            0,
            null);
    return new StateTrial(
        run,
        subject.state(),
        subject.around(),
        input,
        variables.isEmpty() ? Variables.NONE : Variables.NONE.assign(variables),
        shown,
        context == null,
        retries);
  }

  /** The configuration says it, or else the context object. */
  private long retries() {
    Long configured = configuration.retrierRetryCount();
    if (configured != null) {
      return configured;
    }
    return context == null ? 0 : Math.max(0, context.path("State").path("RetryCount").asLong());
  }
}
