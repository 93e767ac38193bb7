package io.asl4j.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.asl4j.runtime.history.EventDetails;
import io.asl4j.runtime.history.HistoryEvent;
import io.asl4j.runtime.history.HistoryRecorder;
import io.asl4j.runtime.history.Step;
import io.asl4j.runtime.history.StepEnd;
import io.asl4j.runtime.history.StepObserver;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Writes down what begins and ends, and checks that it is nested. For one execution at a time. */
final class RecordedSteps implements StepObserver<RecordedSteps.Kept> {

  /** A step, and how it ended. */
  static final class Kept {
    private final Step step;
    private final @Nullable Kept within;
    private final Instant begun;
    private int open;
    private @Nullable StepEnd end;

    Kept(Step step, @Nullable Kept within, Instant begun) {
      this.step = step;
      this.within = within;
      this.begun = begun;
    }

    Step step() {
      return step;
    }

    private String indent() {
      return within == null ? "" : within.indent() + "  ";
    }
  }

  private final List<Kept> all = new ArrayList<>();
  private final List<String> lines = new ArrayList<>();
  private final List<String> wrong = new ArrayList<>();

  @Override
  public synchronized Kept begins(Step step, @Nullable Kept within, Instant at) {
    Kept kept = new Kept(step, within, at);
    if (within != null) {
      expect(within.end == null, "begins in what has ended: " + step);
      expect(!at.isBefore(within.begun), "begins before what it is in: " + step);
      within.open++;
    }
    all.add(kept);
    lines.add(kept.indent() + shown(step));
    return kept;
  }

  @Override
  public synchronized void ends(Step step, Kept kept, StepEnd end) {
    expect(kept.step.equals(step), "is another step: " + step);
    expect(kept.end == null, "has ended before: " + step);
    expect(kept.open == 0, "ends before what is inside: " + step);
    expect(!end.at().isBefore(kept.begun), "ends before it begins: " + step);
    kept.end = end;
    if (kept.within != null) {
      kept.within.open--;
    }
    lines.add(
        kept.indent()
            + shown(step)
            + " "
            + end.outcome()
            + (end.error() == null ? "" : " " + end.error()));
  }

  /** An observer's exceptions are dropped, so they are written down. */
  private void expect(boolean holds, String otherwise) {
    if (!holds) {
      wrong.add(otherwise);
    }
  }

  private static String shown(Step step) {
    return switch (step) {
      case Step.Execution execution ->
          "execution " + execution.machineName() + (execution.redriveCount() == 0 ? "" : " again");
      case Step.Visit visit -> "visit " + visit.state() + " " + visit.type();
      case Step.Attempt attempt -> "attempt " + attempt.resource() + " " + attempt.number();
      case Step.Branch branch -> "branch " + branch.state() + " " + branch.index();
      case Step.Item item -> "item " + item.state() + " " + item.index();
    };
  }

  List<String> lines() {
    return List.copyOf(lines);
  }

  StepEnd.Outcome outcomeOfTheExecution() {
    StepEnd end = all.getFirst().end;
    assertThat(end).isNotNull();
    return end.outcome();
  }

  void assertAllEnded() {
    assertThat(wrong).isEmpty();
    assertThat(all).allSatisfy(kept -> assertThat(kept.end).as("%s", kept.step).isNotNull());
  }

  /** Each thing that events say has begun, and ended as they say. */
  void assertAgreesWith(HistoryRecorder history) {
    List<HistoryEvent> events =
        history.executions().stream().flatMap(arn -> history.events(arn).stream()).toList();
    assertThat(count(Step.Visit.class, kept -> true))
        .isEqualTo(count(events, type -> type.endsWith("StateEntered")));
    assertThat(count(Step.Visit.class, RecordedSteps::wasLeft))
        .isEqualTo(count(events, type -> type.endsWith("StateExited")));
    assertThat(count(Step.Attempt.class, kept -> true))
        .isEqualTo(count(events, type -> type.endsWith("Scheduled")));
    assertThat(count(Step.Attempt.class, kept -> is(kept, StepEnd.Outcome.SUCCEEDED)))
        .isEqualTo(count(events, type -> type.matches("(Task|LambdaFunction|Activity)Succeeded")));
    assertThat(count(Step.Item.class, kept -> is(kept, StepEnd.Outcome.SUCCEEDED)))
        .isEqualTo(
            count(events, type -> type.equals("MapIterationSucceeded"))
                + history.executions().stream()
                    .skip(1)
                    .filter(
                        arn ->
                            history
                                .events(arn)
                                .getLast()
                                .type()
                                .toString()
                                .equals("ExecutionSucceeded"))
                    .count());
    assertErrors(events);
  }

  private void assertErrors(List<HistoryEvent> events) {
    Map<String, Long> told = new HashMap<>();
    for (HistoryEvent event : events) {
      String type = event.type().toString();
      if (type.matches("(Task|LambdaFunction|Activity)(Failed|TimedOut)")) {
        String error =
            switch (event.details()) {
              case EventDetails.TaskFailure failure -> String.valueOf(failure.error());
              case EventDetails.Failure failure -> String.valueOf(failure.error());
              default -> throw new AssertionError(event);
            };
        told.merge(error, 1L, Long::sum);
      }
    }
    told.forEach(
        (error, times) ->
            assertThat(
                    count(
                        Step.Attempt.class,
                        kept ->
                            (is(kept, StepEnd.Outcome.FAILED)
                                    || is(kept, StepEnd.Outcome.TIMED_OUT))
                                && String.valueOf(kept.end.error()).equals(error)))
                .as("attempts that failed with %s", error)
                .isGreaterThanOrEqualTo(times));
  }

  private static boolean wasLeft(Kept kept) {
    return is(kept, StepEnd.Outcome.SUCCEEDED) || is(kept, StepEnd.Outcome.CAUGHT);
  }

  private static boolean is(Kept kept, StepEnd.Outcome outcome) {
    return kept.end != null && kept.end.outcome() == outcome;
  }

  private long count(Class<? extends Step> kind, Predicate<Kept> which) {
    return all.stream().filter(kept -> kind.isInstance(kept.step)).filter(which).count();
  }

  private static long count(List<HistoryEvent> events, Predicate<String> which) {
    return events.stream().filter(event -> which.test(event.type().toString())).count();
  }
}
