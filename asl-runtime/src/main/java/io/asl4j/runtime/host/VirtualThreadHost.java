package io.asl4j.runtime.host;

import com.fasterxml.jackson.databind.JsonNode;
import io.asl4j.runtime.failure.ExecutionCancelled;
import io.asl4j.runtime.history.History;
import io.asl4j.runtime.map.ItemStream;
import io.asl4j.runtime.map.ReadRequest;
import io.asl4j.runtime.map.ResultExport;
import io.asl4j.runtime.map.WriteRequest;
import io.asl4j.runtime.task.TaskHandler;
import io.asl4j.runtime.task.TaskProgress;
import io.asl4j.runtime.task.TaskRequest;
import io.asl4j.runtime.walk.FanOut;
import io.asl4j.runtime.walk.Frame;
import io.asl4j.runtime.walk.Host;
import io.asl4j.runtime.walk.ScopePath;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * Real time: blocks the virtual thread it is called on, and runs branches on virtual threads of
 * their own. Keeps nothing on disk.
 */
final class VirtualThreadHost implements Host {

  private static final long COMMITS_A_TURN = 1_000;

  private final RealTime time;
  private final BranchLife life;
  private final History history;
  private final Checkpoints checkpoints;

  private long commits;

  /** The execution whose own scope is walked here; null for a branch, which keeps its thread. */
  private final @Nullable RealExecution execution;

  /** For a branch or a child execution. */
  VirtualThreadHost(RealTime time, BranchLife life, History history, Checkpoints checkpoints) {
    this(time, life, history, checkpoints, null);
  }

  /** For an execution, or for a branch. */
  VirtualThreadHost(
      RealTime time,
      BranchLife life,
      History history,
      Checkpoints checkpoints,
      @Nullable RealExecution execution) {
    this.time = time;
    this.life = life;
    this.history = history;
    this.checkpoints = checkpoints;
    this.execution = execution;
  }

  @Override
  public Instant now() {
    return time.now();
  }

  @Override
  public void sleepUntil(Instant wakeAt) {
    long millis = time.napUntil(wakeAt);
    if (millis <= 0) {
      life.check();
      return;
    }
    if (execution != null && execution.parks(millis)) {
      life.check();
      throw new Parked(wakeAt);
    }
    life.beginWait(null);
    try {
      while (millis > 0) {
        Thread.sleep(millis);
        millis = time.napUntil(wakeAt);
      }
    } catch (InterruptedException interrupted) {
      throw interruptedFromOutside();
    } finally {
      life.endWait();
    }
  }

  /** Only a cancellation may interrupt the threads of an execution; anything else stops it, too. */
  private ExecutionCancelled interruptedFromOutside() {
    life.cancel("The thread of the execution was interrupted.");
    return new ExecutionCancelled("The thread of the execution was interrupted.");
  }

  @Override
  public JsonNode invoke(TaskRequest request, TaskProgress progress) {
    life.check();
    TaskHandler handler = Unanswered.handlerFor(request, time.services().handlers());
    progress.scheduled();
    boolean handsOver = handler.handsOver(request);
    Executor executor = time.executor();
    if (executor != null && handler.onlyWaits()) {
      executor = null;
    }
    if (request.hasDeadline() || handsOver || executor != null) {
      return new SupervisedTask(time, life, request, progress, handsOver, executor).run(handler);
    }
    return new InlineTask(time, life, request, progress).run(handler);
  }

  @Override
  public <T> void fanOut(int atOnce, FanOut<T> work) {
    new Workers<>(time, life, history, checkpoints, work, atOnce).run();
  }

  @Override
  public Optional<Frame> resumePoint(ScopePath at) {
    Frame stoppedAt = execution == null ? null : execution.frame();
    return stoppedAt != null && stoppedAt.path().equals(at)
        ? Optional.of(stoppedAt)
        : checkpoints.resumePoint(at);
  }

  /**
   * Lets others run now and then: nothing else takes a processor away from a virtual thread, so as
   * many loops without waits as there are processors would keep everybody out.
   */
  @Override
  @SuppressWarnings("ThreadPriorityCheck") // no order is relied on, only that others run at all
  public void commit(Frame frame) {
    life.check();
    checkpoints.commit(frame);
    if (execution != null) {
      execution.keep(frame);
    }
    commits++;
    if (commits % COMMITS_A_TURN == 0) {
      Thread.yield();
    }
  }

  @Override
  public ItemStream read(ReadRequest request) {
    return time.services().sources().open(request);
  }

  @Override
  public ResultExport export(WriteRequest request) {
    return time.services().sinks().open(request);
  }

  @Override
  public void lost(String what, Exception why) {
    time.services().logLost(what, why);
  }

  @Override
  public History history() {
    return history;
  }

  @Override
  public Host child(String executionArn) {
    return new VirtualThreadHost(time, life, history.child(executionArn), Checkpoints.NONE);
  }
}
