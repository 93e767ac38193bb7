package io.asl4j.cli;

import io.asl4j.runtime.Engine;
import io.asl4j.runtime.Execution;
import io.asl4j.runtime.ExecutionResult;
import io.asl4j.runtime.Names;
import io.asl4j.runtime.history.ExecutionListener;
import io.asl4j.runtime.history.HistoryEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One run from start to end. */
final class Run {

  private final RunRequest request;
  private final RunTasks tasks;
  private final HistoryFile history;

  Run(RunRequest request, RunTasks tasks, HistoryFile history) {
    this.request = request;
    this.tasks = tasks;
    this.history = history;
  }

  /** Runs, shows the path, writes the history. */
  RunEnd toEnd(RunView view, Interrupt interrupt) {
    long began = WallClock.mark();
    RootClock clock = new RootClock();
    List<ExecutionListener> told = new ArrayList<>(history.listeners());
    told.add(view);
    Instant start = WallClock.now();
    view.begin(request, start);
    try (Engine engine = engine(told, clock, start)) {
      Execution execution = engine.start(request.definition().machine(), request.execution());
      interrupt.stops(execution, tasks);
      ExecutionResult result = execution.await();
      awaitChildren(view);
      view.close();
      history.write(execution.arn());
      Duration took = WallClock.since(began);
      return new RunEnd(
          execution.arn(),
          execution.name(),
          result,
          start,
          clock.last(start),
          took,
          request.virtualTime());
    }
  }

  private Engine engine(List<ExecutionListener> told, RootClock clock, Instant start) {
    Engine.Builder builder =
        Engine.builder()
            .names(Names.of(request.definition().machineName()))
            .handlers(tasks.handlers(told))
            .listener(clock);
    told.forEach(builder::listener);
    return (request.virtualTime() ? builder.virtualTime(start) : builder).build();
  }

  /** On AWS, too, what was started without waiting goes on after its parent. */
  private void awaitChildren(RunView view) {
    if (!tasks.children().hasDetached()) {
      return;
    }
    view.note("waiting for executions that were started along the way");
    try {
      tasks.children().awaitDetached();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  /** The time of the last event of the execution that spoke first. */
  private static final class RootClock implements ExecutionListener {
    private volatile @Nullable String root; // null until the first event
    private volatile @Nullable Instant last; // null until the first event

    Instant last(Instant otherwise) {
      Instant known = last;
      return known == null ? otherwise : known;
    }

    @Override
    public void onEvent(String executionArn, HistoryEvent event) {
      if (root == null) {
        root = executionArn;
      }
      if (executionArn.equals(root)) {
        last = event.timestamp();
      }
    }
  }
}
