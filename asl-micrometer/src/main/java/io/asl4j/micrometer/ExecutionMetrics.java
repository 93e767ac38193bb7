package io.asl4j.micrometer;

import io.asl4j.runtime.history.Decision;
import io.asl4j.runtime.history.ExecutionListener;
import io.asl4j.runtime.history.HistoryEvent;
import io.asl4j.runtime.history.Step;
import io.asl4j.runtime.history.StepEnd;
import io.asl4j.runtime.history.StepObserver;
import io.asl4j.runtime.history.Steps;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Counts and times executions, states, tasks and items in a meter registry.
 *
 * <pre>{@code
 * Engine engine = Engine.builder().listener(ExecutionMetrics.of(registry)).build();
 * }</pre>
 *
 * <p>Tags take few values by design: names of machines, states and resources come from definitions,
 * and names of executions, inputs and causes are in none. Only error names can come from anywhere:
 * after the first hundred, further ones are counted as {@code other}. Durations are those of the
 * engine's clock. Thread-safe; one object may listen to several engines.
 */
public final class ExecutionMetrics implements ExecutionListener {

  private static final int MOST_ERRORS = 100;
  private static final String OTHER_ERRORS = "other";
  private static final String NO_ERROR = "none";

  private final Steps<Begun> steps;

  private ExecutionMetrics(MeterRegistry registry) {
    this.steps = new Steps<>(new Observer(new Meters(registry)));
  }

  /** Metrics in this registry. */
  public static ExecutionMetrics of(MeterRegistry registry) {
    return new ExecutionMetrics(registry);
  }

  @Override
  public void onEvent(String executionArn, HistoryEvent event) {
    steps.onEvent(executionArn, event);
  }

  @Override
  public void onDecision(String executionArn, long eventId, Decision decision) {
    steps.onDecision(executionArn, eventId, decision);
  }

  /** A step under way; children of a Distributed Map are counted as its items only. */
  private record Begun(Instant at, boolean isChild) {}

  private static final class Observer implements StepObserver<Begun> {

    private final Meters meters;
    private final Set<String> errors = ConcurrentHashMap.newKeySet();

    Observer(Meters meters) {
      this.meters = meters;
    }

    @Override
    public Begun begins(Step step, @Nullable Begun within, Instant at) {
      Begun begun = new Begun(at, within != null);
      switch (step) {
        case Step.Execution execution -> {
          if (!begun.isChild()) {
            meters.counter(Metric.EXECUTIONS_STARTED, execution.machineName()).increment();
            open(execution).incrementAndGet();
          }
        }
        case Step.Attempt attempt -> {
          if (attempt.waitsForToken()) {
            waiting(attempt).incrementAndGet();
          }
        }
        case Step.Visit visit -> {}
        case Step.Branch branch -> {}
        case Step.Item item -> {}
      }
      return begun;
    }

    private AtomicLong open(Step.Execution execution) {
      return meters.gauge(Metric.EXECUTIONS_OPEN, execution.machineName());
    }

    private AtomicLong waiting(Step.Attempt attempt) {
      return meters.gauge(Metric.TOKENS_WAITING, attempt.machineName());
    }

    @Override
    public void ends(Step step, Begun begun, StepEnd end) {
      Duration took = Duration.between(begun.at(), end.at());
      String outcome = end.outcome().name().toLowerCase(Locale.ROOT);
      switch (step) {
        case Step.Execution execution -> {
          if (!begun.isChild()) {
            open(execution).decrementAndGet();
            meters.timer(Metric.EXECUTION_DURATION, execution.machineName(), outcome).record(took);
          }
        }
        case Step.Visit visit ->
            meters
                .timer(
                    Metric.STATE_DURATION,
                    visit.machineName(),
                    visit.state(),
                    visit.type(),
                    outcome)
                .record(took);
        case Step.Attempt attempt -> attemptEnds(attempt, end, outcome, took);
        case Step.Item item ->
            meters
                .timer(Metric.ITEM_DURATION, item.machineName(), item.state(), outcome)
                .record(took);
        case Step.Branch branch -> {}
      }
    }

    private void attemptEnds(Step.Attempt attempt, StepEnd end, String outcome, Duration took) {
      if (attempt.waitsForToken()) {
        waiting(attempt).decrementAndGet();
      }
      meters
          .timer(
              Metric.TASK_DURATION,
              attempt.machineName(),
              attempt.state(),
              attempt.resource(),
              outcome)
          .record(took);
      boolean failed =
          end.outcome() == StepEnd.Outcome.FAILED || end.outcome() == StepEnd.Outcome.TIMED_OUT;
      if (failed) {
        meters
            .counter(
                Metric.TASK_FAILURES, attempt.machineName(), attempt.state(), known(end.error()))
            .increment();
      }
    }

    private String known(@Nullable String error) {
      if (error == null) {
        return NO_ERROR;
      }
      if (errors.contains(error)) {
        return error;
      }
      return errors.size() < MOST_ERRORS && errors.add(error) ? error : OTHER_ERRORS;
    }

    @Override
    public void decides(Step.Execution execution, Decision decision) {
      if (decision instanceof Decision.Retried retried) {
        meters.counter(Metric.RETRIES, execution.machineName(), retried.state()).increment();
      }
    }
  }
}
