package io.asl4j.runtime.history;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The steps under way of one execution, by what its events say.
 *
 * <p>Everything is guarded by {@link #lock}, which the children of a Distributed Map share with the
 * execution that the Map is in.
 */
final class StepTree<T> {

  /** No event has this id. */
  static final long NOBODY = -1;

  private static final String WAITS_FOR_TOKEN = ".waitForTaskToken";

  private final Steps<T> steps;
  private final StepObserver<T> observer;
  private final ReentrantLock lock;
  private final Step.Execution execution;
  private final StepNode<T> root;
  private final long firstEvent;

  /** Open visits by the ids of their Entered events. */
  private final Map<Long, StepNode<T>> visits = new HashMap<>();

  /** Open visits by the last events that happened in them. */
  private final Map<Long, StepNode<T>> byLastEvent = new HashMap<>();

  private boolean closed;

  /**
   * Begins an execution; the lock of the parent is held, if there is one.
   *
   * @param within what it is a child of; null for an execution of its own
   */
  StepTree(
      Steps<T> steps,
      StepObserver<T> observer,
      Step.Execution execution,
      HistoryEvent first,
      @Nullable StepNode<T> within) {
    this.steps = steps;
    this.observer = observer;
    this.execution = execution;
    this.firstEvent = first.id();
    this.lock = within == null ? new ReentrantLock() : within.tree().lock;
    this.root = begin(execution, within, first.timestamp());
  }

  ReentrantLock lock() {
    return lock;
  }

  StepObserver<T> observer() {
    return observer;
  }

  /** Ended, or stopped together with what it was inside of. */
  boolean isClosed() {
    return closed;
  }

  private StepNode<T> begin(Step step, @Nullable StepNode<T> within, Instant at) {
    T kept = observer.begins(step, within == null ? null : within.kept(), at);
    return new StepNode<>(this, step, within, kept, at);
  }

  /** A node of this tree was ended. */
  @SuppressWarnings("ReferenceEquality") // this very node
  void closed(StepNode<T> node) {
    if (node.step() instanceof Step.Visit) {
      byLastEvent.remove(node.lastEvent());
      visits.remove(node.enteredEvent());
    }
    String child = node.childArn();
    if (child != null) {
      steps.unexpect(child);
    }
    if (node == root) {
      closed = true;
      steps.closed(execution.executionArn());
    }
  }

  void happened(HistoryEvent event) {
    if (event.type().endsExecution()) {
      endExecution(event);
      return;
    }
    Place place = event.place();
    if (!place.isInState()) {
      return;
    }
    StepNode<T> visit =
        event.details() instanceof EventDetails.StateEntered ? null : visits.get(place.visit());
    if (visit == null) {
      visit = enter(place, event);
    }
    if (visit != null) {
      byLastEvent.remove(visit.lastEvent());
      visit.happened(event);
      byLastEvent.put(event.id(), visit);
      inVisit(visit, event);
    }
  }

  /**
   * A visit begins; after a redrive, one that was begun before goes on.
   *
   * @return null for what comes too late
   */
  private @Nullable StepNode<T> enter(Place place, HistoryEvent event) {
    boolean begins = event.details() instanceof EventDetails.StateEntered;
    if (!begins && place.visit() >= firstEvent) {
      return null;
    }
    StepNode<T> scope = root;
    if (place.container() != 0) {
      StepNode<T> container = visits.get(place.container());
      if (container == null) {
        return null;
      }
      scope = scope(container, place.branch(), event.timestamp());
    }
    StepNode<T> visit =
        begin(
            new Step.Visit(
                execution.executionArn(), execution.machineName(), place.state(), place.type()),
            scope,
            event.timestamp());
    visit.enteredBy(place.visit());
    visits.put(place.visit(), visit);
    return visit;
  }

  private StepNode<T> scope(StepNode<T> container, int index, Instant at) {
    StepNode<T> known = container.scope(index);
    if (known != null) {
      return known;
    }
    Step.Visit of = (Step.Visit) container.step();
    Step step =
        of.type().equals("Parallel")
            ? new Step.Branch(of.executionArn(), of.machineName(), of.state(), index)
            : new Step.Item(of.executionArn(), of.machineName(), of.state(), index);
    StepNode<T> scope = begin(step, container, at);
    container.scope(index, scope);
    return scope;
  }

  private void inVisit(StepNode<T> visit, HistoryEvent event) {
    Instant at = event.timestamp();
    switch (event.details()) {
      case EventDetails.StateExited exited ->
          visit.end(
              visit.failure() == null ? StepEnd.Outcome.SUCCEEDED : StepEnd.Outcome.CAUGHT,
              visit.failure(),
              at);
      case EventDetails.TaskScheduled scheduled ->
          attempt(visit, scheduled.resourceType() + ":" + scheduled.resource(), event);
      case EventDetails.CallScheduled scheduled -> attempt(visit, scheduled.resource(), event);
      case EventDetails.TaskOutput output -> answered(visit, event);
      case EventDetails.Output output -> answered(visit, event);
      case EventDetails.TaskFailure failure ->
          failed(visit, failure.error(), failure.cause(), event);
      case EventDetails.Failure failure -> failed(visit, failure.error(), failure.cause(), event);
      case EventDetails.EvaluationFailure failure ->
          visit.failure(new StepNode.Failure(failure.error(), failure.cause(), false));
      case EventDetails.Iteration iteration -> iteration(visit, iteration.index(), event);
      case EventDetails.MapStarted started -> beginAgain(visit, event);
      case EventDetails.None none -> unnamed(visit, event);
      case EventDetails.StateEntered entered -> {}
      case EventDetails.Started started -> {}
      case EventDetails.Redriven redriven -> {}
      case EventDetails.MapRun run -> {}
      case EventDetails.TaskStarted started -> {}
      case EventDetails.WorkerStarted started -> {}
    }
  }

  private void attempt(StepNode<T> visit, String resource, HistoryEvent event) {
    Step.Visit of = (Step.Visit) visit.step();
    boolean token =
        event.type() == EventType.ACTIVITY_SCHEDULED || resource.endsWith(WAITS_FOR_TOKEN);
    visit.failure(null);
    StepNode<T> unused =
        begin(
            new Step.Attempt(
                of.executionArn(),
                of.machineName(),
                of.state(),
                resource,
                visit.nextAttempt(),
                token),
            visit,
            event.timestamp());
  }

  private static <T> void answered(StepNode<T> visit, HistoryEvent event) {
    StepNode<T> attempt = visit.attempt();
    if (attempt != null && event.type() != EventType.TASK_SUBMITTED) {
      attempt.end(StepEnd.Outcome.SUCCEEDED, null, event.timestamp());
    }
  }

  private static <T> void failed(
      StepNode<T> visit, @Nullable String error, @Nullable String cause, HistoryEvent event) {
    boolean timedOut = event.type().toString().endsWith("TimedOut");
    StepNode.Failure why = new StepNode.Failure(error, cause, timedOut);
    StepNode<T> attempt = visit.attempt();
    if (attempt != null) {
      attempt.end(StepNode.failed(why), why, event.timestamp());
    }
    if (event.type() == EventType.MAP_RUN_FAILED) {
      visit.endInside(NOBODY, null, event.timestamp());
    }
    visit.failure(why);
  }

  private void iteration(StepNode<T> map, int index, HistoryEvent event) {
    Instant at = event.timestamp();
    StepNode<T> item = scope(map, index, at);
    switch (event.type()) {
      case MAP_ITERATION_SUCCEEDED -> item.end(StepEnd.Outcome.SUCCEEDED, null, at);
      case MAP_ITERATION_ABORTED -> item.end(StepEnd.Outcome.ABORTED, null, at);
      case MAP_ITERATION_FAILED -> {
        StepNode.Failure why = item.endInside(event.previousEventId(), null, at);
        StepNode.Failure known = why == null ? StepNode.Failure.UNKNOWN : why;
        item.end(StepNode.failed(known), known, at);
        map.failure(known);
      }
      default -> {}
    }
  }

  /** A container makes an attempt: what the one before left behind has ended. */
  private void beginAgain(StepNode<T> container, HistoryEvent event) {
    StepNode.Failure unused = container.endInside(event.previousEventId(), null, event.timestamp());
    container.failure(null);
  }

  private void unnamed(StepNode<T> visit, HistoryEvent event) {
    Instant at = event.timestamp();
    switch (event.type()) {
      case PARALLEL_STATE_STARTED -> beginAgain(visit, event);
      case PARALLEL_STATE_SUCCEEDED, MAP_STATE_SUCCEEDED -> visit.succeedInside();
      case PARALLEL_STATE_FAILED, MAP_STATE_FAILED -> {
        StepNode.Failure why = visit.endInside(event.previousEventId(), null, at);
        if (visit.failure() == null) {
          visit.failure(why == null ? StepNode.Failure.UNKNOWN : why);
        }
      }
      case TASK_STATE_ABORTED, WAIT_STATE_ABORTED, PARALLEL_STATE_ABORTED, MAP_STATE_ABORTED -> {
        if (visit.failure() == null) {
          visit.end(StepEnd.Outcome.ABORTED, null, at);
        }
      }
      default -> {}
    }
  }

  private void endExecution(HistoryEvent event) {
    Instant at = event.timestamp();
    switch (event.type()) {
      case EXECUTION_SUCCEEDED -> end(StepEnd.Outcome.SUCCEEDED, null, at);
      case EXECUTION_FAILED -> {
        StepNode.Failure why = failure(event, false);
        StepNode.Failure unused = root.endInside(event.previousEventId(), why, at);
        end(StepEnd.Outcome.FAILED, why, at);
      }
      case EXECUTION_TIMED_OUT -> end(StepEnd.Outcome.TIMED_OUT, failure(event, true), at);
      default -> end(StepEnd.Outcome.ABORTED, failure(event, false), at);
    }
  }

  private static StepNode.Failure failure(HistoryEvent event, boolean timedOut) {
    return event.details() instanceof EventDetails.Failure given
        ? new StepNode.Failure(given.error(), given.cause(), timedOut)
        : StepNode.Failure.UNKNOWN;
  }

  private void end(StepEnd.Outcome outcome, StepNode.@Nullable Failure why, Instant at) {
    StepNode<T> item = root.parent();
    root.end(outcome, why, at);
    if (item != null) {
      item.end(outcome, why, at);
    }
  }

  void decided(long eventId, Decision decision) {
    if (closed) {
      return;
    }
    observer.decides(execution, decision);
    StepNode<T> visit = byLastEvent.get(eventId);
    if (visit == null) {
      return;
    }
    switch (decision) {
      case Decision.Retried retried -> visit.failure(null);
      case Decision.ChildStarted started -> {
        StepNode<T> item =
            begin(
                new Step.Item(
                    execution.executionArn(),
                    execution.machineName(),
                    started.state(),
                    started.index()),
                visit,
                visit.lastAt());
        item.childArn(started.childArn());
        steps.expect(started.childArn(), item);
      }
      case Decision.RuleTaken taken -> {}
      case Decision.DefaultTaken taken -> {}
      case Decision.Exhausted exhausted -> {}
      case Decision.Caught caught -> {}
    }
  }

  /** What is kept for the attempt under way of a visit, or else for the visit. */
  Optional<T> current(long enteredEvent) {
    StepNode<T> visit = visits.get(enteredEvent);
    if (visit == null) {
      return Optional.empty();
    }
    StepNode<T> attempt = visit.attempt();
    return Optional.of(attempt == null ? visit.kept() : attempt.kept());
  }
}
