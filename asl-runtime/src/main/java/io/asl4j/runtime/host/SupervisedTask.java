package io.asl4j.runtime.host;

import com.fasterxml.jackson.databind.JsonNode;
import io.asl4j.core.model.Resource;
import io.asl4j.runtime.failure.ExecutionCancelled;
import io.asl4j.runtime.failure.StateFailed;
import io.asl4j.runtime.task.PendingTask;
import io.asl4j.runtime.task.TaskCall;
import io.asl4j.runtime.task.TaskHandler;
import io.asl4j.runtime.task.TaskProgress;
import io.asl4j.runtime.task.TaskRequest;
import io.asl4j.runtime.task.TaskTokens;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A task with a deadline or a token: its handler runs on a thread of its own, and the walk waits
 * for the first of result, failure, token, missed heartbeat and deadline. What comes later is
 * dropped: whoever brings a token is told, what a handler gives is logged once.
 */
final class SupervisedTask extends TaskCall implements PendingTokens.Target {

  private static final Logger LOG = LoggerFactory.getLogger(SupervisedTask.class);

  /** A wait is looked at again after this time, should the clock be set meanwhile. */
  private static final Duration LONGEST_NAP = Duration.ofHours(1);

  private final RealTime time;
  private final BranchLife life;
  private final TaskProgress progress;
  private final boolean handsOver;

  /** Where the handler runs; null for a thread of the engine. */
  private final @Nullable Executor executor;

  private final InlineTask.ReportedProgress reported;
  private final Instant begun;
  private final Instant deadline;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();

  /** What the handler told and the walk has yet to hear. */
  private final Deque<Runnable> told = new ArrayDeque<>();

  private @Nullable HandlerOutcome outcome;

  /** What came with the token; null before. */
  private @Nullable Completion completion;

  /** Whether the task still waits for a worker, whose heartbeats count from when he takes it. */
  private boolean awaitsWorker;

  private boolean over;
  private Instant heartbeatBy = Instant.MAX;

  SupervisedTask(
      RealTime time,
      BranchLife life,
      TaskRequest request,
      TaskProgress progress,
      boolean handsOver,
      @Nullable Executor executor) {
    super(request);
    this.time = time;
    this.life = life;
    this.progress = progress;
    this.handsOver = handsOver;
    this.executor = executor;
    this.reported = new InlineTask.ReportedProgress(request.resource());
    this.begun = time.now();
    this.deadline = Deadlines.after(begun, request.timeoutSeconds());
    this.awaitsWorker = handsOver && request.resource().kind() == Resource.Kind.ACTIVITY;
  }

  JsonNode run(TaskHandler handler) {
    if (!awaitsWorker) {
      heartbeatBy = Deadlines.after(time.now(), request().heartbeatSeconds());
    }
    String token = request().taskToken();
    if (token != null) {
      time.services().tokens().open(token, this);
    }
    try {
      return supervise(handler);
    } finally {
      markOver();
      if (token != null) {
        time.services().tokens().close(token, this);
      }
    }
  }

  private JsonNode supervise(TaskHandler handler) {
    reported.begin(progress);
    HandlerWork work = new HandlerWork(time.crew(), executor, this, handler);
    work.start();
    try {
      return await();
    } finally {
      work.stop();
    }
  }

  /** The handler was called and has ended. */
  void work(TaskHandler handler) {
    take(HandlerOutcome.of(handler, this, time.services()));
  }

  /** The handler will never be called, because the executor refused it. */
  void refused(Throwable why) {
    take(HandlerOutcome.refused(this, why, time.services()));
  }

  /** The executor threw something after the handler was called: nothing to tell a workflow. */
  void failedAfterwards(Throwable why) {
    LOG.warn(
        "The executor for task handlers failed after it had taken the task {}.",
        id(),
        time.services().log().redaction().thrown(why));
  }

