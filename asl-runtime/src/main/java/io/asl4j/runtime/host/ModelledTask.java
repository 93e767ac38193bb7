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
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * A task in modelled time. Its handler runs on the fiber of the walk and takes no time but what it
 * sleeps; a callback task then waits for its token.
 */
final class ModelledTask extends TaskCall implements PendingTokens.Target {

  private final VirtualTimeHost host;
  private final ModelledTime time;
  private final ModelledTime.Fiber fiber;
  private final PendingTokens tokens;
  private final HostServices services;
  private final TaskProgress progress;
  private final InlineTask.ReportedProgress reported;
  private final Instant begun;
  private final Instant deadline;
  private volatile Instant heartbeatBy;
  private @Nullable JsonNode result;
  private @Nullable StateFailed failure;
  private volatile boolean over;
  private volatile boolean handsOver;

  /** Whether somebody has completed the token; the first one wins, though it is heard later. */
  private final AtomicBoolean completed = new AtomicBoolean();

  ModelledTask(
      VirtualTimeHost host,
      ModelledTime time,
      ModelledTime.Fiber fiber,
      HostServices services,
      TaskRequest request,
      TaskProgress progress) {
    super(request);
    this.host = host;
    this.time = time;
    this.fiber = fiber;
    this.tokens = services.tokens();
    this.services = services;
    this.begun = time.now();
    this.progress = progress;
    this.reported = new InlineTask.ReportedProgress(request.resource());
    this.deadline = after(request.timeoutSeconds());
    this.heartbeatBy = after(request.heartbeatSeconds());
  }

  private Instant after(long seconds) {
    return Deadlines.after(time.now(), seconds);
  }

  JsonNode run(TaskHandler handler) {
    String token = request().taskToken();
    if (token != null) {
      tokens.open(token, this);
    }
    try {
      reported.begin(progress);
      handsOver = handler.handsOver(request());
      JsonNode answer = handle(handler);
      return handsOver ? awaitToken(answer) : finished(answer);
    } finally {
      over = true;
      if (token != null) {
        tokens.close(token);
      }
    }
  }

  private JsonNode handle(TaskHandler handler) {
    time.enterHandler();
    HandlerOutcome outcome = HandlerOutcome.of(handler, this, services);
    time.leaveHandler();
    try {
      if (outcome.failure() != null) {
        failIfDue();
      }
      host.check();
      failIfDue();
    } catch (StateFailed | ExecutionCancelled tooLate) {
      outcome.logDropped(id());
      throw tooLate;
    }
    if (outcome.failure() != null) {
      reported.finish(progress, null);
    }
    return outcome.orThrow();
  }

  private JsonNode finished(JsonNode answer) {
    reported.finish(progress, answer);
    return answer;
  }

  private JsonNode awaitToken(JsonNode answer) {
    reported.submitted(progress, answer);
    while (true) {
      if (failure != null) {
        throw failure;
      }
      if (result != null) {
        return result;
      }
      failIfDue();
      if (nextDeadline().equals(Instant.MAX)) {
        time.park(fiber);
      } else {
        time.parkUntil(fiber, nextDeadline());
      }
      if (fiber.cancelled() != null) {
        failIfDue();
      }
      host.check();
    }
  }

  private Instant nextDeadline() {
    Instant beat = heartbeatBy;
    return beat.isBefore(deadline) ? beat : deadline;
  }

  /**
   * Looked at before cancellation: of tasks that time out at the same instant each says so, though
   * the first one stops the others, as AWS records it.
   */
  private void failIfDue() {
    Instant now = time.now();
    if (!now.isBefore(deadline)) {
      throw StateFailed.timedOut();
    }
    if (!now.isBefore(heartbeatBy)) {
      throw StateFailed.heartbeatMissed();
    }
  }

  @Override
  public TaskTokens tokens() {
    return tokens;
  }

  @Override
  public Instant deadline() {
    return deadline;
  }

  @Override
  public void later(Duration delay, Runnable action) {
    Instant at = time.now().plus(delay);
    LaterAction later = new LaterAction(id(), action, services.log().redaction());
    time.post(() -> time.at(at, later));
  }

  @Override
  public Instant now() {
    return time.now();
  }

  @Override
  public void sleep(Duration duration) throws InterruptedException {
    Instant wakeAt = time.now().plus(duration);
    while (time.now().isBefore(wakeAt)) {
      Instant next = nextDeadline().isBefore(wakeAt) ? nextDeadline() : wakeAt;
      time.leaveHandler();
      time.parkUntil(fiber, next);
      time.enterHandler();
      boolean due = !time.now().isBefore(nextDeadline());
      if (isCancelled() || due) {
        throw new InterruptedException("The call was cancelled or has timed out.");
      }
    }
  }

  @Override
  public void heartbeat() {
    beat();
  }

  @Override
  public void submitted(JsonNode response) {
    reported.submitted(progress, response);
  }

  @Override
  public void started(@Nullable String workerName) {
    reported.started(progress, workerName);
  }

  @Override
  public boolean isCancelled() {
    return over || time.stopReason(fiber) != null;
  }

  @Override
  public boolean succeed(JsonNode output) {
    return complete(() -> result = output);
  }

  @Override
  public boolean fail(StateFailed byToken) {
    return complete(() -> failure = byToken);
  }

  /** Comes in on the turn of whoever is next, because anybody may complete a token. */
  private boolean complete(Runnable outcome) {
    if (over || !handsOver || !completed.compareAndSet(false, true)) {
      return false;
    }
    time.post(
        () -> {
          if (!over) {
            outcome.run();
            time.wake(fiber);
          }
        });
    return true;
  }

  @Override
  public @Nullable PendingTask pending() {
    return handsOver ? PendingTask.of(request(), begun) : null;
  }

  @Override
  public boolean beat() {
    if (over || completed.get()) {
      return false;
    }
    heartbeatBy = after(request().heartbeatSeconds());
    return true;
  }
}
