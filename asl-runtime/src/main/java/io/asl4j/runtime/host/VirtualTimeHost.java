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

/** Modelled time: branches take turns in a fixed order, and waits take no real time. */
final class VirtualTimeHost implements Host {

  private static final long COMMITS_A_TURN = 1_000;

  private final VirtualTime world;
  private final ModelledTime time;
  private final ModelledTime.Fiber fiber;
  private final History history;
  private final Checkpoints checkpoints;
  private long commits;

  VirtualTimeHost(
      VirtualTime world,
      ModelledTime time,
      ModelledTime.Fiber fiber,
      History history,
      Checkpoints checkpoints) {
    this.world = world;
    this.time = time;
    this.fiber = fiber;
    this.history = history;
    this.checkpoints = checkpoints;
  }

  @Override
  public Instant now() {
    return time.now();
  }

  @Override
  public void sleepUntil(Instant wakeAt) {
    check();
    while (time.now().isBefore(wakeAt)) {
      time.parkUntil(fiber, wakeAt);
      check();
    }
  }

  /** Throws when this branch is to stop. */
  void check() {
    String reason = time.stopReason(fiber);
    if (reason != null) {
      throw new ExecutionCancelled(reason);
    }
  }

  @Override
  public JsonNode invoke(TaskRequest request, TaskProgress progress) {
    check();
    TaskHandler handler = Unanswered.handlerFor(request, world.services().handlers());
    progress.scheduled();
    time.pause(fiber);
    check();
    return new ModelledTask(this, time, fiber, world.services(), request, progress).run(handler);
  }

  @Override
  public <T> void fanOut(int atOnce, FanOut<T> work) {
    check();
    new Turns<>(this, world, time, fiber, history, checkpoints, work, atOnce).run();
  }

  @Override
  public Optional<Frame> resumePoint(ScopePath at) {
    return checkpoints.resumePoint(at);
  }

  /**
   * Lets others have their turn: always when turns are shuffled, for more orders to be tried;
   * otherwise now and then, so that a branch that loops without waiting does not keep others out.
   */
  @Override
  public void commit(Frame frame) {
    check();
    checkpoints.commit(frame);
    commits++;
    if (time.isShuffled() || commits % COMMITS_A_TURN == 0) {
      time.pause(fiber);
      check();
    }
  }

  @Override
  public ItemStream read(ReadRequest request) {
    return world.services().sources().open(request);
  }

  @Override
  public ResultExport export(WriteRequest request) {
    return world.services().sinks().open(request);
  }

  @Override
  public void lost(String what, Exception why) {
    world.services().logLost(what, why);
  }

  @Override
  public History history() {
    return history;
  }

  @Override
  public Host child(String executionArn) {
    return new VirtualTimeHost(world, time, fiber, history.child(executionArn), Checkpoints.NONE);
  }
}