  private void take(HandlerOutcome made) {
    lock.lock();
    try {
      if (over || life.isCancelled()) {
        made.logDropped(id());
        return;
      }
      if (made.failure() != null && completion != null) {
        made.logDropped(id());
      }
      outcome = made;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private JsonNode await() {
    life.beginWait(null);
    lock.lock();
    try {
      while (true) {
        hear();
        JsonNode end = outcome == null ? null : end(outcome);
        if (end != null) {
          return end;
        }
        Instant next = heartbeatBy.isBefore(deadline) ? heartbeatBy : deadline;
        Duration left = next.equals(Instant.MAX) ? null : Duration.between(time.now(), next);
        if (left != null && !left.isPositive()) {
          if (completion != null) {
            return completion.orThrow();
          }
          throw next.equals(deadline) ? StateFailed.timedOut() : StateFailed.heartbeatMissed();
        }
        awaitChange(left);
      }
    } catch (InterruptedException interrupted) {
      throw new ExecutionCancelled("The execution was stopped.");
    } finally {
      over = true;
      lock.unlock();
      life.endWait();
    }
  }

  /**
   * The result, once the handler has ended. What the handler of a callback task returned is what
   * the service answered to the hand-over; the result comes with the token. A token that was back
   * first stands, whatever becomes of the handler.
   *
   * @return null when there is none yet
   * @throws StateFailed when the handler or the token says so
   */
  private @Nullable JsonNode end(HandlerOutcome made) {
    boolean handedOver = handsOver && made.failure() == null;
    if (!handedOver && completion == null) {
      reported.finish(progress, made.answer());
      return made.orThrow();
    }
    if (handedOver) {
      reported.submitted(progress, made.orThrow());
    }
    return completion == null ? null : completion.orThrow();
  }

  private void markOver() {
    lock.lock();
    try {
      over = true;
    } finally {
      lock.unlock();
    }
  }

  private void hear() {
    while (!told.isEmpty()) {
      told.remove().run();
    }
  }

  /**
   * Waits for a change; null for as long as it takes. May come back early: the caller looks again.
   */
  @SuppressWarnings("WaitNotInLoop") // await, the only caller, loops
  private void awaitChange(@Nullable Duration left) throws InterruptedException {
    if (left == null) {
      changed.await();
    } else {
      Duration nap = left.compareTo(LONGEST_NAP) < 0 ? left : LONGEST_NAP;
      long stillLeft = changed.awaitNanos(nap.toNanos());
      LOG.trace("Task {} looks again with {} ns left.", id(), stillLeft);
    }
  }

  private void tell(Runnable what) {
    lock.lock();
    try {
      if (!over) {
        told.add(what);
        changed.signalAll();
      }
    } finally {
      lock.unlock();
    }
  }

  /** Whether nothing that comes now changes how the task ends. */
  private boolean isComplete() {
    return over
        || life.isCancelled()
        || completion != null
        || (outcome != null && outcome.failure() != null);
  }

  @Override
  public @Nullable PendingTask pending() {
    return handsOver ? PendingTask.of(request(), begun) : null;
  }

  @Override
  public boolean beat() {
    lock.lock();
    try {
      if (isComplete()) {
        return false;
      }
      startHeartbeats();
      return true;
    } finally {
      lock.unlock();
    }
  }

  private void startHeartbeats() {
    awaitsWorker = false;
    heartbeatBy = Deadlines.after(time.now(), request().heartbeatSeconds());
    changed.signalAll();
  }

  @Override
  public boolean complete(Completion with) {
    lock.lock();
    try {
      if (isComplete() || !handsOver) {
        return false;
      }
      completion = with;
      changed.signalAll();
      return true;
    } finally {
      lock.unlock();
    }
  }

  @Override
  public TaskTokens tokens() {
    return time.services().tokens();
  }

  @Override
  public Instant deadline() {
    return deadline;
  }

  @Override
  public void later(Duration delay, Runnable action) {
    life.later(delay, new LaterAction(id(), action, time.services().log().redaction()));
  }

  @Override
  public Instant now() {
    return time.now();
  }

  @Override
  public void sleep(Duration duration) throws InterruptedException {
    Thread.sleep(duration);
  }

  @Override
  public void heartbeat() {
    beat();
  }

  @Override
  public void submitted(JsonNode response) {
    tell(() -> reported.submitted(progress, response));
  }

  @Override
  public void started(@Nullable String workerName) {
    lock.lock();
    try {
      if (awaitsWorker && !over) {
        startHeartbeats();
      }
      tell(() -> reported.started(progress, workerName));
    } finally {
      lock.unlock();
    }
  }

  @Override
  public boolean isCancelled() {
    lock.lock();
    try {
      return over || life.isCancelled();
    } finally {
      lock.unlock();
    }
  }
}
