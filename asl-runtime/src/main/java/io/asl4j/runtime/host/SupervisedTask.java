package io.asl4j.runtime.host;

import com.fasterxml.jackson.databind.JsonNode;
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
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A task with a deadline or a token: its handler runs on a thread of its own, and the walk waits
 * for the first of result, failure, token, missed heartbeat and deadline. What comes later is
 * dropped and logged once.
 */
final class SupervisedTask extends TaskCall implements PendingTokens.Target {

  private static final Logger LOG = LoggerFactory.getLogger(SupervisedTask.class);

  /** A wait is looked at again after this time, should the clock be set meanwhile. */
  private static final Duration LONGEST_NAP = Duration.ofHours(1);

  private final RealTime time;
  private final BranchLife life;
  private final TaskProgress progress;
  private final boolean handsOver;
  private final InlineTask.ReportedProgress reported;
  private final Instant begun;
  private final Instant deadline;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();

  /** What the handler told and the walk has yet to hear. */
  private final Deque<Runnable> told = new ArrayDeque<>();

  private @Nullable HandlerOutcome outcome;

  /** What came with the token. */
  private @Nullable JsonNode result;

  private @Nullable StateFailed failure;
  private boolean over;
  private Instant heartbeatBy = Instant.MAX;

  SupervisedTask(
      RealTime time,
      BranchLife life,
      TaskRequest request,
      TaskProgress progress,
      boolean handsOver) {
    super(request);
    this.time = time;
    this.life = life;
    this.progress = progress;
    this.handsOver = handsOver;
    this.reported = new InlineTask.ReportedProgress(request.resource());
    this.begun = time.now();
    this.deadline = Deadlines.after(begun, request.timeoutSeconds());
  }

  JsonNode run(TaskHandler handler) {
    heartbeatBy = Deadlines.after(time.now(), request().heartbeatSeconds());
    String token = request().taskToken();
    if (token != null) {
      time.services().tokens().open(token, this);
    }
    try {
      return supervise(handler);
    } finally {
      markOver();
      if (token != null) {
        time.services().tokens().close(token);
      }
    }
  }

  private JsonNode supervise(TaskHandler handler) {
    reported.begin(progress);
    Thread worker = time.thread(() -> work(handler));
    try {
      return await();
    } finally {
      if (!isHandlerDone()) {
        worker.interrupt();
      }
    }
  }

  private void work(TaskHandler handler) {
    HandlerOutcome made = HandlerOutcome.of(handler, this, time.services());
    lock.lock();
    try {
      if (over || life.isCancelled()) {
        made.logDropped(id());
        return;
      }
      outcome = made;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private JsonNode await() {
    life.beginWait(false);
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
   * The result, once the handler has returned. What the handler of a callback task returned is what
   * the service answered to the hand-over; the result comes with the token.
   *
   * @return null when there is none yet
   * @throws StateFailed when the handler or the token says so
   */
  private @Nullable JsonNode end(HandlerOutcome made) {
    if (!handsOver || made.failure() != null) {
      reported.finish(progress, made.answer());
      return made.orThrow();
    }
    reported.submitted(progress, made.orThrow());
    if (failure != null) {
      throw failure;
    }
    return result;
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

  private boolean isHandlerDone() {
    lock.lock();
    try {
      return outcome != null;
    } finally {
      lock.unlock();
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

  private boolean isComplete() {
    return over || result != null || failure != null;
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
      heartbeatBy = Deadlines.after(time.now(), request().heartbeatSeconds());
      changed.signalAll();
      return true;
    } finally {
      lock.unlock();
    }
  }

  @Override
  public boolean succeed(JsonNode output) {
    lock.lock();
    try {
      if (isComplete() || !handsOver) {
        return false;
      }
      result = output;
      changed.signalAll();
      return true;
    } finally {
      lock.unlock();
    }
  }

  @Override
  public boolean fail(StateFailed byToken) {
    lock.lock();
    try {
      if (isComplete() || !handsOver) {
        return false;
      }
      failure = byToken;
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
    time.later(delay, life, new LaterAction(id(), action, time.services().log().redaction()));
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
    tell(() -> reported.started(progress, workerName));
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
